# harness: what r10, r13 and rbp realignment in turn, nine deep: most frames of the chain have their CFA in memory
# harness: entry=main interrupts=nested stack=task result=0x2e
# harness: expect=pass

# Outer frames have no registers left: their CFA must come from the word %rbp leads to, and %rbp in turn from the
# frame below. One wrong bp rule and all frames above are lost. Each frame has another distance to its own CFA.

	.include "function.inc"

	.text
FUNCTION by_r10
	leaq	8(%rsp), %r10
	andq	$-64, %rsp
	pushq	-8(%r10)
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%r10
	pushq	%rbx
	subq	$56, %rsp
	movq	%rdi, %rbx
	decq	%rdi
	jle	.Lr10_end
	call	by_r13
	addq	%rax, %rbx
.Lr10_end:
	movq	%rbx, %rax
	addq	$56, %rsp
	popq	%rbx
	popq	%r10
	popq	%rbp
	leaq	-8(%r10), %rsp
	ret
END_FUNCTION by_r10

FUNCTION by_r13
	pushq	%r13
	leaq	16(%rsp), %r13
	andq	$-32, %rsp
	pushq	-8(%r13)
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%r13
	subq	$24, %rsp
	movq	%rdi, -16(%rbp)
	decq	%rdi
	call	by_rbp
	addq	-16(%rbp), %rax
	movq	-8(%rbp), %r13
	leave
	leaq	-16(%r13), %rsp
	popq	%r13
	ret
END_FUNCTION by_r13

FUNCTION by_rbp
	pushq	%rbp
	movq	%rsp, %rbp
	andq	$-128, %rsp
	pushq	%rdi
	decq	%rdi
	call	by_r10
	addq	(%rsp), %rax
	leave
	ret
END_FUNCTION by_rbp

FUNCTION main
	pushq	%rbp
	movl	$1, %ebp
	movl	$9, %edi
	call	by_r10
	addq	%rbp, %rax
	popq	%rbp
	ret
END_FUNCTION main
