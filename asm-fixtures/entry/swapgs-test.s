# harness: what the test of who was interrupted, before swapgs: the wrong way round the kernel works with the user's GS
# harness: entry=main interrupts=nested stack=task result=0x7 irq=main+1 irq=irq_here
# harness: expect=fault

# No row is wrong then: the first access to per-CPU data faults.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"
	.include "percpu.inc"

.macro SWAPGS_IF_FROM_USER cs
	testb	$3, \cs(%rsp)
	.ifdef FAULT
	jnz	1f
	.else
	jz	1f
	.endif
	swapgs
1:
.endm

	.text
CODE vector_irq
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	cld
	SWAPGS_IF_FROM_USER PT_CS-PT_ORIG_AX
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	incq	%gs:PER_CPU_USER_SP
	call	handle_irq
	POP_EXTRA_REGS
	POP_C_REGS
	SWAPGS_IF_FROM_USER PT_CS-PT_ORIG_AX
	addq	$8, %rsp
	UNWIND_HINT_IRET_REGS
	iretq
END_CODE vector_irq

FUNCTION handle_irq
	xorl	%eax, %eax
	ret
END_FUNCTION handle_irq

CODE vector_breakpoint
	UNWIND_HINT_IRET_REGS
	movl	$7, %eax
	jmp	__harness_exit
END_CODE vector_breakpoint

CODE main
	UNWIND_HINT_FUNC
	nop
	nop
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
	nop
irq_here:
	nop
	int3
