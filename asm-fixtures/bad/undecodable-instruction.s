# harness: what bytes that are no instruction in 64-bit mode
# harness: expect=diagnostic:undecodable-instruction

	.include "function.inc"

	.text
FUNCTION f
	.byte	0x06
	ret
END_FUNCTION f
