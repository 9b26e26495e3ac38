# harness: what call frame information that ends before the epilogue does: rbp is the caller's, and the rules still count from it
# harness: reference GCC before 4.5; LLVM D42848 (2018); llvm-project #220720
# harness: symptom derived: interrupted at the ret, the caller is left out, as with frame pointers
# harness: entry=main interrupts=none result=0x2a unwinder=dwarf
# harness: expect=fault wrong=popped

	.include "function.inc"

	.text
FUNCTION leaf
	.cfi_startproc
	movl	$42, %eax
	ret
	.cfi_endproc
END_FUNCTION leaf

FUNCTION framed
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register rbp
	call	leaf
	popq	%rbp
	.ifndef FAULT
	.cfi_def_cfa rsp, 8
	.cfi_restore rbp
	.endif
popped:
	ret
	.cfi_endproc
END_FUNCTION framed

FUNCTION middle
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register rbp
	call	framed
	popq	%rbp
	.cfi_def_cfa rsp, 8
	.cfi_restore rbp
	ret
	.cfi_endproc
END_FUNCTION middle

FUNCTION main
	.cfi_startproc
	subq	$8, %rsp
	.cfi_def_cfa_offset 16
	call	middle
	addq	$8, %rsp
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
END_FUNCTION main
