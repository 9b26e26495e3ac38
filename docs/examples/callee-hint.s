# harness: what hint that forgets a push: the regression test that comes out of docs/howto-bad-unwind.md
# harness: reference docs/howto-bad-unwind.md
# harness: symptom a call trace with nothing but question marks behind callee+0x4/0xa
# harness: entry=main interrupts=nested result=0x2b
# harness: expect=fault wrong=callee+1,callee+4,callee+8,callee+9

	.include "function.inc"
	.include "hints.inc"

	.text
FUNCTION callee
	pushq	%rbx
	.ifdef FAULT
	UNWIND_HINT_FUNC
	.endif
	movq	%rdi, %rbx
	leaq	1(%rbx), %rax
	popq	%rbx
	ret
END_FUNCTION callee

FUNCTION main
	subq	$8, %rsp
	movl	$42, %edi
	call	callee
	addq	$8, %rsp
	ret
END_FUNCTION main
