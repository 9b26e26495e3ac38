# harness: what a call to a place in another section that has no symbol
# harness: expect=diagnostic:missing-call-destination

	.include "function.inc"

	.text
FUNCTION f
	call	.Lnameless
	ret
END_FUNCTION f

	.section .text.other, "ax"
	nop
.Lnameless:
	ret
