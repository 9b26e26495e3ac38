# harness: what a call to a label in the same function: nobody knows whether it returns
# harness: expect=diagnostic:unannotated-intra-function-call

	.include "function.inc"

	.text
FUNCTION f
	call	1f
1:	addq	$8, %rsp
	ret
END_FUNCTION f
