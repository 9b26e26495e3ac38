# harness: what epilogues in the middle of a function, two states remembered, one inside the other
# harness: entry=main interrupts=nested stack=task result=0x3c
# harness: expect=pass

	.include "function.inc"

	.text
FUNCTION pick
	.cfi_startproc
	pushq	%rbx
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset rbx, 0
	leaq	(%rdi,%rdi,2), %rbx
	pushq	%r12
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset r12, 0
	movq	%rdi, %r12
	.cfi_remember_state
	cmpq	$4, %rdi
	jae	.Llarge
	leaq	(%rbx,%r12), %rax
	popq	%r12
	.cfi_adjust_cfa_offset -8
	.cfi_restore r12
	popq	%rbx
	.cfi_adjust_cfa_offset -8
	.cfi_restore rbx
	ret
.Llarge:
	.cfi_restore_state
	subq	$64, %rsp
	.cfi_adjust_cfa_offset 64
	.cfi_remember_state
	cmpq	$6, %rdi
	jae	.Llarger
	addq	$64, %rsp
	.cfi_adjust_cfa_offset -64
	.cfi_remember_state
	movq	%rbx, %rax
	popq	%r12
	.cfi_adjust_cfa_offset -8
	.cfi_restore r12
	popq	%rbx
	.cfi_adjust_cfa_offset -8
	.cfi_restore rbx
	ret
	.cfi_restore_state
.Llarger:
	.cfi_restore_state
	movq	%rbx, (%rsp)
	movq	(%rsp), %rax
	addq	%r12, %rax
	addq	$64, %rsp
	.cfi_adjust_cfa_offset -64
	popq	%r12
	.cfi_adjust_cfa_offset -8
	.cfi_restore r12
	popq	%rbx
	.cfi_adjust_cfa_offset -8
	.cfi_restore rbx
	ret
	.cfi_endproc
END_FUNCTION pick

FUNCTION main
	.cfi_startproc
	pushq	%r14
	.cfi_adjust_cfa_offset 8
	.cfi_rel_offset r14, 0
	movl	$3, %edi
	call	pick
	movq	%rax, %r14
	movl	$4, %edi
	call	pick
	addq	%rax, %r14
	movl	$9, %edi
	call	pick
	addq	%r14, %rax
	popq	%r14
	.cfi_adjust_cfa_offset -8
	.cfi_restore r14
	ret
	.cfi_endproc
END_FUNCTION main
