# harness: what a push where the code itself says that nothing is known
# harness: expect=diagnostic:undefined-stack-state

	.include "function.inc"
	.include "hints.inc"

	.text
FUNCTION f
	UNWIND_HINT_EMPTY
	pushq	%rbx
	popq	%rbx
	ret
END_FUNCTION f
