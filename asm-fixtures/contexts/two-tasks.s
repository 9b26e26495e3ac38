# harness: what two tasks that switch back and forth: each sleeps in a frame based on sp, one of them is new
# harness: entry=main interrupts=nested result=0x6 switch=switch_stacks fork=ret_from_fork
# harness: expect=pass
# harness: unexecuted second_body+0x22..0x23 the first task ends the run
# harness: unexecuted ret_from_fork+0x5 the body of the new task does not return

# A task that goes to sleep leaves the callee-saved registers and a return address on its stack, and in thread.sp where
# they lie (struct inactive_task_frame). Another task unwinds it from there. The new task's frame is written by hand, and
# its "return address" is the first instruction of ret_from_fork, which no call precedes.

	.include "tasks.inc"

	.text
SWITCH_TO_ASM

# As gcc 10 made __schedule: its frame is counted from sp.
FUNCTION schedule_first
	subq	$40, %rsp
	leaq	first_sp(%rip), %rdi
	leaq	second_sp(%rip), %rsi
	call	switch_to_asm
	addq	$40, %rsp
	ret
END_FUNCTION schedule_first

# With a frame pointer.
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
	call	schedule_first
	movl	count(%rip), %eax
	addl	%eax, %eax
	popq	%rbx
	ret
END_FUNCTION main
