# harness: what code behind a jump, to which nothing leads
# harness: expect=diagnostic:unreachable-instruction

	.include "function.inc"

	.text
FUNCTION f
	jmp	1f
	movl	$1, %eax
1:	ret
END_FUNCTION f
