# harness: what stack pointer that comes back from rbp, set by lea: rbp is no frame pointer, and points below the saved one
# harness: entry=main interrupts=nested stack=task result=0x2a
# harness: expect=pass

# The CFA stays with %rsp all through. Only who followed the lea knows how much the mov drops.

	.include "function.inc"

	.text
FUNCTION keeps
	pushq	%rbp
	leaq	-16(%rsp), %rbp
	subq	$80, %rsp
	movq	%rdi, (%rbp)
	leaq	-64(%rbp), %rdi
	call	clears
	movq	(%rbp), %rax
	movq	%rbp, %rsp
	addq	$16, %rsp
	popq	%rbp
	ret
END_FUNCTION keeps

FUNCTION clears
	movq	$0, (%rdi)
	xorl	%edi, %edi
	ret
END_FUNCTION clears

FUNCTION main
	pushq	%rbp
	movl	$2, %ebp
	pushq	%rdi
	movl	$40, %edi
	call	keeps
	addq	%rbp, %rax
	popq	%rdi
	popq	%rbp
	ret
END_FUNCTION main
