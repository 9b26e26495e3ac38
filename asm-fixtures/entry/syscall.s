# harness: what system call entry on the user's stack pointer, pt_regs built by hand, fast exit (sysret) and slow exit (iret)
# harness: entry=main interrupts=nested stack=task result=0x66 blind=vector_syscall+0x0..0x2b,syscall_fast_exit+0x25..0x28
# harness: expect=pass
# harness: survives syscall_dispatch+0x1d deleted the row before claims less of the pt_regs than there is by now
# harness: survives syscall_dispatch+0x1d moved-later the row before claims less of the pt_regs than there is by now

# syscall changes neither stack nor rsp: until the kernel's stack is loaded nobody can unwind, and there is no
# hardware frame: the stub pushes one. From there to the whole pt_regs only that part is valid. On the fast exit the
# stack pointer is the user's again before sysret: blind once more.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_syscall
	UNWIND_HINT_EMPTY
	swapgs
	movq	%rsp, user_sp(%rip)
	movq	task_stack(%rip), %rsp
	pushq	$USER_DS
	pushq	user_sp(%rip)
	pushq	%r11
	pushq	$USER_CS
	pushq	%rcx
	pushq	%rax
	PUSH_C_REGS
	UNWIND_HINT_REGS offset=-48, extra=0
	subq	$6*8, %rsp
	jmp	syscall_dispatch
END_CODE vector_syscall

CODE syscall_dispatch
	UNWIND_HINT_REGS extra=0
	movq	%rbx, PT_BX(%rsp)
	movq	%rbp, PT_BP(%rsp)
	movq	%r12, PT_R12(%rsp)
	movq	%r13, PT_R13(%rsp)
	movq	%r14, PT_R14(%rsp)
	movq	%r15, PT_R15(%rsp)
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	call	do_syscall
	movq	%rax, PT_AX(%rsp)
	testb	$1, PT_ORIG_AX(%rsp)
	jnz	syscall_fast_exit
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	swapgs
	iretq
END_CODE syscall_dispatch

CODE syscall_fast_exit
	UNWIND_HINT_REGS
	POP_EXTRA_REGS
	popq	%rsi
	popq	%r10
	popq	%r9
	popq	%r8
	popq	%rax
	popq	%rsi
	popq	%rdx
	popq	%rsi
	popq	%rdi
	movq	1*8(%rsp), %rcx
	movq	3*8(%rsp), %r11
	movq	4*8(%rsp), %rsp
	UNWIND_HINT_EMPTY
	swapgs
	sysretq
END_CODE syscall_fast_exit

# 0x60 ends the run with the sum of all arguments; the others add theirs.
FUNCTION do_syscall
	pushq	%rbx
	movq	PT_DI(%rdi), %rbx
	addq	%rbx, sum(%rip)
	movq	sum(%rip), %rax
	cmpq	$0x60, PT_ORIG_AX(%rdi)
	movl	$0, %edi
	popq	%rbx
	je	__harness_exit
	ret
END_FUNCTION do_syscall

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
	pushq	$1
	movl	$2, %edi
	movl	$1, %eax
	syscall
	movq	%rax, %rbx
	movl	$4, %edi
	movl	$2, %eax
	syscall
	movl	$0x60, %edi
	movl	$0x60, %eax
	syscall
	ud2

	.data
	.balign	8
user_sp:
	.quad	0
task_stack:
	.quad	__task_stack_top
sum:
	.quad	0
