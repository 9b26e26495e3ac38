# harness: what the annotation of a call at an instruction that is none
# harness: expect=diagnostic:intra-function-call-misplaced

	.include "function.inc"
	.include "special.inc"

	.text
FUNCTION f
	ANNOTATE_INTRA_FUNCTION_CALL
	nop
	ret
END_FUNCTION f
