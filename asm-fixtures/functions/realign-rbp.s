# harness: what stack realigned with a frame pointer: how far the and moved rsp is known at run time only
# harness: entry=main interrupts=nested stack=task result=0x47
# harness: expect=pass

# Between the and and the leave only %rbp leads to the caller. The function is called with the stack at four
# different offsets from a multiple of 64, so that a distance guessed once is wrong the other times.

	.include "function.inc"

	.text
FUNCTION aligned_locals
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rbx
	andq	$-64, %rsp
	subq	$64, %rsp
	movq	%rdi, %rbx
	movq	%rbx, (%rsp)
	movq	%rsp, %rdi
	call	low_bits
	addq	(%rsp), %rax
	movq	-8(%rbp), %rbx
	leave
	ret
END_FUNCTION aligned_locals

FUNCTION low_bits
	movq	%rdi, %rax
	andl	$63, %eax
	ret
END_FUNCTION low_bits

FUNCTION main
	pushq	%rbx
	movl	$65, %edi
	call	aligned_locals
	pushq	%rax
	movl	$1, %edi
	call	aligned_locals
	pushq	%rax
	movl	$2, %edi
	call	aligned_locals
	pushq	%rax
	movl	$3, %edi
	call	aligned_locals
	popq	%rbx
	addq	%rbx, %rax
	popq	%rbx
	addq	%rbx, %rax
	popq	%rbx
	addq	%rbx, %rax
	popq	%rbx
	ret
END_FUNCTION main
