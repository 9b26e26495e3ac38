# harness: what calls that only push: call-pop to get an address, and a filler of the return stack
# harness: entry=main interrupts=nested result=0x1
# harness: expect=pass

# No caller waits behind these. The word that each pushes is part of the frame until it is taken off.

	.include "function.inc"
	.include "special.inc"

	.text
FUNCTION here
	ANNOTATE_INTRA_FUNCTION_CALL
	call	.Lnext
.Lnext:
	popq	%rax
	leaq	.Lnext(%rip), %rcx
	subq	%rcx, %rax
	ret
END_FUNCTION here

FUNCTION fill_return_stack
	pushq	%rbx
	ANNOTATE_INTRA_FUNCTION_CALL
	call	.Lfirst
	int3
.Lfirst:
	ANNOTATE_INTRA_FUNCTION_CALL
	call	.Lsecond
	int3
.Lsecond:
	movl	$1, %ebx
	addq	$16, %rsp
	leaq	(%rax,%rbx), %rax
	popq	%rbx
	ret
END_FUNCTION fill_return_stack

FUNCTION main
	subq	$8, %rsp
	call	here
	call	fill_return_stack
	addq	$8, %rsp
	ret
END_FUNCTION main
