# harness: what a push where rsp came from nobody knows where
# harness: expect=diagnostic:undefined-stack-state

	.include "function.inc"
	.include "hints.inc"

	.text
FUNCTION f
	movq	%rax, %rsp
	pushq	%rbx
	ret
END_FUNCTION f
