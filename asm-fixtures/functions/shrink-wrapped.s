# harness: what frame built only on the path that needs it, in the middle of the function, and gone before its end
# harness: entry=main interrupts=nested stack=task result=0x36
# harness: expect=pass

# The prologue is not at the start and the epilogue not at the end: heuristics that look for "push %rbp" at a symbol's
# first bytes find nothing, and the ret belongs to no frame.

	.include "function.inc"

	.text
FUNCTION wrapped
	movq	%rdi, %rax
	testq	%rdi, %rdi
	jle	.Lfast
	cmpq	$40, %rdi
	ja	.Lfast
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rbx
	movq	%rdi, %rbx
	leaq	-3(%rdi), %rdi
	call	wrapped
	addq	%rbx, %rax
	movq	-8(%rbp), %rbx
	leave
.Lfast:
	incq	%rax
	ret
END_FUNCTION wrapped

FUNCTION main
	subq	$8, %rsp
	movl	$41, %edi
	call	wrapped
	movq	%rax, (%rsp)
	movl	$6, %edi
	call	wrapped
	addq	(%rsp), %rax
	addq	$8, %rsp
	ret
END_FUNCTION main
