	.include "function.inc"
	.include "hints.inc"

	.text
FUNCTION callee
	pushq	%rbx
	UNWIND_HINT_FUNC
	movq	%rdi, %rbx
	leaq	1(%rbx), %rax
	popq	%rbx
	ret
END_FUNCTION callee

FUNCTION unrelated
	subq	$24, %rsp
	movq	%rdi, 8(%rsp)
	movq	8(%rsp), %rax
	addq	$24, %rsp
	ret
END_FUNCTION unrelated

FUNCTION main
	subq	$8, %rsp
	movl	$42, %edi
	call	unrelated
	call	callee
	addq	$8, %rsp
	ret
END_FUNCTION main
