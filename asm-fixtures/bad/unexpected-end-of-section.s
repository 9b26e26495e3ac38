# harness: what the last function of a section without an end
# harness: expect=diagnostic:unexpected-end-of-section

	.include "function.inc"

	.text
	.section .text.last, "ax"
FUNCTION f
	movl	$1, %eax
END_FUNCTION f
