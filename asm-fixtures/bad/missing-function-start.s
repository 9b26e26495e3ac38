# harness: what a function symbol in the middle of an instruction
# harness: expect=diagnostic:missing-function-start

	.include "function.inc"

	.text
FUNCTION f
	movl	$1, %eax
	ret
END_FUNCTION f

	.set	middle, f + 2
	.type	middle, @function
	.size	middle, 3
