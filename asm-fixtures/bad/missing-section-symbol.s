# harness: what code in a section without any symbol: its rows have nothing to be counted from
# harness: expect=diagnostic:missing-section-symbol

	.include "function.inc"

	.text
FUNCTION f
	ret
END_FUNCTION f

	.section .text.nameless, "ax"
	nop
