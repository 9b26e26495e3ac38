# harness: what IRQ entry that builds a pt_regs, moves to the IRQ stack by way of %rdi and comes back with iretq
# harness: entry=main interrupts=nested stack=task result=0x2e irq=irq_here
# harness: expect=pass

# The switch is the hard part: between loading %rsp and pushing the pointer, nothing on the new stack leads back, and
# only %rdi of the interrupted stub says where the pt_regs lies. The stub runs with interrupts off, so an NMI is what
# can arrive there.

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
	movq	irq_stack(%rip), %rsp
	UNWIND_HINT_REGS base=rdi
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
	subq	$24, %rsp
	movq	PT_ORIG_AX(%rdi), %rax
	movq	%rax, 8(%rsp)
	call	count_irq
	addq	$24, %rsp
	ret
END_FUNCTION handle_irq

FUNCTION count_irq
	pushq	%rbp
	movq	%rsp, %rbp
	incq	irqs(%rip)
	xorl	%edi, %edi
	popq	%rbp
	ret
END_FUNCTION count_irq

FUNCTION work
	pushq	%rbx
	movl	$40, %ebx
irq_here:
	incq	%rbx
	leaq	5(%rbx), %rax
	popq	%rbx
	ret
END_FUNCTION work

FUNCTION main
	call	work
	ret
END_FUNCTION main

	.data
	.balign	8
irq_stack:
	.quad	__irq_stack_top
irqs:
	.quad	0
