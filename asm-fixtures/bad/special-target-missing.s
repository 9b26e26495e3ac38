# harness: what an exception whose fixup lies in data
# harness: expect=diagnostic:special-target-missing

	.include "function.inc"
	.include "special.inc"

	.text
FUNCTION f
1:	ret
END_FUNCTION f

	EXTABLE 1b, value
	.data
value:
	.quad	0
