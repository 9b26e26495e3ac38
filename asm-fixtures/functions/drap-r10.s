# harness: what stack realigned through r10 (DRAP), gcc's three epilogues: the CFA is in r10, in memory, in r10 again
# harness: entry=main interrupts=nested stack=task result=0x68
# harness: expect=pass

# The and destroys the distance to the caller, and %rbp is below it, so from there to the push of %r10 only an unwinder
# that knows %r10 of the interrupted code can go on. The word pushed through -8(%r10) is a copy of the return address,
# for frame-pointer unwinders; the true one is above. The local calls come while the CFA is read from the stack.

	.include "function.inc"

	.text
FUNCTION pop_r10
	leaq	8(%rsp), %r10
	andq	$-64, %rsp
	pushq	-8(%r10)
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%r15
	pushq	%r10
	pushq	%rbx
	subq	$104, %rsp
	movq	%rdi, %rbx
	movl	$3, %r15d
	leaq	-112(%rbp), %rdi
	call	clobber
	subq	%rbx, %rsp
	movq	%rsp, %rdi
	call	clobber
	leaq	(%rbx,%r15), %rax
	leaq	-24(%rbp), %rsp
	popq	%rbx
	popq	%r10
	popq	%r15
	popq	%rbp
	leaq	-8(%r10), %rsp
	ret
END_FUNCTION pop_r10

FUNCTION mov_and_leave
	leaq	8(%rsp), %r10
	andq	$-64, %rsp
	pushq	-8(%r10)
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%r10
	subq	$104, %rsp
	subq	%rdi, %rsp
	leaq	-112(%rbp), %rdi
	call	clobber
	movq	-8(%rbp), %r10
	movq	(%r10), %rax
	leave
	leaq	-8(%r10), %rsp
	ret
END_FUNCTION mov_and_leave

# The same with everything reloaded by mov, and r10 stored by mov.
FUNCTION all_by_mov
	leaq	8(%rsp), %r10
	andq	$-32, %rsp
	pushq	-8(%r10)
	pushq	%rbp
	movq	%rsp, %rbp
	subq	$80, %rsp
	movq	%r12, -16(%rbp)
	movq	%r10, -24(%rbp)
	movq	%rdi, %r12
	leaq	-80(%rbp), %rdi
	call	clobber
	leaq	1(%r12), %rax
	movq	-24(%rbp), %r10
	movq	-16(%rbp), %r12
	leave
	leaq	-8(%r10), %rsp
	ret
END_FUNCTION all_by_mov

FUNCTION clobber
	movq	$0, (%rdi)
	xorl	%r10d, %r10d
	ret
END_FUNCTION clobber

FUNCTION main
	pushq	%rbx
	movl	$32, %edi
	call	pop_r10
	movq	%rax, %rbx
	pushq	$35
	movl	$48, %edi
	call	mov_and_leave
	addq	%rax, %rbx
	movl	$33, %edi
	pushq	%rdi
	call	all_by_mov
	addq	%rbx, %rax
	popq	%rdi
	popq	%rbx
	popq	%rbx
	ret
END_FUNCTION main
