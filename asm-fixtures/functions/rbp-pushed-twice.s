# harness: what rbp pushed twice: only the first push saves the caller's value
# harness: entry=main interrupts=nested stack=task result=0x2b
# harness: expect=pass

# The second push and its pop work on a value of this function. If the pop were taken as the restore, %rbp would be
# reported as the caller's while it is 7. The third push passes %rbp as an argument, dropped by an add.

	.include "function.inc"

	.text
FUNCTION twice
	pushq	%rbp
	movl	$7, %ebp
	pushq	%rbp
	movl	$8, %ebp
	call	leaf
	popq	%rbp
	leaq	(%rax,%rbp), %rdi
	pushq	%rbp
	call	with_stack_argument
	addq	$8, %rsp
	addq	%rbp, %rax
	popq	%rbp
	ret
END_FUNCTION twice

FUNCTION leaf
	leaq	20(%rbp), %rax
	ret
END_FUNCTION leaf

FUNCTION with_stack_argument
	movq	8(%rsp), %rax
	addq	%rdi, %rax
	subq	$6, %rax
	ret
END_FUNCTION with_stack_argument

FUNCTION main
	pushq	%rbp
	xorl	%ebp, %ebp
	call	twice
	leaq	(%rax,%rbp), %rdi
	pushq	$6
	call	with_stack_argument
	popq	%rcx
	popq	%rbp
	ret
END_FUNCTION main
