# harness: what a task that sleeps in a frame based on sp: unwound from thread.sp itself it is 56 bytes too low
# harness: reference f2ac57a4c49d "x86/unwind/orc: Fix inactive tasks with stack pointer in %sp on GCC 10 compiled kernels" (5.10)
# harness: symptom /proc/1/stack is empty; the row used was sp:sp+88, the word taken for the return address 7793fab6956b2d00
# harness: entry=main interrupts=none result=0x2 switch=switch_stacks fork=ret_from_fork
# harness: expect=quirk:inactive-frame-size wrong=main,0xf14,before_fork+0x1
# harness: unexecuted go_back+0x1d..0x21 the other task ends the run
# harness: unexecuted ret_from_fork+0x5 the body of the new task does not return

# f2ac57a4c49d: cfa=sp+48 from thread.sp is the saved rbp, here an address of code, instead of what lies above the frame
# of the switch.

	.include "tasks.inc"

	.text
SWITCH_TO_ASM

FUNCTION schedule
	subq	$40, %rsp
	leaq	first_sp(%rip), %rdi
	leaq	second_sp(%rip), %rsi
	call	switch_to_asm
	addq	$40, %rsp
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
	leaq	main(%rip), %rbp
	MAKE_NEW_TASK
	call	schedule
	movl	count(%rip), %eax
	incl	%eax
	popq	%rbx
	popq	%rbp
	ret
END_FUNCTION main
