# harness: what cold parts of functions, behind another function and in another section, entered by jmp, frame up
# harness: entry=main interrupts=nested stack=task result=0x2f
# harness: expect=pass

# "work.cold" is an STT_FUNC symbol, but nobody calls it: its first row is the state of the jump (sp+32), not that of a
# function's start, and it jumps back into the middle of its parent. Local symbols, as compilers make them: the jump to
# the other section has a relocation against that section, not against the symbol.

	.include "function.inc"

	.text
FUNCTION work
	pushq	%rbx
	subq	$16, %rsp
	movq	%rdi, %rbx
	cmpq	$10, %rdi
	ja	work.cold
	leaq	(%rbx,%rbx), %rdi
	call	leaf
.Lresume:
	addq	$1, %rax
	addq	$16, %rsp
	popq	%rbx
	ret
END_FUNCTION work

FUNCTION leaf
	leaq	1(%rdi), %rax
	ret
END_FUNCTION leaf

FUNCTION work.cold
	.local	work.cold
	pushq	%rdi
	call	leaf
	popq	%rdi
	cmpq	$20, %rdi
	jne	.Lresume
	xorl	%eax, %eax
	addq	$16, %rsp
	popq	%rbx
	ret
END_FUNCTION work.cold
	.local	work.cold

FUNCTION framed
	pushq	%rbp
	movq	%rsp, %rbp
	subq	$32, %rsp
	movq	%rdi, -8(%rbp)
	testq	%rdi, %rdi
	je	framed.cold
	leaq	3(%rdi), %rax
	leave
	ret
.Lback:
	addq	-8(%rbp), %rax
	leave
	ret
END_FUNCTION framed

	.section .text.unlikely, "ax"
FUNCTION framed.cold
	.local	framed.cold
	movl	$2, %edi
	call	leaf
	pushq	%rax
	popq	%rax
	jmp	.Lback
END_FUNCTION framed.cold
	.local	framed.cold

	.text
FUNCTION main
	pushq	%rbx
	movl	$6, %edi
	call	work
	movq	%rax, %rbx
	movl	$12, %edi
	call	work
	addq	%rax, %rbx
	movl	$20, %edi
	call	work
	addq	%rax, %rbx
	xorl	%edi, %edi
	call	framed
	addq	%rax, %rbx
	movl	$13, %edi
	call	framed
	addq	%rbx, %rax
	popq	%rbx
	ret
END_FUNCTION main
