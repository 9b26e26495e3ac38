# harness: what callee-saved registers stored by mov into a frame made by sub, relative to rsp and to rbp
# harness: entry=main interrupts=nested stack=task result=0x45
# harness: expect=pass

# No push marks the save. Until the store has executed, %rbp still has the caller's value although its slot exists;
# from the reload on it has it again although the slot still exists.

	.include "function.inc"

	.text
FUNCTION stored_by_rsp
	subq	$40, %rsp
	movq	%rbx, 32(%rsp)
	movq	%rbp, 24(%rsp)
	movq	%r12, 16(%rsp)
	movq	%rdi, %rbx
	movl	$3, %ebp
	movl	$4, %r12d
	movq	%rbp, 8(%rsp)
	leaq	(%rbx,%rbp), %rdi
	call	stored_by_rbp
	addq	%r12, %rax
	addq	8(%rsp), %rax
	movq	16(%rsp), %r12
	movq	24(%rsp), %rbp
	movq	32(%rsp), %rbx
	addq	$40, %rsp
	ret
END_FUNCTION stored_by_rsp

FUNCTION stored_by_rbp
	pushq	%rbp
	movq	%rsp, %rbp
	subq	$32, %rsp
	movq	%rbx, -8(%rbp)
	movq	%r13, -24(%rbp)
	leaq	(%rdi,%rdi), %rbx
	movl	$5, %r13d
	leaq	(%rbx,%r13), %rax
	movq	-24(%rbp), %r13
	movq	-8(%rbp), %rbx
	addq	$32, %rsp
	popq	%rbp
	ret
END_FUNCTION stored_by_rbp

FUNCTION main
	pushq	%rbp
	movl	$1, %ebp
	movl	$25, %edi
	call	stored_by_rsp
	addq	%rbp, %rax
	popq	%rbp
	ret
END_FUNCTION main
