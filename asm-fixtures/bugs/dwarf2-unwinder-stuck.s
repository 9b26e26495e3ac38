# harness: what kernel thread's first function, and call frame information that does not say that nobody called it
# harness: reference LKML 2006: reports against 2.6.18, whose DWARF unwinder went out with 2.6.20
# harness: symptom DWARF2 unwinder stuck at kernel_thread_helper+0x7/0x10
# harness: entry=main interrupts=none result=0x2a unwinder=dwarf switch=switch_stacks fork=ret_from_fork
# harness: expect=fault wrong=ret_from_fork,thread_returned
# harness: unexecuted main+0x44 the other task ends the run

	.include "function.inc"
	.include "hints.inc"

	.text
FUNCTION switch_to_asm
	.cfi_startproc
	.irp	register, rbp, rbx, r12, r13, r14, r15
	pushq	%\register
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset \register, 0
	.endr
	movq	%rsp, (%rdi)
switch_stacks:
	movq	(%rsi), %rsp
	.irp	register, r15, r14, r13, r12, rbx, rbp
	popq	%\register
	.cfi_adjust_cfa_offset -8
	.cfi_restore \register
	.endr
	ret
	.cfi_endproc
END_FUNCTION switch_to_asm

FUNCTION thread
	.cfi_startproc
	subq	$8, %rsp
	.cfi_adjust_cfa_offset 8
	movl	$42, %eax
	call	__harness_exit
	.cfi_endproc
END_FUNCTION thread

CODE before_fork
	.cfi_startproc
	.ifndef FAULT
	.cfi_undefined rip
	.endif
	UNWIND_HINT_END_OF_STACK
	nop
	.globl	ret_from_fork
ret_from_fork:
	call	thread
thread_returned:
	.cfi_endproc
END_CODE before_fork

FUNCTION main
	.cfi_startproc
	pushq	%rbx
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset rbx, 0
	movabsq	$__task2_stack_top - 0x200 - 56, %rdx
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
	.cfi_adjust_cfa_offset -8
	.cfi_restore rbx
	ret
	.cfi_endproc
END_FUNCTION main

	.data
	.balign	8
first_sp:
	.quad	0
second_sp:
	.quad	0
new_task_frame:
	.quad	0xf15, 0xf14, 0xf13, 0xf12, 0xfb, 0xfbb
	.quad	ret_from_fork
