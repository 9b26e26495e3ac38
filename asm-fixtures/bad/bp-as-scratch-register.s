# harness: what rbp saved and used for a value, where frame pointers are promised
# harness: expect=diagnostic:bp-as-scratch-register checks=frame-pointers

	.include "function.inc"

	.text
FUNCTION f
	pushq	%rbp
	movl	$1, %ebp
	popq	%rbp
	ret
END_FUNCTION f
