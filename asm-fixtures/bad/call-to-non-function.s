# harness: what a call to a symbol that is no function
# harness: expect=diagnostic:call-to-non-function

	.include "function.inc"

	.text
FUNCTION f
	call	code
	ret
END_FUNCTION f

code:
	ret
