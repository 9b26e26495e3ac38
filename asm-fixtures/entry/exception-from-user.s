# harness: what exceptions from user mode: the hardware changes to the kernel's stack, and the chain ends in the user's code
# harness: entry=main interrupts=nested stack=task result=0x9 edits=ip irq=irq_here
# harness: expect=pass

# There is nothing behind the hardware's frame: what lies above it on the stack, and what the user's registers hold,
# must not be taken for callers, although the user code here keeps kernel addresses in rbp and on its own stack.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_breakpoint
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	swapgs
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	call	on_breakpoint
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	swapgs
	iretq
END_CODE vector_breakpoint

# The third breakpoint ends the run.
FUNCTION on_breakpoint
	pushq	%rbx
	incq	breakpoints(%rip)
	movq	breakpoints(%rip), %rbx
	leaq	6(%rbx), %rax
	cmpq	$3, %rbx
	popq	%rbx
	je	__harness_exit
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
	movq	$main, %rbp
	pushq	%rbp
	movq	%rsp, %rbx
irq_here:
	xorl	%eax, %eax
	int3
	int3
	callq	user_function
	ud2
user_function:
	int3
	ret

	.data
	.balign	8
breakpoints:
	.quad	0
