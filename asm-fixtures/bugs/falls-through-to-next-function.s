# harness: what function that ends in a call which never returns: what stands behind it belongs to another
# harness: reference e6f393bc939d "objtool: Fix function fallthrough detection" (5.2)
# harness: symptom regulator_count_voltages()+0x0: stack state mismatch: cfa1=7+32 cfa2=7+8
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=quirk:falls-through-to-next-function wrong=next_function,next_function+1,next_function+2

# Nobody can see that __harness_exit, in another object, does not return; the repaired tool complains until the code
# says so. The old one walked on into the next function and gave it the first one's frame.

	.include "function.inc"
	.include "annotations.inc"

	.text
FUNCTION ends_here
	subq	$24, %rsp
	call	__harness_exit
	.ifndef FAULT
	ANNOTATE_UNREACHABLE
	.endif
	.size	ends_here, . - ends_here

	.globl	next_function
	.type	next_function, @function
next_function:
	pushq	%rbx
	popq	%rbx
	ret
END_FUNCTION next_function

FUNCTION main
	subq	$8, %rsp
	call	next_function
	movl	$42, %eax
	call	ends_here
END_FUNCTION main
