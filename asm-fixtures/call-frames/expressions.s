# harness: what call frame information by expressions: the CFA in memory, registers saved below rbp, a value computed
# harness: entry=main interrupts=nested stack=task result=0x5b
# harness: expect=pass

# As gcc describes a realigned frame (DW_CFA_def_cfa_expression, DW_CFA_expression), and as nothing but an assembler's
# author would: DW_CFA_val_expression for a register that the function keeps negated, DW_CFA_register for one that it
# keeps in another.

	.include "function.inc"

	.text
FUNCTION realigned
	.cfi_startproc
	leaq	8(%rsp), %r10
	.cfi_def_cfa r10, 0
	andq	$-64, %rsp
	pushq	-8(%r10)
	pushq	%rbp
	movq	%rsp, %rbp
	.cfi_escape 0x10, 6, 2, 0x76, 0			# rbp: *(rbp + 0)
	pushq	%r10
	.cfi_escape 0x0f, 3, 0x76, 0x78, 0x06		# cfa: *(rbp - 8)
	pushq	%rbx
	.cfi_escape 0x10, 3, 2, 0x76, 0x70		# rbx: *(rbp - 16)
	leaq	7(%rdi), %rbx
	call	negated
	addq	%rbx, %rax
	popq	%rbx
	.cfi_restore rbx
	popq	%r10
	.cfi_def_cfa r10, 0
	popq	%rbp
	.cfi_restore rbp
	leaq	-8(%r10), %rsp
	.cfi_def_cfa rsp, 8
	ret
	.cfi_endproc
END_FUNCTION realigned

FUNCTION negated
	.cfi_startproc
	negq	%r12
	.cfi_escape 0x16, 12, 3, 0x7c, 0, 0x1f		# r12: -(r12 + 0)
	movq	%r13, %r11
	.cfi_register r13, r11
	movl	$40, %r13d
	movq	%r13, %r10			# the caller has its CFA on the stack
	movq	%r10, %rax
	movq	%r11, %r13
	.cfi_restore r13
	negq	%r12
	.cfi_restore r12
	ret
	.cfi_endproc
END_FUNCTION negated

FUNCTION main
	.cfi_startproc
	subq	$8, %rsp
	.cfi_adjust_cfa_offset 8
	movl	$44, %edi
	call	realigned
	addq	$8, %rsp
	.cfi_adjust_cfa_offset -8
	ret
	.cfi_endproc
END_FUNCTION main
