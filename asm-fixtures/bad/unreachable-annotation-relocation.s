# harness: what an annotation that names a symbol of another file
# harness: expect=diagnostic:unreachable-annotation-relocation

	.include "function.inc"

	.text
FUNCTION f
	ret
END_FUNCTION f

	.section .discard.unreachable
	.long	elsewhere - .
