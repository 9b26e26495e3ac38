# harness: what idle task that begins by a jump at the very top of its stack: its function has no return address
# harness: reference 2f62f36e62da "x86/xen: Make the boot CPU idle task reliable" (5.7)
# harness: symptom derived: the idle task's trace is unreliable: its outermost frame reads the word above the stack
# harness: entry=main interrupts=nested result=0x2a switch=switch_stacks fork=ret_from_fork
# harness: expect=fault wrong=idle,body,after_leaf,after_leaf+5
# harness: unexecuted after_leaf+0xa what is called ends the run
# harness: unexecuted main+0x43..0x44 the other task ends the run

	.include "tasks.inc"

	.text
SWITCH_TO_ASM

FUNCTION leaf
	incl	count(%rip)
	ret
END_FUNCTION leaf

FUNCTION idle
	subq	$8, %rsp
body:
	call	leaf
after_leaf:
	movl	$42, %eax
	call	__harness_exit
	ud2
END_FUNCTION idle

CODE before_fork
	UNWIND_HINT_END_OF_STACK
	nop
	.globl	ret_from_fork
ret_from_fork:
	.ifdef FAULT
	jmp	idle
	.else
	call	idle
	.endif
END_CODE before_fork

FUNCTION main
	pushq	%rbx
	.ifdef FAULT
	movabsq	$__task2_stack_top - 56, %rdx
	.else
	movabsq	$__task2_stack_top - 168 - 56, %rdx
	.endif
	movq	%rdx, second_sp(%rip)
	leaq	new_task_frame(%rip), %rax
	movl	$7, %ecx
1:	movq	(%rax), %rbx
	movq	%rbx, (%rdx)
	addq	$8, %rax
	addq	$8, %rdx
	decl	%ecx
	jnz	1b
	leaq	first_sp(%rip), %rdi
	leaq	second_sp(%rip), %rsi
	call	switch_to_asm
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
	.quad	0
new_task_frame:
	.quad	0xf15, 0xf14, 0xf13, 0xf12, 0xfb, 0
	.quad	ret_from_fork
