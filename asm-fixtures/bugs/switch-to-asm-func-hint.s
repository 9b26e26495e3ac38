# harness: what hint that says how deep the frame is, and forgets that rbp was saved in it
# harness: reference 96c64806b4bf "x86/entry/64: Fix unwind hints in __switch_to_asm()" (5.7)
# harness: symptom derived: a trace through __switch_to_asm stops behind a caller with a frame pointer
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=fault wrong=rbp_used,rbp_used+2,rbp_used+3
# harness: survives switch_frame+0x1 bp-reg its caller keeps nothing below rbp, where the first push of this function lands

# The frame of a task that sleeps: as a plain function its rows say where rbp went; a hint replaces all that is known.

	.include "function.inc"
	.include "hints.inc"

	.text
FUNCTION switch_frame
	pushq	%rbp
	pushq	%rbx
	.ifdef FAULT
	UNWIND_HINT_FUNC cfa_offset=24
	.endif
	xorl	%ebp, %ebp
rbp_used:
	movl	%ebp, %eax
	popq	%rbx
	popq	%rbp
	ret
END_FUNCTION switch_frame

FUNCTION schedule_bp
	pushq	%rbp
	movq	%rsp, %rbp
	call	switch_frame
	popq	%rbp
	ret
END_FUNCTION schedule_bp

FUNCTION main
	subq	$8, %rsp
	call	schedule_bp
	movl	$42, %eax
	addq	$8, %rsp
	ret
END_FUNCTION main
