# harness: what a hint that names a place by number
# harness: expect=diagnostic:hints-without-relocations

	.include "function.inc"

	.text
FUNCTION f
	ret
END_FUNCTION f

	.section .discard.unwind_hints
	.long	0
	.short	8
	.byte	5, 0
