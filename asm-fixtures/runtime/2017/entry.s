# harness: what entry code in the shapes of Linux 4.12 to 4.15: registers saved by mov, IRQ stack by way of %rdi
# harness: blind=syscall_on_user_stack,sysret_on_user_stack
# harness: survives vector_irq+0x60 deleted the hardware's part of the same pt_regs is claimed: less than there is
# harness: survives vector_irq+0x153 deleted the hardware's part of the same pt_regs is claimed: less than there is
# harness: survives vector_syscall+0x53 deleted the hardware's part of the same pt_regs is claimed: less than there is
# harness: survives vector_spurious_fault+0x87..0xe2 deleted the hardware's part of the same pt_regs is claimed: less than there is
# harness: survives vector_irq+0x60 moved-later the hardware's part of the same pt_regs is claimed: less than there is
# harness: survives vector_irq+0x153 moved-later the hardware's part of the same pt_regs is claimed: less than there is
# harness: survives vector_syscall+0x53 moved-later the hardware's part of the same pt_regs is claimed: less than there is
# harness: survives vector_spurious_fault+0x87..0xe2 moved-later the hardware's part of the same pt_regs is claimed: less than there is
# harness: survives vector_spurious_fault+0x18 moved-later the hardware's part of the same pt_regs is claimed: less than there is
# harness: survives vector_spurious_fault+0x87 duplicated the hardware's part of the same pt_regs is claimed: less than there is
# harness: survives vector_spurious_fault+0x96 moved-earlier the hardware's part of the same pt_regs is claimed: less than there is
# harness: survives vector_nmi+0x153 moved-later the hardware's part of the same pt_regs is claimed: less than there is
# harness: survives vector_nmi+0x144 duplicated the hardware's frame and its copy say the same
# harness: survives vector_nmi+0x148 moved-earlier the hardware's frame and its copy say the same
#
# Every stub makes room for a pt_regs below the hardware's frame, fills it, and empties it by mov: until rsp has left it
# on the way out, it stays what the unwinder uses. To trust only the hardware's frame earlier would be wrong when the
# interrupted code is a realigned function, whose CFA is in %r10: that is not back before its word is read. The helpers
# that fill it are called by code that is not a function's, and are part of the stub: no caller of theirs is listed,
# since a call frame between the hardware's frame and a pt_regs would hide the interrupted registers.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"
	.include "percpu.inc"
	.include "annotations.inc"
	.include "special.inc"
	.include "nmi.inc"

.macro SAVE_REGS offset=0
	movq	%rdi, PT_DI+\offset(%rsp)
	movq	%rsi, PT_SI+\offset(%rsp)
	movq	%rdx, PT_DX+\offset(%rsp)
	movq	%rcx, PT_CX+\offset(%rsp)
	movq	%rax, PT_AX+\offset(%rsp)
	movq	%r8, PT_R8+\offset(%rsp)
	movq	%r9, PT_R9+\offset(%rsp)
	movq	%r10, PT_R10+\offset(%rsp)
	movq	%r11, PT_R11+\offset(%rsp)
	movq	%rbx, PT_BX+\offset(%rsp)
	movq	%rbp, PT_BP+\offset(%rsp)
	movq	%r12, PT_R12+\offset(%rsp)
	movq	%r13, PT_R13+\offset(%rsp)
	movq	%r14, PT_R14+\offset(%rsp)
	movq	%r15, PT_R15+\offset(%rsp)
.endm

.macro RESTORE_EXTRA_REGS
	movq	PT_R15(%rsp), %r15
	movq	PT_R14(%rsp), %r14
	movq	PT_R13(%rsp), %r13
	movq	PT_R12(%rsp), %r12
	movq	PT_BP(%rsp), %rbp
	movq	PT_BX(%rsp), %rbx
.endm

.macro RESTORE_C_REGS rcx=1 r11=1
	.if \r11
	movq	PT_R11(%rsp), %r11
	.endif
	movq	PT_R10(%rsp), %r10
	movq	PT_R9(%rsp), %r9
	movq	PT_R8(%rsp), %r8
	movq	PT_AX(%rsp), %rax
	.if \rcx
	movq	PT_CX(%rsp), %rcx
	.endif
	movq	PT_DX(%rsp), %rdx
	movq	PT_SI(%rsp), %rsi
	movq	PT_DI(%rsp), %rdi
.endm

	.text
CODE vector_irq
	.weak	vector_irq
	UNWIND_HINT_IRET_REGS
	pushq	$~0x20
	cld
	testb	$3, PT_CS-PT_ORIG_AX(%rsp)
	jz	1f
	swapgs
	ANNOTATE_INTRA_FUNCTION_CALL
	call	.Lto_task_stack
	UNWIND_HINT_IRET_REGS offset=8
1:	addq	$-PT_ORIG_AX, %rsp
	SAVE_REGS
	UNWIND_HINT_REGS
	ENCODE_FRAME_POINTER
	movq	%rsp, %rdi
	incl	%gs:PER_CPU_IRQ_COUNT
	cmovzq	%gs:PER_CPU_IRQ_STACK, %rsp
	UNWIND_HINT_REGS base=rdi
	pushq	%rdi
	UNWIND_HINT_REGS indirect=1
	call	runtime_interrupt_handler
	popq	%rsp
	UNWIND_HINT_REGS
	decl	%gs:PER_CPU_IRQ_COUNT
	testb	$3, PT_CS(%rsp)
	jnz	.Lreturn_to_user
.Lreturn_to_kernel:
	RESTORE_EXTRA_REGS
	RESTORE_C_REGS
	addq	$PT_IP, %rsp
	UNWIND_HINT_IRET_REGS
	iretq

.Lreturn_to_user:
	UNWIND_HINT_REGS
	RESTORE_EXTRA_REGS
	movq	PT_R11(%rsp), %r11
	movq	PT_R10(%rsp), %r10
	movq	PT_R9(%rsp), %r9
	movq	PT_R8(%rsp), %r8
	movq	PT_AX(%rsp), %rax
	movq	PT_CX(%rsp), %rcx
	movq	PT_DX(%rsp), %rdx
	movq	PT_SI(%rsp), %rsi
	# The user's page table would not have the task's stack: iret from the small one.
	movq	%rsp, %rdi
	movq	%gs:PER_CPU_ENTRY_STACK, %rsp
	UNWIND_HINT_REGS base=rdi
	pushq	PT_SS(%rdi)
	pushq	PT_SP(%rdi)
	pushq	PT_FLAGS(%rdi)
	pushq	PT_CS(%rdi)
	pushq	PT_IP(%rdi)
	pushq	PT_DI(%rdi)
	UNWIND_HINT_IRET_REGS offset=8
	popq	%rdi
	swapgs
	iretq

# From user mode: the hardware's frame and orig_ax, under a return address, move to the task's stack if they are not there.
.Lto_task_stack:
	UNWIND_HINT_IRET_REGS offset=16
	pushq	%rdi
	movq	%rsp, %rdi
	movq	%gs:PER_CPU_TASK_STACK, %rsp
	UNWIND_HINT_IRET_REGS base=rdi offset=24
	pushq	7*8(%rdi)
	pushq	6*8(%rdi)
	pushq	5*8(%rdi)
	pushq	4*8(%rdi)
	pushq	3*8(%rdi)
	pushq	2*8(%rdi)
	pushq	8(%rdi)
	UNWIND_HINT_IRET_REGS offset=16
	movq	(%rdi), %rdi
	ret
END_CODE vector_irq

CODE vector_spurious_fault
	.weak	vector_spurious_fault
	UNWIND_HINT_IRET_REGS offset=8
	testb	$3, PT_CS-PT_ORIG_AX(%rsp)
	jz	1f
	swapgs
	ANNOTATE_INTRA_FUNCTION_CALL
	call	.Lto_task_stack
	UNWIND_HINT_IRET_REGS offset=8
1:	addq	$-PT_ORIG_AX, %rsp
	ANNOTATE_INTRA_FUNCTION_CALL
	call	.Lerror_entry
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	movq	PT_ORIG_AX(%rsp), %rsi
	movq	$-1, PT_ORIG_AX(%rsp)
	call	runtime_fault_handler
	testl	%ebx, %ebx
	jnz	.Lreturn_to_kernel
	jmp	.Lreturn_to_user

# Fills the pt_regs above the return address; ebx says afterwards whether the kernel was interrupted.
.Lerror_entry:
	UNWIND_HINT_IRET_REGS offset=8+PT_IP
	cld
	SAVE_REGS 8
	UNWIND_HINT_REGS offset=8
	ENCODE_FRAME_POINTER 8
	xorl	%ebx, %ebx
	testb	$3, PT_CS+8(%rsp)
	jnz	1f
	incl	%ebx
1:	ret

# The same where GS may be either, as an NMI finds it: a kernel address in it is the kernel's. ebx says whether it was.
.Lparanoid_entry:
	UNWIND_HINT_IRET_REGS offset=8+PT_IP
	cld
	SAVE_REGS 8
	UNWIND_HINT_REGS offset=8
	ENCODE_FRAME_POINTER 8
	movl	$1, %ebx
	movl	$MSR_GS_BASE, %ecx
	rdmsr
	testl	%edx, %edx
	js	1f
	swapgs
	xorl	%ebx, %ebx
1:	ret
END_CODE vector_spurious_fault

CODE vector_nmi
	.weak	vector_nmi
	UNWIND_HINT_IRET_REGS
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
	ENCODE_FRAME_POINTER
	movq	%rsp, %rdi
	call	runtime_interrupt_handler
	swapgs
	RESTORE_EXTRA_REGS
	RESTORE_C_REGS
	addq	$PT_IP, %rsp
	UNWIND_HINT_IRET_REGS
	iretq

.Lnmi_from_kernel:
	NMI_FROM_KERNEL
	pushq	$-1
	addq	$-PT_ORIG_AX, %rsp
	ANNOTATE_INTRA_FUNCTION_CALL
	call	.Lparanoid_entry
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	call	runtime_interrupt_handler
	testl	%ebx, %ebx
	jnz	1f
	swapgs
1:	RESTORE_EXTRA_REGS
	RESTORE_C_REGS
	addq	$PT_ORIG_AX, %rsp
	NMI_RETURN
END_CODE vector_nmi

CODE vector_syscall
	.weak	vector_syscall
syscall_on_user_stack:
	UNWIND_HINT_EMPTY
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
	PUSH_C_REGS
	subq	$6*8, %rsp
	movq	%rbx, PT_BX(%rsp)
	movq	%rbp, PT_BP(%rsp)
	movq	%r12, PT_R12(%rsp)
	movq	%r13, PT_R13(%rsp)
	movq	%r14, PT_R14(%rsp)
	movq	%r15, PT_R15(%rsp)
	UNWIND_HINT_REGS
	sti
	movq	%rsp, %rdi
	call	runtime_system_call
	movq	%rax, PT_AX(%rsp)
	cli
	# An odd number asks for the fast way out.
	testb	$1, PT_ORIG_AX(%rsp)
	jz	.Lreturn_to_user
	movq	PT_IP(%rsp), %rcx
	movq	PT_FLAGS(%rsp), %r11
	RESTORE_EXTRA_REGS
	RESTORE_C_REGS rcx=0 r11=0
	movq	PT_SP(%rsp), %rsp
sysret_on_user_stack:
	UNWIND_HINT_EMPTY
	swapgs
	sysretq
	.size	sysret_on_user_stack, . - sysret_on_user_stack
END_CODE vector_syscall
