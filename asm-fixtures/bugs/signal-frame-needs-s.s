# harness: what interrupt at a function's first instruction, and call frame information that does not say it was one
# harness: reference GCC PR 26208 (augmentation S, _Unwind_GetIPInfo, GCC 4.2); LLDB #4446
# harness: symptom derived: ip - 1 leads to the rules of the function before
# harness: entry=main interrupts=none result=0x2a unwinder=dwarf irq=first
# harness: expect=fault wrong=vector_irq,counted

# The function before ends with its frame still there, and no padding stands between.

	.include "function.inc"
	.include "hints.inc"

	.text
CODE vector_irq
	.cfi_startproc
	.ifndef FAULT
	.cfi_signal_frame
	.endif
	.cfi_def_cfa rsp, 40
	.cfi_offset rip, -40
	.cfi_offset rsp, -16
	UNWIND_HINT_IRET_REGS
	incq	count(%rip)
counted:
	iretq
	.cfi_endproc
END_CODE vector_irq

FUNCTION before
	.cfi_startproc
	subq	$120, %rsp
	.cfi_adjust_cfa_offset 120
	jmp	.Lcalls_first
.Lreturns:
	addq	$120, %rsp
	.cfi_adjust_cfa_offset -120
	ret
.Lcalls_first:
	.cfi_adjust_cfa_offset 120
	call	first
	jmp	.Lreturns
	.cfi_endproc
END_FUNCTION before

	.globl	first
	.type	first, @function
first:
	.cfi_startproc
	movl	$42, %eax
	ret
	.cfi_endproc
END_FUNCTION first

FUNCTION main
	.cfi_startproc
	subq	$8, %rsp
	.cfi_adjust_cfa_offset 8
	call	before
	addq	$8, %rsp
	.cfi_adjust_cfa_offset -8
	ret
	.cfi_endproc
END_FUNCTION main

	.data
	.balign	8
count:
	.quad	0
