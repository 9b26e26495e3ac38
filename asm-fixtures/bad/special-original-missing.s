# harness: what an exception table entry for a place in data
# harness: expect=diagnostic:special-original-missing

	.include "function.inc"
	.include "special.inc"

	.text
FUNCTION f
1:	ret
END_FUNCTION f

	EXTABLE value, 1b
	.data
value:
	.quad	0
