# harness: what a hint at a place in data
# harness: expect=diagnostic:hint-without-instruction

	.include "function.inc"

	.text
FUNCTION f
	ret
END_FUNCTION f

	.section .discard.unwind_hints
	.long	value - .
	.short	8
	.byte	5, 0
	.data
value:
	.quad	0
