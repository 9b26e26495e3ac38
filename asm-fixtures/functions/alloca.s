# harness: what locals of variable size: sub of a register, epilogue by lea relative to rbp
# harness: entry=main interrupts=nested stack=task result=0x67
# harness: expect=pass

# The depth below %rbp is not known to anyone but the processor. The pops of the epilogue come after the lea has made
# it known again; each call has another size, the last one zero.

	.include "function.inc"

	.text
FUNCTION variable
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%r12
	pushq	%rbx
	movq	%rdi, %rbx
	leaq	15(%rdi), %rax
	andq	$-16, %rax
	subq	%rax, %rsp
	movq	%rsp, %r12
	testq	%rax, %rax
	je	.Lempty
	movb	$1, (%rsp)
	movb	$2, -1(%rsp,%rax)
.Lempty:
	pushq	%rbx
	movq	%rsp, %rdi
	call	distance
	subq	%r12, %rax
	addq	(%rsp), %rax
	leaq	-16(%rbp), %rsp
	popq	%rbx
	popq	%r12
	popq	%rbp
	ret
END_FUNCTION variable

FUNCTION distance
	leaq	8(%rdi), %rax
	ret
END_FUNCTION distance

FUNCTION main
	pushq	%rbx
	movl	$100, %edi
	call	variable
	movq	%rax, %rbx
	movl	$3, %edi
	call	variable
	addq	%rax, %rbx
	xorl	%edi, %edi
	call	variable
	addq	%rbx, %rax
	popq	%rbx
	ret
END_FUNCTION main
