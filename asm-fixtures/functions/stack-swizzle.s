# harness: what a function called on another stack: the old rsp is the word on top of the new stack, the CFA is counted from it
# harness: entry=main interrupts=nested stack=task result=0x2a
# harness: expect=pass

# mov %rsp,(%r11); mov %r11,%rsp: what lies on top is not the CFA but 16 below it, so the row must load first and add
# then. 2017's rows added before the load and could not say this. The second function does the same with the CFA in
# %rbp, which stays where it is.

	.include "function.inc"

	.text
FUNCTION on_other_stack
	pushq	%rbx
	movq	top_of_other_stack(%rip), %r11
	movq	%rsp, (%r11)
	movq	%r11, %rsp
	call	*%rdi
	popq	%rsp
	popq	%rbx
	ret
END_FUNCTION on_other_stack

FUNCTION on_other_stack_with_frame_pointer
	pushq	%rbp
	movq	%rsp, %rbp
	movq	top_of_other_stack(%rip), %r11
	movq	%rsp, (%r11)
	movq	%r11, %rsp
	call	*%rdi
	popq	%rsp
	popq	%rbp
	ret
END_FUNCTION on_other_stack_with_frame_pointer

FUNCTION work
	pushq	%r12
	subq	$16, %rsp
	movl	$21, %r12d
	movq	%r12, %rax
	addq	$16, %rsp
	popq	%r12
	ret
END_FUNCTION work

FUNCTION main
	pushq	%rbx
	leaq	work(%rip), %rdi
	call	on_other_stack
	movq	%rax, %rbx
	leaq	work(%rip), %rdi
	call	on_other_stack_with_frame_pointer
	addq	%rbx, %rax
	popq	%rbx
	ret
END_FUNCTION main

	.data
	.balign	8
top_of_other_stack:
	.quad	__entry_stack_top - 8
