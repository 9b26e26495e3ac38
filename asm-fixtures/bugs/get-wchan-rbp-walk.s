# harness: what sleeping task whose functions keep no frame pointer: where it waits can't be told by following rbp
# harness: reference bc9bbb81730e "x86: Fix get_wchan() to support the ORC unwinder" (5.16)
# harness: symptom /proc/PID/wchan is always 0
# harness: entry=main interrupts=nested result=0x2 switch=switch_stacks fork=ret_from_fork
# harness: expect=unwinder:frame-pointer wrong=main,switch_to_asm+0x0,switch_to_asm+0x1,switch_to_asm+0x2,switch_to_asm+0x4,switch_to_asm+0x6,switch_to_asm+0x8,switch_to_asm+0xa,switch_to_asm+0xd,switch_to_asm+0x10,switch_to_asm+0x12,switch_to_asm+0x14,switch_to_asm+0x16,switch_to_asm+0x18,switch_to_asm+0x19,switch_to_asm+0x1a,schedule+0x0,schedule+0x4,schedule+0xb,schedule+0x12,schedule+0x17,schedule+0x1b,go_back+0x0,go_back+0x4,go_back+0xa,go_back+0x11,go_back+0x18,go_back+0x1d,main+0x1,main+0x2,main+0x7,main+0xe,main+0x18,main+0x1f,main+0x24,main+0x27,main+0x2a,main+0x2e,main+0x32,main+0x34,main+0x36,main+0x3b,main+0x41,main+0x43,main+0x44,main+0x45
# harness: unexecuted go_back+0x1d..0x21 the other task ends the run
# harness: unexecuted ret_from_fork+0x5 the body of the new task does not return

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
	movl	$0x77, %ebp
	MAKE_NEW_TASK
	call	schedule
	movl	count(%rip), %eax
	incl	%eax
	popq	%rbx
	popq	%rbp
	ret
END_FUNCTION main
