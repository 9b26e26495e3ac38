# harness: what two ways that meet with different registers saved on the stack
# harness: expect=diagnostic:stack-state-mismatch

	.include "function.inc"

	.text
FUNCTION f
	testl	%edi, %edi
	je	1f
	pushq	%rbx
	jmp	2f
1:	pushq	%r12
2:	nop
	popq	%r12
	ret
END_FUNCTION f
