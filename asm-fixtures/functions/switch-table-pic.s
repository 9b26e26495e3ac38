# harness: what switch through a table of distances (position-independent code): the kernel's objtool gives up on these
# harness: entry=main interrupts=nested result=0x9e
# harness: expect=pass

# gcc and clang put the distance of each case from the table into 4 bytes and add the table's address. The jump itself
# names neither the table nor the cases.

	.include "function.inc"

	.text
FUNCTION pick
	pushq	%rbx
	subq	$16, %rsp
	cmpq	$3, %rdi
	ja	.Ldefault
	leaq	.Lcases(%rip), %rdx
	movslq	(%rdx,%rdi,4), %rax
	addq	%rdx, %rax
	jmp	*%rax
.Lzero:
	movl	$100, %eax
	addq	$16, %rsp
	popq	%rbx
	ret
.Lone:
	movl	$2, %ebx
	call	leaf
	addq	%rbx, %rax
	jmp	.Lout
.Ltwo:
	pushq	%rdi
	call	leaf
	popq	%rcx
.Lout:
	addq	$16, %rsp
	popq	%rbx
	ret
.Ldefault:
	xorl	%eax, %eax
	jmp	.Lout
END_FUNCTION pick

FUNCTION leaf
	leaq	16(%rdi), %rax
	ret
END_FUNCTION leaf

FUNCTION main
	pushq	%rbx
	pushq	%r12
	xorl	%ebx, %ebx
	xorl	%r12d, %r12d
.Lnext:
	movq	%rbx, %rdi
	call	pick
	addq	%rax, %r12
	incq	%rbx
	cmpq	$5, %rbx
	jne	.Lnext
	movq	%r12, %rax
	popq	%r12
	popq	%rbx
	ret
END_FUNCTION main

	.section .rodata
	.balign	4
.Lcases:
	.long	.Lzero - .Lcases
	.long	.Lone - .Lcases
	.long	.Ltwo - .Lcases
	.long	.Lone - .Lcases
