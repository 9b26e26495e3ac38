# harness: what rsp lowered by a register while the CFA counts from rsp: nobody can say by how much
# harness: expect=diagnostic:unsupported-stack-register-modification

	.include "function.inc"

	.text
FUNCTION main
	pushq	%rbx
	movq	%rdi, %rbx
	subq	%rbx, %rsp
	popq	%rbx
	ret
END_FUNCTION main
