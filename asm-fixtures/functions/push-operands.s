# harness: what push and pop of immediates, memory and flags: words that are no register save still move the CFA
# harness: entry=main interrupts=nested stack=task result=0x1071
# harness: expect=pass

# One of the pushed words equals the return address, one is read from the frame itself through %rsp, and a pop
# writes into the frame: its address is computed after %rsp has moved.

	.include "function.inc"

	.data
	.p2align 3
word:
	.quad	0x1000
copy:
	.quad	0

	.text
FUNCTION operands
	pushq	$1
	pushq	$0x70
	pushq	word(%rip)
	pushq	24(%rsp)
	pushq	8(%rsp)
	pushfq
	popfq
	popq	copy(%rip)
	popq	%rax
	xorq	24(%rsp), %rax
	addq	copy(%rip), %rax
	pushfq
	popq	%rcx
	popq	(%rsp)
	subq	$8, %rsp
	popq	%rcx
	popq	%rdx
	addq	(%rsp), %rax
	addq	$8, %rsp
	ret
END_FUNCTION operands

FUNCTION main
	call	operands
	addq	$0x70, %rax
	ret
END_FUNCTION main
