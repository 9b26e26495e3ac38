# harness: what trampoline that makes a pt_regs of the call that led to it: the ip in it is a return address
# harness: reference ffb1b4a41016 "x86/unwind/orc: Add 'signal' field to ORC metadata" (6.3)
# harness: symptom derived: behind a call that ends its function, the next function's row is used, and its caller made up
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=quirk:regs-ip-always-literal wrong=regs_made,handled,handled+5

# The caller has pushed what belongs above the return address, so that the call itself puts ip in its place. The call is
# the last instruction of its function: looked up as it is, the ip belongs to the next one.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"
	.include "annotations.inc"

	.text
FUNCTION make_regs
	pushq	$-1
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS signal=1
regs_made:
	call	handler
handled:
	movl	$42, %eax
	call	__harness_exit
	ANNOTATE_UNREACHABLE
END_FUNCTION make_regs

FUNCTION dies
	subq	$32, %rsp
	movq	$KERNEL_CS, (%rsp)
	movq	$0x202, 8(%rsp)
	movq	%rsp, 16(%rsp)
	movq	$KERNEL_DS, 24(%rsp)
	call	make_regs
END_FUNCTION dies

	.globl	next_function
	.type	next_function, @function
next_function:
	pushq	%rbx
	popq	%rbx
	ret
END_FUNCTION next_function

FUNCTION handler
	incq	handled_calls(%rip)
	ret
END_FUNCTION handler

FUNCTION main
	subq	$8, %rsp
	call	next_function
	call	dies
END_FUNCTION main

	.data
	.balign	8
handled_calls:
	.quad	0
