# harness: what interrupt entry that saves two registers and no pt_regs, at the first instruction of a function
# harness: entry=main interrupts=each stack=task result=0x2a irq=first
# harness: expect=pass

# .cfi_signal_frame: the interrupted instruction itself is looked up. "first" is the first instruction of a function
# whose predecessor has another frame: a lookup at ip - 1 finds that one's row, and an unwind goes wrong.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"
	.include "call_frames.inc"

	.text
CODE vector_irq
	.cfi_startproc
	CFI_INTERRUPT_FRAME
	UNWIND_HINT_IRET_REGS
	pushq	%rax
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset rax, 0
	UNWIND_HINT_IRET_REGS offset=8
	pushq	%rbx
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset rbx, 0
	UNWIND_HINT_IRET_REGS offset=16
	movq	count(%rip), %rbx
	leaq	1(%rbx), %rax
	movq	%rax, count(%rip)
	popq	%rbx
	.cfi_adjust_cfa_offset -8
	.cfi_restore rbx
	UNWIND_HINT_IRET_REGS offset=8
	popq	%rax
	.cfi_adjust_cfa_offset -8
	.cfi_restore rax
	UNWIND_HINT_IRET_REGS
	iretq
	.cfi_endproc
END_CODE vector_irq

FUNCTION before
	.cfi_startproc
	subq	$120, %rsp
	.cfi_adjust_cfa_offset 120
	call	first
	addq	$120, %rsp
	.cfi_adjust_cfa_offset -120
	ret
	.cfi_endproc
END_FUNCTION before

	.globl	first
	.type	first, @function
first:
	.cfi_startproc
	pushq	%rbp
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset rbp, 0
	movl	$42, %ebp
	movq	%rbp, %rax
	popq	%rbp
	.cfi_adjust_cfa_offset -8
	.cfi_restore rbp
	ret
	.cfi_endproc
	.size	first, . - first

FUNCTION main
	.cfi_startproc
	jmp	before
	.cfi_endproc
END_FUNCTION main

	.data
	.balign	8
count:
	.quad	0
