# harness: what function excluded from the analysis: it loads a stack of its own, so nothing is known while it is on it
# harness: entry=main interrupts=none result=0x12 blind=on_own_stack
# harness: expect=pass

# STACK_FRAME_NON_STANDARD declares that nobody unwinds from here, as UNWIND_HINT_EMPTY does for one place.

	.include "function.inc"
	.include "special.inc"

	.text
FUNCTION on_own_stack
	movq	%rsp, saved_stack(%rip)
	leaq	own_stack_top(%rip), %rsp
	pushq	%rdi
	addq	%rdi, (%rsp)
	popq	%rax
	movq	saved_stack(%rip), %rsp
	ret
END_FUNCTION on_own_stack
	STACK_FRAME_NON_STANDARD on_own_stack

FUNCTION main
	subq	$8, %rsp
	movl	$9, %edi
	call	on_own_stack
	addq	$8, %rsp
	ret
END_FUNCTION main

	.bss
	.balign	16
	.skip	256
own_stack_top:
saved_stack:
	.skip	8
