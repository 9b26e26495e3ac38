# harness: what entry code in the shapes of Linux 6.x: registers pushed, then cleared; the IRQ stack is a function's matter
# harness: blind=syscall_on_user_stack,sysret_on_user_stack
# harness: survives vector_spurious_fault+0x6c moved-earlier the hardware's frame and its copy say the same
# harness: survives vector_syscall+0xaf moved-earlier the hardware's frame and its copy say the same
# harness: survives vector_nmi+0x115 duplicated the hardware's frame and its copy say the same
# harness: survives vector_nmi+0x119 moved-earlier the hardware's frame and its copy say the same
#
# A stub pushes its error code and calls a helper that puts the pt_regs under its own return address and, from user mode,
# copies it to the task's stack. On the way out the pt_regs is popped word by word and stays what the unwinder uses to
# the end, although it comes to lie below the stack pointer: nothing writes there, since interrupts are off and NMIs have
# a stack of their own. The helpers are part of the stub: no caller of theirs is listed (see the entry code of 2017).

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"
	.include "percpu.inc"
	.include "annotations.inc"
	.include "special.inc"
	.include "nmi.inc"

# From orig_ax on top of the stack to a whole pt_regs; with save_ret the return address of a helper is above it and comes
# to lie below it. Registers are cleared, against speculation with what the user left in them, only when all are saved.
.macro PUSH_AND_CLEAR_REGS rdx=%rdx rax=%rax save_ret=0
	.if \save_ret
	pushq	%rsi
	movq	8(%rsp), %rsi
	movq	%rdi, 8(%rsp)
	.else
	pushq	%rdi
	pushq	%rsi
	.endif
	pushq	\rdx
	pushq	%rcx
	pushq	\rax
	pushq	%r8
	pushq	%r9
	pushq	%r10
	pushq	%r11
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	.if \save_ret
	pushq	%rsi
	.endif
	xorl	%esi, %esi
	xorl	%edx, %edx
	xorl	%ecx, %ecx
	xorl	%r8d, %r8d
	xorl	%r9d, %r9d
	xorl	%r10d, %r10d
	xorl	%r11d, %r11d
	xorl	%ebx, %ebx
	xorl	%ebp, %ebp
	xorl	%r12d, %r12d
	xorl	%r13d, %r13d
	xorl	%r14d, %r14d
	xorl	%r15d, %r15d
.endm

.macro POP_REGS_BUT_RDI r11=%r11 rcx=%rcx
	POP_EXTRA_REGS
	popq	\r11
	popq	%r10
	popq	%r9
	popq	%r8
	popq	%rax
	popq	\rcx
	popq	%rdx
	popq	%rsi
.endm

	.text
CODE vector_irq
	.weak	vector_irq
	UNWIND_HINT_IRET_REGS
	endbr64
	pushq	$0x20
	cld
	ANNOTATE_INTRA_FUNCTION_CALL
	call	.Lerror_entry
	UNWIND_HINT_REGS
	movq	%rax, %rsp
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	movq	$-1, PT_ORIG_AX(%rsp)
	call	runtime_irq
	jmp	.Lerror_return
END_CODE vector_irq

CODE vector_spurious_fault
	.weak	vector_spurious_fault
	UNWIND_HINT_IRET_REGS offset=8
	endbr64
	cld
	ANNOTATE_INTRA_FUNCTION_CALL
	call	.Lerror_entry
	UNWIND_HINT_REGS
	movq	%rax, %rsp
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	movq	PT_ORIG_AX(%rsp), %rsi
	movq	$-1, PT_ORIG_AX(%rsp)
	call	runtime_fault_handler

.Lerror_return:
	UNWIND_HINT_REGS
	testb	$3, PT_CS(%rsp)
	jnz	.Lreturn_to_user
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	UNWIND_HINT_IRET_REGS
	iretq

.Lreturn_to_user:
	UNWIND_HINT_REGS
	POP_REGS_BUT_RDI
	# The user's page table would not have the task's stack: iret from the small one.
	movq	%rsp, %rdi
	movq	%gs:PER_CPU_ENTRY_STACK, %rsp
	UNWIND_HINT_IRET_REGS base=rdi offset=16
	pushq	6*8(%rdi)
	pushq	5*8(%rdi)
	pushq	4*8(%rdi)
	pushq	3*8(%rdi)
	pushq	2*8(%rdi)
	pushq	(%rdi)
	UNWIND_HINT_IRET_REGS offset=8
	popq	%rdi
	swapgs
	iretq

# Puts the pt_regs under its return address; rax is afterwards where the stub shall have it.
.Lerror_entry:
	UNWIND_HINT_IRET_REGS offset=16
	PUSH_AND_CLEAR_REGS save_ret=1
	testb	$3, PT_CS+8(%rsp)
	jz	1f
	swapgs
	leaq	8(%rsp), %rdi
	call	runtime_sync_regs
	ret
1:	leaq	8(%rsp), %rax
	ret

# The same where GS may be either, as an NMI finds it: a kernel address in it is the kernel's. ebx says whether it was.
.Lparanoid_entry:
	UNWIND_HINT_IRET_REGS offset=16
	PUSH_AND_CLEAR_REGS save_ret=1
	movl	$1, %ebx
	movl	$MSR_GS_BASE, %ecx
	rdmsr
	testl	%edx, %edx
	js	1f
	xorl	%ebx, %ebx
	swapgs
1:	ret
END_CODE vector_spurious_fault

CODE vector_nmi
	.weak	vector_nmi
	UNWIND_HINT_IRET_REGS
	endbr64
	pushq	%rdx
	testb	$3, 2*8(%rsp)
	jz	.Lnmi_from_kernel

	# From user mode: leave this stack at once. The handler's faults may then let NMIs in, as anywhere in the kernel.
	swapgs
	cld
	movq	%rsp, %rdx
	movq	%gs:PER_CPU_TASK_STACK, %rsp
	UNWIND_HINT_IRET_REGS base=rdx offset=8
	pushq	5*8(%rdx)
	pushq	4*8(%rdx)
	pushq	3*8(%rdx)
	pushq	2*8(%rdx)
	pushq	1*8(%rdx)
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	PUSH_AND_CLEAR_REGS rdx=(%rdx)
	movq	%rsp, %rdi
	call	runtime_interrupt_handler
	jmp	.Lreturn_to_user

.Lnmi_from_kernel:
	NMI_FROM_KERNEL
	pushq	$-1
	ANNOTATE_INTRA_FUNCTION_CALL
	call	.Lparanoid_entry
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	call	runtime_interrupt_handler
	testl	%ebx, %ebx
	jnz	1f
	swapgs
1:	POP_EXTRA_REGS
	POP_C_REGS
	NMI_RETURN
END_CODE vector_nmi

CODE vector_syscall
	.weak	vector_syscall
syscall_on_user_stack:
	UNWIND_HINT_EMPTY
	endbr64
	swapgs
	movq	%rsp, %gs:PER_CPU_USER_SP
	movq	%gs:PER_CPU_TASK_STACK, %rsp
	pushq	$USER_DS
	pushq	%gs:PER_CPU_USER_SP
	pushq	%r11
	pushq	$USER_CS
	pushq	%rcx
	.size	syscall_on_user_stack, . - syscall_on_user_stack
	UNWIND_HINT_IRET_REGS
	pushq	%rax
	PUSH_AND_CLEAR_REGS rax=$-38
	movq	%rsp, %rdi
	movslq	%eax, %rsi
	call	runtime_do_syscall
	movq	%rax, PT_AX(%rsp)
	# An odd number asks for the fast way out.
	testb	$1, PT_ORIG_AX(%rsp)
	jz	.Lreturn_to_user
	movq	PT_IP(%rsp), %rcx
	movq	PT_FLAGS(%rsp), %r11
	POP_REGS_BUT_RDI r11=%rsi rcx=%rsi
	movq	%rsp, %rdi
	movq	%gs:PER_CPU_ENTRY_STACK, %rsp
	UNWIND_HINT_IRET_REGS base=rdi offset=16
	pushq	5*8(%rdi)
	pushq	(%rdi)
	popq	%rdi
sysret_on_user_stack:
	UNWIND_HINT_EMPTY
	popq	%rsp
	swapgs
	sysretq
	.size	sysret_on_user_stack, . - sysret_on_user_stack
END_CODE vector_syscall

# The IRQ stack's top word leads back; it is written before the switch.
FUNCTION runtime_irq
	pushq	%rbp
	movq	%rsp, %rbp
	incl	%gs:PER_CPU_IRQ_COUNT
	jnz	1f
	movq	%gs:PER_CPU_IRQ_STACK, %r11
	subq	$8, %r11
	movq	%rsp, (%r11)
	movq	%r11, %rsp
	call	runtime_interrupt_handler
	popq	%rsp
	jmp	2f
1:	call	runtime_interrupt_handler
2:	decl	%gs:PER_CPU_IRQ_COUNT
	popq	%rbp
	ret
END_FUNCTION runtime_irq

FUNCTION runtime_do_syscall
	subq	$8, %rsp
	sti
	call	runtime_system_call
	cli
	addq	$8, %rsp
	ret
END_FUNCTION runtime_do_syscall

# Copies a pt_regs (rdi) to the top of the task's stack unless it is there, and returns where it is then.
FUNCTION runtime_sync_regs
	movq	%gs:PER_CPU_TASK_STACK, %rax
	subq	$PT_REGS_SIZE, %rax
	cmpq	%rax, %rdi
	je	1f
	movq	%rdi, %rsi
	movq	%rax, %rdi
	movl	$PT_REGS_SIZE/8, %ecx
	rep movsq
1:	ret
END_FUNCTION runtime_sync_regs
