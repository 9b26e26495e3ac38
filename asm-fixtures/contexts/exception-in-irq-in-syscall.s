# harness: what an exception in an interrupt handler in a system call: user, task stack, IRQ stack, and the task's registers
# harness: entry=main interrupts=nested result=0x5 irq=do_syscall+0x1 blind=vector_syscall+0x0..0x34 edits=ip
# harness: expect=pass
# harness: unexecuted vector_syscall+0x3f the system call ends the run

	.include "annotations.inc"
	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_syscall
	UNWIND_HINT_EMPTY
	swapgs
	movq	%rsp, user_sp(%rip)
	movq	task_stack(%rip), %rsp
	pushq	$USER_DS
	pushq	user_sp(%rip)
	pushq	%r11
	pushq	$USER_CS
	pushq	%rcx
	pushq	%rax
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	sti
	call	do_syscall
	ud2
END_CODE vector_syscall

FUNCTION do_syscall
	pushq	%rbx
	movl	$5, %eax
	popq	%rbx
	jmp	__harness_exit
END_FUNCTION do_syscall

CODE vector_irq
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	incl	irq_count(%rip)
	cmovzq	irq_stack_pointer(%rip), %rsp
	UNWIND_HINT_REGS base=rdi
	pushq	%rdi
	UNWIND_HINT_REGS indirect=1
	call	irq_handler
	popq	%rsp
	UNWIND_HINT_REGS
	decl	irq_count(%rip)
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_irq

FUNCTION irq_handler
	pushq	%rbp
	movq	%rsp, %rbp
	xorl	%edi, %edi
	ud2
	ANNOTATE_REACHABLE
	popq	%rbp
	ret
END_FUNCTION irq_handler

CODE vector_invalid_opcode
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	call	invalid_opcode_handler
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_invalid_opcode

FUNCTION invalid_opcode_handler
	pushq	%rbx
	addq	$2, PT_IP(%rdi)
	movl	$1, handled(%rip)
	popq	%rbx
	ret
END_FUNCTION invalid_opcode_handler

CODE main
	UNWIND_HINT_FUNC
	pushq	$USER_DS
	pushq	$__user_stack_top
	pushq	$0x202
	pushq	$USER_CS
	pushq	$user_start
	cli
	swapgs
	iretq
END_CODE main

	.section .user.text, "ax"
user_start:
	pushq	$1
	movl	$1, %eax
	syscall
	ud2

	.data
	.balign	8
user_sp:
	.quad	0
task_stack:
	.quad	__task_stack_top
irq_stack_pointer:
	.quad	__irq_stack_top
irq_count:
	.long	-1
handled:
	.long	0
