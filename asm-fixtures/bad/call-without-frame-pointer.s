# harness: what a call before the frame is set up, where frame pointers are promised
# harness: expect=diagnostic:call-without-frame-pointer checks=frame-pointers

	.include "function.inc"

	.text
FUNCTION f
	call	g
	pushq	%rbp
	movq	%rsp, %rbp
	popq	%rbp
	ret
END_FUNCTION f

FUNCTION g
	ret
END_FUNCTION g
