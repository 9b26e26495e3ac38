# harness: what the classic frame pointer: following rbp loses a frame at its first two instructions and at the ret
# harness: entry=main interrupts=nested stack=task result=0x1e
# harness: expect=pass

# The CFA changes its base: sp+8, sp+16, bp+16, sp+8. The pushes behind the frame pointer make no new row.

	.include "function.inc"

	.text
FUNCTION inner
	pushq	%rbp
	movq	%rsp, %rbp
	leaq	(%rdi,%rdi), %rax
	popq	%rbp
	ret
END_FUNCTION inner

FUNCTION outer
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%r12
	pushq	%rbx
	subq	$16, %rsp
	movq	%rdi, %rbx
	movq	%rdi, -24(%rbp)
	call	inner
	movq	%rax, %r12
	movq	-24(%rbp), %rdi
	call	inner
	addq	%r12, %rax
	addq	%rbx, %rax
	addq	$16, %rsp
	popq	%rbx
	popq	%r12
	popq	%rbp
	ret
END_FUNCTION outer

FUNCTION main
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rbx
	movl	$6, %edi
	call	outer
	popq	%rbx
	popq	%rbp
	ret
END_FUNCTION main
