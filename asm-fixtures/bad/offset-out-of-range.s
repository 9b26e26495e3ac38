# harness: what a frame of more than 32 kB
# harness: expect=diagnostic:offset-out-of-range

	.include "function.inc"

	.text
FUNCTION f
	subq	$40000, %rsp
	addq	$40000, %rsp
	ret
END_FUNCTION f
