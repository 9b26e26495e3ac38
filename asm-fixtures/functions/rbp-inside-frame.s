# harness: what rbp pointing into the middle of a large frame, set by lea: a pointer to locals, not a frame pointer
# harness: entry=main interrupts=nested stack=task result=0xcc
# harness: expect=pass

# Some compilers do this to reach 256 bytes with one-byte displacements. The CFA stays with %rsp. The two words at
# (%rbp) are arranged like a saved %rbp and a return address.

	.include "function.inc"

	.text
FUNCTION big_frame
	pushq	%rbp
	subq	$256, %rsp
	leaq	128(%rsp), %rbp
	leaq	64(%rbp), %rax
	movq	%rax, (%rbp)
	leaq	.Lback(%rip), %rax
	movq	%rax, 8(%rbp)
	movq	%rdi, -128(%rbp)
	movq	%rdi, 120(%rbp)
	call	leaf
.Lback:
	addq	-128(%rbp), %rax
	addq	120(%rbp), %rax
	addq	$256, %rsp
	popq	%rbp
	ret
END_FUNCTION big_frame

FUNCTION leaf
	movl	$4, %eax
	ret
END_FUNCTION leaf

FUNCTION main
	movl	$100, %edi
	call	big_frame
	ret
END_FUNCTION main
