# harness: what a replacement that jumps to its end, and nothing follows what it replaces
# harness: expect=diagnostic:alternative-end-missing

	.include "function.inc"
	.include "special.inc"

	.text
	.section .text.last, "ax"
FUNCTION f
	ALTERNATIVE_BEGIN
	nop
	nop
	ret
	ALTERNATIVE_ELSE
	jmp	1f
	nop
1:
	ALTERNATIVE_END
END_FUNCTION f
