# harness: what return addresses that earlier calls left behind, covered again by a frame that does not write them
# harness: reference arch/x86/kernel/unwind_guess.c; c2d75e03d630 "x86/unwind: Prevent KASAN false positive warnings in guess unwinder"
# harness: symptom derived: functions appear as callers that returned long ago
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=unwinder:guess wrong=covered,after_leaf

	.include "function.inc"

	.text
FUNCTION leaf
	movl	$42, %eax
	ret
END_FUNCTION leaf

FUNCTION deep
	subq	$8, %rsp
	call	leaf
left_behind:
	addq	$8, %rsp
	ret
END_FUNCTION deep

FUNCTION shallow
	call	deep
after_deep:
	subq	$64, %rsp
covered:
	call	leaf
after_leaf:
	addq	$64, %rsp
	ret
END_FUNCTION shallow

FUNCTION main
	subq	$8, %rsp
	call	shallow
	addq	$8, %rsp
	ret
END_FUNCTION main
