# harness: what entry code that also says in call frame information where its frames are, for the DWARF unwinder
#
# The simplest shape of 2017: IRQ on its own stack, NMI on IST, kernel mode only.
#
# The whole pt_regs is built below the hardware's frame. An IRQ then moves to the IRQ stack unless it is there already,
# and leaves a pointer to the pt_regs at its top. On the way out the pt_regs is popped word by word, and stays what the
# unwinder uses to the end, although it comes to lie below the stack pointer: nothing writes there, since interrupts are
# off and NMIs have a stack of their own. To trust only the hardware's frame there would be wrong when the interrupted
# code is a realigned function, whose CFA is in %r10: that is not back before its word is popped.

	.set CALL_FRAMES, 1
	.include "call_frames.inc"
	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_irq
	.weak	vector_irq
	.cfi_startproc
	CFI_INTERRUPT_FRAME
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	.cfi_adjust_cfa_offset 8
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	.cfi_def_cfa rdi, PT_REGS_SIZE
	incl	irq_count(%rip)
	cmovzq	irq_stack_pointer(%rip), %rsp
	UNWIND_HINT_REGS base=rdi
	pushq	%rdi
	CFI_POINTER_TO_PT_REGS
	UNWIND_HINT_REGS indirect=1
	call	call_frames_interrupt_handler
	popq	%rsp
	.cfi_def_cfa rsp, PT_REGS_SIZE
	UNWIND_HINT_REGS
	decl	irq_count(%rip)
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	.cfi_adjust_cfa_offset -8
	iretq
	.cfi_endproc
END_CODE vector_irq

CODE vector_nmi
	.weak	vector_nmi
	.cfi_startproc
	CFI_INTERRUPT_FRAME
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	.cfi_adjust_cfa_offset 8
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	call	call_frames_interrupt_handler
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	.cfi_adjust_cfa_offset -8
	iretq
	.cfi_endproc
END_CODE vector_nmi

# Clobbers what a C function may: all that is not callee-saved.
FUNCTION call_frames_interrupt_handler
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register rbp
	pushq	%rbx
	.cfi_offset rbx, -24
	movq	PT_IP(%rdi), %rbx
	xorl	%eax, %eax
	xorl	%ecx, %ecx
	xorl	%edx, %edx
	xorl	%esi, %esi
	movq	%rbx, %rdi
	call	call_frames_interrupt_leaf
	popq	%rbx
	.cfi_restore rbx
	popq	%rbp
	.cfi_restore rbp
	.cfi_def_cfa rsp, 8
	ret
	.cfi_endproc
END_FUNCTION call_frames_interrupt_handler

FUNCTION call_frames_interrupt_leaf
	.cfi_startproc
	leaq	1(%rdi), %r8
	movq	%r8, %r9
	movq	%r8, %r10
	movq	%r8, %r11
	ret
	.cfi_endproc
END_FUNCTION call_frames_interrupt_leaf

	.data
	.balign	8
irq_stack_pointer:
	.quad	__irq_stack_top
irq_count:
	.long	-1
