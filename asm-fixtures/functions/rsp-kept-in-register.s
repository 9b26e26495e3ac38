# harness: what rsp copied to a register, frame made, rsp copied back: the depth is in a register other than rbp
# harness: entry=main interrupts=nested stack=task result=0x39
# harness: expect=pass

# At the copy back the depth jumps to what it was at the copy out. Nothing in the instruction says how far: the
# generator has to remember for each register what it holds. The CFA stays with %rsp throughout.

	.include "function.inc"

	.text
FUNCTION in_rcx
	pushq	%rdi
	movq	%rsp, %rcx
	subq	$48, %rsp
	pushq	%rdi
	movq	%rdi, 16(%rsp)
	movq	16(%rsp), %rax
	addq	(%rsp), %rax
	movq	%rcx, %rsp
	addq	(%rsp), %rax
	addq	$8, %rsp
	ret
END_FUNCTION in_rcx

FUNCTION in_rbx
	pushq	%rbx
	movq	%rsp, %rbx
	subq	$32, %rsp
	movq	%rdi, 8(%rsp)
	call	in_rcx
	pushq	%rax
	addq	16(%rsp), %rax
	addq	(%rsp), %rax
	movq	%rbx, %rsp
	popq	%rbx
	ret
END_FUNCTION in_rbx

FUNCTION main
	movl	$8, %edi
	call	in_rbx
	incq	%rax
	ret
END_FUNCTION main
