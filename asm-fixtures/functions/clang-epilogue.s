# harness: what mov %rbp,%rsp followed by pop %rbp: leave in two instructions, with a state between them
# harness: entry=main interrupts=nested stack=task result=0x4b
# harness: expect=pass

# After the mov the CFA may still be told from %rbp; after the pop it may not, and the depth below %rsp must be known
# again. A generator that followed only push, pop, add and sub has lost count of it at the sub of a register.

	.include "function.inc"

	.text
FUNCTION variable_locals
	pushq	%rbp
	movq	%rsp, %rbp
	subq	$16, %rsp
	movq	%rdi, -8(%rbp)
	subq	%rdi, %rsp
	movq	%rdi, (%rsp)
	call	double
	addq	(%rsp), %rax
	movq	%rbp, %rsp
	popq	%rbp
	ret
END_FUNCTION variable_locals

FUNCTION double
	pushq	%rbp
	movq	%rsp, %rbp
	leaq	(%rdi,%rdi), %rax
	movq	%rbp, %rsp
	popq	%rbp
	ret
END_FUNCTION double

FUNCTION main
	movl	$16, %edi
	call	variable_locals
	addq	$27, %rax
	ret
END_FUNCTION main
