# harness: what prologue with a slot between rbp and its own frame pointer, which the rule for the CFA forgot
# harness: reference llvm-project pull request 202570 "Fix missing CFI after the Swift async context push"
# harness: symptom derived: the saved rbp is taken for the return address
# harness: entry=main interrupts=none result=0x2a unwinder=dwarf
# harness: expect=fault wrong=context_pushed,context_pushed+5

	.include "function.inc"
	.include "special.inc"

	.text
FUNCTION leaf
	.cfi_startproc
	movl	$42, %eax
	ret
	.cfi_endproc
END_FUNCTION leaf

FUNCTION swift_async
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset rbp, -16
	pushq	%r14
	.ifndef FAULT
	.cfi_def_cfa_offset 24
	.endif
context_pushed:
	leaq	8(%rsp), %rbp
	subq	$8, %rsp
	.cfi_def_cfa rbp, 16
	call	leaf
	addq	$16, %rsp
	popq	%rbp
	.cfi_def_cfa rsp, 8
	.cfi_restore rbp
	ret
	.cfi_endproc
END_FUNCTION swift_async
	STACK_FRAME_NON_STANDARD swift_async

FUNCTION main
	.cfi_startproc
	subq	$8, %rsp
	.cfi_def_cfa_offset 16
	call	swift_async
	addq	$8, %rsp
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
END_FUNCTION main
