# harness: what hooked function that left without its hook: what was put aside for it is still the latest
# harness: reference 223918e32aee "ftrace: Add return address pointer to ftrace_ret_stack" (4.9)
# harness: symptom derived: with a frame skipped, callers are swapped: each hook leads to where another function returns
# harness: entry=main interrupts=none result=0x2a hooks=return_trampoline:hook_table:4
# harness: expect=quirk:return-to-handler-order wrong=left,after_leaf,after_leaf+7
# harness: unexecuted return_trampoline+0x0 what is interrupted here has been returned to, and the call that it looks like was never made

# The slot says whose return address it was, the order does not.

	.include "function.inc"
	.include "hints.inc"

	.text
CODE return_trampoline
	UNWIND_HINT_EMPTY
	ud2
END_CODE return_trampoline

FUNCTION leaf
	movl	$42, %eax
	ret
END_FUNCTION leaf

# Puts its return address aside, and brings it back itself; what was put aside stays.
FUNCTION left_early
	leaq	hook_table + 24(%rip), %rcx
	movq	%rsp, 8(%rcx)
	movq	(%rsp), %rdx
	movq	%rdx, 16(%rcx)
	leaq	return_trampoline(%rip), %rsi
	movq	%rsi, (%rcx)
	movq	%rsi, (%rsp)
	movq	%rdx, (%rsp)
	ret
END_FUNCTION left_early

FUNCTION hooked
	leaq	hook_table(%rip), %rcx
	movq	%rsp, 8(%rcx)
	movq	(%rsp), %rdx
	movq	%rdx, 16(%rcx)
	leaq	return_trampoline(%rip), %rsi
	movq	%rsi, (%rcx)
	movq	%rsi, (%rsp)
	call	left_early
left:
	call	leaf
after_leaf:
	movq	hook_table + 16(%rip), %rdx
	movq	%rdx, (%rsp)
	ret
END_FUNCTION hooked

FUNCTION main
	subq	$8, %rsp
	call	hooked
	addq	$8, %rsp
	ret
END_FUNCTION main

	.data
	.balign	8
	.globl	hook_table
hook_table:
	.skip	4*24
