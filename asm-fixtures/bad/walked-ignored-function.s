# harness: what a part that was split off a function is excluded from the analysis, the function is not
# harness: expect=diagnostic:walked-ignored-function

	.include "function.inc"
	.include "special.inc"

	.text
FUNCTION f
	testl	%edi, %edi
	jne	f.cold
	ret
END_FUNCTION f

FUNCTION f.cold
	nop
	ret
END_FUNCTION f.cold

	STACK_FRAME_NON_STANDARD f.cold
