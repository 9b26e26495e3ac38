# harness: what two hints, and both relocations in the first
# harness: expect=diagnostic:hint-without-relocation

	.include "function.inc"

	.text
FUNCTION f
1:	ret
END_FUNCTION f

	.section .discard.unwind_hints
	.long	1b - ., 1b - ., 0, 0
