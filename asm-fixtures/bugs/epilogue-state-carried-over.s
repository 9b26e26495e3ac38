# harness: what code behind an epilogue in the middle of a function: the state before the epilogue holds there again
# harness: reference LLVM D78077, swiftlang/llvm-project#1082
# harness: symptom derived: what stands behind an early return is unwound with the epilogue's state
# harness: entry=main interrupts=none result=0x2a unwinder=dwarf
# harness: expect=fault wrong=behind_return,returned

	.include "function.inc"

	.text
FUNCTION leaf
	.cfi_startproc
	movl	$42, %eax
	ret
	.cfi_endproc
END_FUNCTION leaf

FUNCTION two_ways_out
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register rbp
	testl	%edi, %edi
	jnz	.Lcalls
	.cfi_remember_state
	popq	%rbp
	.cfi_def_cfa rsp, 8
	.cfi_restore rbp
	ret
.Lcalls:
	.ifndef FAULT
	.cfi_restore_state
	.endif
behind_return:
	call	leaf
returned:
	popq	%rbp
	.cfi_def_cfa rsp, 8
	.cfi_restore rbp
	ret
	.cfi_endproc
END_FUNCTION two_ways_out

FUNCTION main
	.cfi_startproc
	subq	$8, %rsp
	.cfi_def_cfa_offset 16
	xorl	%edi, %edi
	call	two_ways_out
	movl	$1, %edi
	call	two_ways_out
	addq	$8, %rsp
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
END_FUNCTION main
