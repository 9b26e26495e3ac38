# harness: what the hint of a stack switch: one instruction late it is wrong for the length of one instruction
# harness: entry=main interrupts=nested stack=task result=0x2a irq=irq_here
# harness: expect=fault wrong=switched

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_irq
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	movq	irq_stack(%rip), %rsp
	.ifndef FAULT
	UNWIND_HINT_REGS base=rdi
	.endif
switched:
	xorl	%eax, %eax
	.ifdef FAULT
	UNWIND_HINT_REGS base=rdi
	.endif
	pushq	%rdi
	UNWIND_HINT_REGS indirect=1
	call	handle_irq
	popq	%rsp
	UNWIND_HINT_REGS
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_irq

FUNCTION handle_irq
	incq	irqs(%rip)
	xorl	%edi, %edi
	ret
END_FUNCTION handle_irq

FUNCTION main
	pushq	%rbp
	movl	$42, %ebp
irq_here:
	movl	%ebp, %eax
	popq	%rbp
	ret
END_FUNCTION main

	.data
	.balign	8
irq_stack:
	.quad	__irq_stack_top
irqs:
	.quad	0
