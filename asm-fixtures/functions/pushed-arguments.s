# harness: what arguments pushed for a call and dropped by the caller with add
# harness: entry=main interrupts=nested stack=task result=0x4e
# harness: expect=pass

# The depth at the call site is not the depth of the frame: two calls of one function stand at different depths, and
# arguments of an outer call are already on the stack while the inner one is made.

	.include "function.inc"

	.text
FUNCTION sum3
	movq	8(%rsp), %rax
	addq	16(%rsp), %rax
	addq	24(%rsp), %rax
	ret
END_FUNCTION sum3

FUNCTION sum_of_sums
	pushq	%rbx
	subq	$16, %rsp
	movq	%rdi, 8(%rsp)
	pushq	$20
	pushq	16(%rsp)
	pushq	$3
	pushq	$2
	pushq	$1
	call	sum3
	addq	$24, %rsp
	pushq	%rax
	call	sum3
	movq	%rax, %rbx
	addq	$16, %rsp
	pushq	%rdi
	pushq	%rdi
	call	sum3
	addq	$24, %rsp
	addq	%rbx, %rax
	addq	$16, %rsp
	popq	%rbx
	ret
END_FUNCTION sum_of_sums

FUNCTION main
	movl	$8, %edi
	call	sum_of_sums
	addq	$8, %rax
	ret
END_FUNCTION main
