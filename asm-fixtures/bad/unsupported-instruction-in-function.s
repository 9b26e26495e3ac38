# harness: what a function that leaves the kernel and does not say what the stack holds afterwards
# harness: expect=diagnostic:unsupported-instruction-in-function

	.include "function.inc"

	.text
FUNCTION f
	sysretq
	ret
END_FUNCTION f
