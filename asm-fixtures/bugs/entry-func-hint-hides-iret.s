# harness: what helper that entry code calls before it has saved anything: a call frame hides the interrupted registers
# harness: reference 81b67439d147 "x86/unwind/orc: Fix premature unwind stoppage due to IRET frames" (5.7), its second half
# harness: symptom derived: missing regs for base reg R10 at the interrupted function
# harness: entry=main interrupts=nested result=0x2a irq=irq_here
# harness: expect=fault wrong=irq_here
# harness: survives realigned+0x1c cfa-reg the rbp on top of the stack points to where the frame of its caller ends

# The interrupted function's CFA is in r10, which nobody has changed yet. An unwinder believes that for as long as only
# hardware frames lie between, so the helper's row must say where that frame is; its own caller is not listed then.

	.include "function.inc"
	.include "hints.inc"
	.include "special.inc"

	.text
CODE vector_irq
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	.ifndef FAULT
	ANNOTATE_INTRA_FUNCTION_CALL
	.endif
	call	early_helper
	UNWIND_HINT_IRET_REGS offset=8
	addq	$8, %rsp
	iretq
END_CODE vector_irq

CODE early_helper
	.ifdef FAULT
	UNWIND_HINT_FUNC
	.else
	UNWIND_HINT_IRET_REGS offset=16
	.endif
	nop
	ret
END_CODE early_helper

FUNCTION realigned
	leaq	8(%rsp), %r10
	andq	$-64, %rsp
irq_here:
	pushq	-8(%r10)
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%r10
	movl	$42, %eax
	movq	-8(%rbp), %r10
	leave
	leaq	-8(%r10), %rsp
	ret
END_FUNCTION realigned

FUNCTION main
	subq	$8, %rsp
	call	realigned
	addq	$8, %rsp
	ret
END_FUNCTION main
