# harness: what task that exits from an oops: its stack is rewound to just below the pt_regs of user mode
# harness: reference f977df7b7ca4 "x86/entry/64: Fix unwind hints in rewind_stack_do_exit()" (5.7)
# harness: symptom derived: the exiting task's trace is unreliable, and livepatch waits for it forever
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=fault wrong=rewound,rewound+1,rewound+6

# What lies there is a pt_regs. As a function's frame of that size its topmost word, ss, is the return address.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"
	.include "annotations.inc"

	.text
CODE vector_breakpoint
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	swapgs
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	subq	$64, %rsp
	xorl	%ebp, %ebp
	movq	task_stack(%rip), %rax
	leaq	-PT_REGS_SIZE(%rax), %rsp
rewound:
	.ifdef FAULT
	UNWIND_HINT_FUNC cfa_offset=168
	.else
	UNWIND_HINT_REGS
	.endif
	nop
	call	do_exit
END_CODE vector_breakpoint

FUNCTION do_exit
	pushq	%rbp
	movq	%rsp, %rbp
	movl	$42, %eax
	call	__harness_exit
	ANNOTATE_UNREACHABLE
END_FUNCTION do_exit

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
	ud2

	.data
	.balign	8
task_stack:
	.quad	__task_stack_top
