# harness: what the frame pointer gets an address that has nothing to do with the frame
# harness: expect=diagnostic:unsupported-stack-register-modification

	.include "function.inc"

	.text
FUNCTION f
	pushq	%rbp
	movq	%rsp, %rbp
	leaq	8(%rax), %rbp
	popq	%rbp
	ret
END_FUNCTION f
