# harness: what leaf without a frame: nothing but the return address is on the stack, and no register points at it
# harness: entry=main interrupts=nested stack=task result=0x51
# harness: expect=pass

# A frame-pointer unwinder skips the caller of a leaf: %rbp still belongs to the frame above.

	.include "function.inc"

	.text
FUNCTION leaf
	leaq	(%rdi,%rdi,2), %rax
	cmpq	$60, %rax
	jbe	.Lsmall
	addq	$15, %rax
.Lsmall:
	ret
END_FUNCTION leaf

FUNCTION main
	movl	$4, %edi
	call	leaf
	leaq	10(%rax), %rdi
	call	leaf
	ret
END_FUNCTION main
