# harness: what a replacement that reads memory by its distance, which changes when it is copied
# harness: expect=diagnostic:alternative-relocation-unsupported

	.include "function.inc"
	.include "special.inc"

	.text
FUNCTION f
	ALTERNATIVE_BEGIN
	nop
	ALTERNATIVE_ELSE
	movq	value(%rip), %rax
	ALTERNATIVE_END
	ret
END_FUNCTION f

	.data
value:
	.quad	0
