# harness: what entry code that clears registers as it saves them, against speculation: from when on the saved ones count
# harness: reference 06a9750edcff "x86/entry/64: Fix unwind hints in register clearing code" (5.7)
# harness: symptom derived: an NMI in the entry code stops at the interrupted function, whose rbp is zero by then
# harness: entry=main interrupts=nested result=0x2a irq=irq_here
# harness: expect=fault wrong=rbp_cleared,rbp_cleared+2,rbp_cleared+4,rbp_cleared+6

# As repaired: push everything, say that the pt_regs is whole, and only then clear.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_irq
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	PUSH_C_REGS
	pushq	%rbx
	pushq	%rbp
	.ifdef FAULT
	xorl	%ebp, %ebp
rbp_cleared:
	.endif
	pushq	%r12
	pushq	%r13
	pushq	%r14
	pushq	%r15
	UNWIND_HINT_REGS
	.ifndef FAULT
	xorl	%ebp, %ebp
	.endif
	xorl	%ebx, %ebx
	call	leaf
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_irq

FUNCTION leaf
	movl	$42, %eax
	ret
END_FUNCTION leaf

FUNCTION frame_pointer
	pushq	%rbp
	movq	%rsp, %rbp
irq_here:
	call	leaf
	popq	%rbp
	ret
END_FUNCTION frame_pointer

FUNCTION main
	subq	$8, %rsp
	call	frame_pointer
	addq	$8, %rsp
	ret
END_FUNCTION main
