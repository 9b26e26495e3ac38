# harness: what the word that the hardware pushes below its frame for some exceptions: forgotten in an offset, all is off by it
# harness: entry=main interrupts=nested stack=task result=0x2a edits=ip
# harness: expect=fault wrong=vector_page_fault,at_orig_ax

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"
	.include "annotations.inc"

	.text
CODE vector_page_fault
	.ifdef FAULT
	UNWIND_HINT_IRET_REGS
	.else
	UNWIND_HINT_IRET_REGS offset=8
	.endif
	cld
at_orig_ax:
	pushq	%rdi
	UNWIND_HINT_IRET_REGS offset=16
	pushq	%rsi
	pushq	%rdx
	pushq	%rcx
	pushq	%rax
	pushq	%r8
	pushq	%r9
	pushq	%r10
	pushq	%r11
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	call	skip_access
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_page_fault

FUNCTION skip_access
	leaq	resume(%rip), %rax
	movq	%rax, PT_IP(%rdi)
	ret
END_FUNCTION skip_access

FUNCTION main
	pushq	%rbx
	movl	$42, %ebx
	xorl	%edi, %edi
	movq	(%rdi), %rax
resume:
	movl	%ebx, %eax
	popq	%rbx
	ret
END_FUNCTION main
