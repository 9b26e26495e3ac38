# harness: what a replacement that pushes where the original does not
# harness: expect=diagnostic:alternative-layout-conflict

	.include "function.inc"
	.include "special.inc"

	.text
FUNCTION f
	ALTERNATIVE_BEGIN
	nop
	nop
	ALTERNATIVE_ELSE
	pushq	%rbx
	popq	%rbx
	ALTERNATIVE_END
	ret
END_FUNCTION f
