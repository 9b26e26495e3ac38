# harness: what NMI from user mode: leaves the NMI stack at once, the old frame known only through %rdx meanwhile
# harness: entry=main interrupts=nested stack=task result=0x7 nmi=nmi_here frames=copied
# harness: expect=pass

# A second NMI would overwrite the frame of the first on the IST stack, so the stub copies it to the task's stack word
# by word. Between the switch and the last copied word the true frame is at 8(%rdx).

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_nmi
	UNWIND_HINT_IRET_REGS
	pushq	%rdx
	testb	$3, 16(%rsp)
	jz	.Lfrom_kernel
	swapgs
	cld
	movq	%rsp, %rdx
	movq	task_stack(%rip), %rsp
	UNWIND_HINT_IRET_REGS base=rdx offset=8
	pushq	5*8(%rdx)
	pushq	4*8(%rdx)
	pushq	3*8(%rdx)
	pushq	2*8(%rdx)
	pushq	1*8(%rdx)
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	pushq	%rdi
	pushq	%rsi
	pushq	(%rdx)
	pushq	%rcx
	pushq	%rax
	pushq	%r8
	pushq	%r9
	pushq	%r10
	pushq	%r11
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	jmp	.Lhandle

.Lfrom_kernel:
	UNWIND_HINT_IRET_REGS offset=8
	popq	%rdx
	pushq	$-1
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
.Lhandle:
	movq	%rsp, %rdi
	call	count_nmi
	testb	$3, PT_CS(%rsp)
	jz	1f
	swapgs
1:	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_nmi

FUNCTION count_nmi
	pushq	%rbx
	movq	PT_CS(%rdi), %rbx
	andl	$3, %ebx
	incq	nmis(,%rbx,8)
	popq	%rbx
	ret
END_FUNCTION count_nmi

CODE vector_breakpoint
	UNWIND_HINT_IRET_REGS
	movl	$7, %eax
	jmp	__harness_exit
END_CODE vector_breakpoint

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
	xorl	%edx, %edx
nmi_here:
	incl	%edx
	leaq	1(%rdx), %rcx
	int3

	.data
	.balign	8
task_stack:
	.quad	__task_stack_top
nmis:
	.fill	4, 8, 0
