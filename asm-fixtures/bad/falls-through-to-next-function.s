# harness: what a function without an end
# harness: expect=diagnostic:falls-through-to-next-function

	.include "function.inc"

	.text
FUNCTION f
	movl	$1, %eax
END_FUNCTION f

FUNCTION g
	ret
END_FUNCTION g
