# harness: what an exit to user mode that leaves the task's stack for a few words elsewhere, and irets from there (espfix)
# harness: entry=main interrupts=nested stack=task result=0x9 frames=copied
# harness: expect=pass

# Linux does so for users with a 16-bit stack segment, whose iret would leave half of the kernel's rsp to them. The
# hardware's frame is copied word by word while the old one is still what counts, up to the instruction that loads rsp.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"
	.include "percpu.inc"

	.text
CODE vector_breakpoint
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	swapgs
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	call	on_breakpoint
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	UNWIND_HINT_IRET_REGS
	pushq	%rdi
	movq	%gs:PER_CPU_ENTRY_STACK, %rdi
	subq	$0x100, %rdi
	movq	%rax, 0*8(%rdi)
	movq	1*8(%rsp), %rax
	movq	%rax, 1*8(%rdi)
	movq	2*8(%rsp), %rax
	movq	%rax, 2*8(%rdi)
	movq	3*8(%rsp), %rax
	movq	%rax, 3*8(%rdi)
	movq	4*8(%rsp), %rax
	movq	%rax, 4*8(%rdi)
	movq	5*8(%rsp), %rax
	movq	%rax, 5*8(%rdi)
	movq	%rdi, %rax
	popq	%rdi
	swapgs
	movq	%rax, %rsp
	UNWIND_HINT_IRET_REGS offset=8
	popq	%rax
	iretq
END_CODE vector_breakpoint

# The third breakpoint ends the run.
FUNCTION on_breakpoint
	pushq	%rbx
	incq	breakpoints(%rip)
	movq	breakpoints(%rip), %rbx
	leaq	6(%rbx), %rax
	cmpq	$3, %rbx
	popq	%rbx
	je	__harness_exit
	ret
END_FUNCTION on_breakpoint

CODE main
	UNWIND_HINT_FUNC
	pushq	$USER_DS
	pushq	$__user_stack_top
	pushq	$0x202
	pushq	$USER_CS
	pushq	$user_start
	cli
	swapgs
	iretq
END_CODE main

	.section .user.text, "ax"
user_start:
	movl	$1, %eax
	int3
	leaq	1(%rax), %rdi
	int3
	int3
	ud2

	.data
	.balign	8
breakpoints:
	.quad	0
