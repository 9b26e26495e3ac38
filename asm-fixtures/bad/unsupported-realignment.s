# harness: what the stack is aligned and nothing remembers where it was
# harness: expect=diagnostic:unsupported-realignment

	.include "function.inc"

	.text
FUNCTION f
	andq	$-64, %rsp
	ret
END_FUNCTION f
