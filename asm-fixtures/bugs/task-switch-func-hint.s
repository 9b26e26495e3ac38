# harness: what task switch whose hint forgets that rbp was saved: the new task's rbp is not in the register yet
# harness: reference 96c64806b4bf "x86/entry/64: Fix unwind hints in __switch_to_asm()" (5.7)
# harness: symptom derived: a trace through __switch_to_asm stops behind a caller with a frame pointer, or is another task's
# harness: entry=main interrupts=nested result=0x4 switch=switch_stacks fork=ret_from_fork
# harness: expect=fault wrong=switched,switched+2,switched+4,switched+6,switched+8,switched+9
# harness: unexecuted second_body+0x17..0x18 the first task ends the run
# harness: unexecuted ret_from_fork+0x5 the body of the new task does not return
# harness: survives switch_to_asm+0x1..0x8 bp-reg its caller keeps nothing below rbp, where the first push of this function lands

# The other half of switch-to-asm-func-hint, with two tasks: behind the switch the stack is the new task's, and rbp is
# the old one's until it is popped.

	.include "tasks.inc"

	.text
FUNCTION switch_to_asm
	pushq	%rbp
	pushq	%rbx
	pushq	%r12
	pushq	%r13
	pushq	%r14
	pushq	%r15
	movq	%rsp, (%rdi)
switch_stacks:
	movq	(%rsi), %rsp
switched:
	.ifdef FAULT
	UNWIND_HINT_FUNC cfa_offset=56
	.endif
	popq	%r15
	popq	%r14
	popq	%r13
	popq	%r12
	popq	%rbx
	popq	%rbp
	ret
END_FUNCTION switch_to_asm

FUNCTION schedule_first
	pushq	%rbp
	movq	%rsp, %rbp
	leaq	first_sp(%rip), %rdi
	leaq	second_sp(%rip), %rsi
	call	switch_to_asm
	popq	%rbp
	ret
END_FUNCTION schedule_first

FUNCTION schedule_second
	pushq	%rbp
	movq	%rsp, %rbp
	leaq	second_sp(%rip), %rdi
	leaq	first_sp(%rip), %rsi
	call	switch_to_asm
	popq	%rbp
	ret
END_FUNCTION schedule_second

FUNCTION second_body
	pushq	%rbx
	incl	count(%rip)
	call	schedule_second
	incl	count(%rip)
	call	schedule_second
	popq	%rbx
	ret
END_FUNCTION second_body

NEW_TASK second_body

FUNCTION main
	pushq	%rbx
	MAKE_NEW_TASK
	call	schedule_first
	call	schedule_first
	movl	count(%rip), %eax
	addl	%eax, %eax
	popq	%rbx
	ret
END_FUNCTION main
