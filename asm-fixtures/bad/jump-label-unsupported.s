# harness: what a jump label at an instruction that is neither nop nor jump
# harness: expect=diagnostic:jump-label-unsupported

	.include "function.inc"
	.include "special.inc"

	.text
FUNCTION f
1:	addq	$1, %rax
2:	ret
END_FUNCTION f

	JUMP_LABEL_ENTRY 1b, 2b
