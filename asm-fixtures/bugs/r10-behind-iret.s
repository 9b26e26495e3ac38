# harness: what realigned frame whose CFA is in r10, interrupted, and then the interrupt's first instructions
# harness: reference 81b67439d147 "x86/unwind/orc: Fix premature unwind stoppage due to IRET frames" (5.7)
# harness: symptom missing regs for base reg R10 at ip fsnotify+...
# harness: entry=main interrupts=nested result=0x2a irq=irq_here
# harness: expect=quirk:r10-behind-iret wrong=irq_here
# harness: survives realigned+0x1c cfa-reg the rbp on top of the stack points to where the frame of its caller ends

# Entry code this early has not changed the registers, so r10 as it is now, or as the next interrupt saves it, is still
# the interrupted function's.

	.include "function.inc"
	.include "hints.inc"

	.text
CODE vector_irq
	UNWIND_HINT_IRET_REGS
	nop
	iretq
END_CODE vector_irq

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
