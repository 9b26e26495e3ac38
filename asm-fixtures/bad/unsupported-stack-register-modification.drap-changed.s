# harness: what realigned frame: the register that holds the CFA is moved before it is saved
# harness: expect=diagnostic:unsupported-stack-register-modification

	.include "function.inc"

	.text
FUNCTION main
	leaq	8(%rsp), %r10
	andq	$-64, %rsp
	leaq	16(%r10), %r10
	pushq	-24(%r10)
	pushq	%rbp
	movq	%rsp, %rbp
	leave
	leaq	-24(%r10), %rsp
	ret
END_FUNCTION main
