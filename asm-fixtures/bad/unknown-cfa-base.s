# harness: what a frame realigned by way of a register that rows can not name
# harness: expect=diagnostic:unknown-cfa-base

	.include "function.inc"

	.text
FUNCTION f
	leaq	8(%rsp), %rax
	andq	$-64, %rsp
	pushq	-8(%rax)
	leaq	-8(%rax), %rsp
	ret
END_FUNCTION f
