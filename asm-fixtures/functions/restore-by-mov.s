# harness: what registers saved by push, restored by mov in another order: rbp is live again before its slot is dropped
# harness: entry=main interrupts=nested stack=task result=0x3c
# harness: expect=pass

# From "mov 8(%rsp),%rbp" on, the slot may be read or %rbp be taken as it is; from the add on, only the latter is right,
# because the slot is below the stack pointer and belongs to the next interrupt.

	.include "function.inc"

	.text
FUNCTION callee
	pushq	%rbp
	movl	$10, %ebp
	leaq	(%rdi,%rbp), %rax
	popq	%rbp
	ret
END_FUNCTION callee

FUNCTION mirrored
	pushq	%rbx
	pushq	%rbp
	pushq	%r12
	movq	%rdi, %rbx
	movl	$2, %ebp
	movl	$3, %r12d
	call	callee
	addq	%rbx, %rax
	imulq	%rbp, %rax
	subq	%r12, %rax
	movq	16(%rsp), %rbx
	movq	8(%rsp), %rbp
	movq	(%rsp), %r12
	addq	$24, %rsp
	ret
END_FUNCTION mirrored

FUNCTION main
	pushq	%rbp
	movl	$1, %ebp
	movl	$21, %edi
	call	mirrored
	subq	%rbp, %rax
	subq	$40, %rax
	popq	%rbp
	ret
END_FUNCTION main
