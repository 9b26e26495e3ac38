# harness: what a hint of a kind that no release has
# harness: expect=diagnostic:hint-type-unknown

	.include "function.inc"
	.include "hints.inc"

	.text
FUNCTION f
	UNWIND_HINT cfa_offset=8 type=33
	ret
END_FUNCTION f
