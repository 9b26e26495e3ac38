# harness: what rsp kept in a register and copied back while the CFA is counted from rbp: the depth of the stack is lost
# harness: expect=diagnostic:return-with-modified-frame

# The code is right, and every row up to the pops is. With a frame pointer the copy back is not followed (without one it
# is), so that the stack seems to be a word too deep when %rbp has been popped. Ending with leave would be understood.

	.include "function.inc"

	.text
FUNCTION main
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rbx
	subq	$16, %rsp
	movq	%rsp, %rcx
	pushq	%rax
	movq	%rcx, %rsp
	addq	$16, %rsp
	popq	%rbx
	popq	%rbp
	ret
END_FUNCTION main
