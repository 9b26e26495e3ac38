# harness: what realigned frame: the register that holds the CFA is set from rbp, which is the caller's
# harness: expect=diagnostic:unsupported-stack-register-modification

	.include "function.inc"

	.text
FUNCTION main
	leaq	8(%rsp), %r10
	andq	$-64, %rsp
	leaq	8(%rbp), %r10
	pushq	-8(%r10)
	pushq	%rbp
	movq	%rsp, %rbp
	leave
	leaq	-8(%r10), %rsp
	ret
END_FUNCTION main
