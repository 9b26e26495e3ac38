# harness: what stack realigned through r13 (DRAP): the register that holds the CFA is itself saved below the CFA
# harness: entry=main interrupts=nested stack=task result=0x51
# harness: expect=pass

# gcc takes %r13 where %r10 carries the static chain of a nested function. %r13 is saved twice: the caller's value at
# CFA-16, the CFA at a place known from %rbp only. Restoring the second one must not be taken for the first.

	.include "function.inc"

	.text
FUNCTION pop_r13
	pushq	%r13
	leaq	16(%rsp), %r13
	andq	$-64, %rsp
	pushq	-8(%r13)
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	%rdi, %rbx
	subq	$104, %rsp
	movq	(%r10), %r12
	subq	%rbx, %rsp
	movq	%rsp, %rdi
	call	clobber
	leaq	(%rbx,%r12), %rax
	leaq	-24(%rbp), %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%rbp
	leaq	-16(%r13), %rsp
	popq	%r13
	ret
END_FUNCTION pop_r13

FUNCTION mov_and_leave
	pushq	%r13
	leaq	16(%rsp), %r13
	andq	$-64, %rsp
	pushq	-8(%r13)
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%r13
	subq	$120, %rsp
	movq	(%r10), %rax
	movq	%rax, -64(%rbp)
	leaq	-128(%rbp), %rdi
	call	clobber
	movq	-64(%rbp), %rax
	movq	-8(%rbp), %r13
	leave
	leaq	-16(%r13), %rsp
	popq	%r13
	ret
END_FUNCTION mov_and_leave

FUNCTION clobber
	pushq	%r13
	xorl	%r13d, %r13d
	movq	%r13, (%rdi)
	popq	%r13
	ret
END_FUNCTION clobber

FUNCTION main
	pushq	%rbx
	subq	$24, %rsp
	movq	$8, 8(%rsp)
	leaq	8(%rsp), %r10
	movl	$64, %edi
	call	pop_r13
	movq	%rax, %rbx
	movq	$9, 16(%rsp)
	leaq	16(%rsp), %r10
	call	mov_and_leave
	addq	%rbx, %rax
	addq	$24, %rsp
	popq	%rbx
	ret
END_FUNCTION main
