# harness: what way out to user mode by way of the trampoline stack: the pt_regs stays behind on the task's stack
# harness: reference 1fb143634a38 "x86/entry/64: Fix unwind hints in kernel exit path" (5.7)
# harness: symptom can't dereference registers at ... for ip swapgs_restore_regs_and_return_to_usermode+0x93/0xa0
# harness: entry=main interrupts=nested result=0x2a blind=exit_to_user+0x20..0x35
# harness: expect=fault wrong=switched,switched+3,switched+6,switched+9,switched+12,switched+15,switched+17,switched+18,switched+21

# From the switch on there is nobody to find: the chain ends in user mode in any case. To go on counting from the new
# stack pointer as if the pt_regs had moved along was the mistake.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_breakpoint
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	swapgs
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	call	on_breakpoint
	jmp	exit_to_user
END_CODE vector_breakpoint

CODE exit_to_user
	UNWIND_HINT_REGS
	POP_EXTRA_REGS
	popq	%r11
	popq	%r10
	popq	%r9
	popq	%r8
	popq	%rax
	popq	%rcx
	popq	%rdx
	popq	%rsi
	movq	%rsp, %rdi
	movq	trampoline_stack(%rip), %rsp
switched:
	.ifndef FAULT
	UNWIND_HINT_EMPTY
	.endif
	pushq	48(%rdi)
	pushq	40(%rdi)
	pushq	32(%rdi)
	pushq	24(%rdi)
	pushq	16(%rdi)
	pushq	(%rdi)
	popq	%rdi
	swapgs
	iretq
END_CODE exit_to_user

# The second breakpoint ends the run.
FUNCTION on_breakpoint
	movl	$42, %eax
	decq	breakpoints_left(%rip)
	jz	__harness_exit
	ret
END_FUNCTION on_breakpoint

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
	int3
	int3
	ud2

	.data
	.balign	8
trampoline_stack:
	.quad	__entry_stack_top
breakpoints_left:
	.quad	2
