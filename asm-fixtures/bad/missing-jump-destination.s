# harness: what a jump into the middle of the next instruction
# harness: expect=diagnostic:missing-jump-destination

	.include "function.inc"

	.text
FUNCTION f
	jmp	. + 4
	movl	$1, %eax
	ret
END_FUNCTION f
