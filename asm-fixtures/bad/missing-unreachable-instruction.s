# harness: what an annotation that names a place in data
# harness: expect=diagnostic:missing-unreachable-instruction

	.include "function.inc"

	.text
FUNCTION f
	ret
END_FUNCTION f

	.section .discard.unreachable
	.long	value - .
	.data
value:
	.quad	0
