# harness: what warning by ud2, behind which control goes on: the handler steps over it
# harness: reference d1091c7fa3d5 (4.12), 649ea4d5a624 (4.14): ud2 and __bug_table
# harness: symptom "unreachable instruction", and traces that stop in a function that warned
# harness: entry=main interrupts=nested result=0x2a edits=ip
# harness: expect=quirk:dead-end-code-gets-no-row wrong=goes_on,goes_on+5

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"
	.include "special.inc"

	.text
CODE vector_invalid_opcode
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	addq	$2, PT_IP(%rsp)
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_invalid_opcode

FUNCTION warns
	subq	$8, %rsp
	testl	%edi, %edi
	jz	.Lfine
site:
	ud2
	BUG_ENTRY site 1
goes_on:
	call	leaf
.Lfine:
	addq	$8, %rsp
	ret
END_FUNCTION warns

FUNCTION leaf
	movl	$42, %eax
	ret
END_FUNCTION leaf

FUNCTION main
	subq	$8, %rsp
	movl	$1, %edi
	call	warns
	addq	$8, %rsp
	ret
END_FUNCTION main
