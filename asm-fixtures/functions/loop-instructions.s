# harness: what jrcxz, loop, loope and loopne: conditional branches not spelled jcc, two of them the only way in
# harness: entry=main interrupts=nested stack=task result=0x36
# harness: expect=pass

# Their targets are reached by nothing else. A decoder that knows the jcc family alone calls the code behind
# "loopne" unreachable and leaves it without a row, although a frame is up.

	.include "function.inc"

	.text
FUNCTION find
	pushq	%rbx
	xorl	%ebx, %ebx
	jrcxz	.Lnothing
	pushq	%rcx
.Lcount:
	addq	$3, %rbx
	loop	.Lcount
	movq	%rsi, %rcx
	cmpq	%rcx, (%rsp)
	loopne	.Lother
	popq	%rcx
	leaq	(%rbx,%rcx), %rax
	popq	%rbx
	ret
.Lother:
	cmpq	%rcx, %rcx
	loope	.Lequal
	leaq	17(%rbx), %rax
	popq	%rcx
	popq	%rbx
	ret
.Lequal:
	popq	%rcx
	leaq	(%rbx,%rcx,4), %rax
	popq	%rbx
	ret
.Lnothing:
	movq	$-1, %rax
	popq	%rbx
	ret
END_FUNCTION find

FUNCTION main
	pushq	%rbx
	xorl	%ecx, %ecx
	call	find
	movq	%rax, %rbx
	movl	$3, %ecx
	movl	$3, %esi
	call	find
	addq	%rax, %rbx
	movl	$2, %ecx
	movl	$3, %esi
	call	find
	addq	%rax, %rbx
	movl	$4, %ecx
	movl	$2, %esi
	call	find
	addq	%rbx, %rax
	popq	%rbx
	ret
END_FUNCTION main
