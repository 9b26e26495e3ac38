# harness: what switch to the IRQ stack, whose top word does not lead back yet: the pt_regs is found by its address
# harness: reference b02fcf9ba121 (4.15), 2995590964da "x86/entry/64: Initialize the top of the IRQ stack before switching stacks" (4.14)
# harness: symptom WARNING: can't dereference registers at ... for ip ..., and the trace ends at the switch
# harness: entry=main interrupts=nested result=0x2a irq=irq_here
# harness: expect=quirk:next-sp-chain wrong=switched,switched+1

# rdi points to the pt_regs, and the row says so. Who asks the word at the top of the current stack first gets nowhere.

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
	movq	%rsp, %rdi
	movq	irq_stack(%rip), %rsp
	UNWIND_HINT_REGS base=rdi
switched:
	nop
	pushq	%rdi
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
	xorl	%edi, %edi
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
