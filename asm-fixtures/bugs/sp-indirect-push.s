# harness: what push on a stack whose top word points to the pt_regs: the pointer is no longer on top
# harness: reference d8dd25a461e4 "objtool: Fix stack offset tracking for indirect CFAs" (5.7)
# harness: symptom WARNING: can't dereference registers at 00000000f0a6bdba for ip interrupt_entry+0x9f/0xa0
# harness: entry=main interrupts=nested result=0x2a irq=irq_here
# harness: expect=quirk:sp-indirect-push wrong=pushed
# harness: survives vector_irq+0x27..0x34 cfa-reg rdi and the word on top of the stack lead to the same pt_regs; behind a change of stacks nothing is proved
# harness: survives vector_irq+0x27..0x34 deleted rdi and the word on top of the stack lead to the same pt_regs; behind a change of stacks nothing is proved
# harness: survives vector_irq+0x27..0x34 moved-later rdi and the word on top of the stack lead to the same pt_regs; behind a change of stacks nothing is proved
# harness: survives vector_irq+0x27..0x34 moved-earlier rdi and the word on top of the stack lead to the same pt_regs; behind a change of stacks nothing is proved
# harness: survives vector_irq+0x27..0x34 duplicated rdi and the word on top of the stack lead to the same pt_regs; behind a change of stacks nothing is proved

# A row says "the word on top of the stack" and no more, so behind the push only a hint can help: %rdi still points to
# the pt_regs. The old generator did not count the push, and took the pushed word, a return address, for the pointer.

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
	movq	%rdi, (%rsp)
	UNWIND_HINT_REGS indirect=1
	leaq	return_site(%rip), %rsi
	pushq	%rsi
pushed:
	.ifndef FAULT
	UNWIND_HINT_REGS base=rdi
	.endif
	popq	%rsi
	UNWIND_HINT_REGS indirect=1
	movq	(%rsp), %rsp
	UNWIND_HINT_REGS
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_irq

FUNCTION leaf
	leaq	21(%rdi), %rax
irq_here:
	addq	%rdi, %rax
	ret
END_FUNCTION leaf

FUNCTION main
	subq	$8, %rsp
	movl	$11, %edi
	call	leaf
return_site:
	decq	%rax
	addq	$8, %rsp
	ret
END_FUNCTION main

	.data
	.balign	8
irq_stack:
	.quad	__irq_stack_top - 8
