# harness: what a return with the frame still on the stack
# harness: expect=diagnostic:return-with-modified-frame

	.include "function.inc"

	.text
FUNCTION f
	subq	$24, %rsp
	addq	$16, %rsp
	ret
END_FUNCTION f
