# harness: what a table of alternatives with a record cut short
# harness: expect=diagnostic:special-section-size

	.include "function.inc"

	.text
FUNCTION f
1:	ret
END_FUNCTION f

	.section .altinstructions, "a"
	.long	1b - .
	.byte	0
