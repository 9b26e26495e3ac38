# harness: what a call through a null pointer: the caller is on top of the stack, and there is no code at 0
# harness: reference ac5ceccce550 "x86/unwind: Add hardcoded ORC entry for NULL" (5.1)
# harness: symptom an oops with RIP: 0010:(null) and no caller
# harness: entry=main interrupts=none result=0x7
# harness: expect=quirk:null-call wrong=0x0
# harness: unexecuted calls_null+0x8..0xc nothing returns from a call through a null pointer
# harness: unexecuted main+0x9..0xa its callee never returns
# harness: unexecuted vector_page_fault+0x20 what is called ends the run

# ac5ceccce550: the fault comes with ip 0 and the return address just pushed. The handler ends the run.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_page_fault
	UNWIND_HINT_IRET_REGS offset=8
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	call	return_for_it
	ud2
END_CODE vector_page_fault

FUNCTION return_for_it
	pushq	%rbx
	movl	$7, %eax
	popq	%rbx
	jmp	__harness_exit
END_FUNCTION return_for_it

FUNCTION calls_null
	subq	$8, %rsp
	xorl	%eax, %eax
	call	*%rax
	addq	$8, %rsp
	ret
END_FUNCTION calls_null

FUNCTION main
	pushq	%rbp
	movq	%rsp, %rbp
	call	calls_null
	popq	%rbp
	ret
END_FUNCTION main
