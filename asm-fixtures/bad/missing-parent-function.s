# harness: what a part split off a function that is not there
# harness: expect=diagnostic:missing-parent-function

	.include "function.inc"

	.text
FUNCTION lost.cold
	ret
END_FUNCTION lost.cold
