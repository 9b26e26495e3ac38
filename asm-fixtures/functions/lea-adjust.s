# harness: what stack moved by lea: frame made and dropped without touching the flags
# harness: entry=main interrupts=nested stack=task result=0x23
# harness: expect=pass

# lea is address arithmetic everywhere else. Here it is used because a carry must live across the adjustment; and
# add of a negative number makes a frame, sub of one drops it (gcc writes add $-128, which is shorter).

	.include "function.inc"

	.text
FUNCTION keeps_carry
	addq	%rsi, %rdi
	leaq	-24(%rsp), %rsp
	movq	$1, 8(%rsp)
	adcq	$0, 8(%rsp)
	movq	8(%rsp), %rax
	leaq	24(%rsp), %rsp
	ret
END_FUNCTION keeps_carry

FUNCTION negative
	addq	$-128, %rsp
	movq	%rdi, (%rsp)
	movl	$1, %edi
	movq	$-1, %rsi
	call	keeps_carry
	leaq	-136(%rsp), %rsp
	addq	136(%rsp), %rax
	subq	$-136, %rsp
	subq	$-128, %rsp
	ret
END_FUNCTION negative

FUNCTION main
	movl	$33, %edi
	call	negative
	ret
END_FUNCTION main
