# harness: what an alternative that replaces no bytes
# harness: expect=diagnostic:empty-alternative

	.include "function.inc"
	.include "special.inc"

	.text
FUNCTION f
	ALTERNATIVE_BEGIN
	ALTERNATIVE_ELSE
	ALTERNATIVE_END
	ret
END_FUNCTION f
