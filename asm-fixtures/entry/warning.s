# harness: what ud2 that is a warning: the bug table says that control goes on behind it, so there must be rows there
# harness: entry=main interrupts=nested result=0x15 edits=ip
# harness: expect=pass

# A module has lost the annotation that the compiler's output had; the flag in the bug table is what is left.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"
	.include "special.inc"

	.text
CODE vector_invalid_opcode
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	call	report_bug
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_invalid_opcode

FUNCTION report_bug
	addq	$2, PT_IP(%rdi)
	ret
END_FUNCTION report_bug

FUNCTION warns
	pushq	%rbx
	leaq	(%rdi,%rdi,2), %rbx
	cmpq	$4, %rdi
	jbe	.Lfine
1:	ud2
	BUG_ENTRY 1b 1
.Lfine:
	movq	%rbx, %rax
	popq	%rbx
	ret
END_FUNCTION warns

FUNCTION bugs
	testq	%rdi, %rdi
	jne	.Lgood
2:	ud2
	BUG_ENTRY 2b 0
.Lgood:
	leaq	3(%rdi), %rax
	ret
END_FUNCTION bugs

FUNCTION main
	pushq	%rbx
	movl	$5, %edi
	call	warns
	movq	%rax, %rbx
	movl	$3, %edi
	call	bugs
	addq	%rbx, %rax
	popq	%rbx
	ret
END_FUNCTION main
