# harness: what NMI on its own stack (IST) while the kernel runs: the chain crosses from the NMI stack to the task's
# harness: entry=main interrupts=nested stack=task result=0x3 nmi=nmi_here
# harness: expect=pass

# The stub cannot use any stack but the one the hardware gave it; 2017's shape, with a word pushed below the hardware's
# frame before anything else.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_nmi
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	call	handle_nmi
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_nmi

FUNCTION handle_nmi
	pushq	%r12
	movq	%rdi, %r12
	subq	$32, %rsp
	movq	PT_SP(%r12), %rax
	movq	%rax, (%rsp)
	addq	$32, %rsp
	popq	%r12
	ret
END_FUNCTION handle_nmi

FUNCTION leaf
	leaq	(%rdi,%rdi,2), %rax
nmi_here:
	ret
END_FUNCTION leaf

FUNCTION main
	pushq	%rbp
	movl	$0x1234, %ebp
	movl	$1, %edi
	call	leaf
	popq	%rbp
	ret
END_FUNCTION main
