# harness: what entry code that writes the link at the top of the IRQ stack before it goes there, for those who follow links
# harness: reference 2995590964da "x86/entry/64: Initialize the top of the IRQ stack before switching stacks" (4.14)
# harness: symptom WARNING: can't dereference registers at ... for ip ..., in one instruction of the entry code
# harness: entry=main interrupts=nested result=0x2a irq=irq_here
# harness: expect=quirk:next-sp-chain wrong=link_missing

# The entry code's half of next-sp-chain: in the right order even an unwinder that follows links comes through, in the
# other one it fails at the one instruction between the two.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_irq
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	irq_stack(%rip), %rdi
	.ifdef FAULT
	xchgq	%rdi, %rsp
	UNWIND_HINT_REGS base=rdi
link_missing:
	movq	%rdi, -8(%rsp)
	leaq	-8(%rsp), %rsp
	.else
	movq	%rsp, -8(%rdi)
	leaq	-8(%rdi), %rsp
	.endif
	UNWIND_HINT_REGS indirect=1
	call	leaf
	popq	%rsp
	UNWIND_HINT_REGS
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_irq

FUNCTION leaf
	movl	$42, %eax
	ret
END_FUNCTION leaf

FUNCTION main
	subq	$8, %rsp
irq_here:
	call	leaf
	addq	$8, %rsp
	ret
END_FUNCTION main

	.data
	.balign	8
irq_stack:
	.quad	__irq_stack_top
