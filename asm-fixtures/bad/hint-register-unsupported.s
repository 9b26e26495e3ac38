# harness: what a hint that counts the frame from a register that hints can not name
# harness: expect=diagnostic:hint-register-unsupported

	.include "function.inc"
	.include "hints.inc"

	.text
FUNCTION f
	UNWIND_HINT cfa_reg=8 cfa_offset=8
	ret
END_FUNCTION f
