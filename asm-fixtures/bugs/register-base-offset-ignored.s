# harness: what entry code that leaves the stack of the hardware's frame and knows it by a register, one word above
# harness: reference arch/x86/entry/entry_64.S: UNWIND_HINT_IRET_REGS base=%rdx offset=8; unwind_orc.c up to 6.1 adds no offset
# harness: symptom derived: the frame is read one word too low, and the saved register is taken for ip
# harness: entry=main interrupts=nested result=0x2a irq=irq_here
# harness: expect=quirk:register-base-offset-ignored wrong=switched,switched+2,switched+6

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_irq
	UNWIND_HINT_IRET_REGS
	pushq	%rdi
	movq	%rsp, %rdi
	movq	other_stack(%rip), %rsp
	UNWIND_HINT_IRET_REGS base=rdi offset=8
switched:
	pushq	$0
	popq	8(%rsp)
	movq	%rdi, %rsp
	UNWIND_HINT_IRET_REGS offset=8
	popq	%rdi
	iretq
END_CODE vector_irq

FUNCTION leaf
	movl	$41, %eax
irq_here:
	addl	$1, %eax
	ret
END_FUNCTION leaf

# rdi is a return address, as anything may be.
FUNCTION main
	subq	$8, %rsp
	leaq	return_site(%rip), %rdi
	call	leaf
return_site:
	addq	$8, %rsp
	ret
END_FUNCTION main

	.data
	.balign	8
other_stack:
	.quad	__entry_stack_top - 16
