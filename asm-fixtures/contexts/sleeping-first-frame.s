# harness: what a task that sleeps in a frame with a frame pointer: a start that skips frames up to the stack pointer skips it, too
# harness: reference f1d9a2abff66 "x86/unwind/orc: Don't skip the first frame for inactive tasks" (5.7)
# harness: symptom the first frame of every sleeping task is missing
# harness: entry=main interrupts=none result=0x2 switch=switch_stacks fork=ret_from_fork
# harness: expect=quirk:inactive-first-frame-skipped wrong=before_fork+0x1,before_fork+0x6,main+0x36
# harness: unexecuted go_back+0x1d..0x21 the other task ends the run
# harness: unexecuted ret_from_fork+0x5 the body of the new task does not return

# f1d9a2abff66: where to begin and the stack pointer of the first frame are the same, and "not above" leaves it out.

	.include "tasks.inc"

	.text
SWITCH_TO_ASM

FUNCTION schedule
	pushq	%rbp
	movq	%rsp, %rbp
	leaq	first_sp(%rip), %rdi
	leaq	second_sp(%rip), %rsi
	call	switch_to_asm
	popq	%rbp
	ret
END_FUNCTION schedule

FUNCTION go_back
	subq	$8, %rsp
	incl	count(%rip)
	leaq	second_sp(%rip), %rdi
	leaq	first_sp(%rip), %rsi
	call	switch_to_asm
	addq	$8, %rsp
	ret
END_FUNCTION go_back

NEW_TASK go_back

FUNCTION main
	pushq	%rbp
	pushq	%rbx
	MAKE_NEW_TASK
	call	schedule
	movl	count(%rip), %eax
	incl	%eax
	popq	%rbx
	popq	%rbp
	ret
END_FUNCTION main
