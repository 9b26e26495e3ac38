# harness: what the word at the top of the IRQ stack that leads back: it must be there before rsp is
# harness: reference 2995590964da "x86/entry/64: Initialize the top of the IRQ stack before switching stacks" (4.14)
# harness: symptom WARNING: can't dereference registers at ... for ip ..., in the window between switch and push
# harness: entry=main interrupts=nested stack=task result=0x2e irq=irq_here
# harness: expect=fault wrong=link_missing

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_irq
	UNWIND_HINT_IRET_REGS
	pushq	$~0x20
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	movq	irq_stack_word(%rip), %rax
	.ifdef FAULT
	movq	%rax, %rsp
	UNWIND_HINT_REGS indirect=1
link_missing:
	movq	%rdi, (%rsp)
	.else
	movq	%rdi, (%rax)
	movq	%rax, %rsp
	UNWIND_HINT_REGS indirect=1
	.endif
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
	pushq	%rbx
	movl	$40, %ebx
irq_here:
	leaq	6(%rbx), %rax
	popq	%rbx
	ret
END_FUNCTION main

	.data
	.balign	8
irq_stack_word:
	.quad	__irq_stack_top - 8
irqs:
	.quad	0
