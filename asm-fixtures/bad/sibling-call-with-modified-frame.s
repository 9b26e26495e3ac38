# harness: what a tail call with a register still saved on the stack
# harness: expect=diagnostic:sibling-call-with-modified-frame

	.include "function.inc"

	.text
FUNCTION f
	pushq	%rbx
	jmp	g
END_FUNCTION f

FUNCTION g
	ret
END_FUNCTION g
