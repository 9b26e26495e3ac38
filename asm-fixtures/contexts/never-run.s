# harness: what a task that never ran: its ip is no return address, and the row before it is another function's
# harness: reference 372a8eaa0599 "x86/unwind/orc: Fix ORC for newly forked tasks" (5.8)
# harness: symptom the reliable walk of a freshly forked task fails
# harness: entry=main interrupts=none result=0x1 blind=switch_to_asm+0x10..0x1a switch=switch_stacks fork=ret_from_fork
# harness: expect=quirk:forked-task-signal wrong=ret_from_fork
# harness: unexecuted schedule+0x17..0x1b the new task ends the run
# harness: unexecuted main+0x32..0x36 the new task ends the run

# ret_from_fork follows a function with a deep frame: looked up at ip-1 it gets that one's row, and the new task's own
# words for a return address (372a8eaa0599). Interrupts are left out for one instruction's sake: between the load of the
# new stack pointer and the return, control is on its way to ret_from_fork, and the unwind from there asks for ip-1, too.

	.include "function.inc"
	.include "hints.inc"

	.text
# Once the new stack pointer is loaded the way to ret_from_fork is a blind spot.
CODE switch_to_asm
	UNWIND_HINT_FUNC
	pushq	%rbp
	pushq	%rbx
	pushq	%r12
	pushq	%r13
	pushq	%r14
	pushq	%r15
	movq	%rsp, (%rdi)
switch_stacks:
	movq	(%rsi), %rsp
	UNWIND_HINT_EMPTY
	popq	%r15
	popq	%r14
	popq	%r13
	popq	%r12
	popq	%rbx
	popq	%rbp
	ret
END_CODE switch_to_asm

FUNCTION schedule
	subq	$40, %rsp
	leaq	first_sp(%rip), %rdi
	leaq	second_sp(%rip), %rsi
	call	switch_to_asm
	addq	$40, %rsp
	ret
END_FUNCTION schedule

# Its last row, cfa=sp+80, is the one before ret_from_fork.
FUNCTION deep
	subq	$72, %rsp
	incl	count(%rip)
	movl	count(%rip), %eax
	call	__harness_exit
END_FUNCTION deep

# Directly behind it, without padding.
	.globl	ret_from_fork
ret_from_fork:
	UNWIND_HINT_END_OF_STACK
	call	deep
	.size	ret_from_fork, . - ret_from_fork

FUNCTION main
	pushq	%rbx
	leaq	new_task_frame_template(%rip), %rax
	movabsq	$__task2_stack_top - 0x200 - 56, %rdx
	movq	%rdx, second_sp(%rip)
	movl	$7, %ecx
copy_frame:
	movq	(%rax), %rbx
	movq	%rbx, (%rdx)
	addq	$8, %rax
	addq	$8, %rdx
	decl	%ecx
	jnz	copy_frame
	call	schedule
	popq	%rbx
	ret
END_FUNCTION main

	.data
	.balign	8
first_sp:
	.quad	0
second_sp:
	.quad	0
count:
	.long	0
	.balign	8
new_task_frame_template:
	.quad	0xf15, 0xf14, 0xf13, 0xf12, 0xfb, 0xfbb
	.quad	ret_from_fork
