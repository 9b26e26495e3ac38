# harness: what switch through a table of absolute addresses: only the table leads to the cases, with the frame up
# harness: entry=main interrupts=nested stack=task result=0x7b
# harness: expect=pass

# No jump instruction names the cases. A generator that misses the table finds them unreachable, or worse, gives
# them the state of the code that stands before them: the second case follows a ret.

	.include "function.inc"

	.section .rodata
	.p2align 3
.Lcases:
	.quad	.Lzero, .Lone, .Ltwo, .Lone

	.text
FUNCTION pick
	cmpq	$3, %rdi
	ja	.Ldefault
	pushq	%rbx
	subq	$16, %rsp
	movq	%rdi, %rbx
	jmp	*.Lcases(,%rdi,8)
.Lzero:
	movl	$100, %eax
	addq	$16, %rsp
	popq	%rbx
	ret
.Lone:
	leaq	2(%rbx), %rdi
	movq	%rdi, 8(%rsp)
	call	leaf
	jmp	.Lout
.Ltwo:
	pushq	%rbx
	call	leaf
	popq	%rdi
.Lout:
	addq	$16, %rsp
	popq	%rbx
	ret
.Ldefault:
	movq	$-3, %rax
	ret
END_FUNCTION pick

FUNCTION leaf
	leaq	4(%rdi), %rax
	ret
END_FUNCTION leaf

FUNCTION main
	pushq	%rbx
	pushq	%rbp
	xorl	%ebx, %ebx
	xorl	%ebp, %ebp
.Lnext:
	movq	%rbx, %rdi
	call	pick
	addq	%rax, %rbp
	incq	%rbx
	cmpq	$5, %rbx
	jne	.Lnext
	leaq	4(%rbp), %rax
	popq	%rbp
	popq	%rbx
	ret
END_FUNCTION main
