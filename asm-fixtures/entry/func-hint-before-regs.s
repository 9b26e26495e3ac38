# harness: what a helper of entry code before there is a pt_regs: as a call frame it hides the interrupted registers
# harness: reference 81b67439d147 "x86/unwind/orc: Fix premature unwind stoppage due to IRET frames" (5.7), its second half
# harness: symptom derived: missing regs for base reg R10 behind the entry code's helper
# harness: entry=main interrupts=nested stack=task result=0x2a irq=irq_here
# harness: expect=fault wrong=irq_here

# The interrupted function's CFA is in r10. The helper has not changed that; but who unwinds through its call no longer
# knows registers when he comes to the function. As part of the stub, whose hint leads from the helper straight to the
# hardware's frame, it keeps them, and is then not listed.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"
	.include "special.inc"

	.text
CODE vector_irq
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	.ifdef FAULT
	call	helper
	.else
	ANNOTATE_INTRA_FUNCTION_CALL
	call	.Lhelper
	UNWIND_HINT_IRET_REGS offset=8
	.endif
	addq	$8, %rsp
	iretq
.Lhelper:
	UNWIND_HINT_IRET_REGS offset=16
	nop
	ret
END_CODE vector_irq

	.ifdef FAULT
CODE helper
	UNWIND_HINT_FUNC
	nop
	ret
END_CODE helper
	.endif

FUNCTION realigned
	leaq	8(%rsp), %r10
	andq	$-64, %rsp
irq_here:
	pushq	-8(%r10)
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%r10
	movl	$42, %eax
	popq	%r10
	popq	%rbp
	leaq	-8(%r10), %rsp
	ret
END_FUNCTION realigned

FUNCTION main
	subq	$24, %rsp
	call	realigned
	addq	$24, %rsp
	ret
END_FUNCTION main
