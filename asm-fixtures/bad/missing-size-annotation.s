# harness: what a function symbol of which nobody knows where it ends
# harness: expect=diagnostic:missing-size-annotation

	.include "function.inc"

	.text
	.globl	f
	.type	f, @function
f:
	ret
