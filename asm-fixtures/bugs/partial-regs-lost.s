# harness: what interrupts of the kernel and of user mode, met where only the hardware's part of the pt_regs is there
# harness: reference b02fcf9ba121 "x86/unwinder: Handle stack overflows more gracefully" (4.15), a9cdbe72c4e8 "x86/dumpstack: Fix partial register dumps" (4.15)
# harness: symptom derived: the unwind goes on behind user mode, and the interrupted function is printed with a question mark
# harness: entry=main interrupts=nested result=0x2a irq=irq_here
# harness: expect=quirk:partial-regs-lost wrong=vector_irq,vector_irq+1,pushed,pushed+1,pushed+2,back,vector_breakpoint,vector_breakpoint+5

# There is no room for the rest of a pt_regs below a frame that stands on top of the stack: asking for it means to lose
# the frame always.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_irq
	UNWIND_HINT_IRET_REGS
	nop
	pushq	$-1
pushed:
	pushq	%rdi
	popq	%rdi
	addq	$8, %rsp
back:
	iretq
END_CODE vector_irq

CODE vector_breakpoint
	UNWIND_HINT_IRET_REGS
	movl	$42, %eax
	jmp	__harness_exit
END_CODE vector_breakpoint

FUNCTION leaf
	leaq	1(%rdi), %rax
irq_here:
	ret
END_FUNCTION leaf

CODE main
	UNWIND_HINT_FUNC
	call	leaf
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
	ud2
