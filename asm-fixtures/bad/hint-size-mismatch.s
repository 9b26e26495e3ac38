# harness: what a hint of a length that no release has
# harness: expect=diagnostic:hint-size-mismatch

	.include "function.inc"

	.text
FUNCTION f
1:	ret
END_FUNCTION f

	.section .discard.unwind_hints
	.long	1b - .
	.short	8
	.byte	5, 0, 0
