# harness: what the functions that the default entry code calls, and its data
#
# They access data, so that a fault can come in them, and clobber what a C function may: all that is not callee-saved.

	.include "function.inc"
	.include "percpu.inc"
	.include "pt_regs.inc"

	.text
# of an IRQ or NMI: rdi is the pt_regs
FUNCTION runtime_interrupt_handler
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rbx
	movq	PT_IP(%rdi), %rbx
	incq	runtime_interrupts(%rip)
	xorl	%eax, %eax
	xorl	%ecx, %ecx
	xorl	%edx, %edx
	xorl	%esi, %esi
	movq	%rbx, %rdi
	call	runtime_interrupt_leaf
	popq	%rbx
	popq	%rbp
	ret
END_FUNCTION runtime_interrupt_handler

FUNCTION runtime_interrupt_leaf
	leaq	1(%rdi), %r8
	movq	%r8, %r9
	movq	%r8, %r10
	movq	%r8, %r11
	ret
END_FUNCTION runtime_interrupt_leaf

# of a fault that needs nothing done: rdi is the pt_regs. Interrupts come on where they were on.
FUNCTION runtime_fault_handler
	subq	$8, %rsp
	movq	%cr2, %rax
	testl	$0x200, PT_FLAGS(%rdi)
	jz	1f
	sti
	call	runtime_interrupt_leaf
	cli
1:	addq	$8, %rsp
	ret
END_FUNCTION runtime_fault_handler

# of a system call: rdi is the pt_regs. The sum of all arguments so far; number 0x60 ends the run with it.
FUNCTION runtime_system_call
	pushq	%rbx
	movq	PT_DI(%rdi), %rbx
	addq	%rbx, runtime_sum(%rip)
	movq	runtime_sum(%rip), %rax
	cmpq	$0x60, PT_ORIG_AX(%rdi)
	popq	%rbx
	je	__harness_exit
	ret
END_FUNCTION runtime_system_call

	.data
	.balign	64
	.globl	__per_cpu_start
__per_cpu_start:
	.quad	__irq_stack_top
	.quad	-1
	.quad	__task_stack_top
	.quad	__entry_stack_top
	.quad	0
	.quad	0x5afec0de00b1e55f
runtime_interrupts:
	.quad	0
runtime_sum:
	.quad	0
