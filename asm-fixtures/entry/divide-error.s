# harness: what divide error (#DE), raised behind pushes and by a realigned function: the handler goes on behind the division
# harness: entry=main interrupts=nested stack=task result=0x2a edits=ip,ax
# harness: expect=pass

# A fault without error code at an instruction that is nothing to the stack, in code whose frame is counted from rsp, and in
# code whose CFA is kept in %r10 alone when it comes.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_divide_error
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	call	skip_division
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_divide_error

# Both divisions have two bytes.
FUNCTION skip_division
	pushq	%rbp
	movq	%rsp, %rbp
	addq	$2, PT_IP(%rdi)
	movq	$21, PT_AX(%rdi)
	popq	%rbp
	ret
END_FUNCTION skip_division

FUNCTION divide
	pushq	%rbx
	pushq	%r12
	xorl	%ebx, %ebx
	xorl	%edx, %edx
	movl	$7, %eax
	divl	%ebx
	movl	%eax, %r12d
	movl	%r12d, %eax
	popq	%r12
	popq	%rbx
	ret
END_FUNCTION divide

FUNCTION divide_realigned
	leaq	8(%rsp), %r10
	andq	$-32, %rsp
	xorl	%ecx, %ecx
	xorl	%edx, %edx
	divl	%ecx
	pushq	-8(%r10)
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%r10
	movl	%eax, -16(%rbp)
	movl	-16(%rbp), %eax
	popq	%r10
	popq	%rbp
	leaq	-8(%r10), %rsp
	ret
END_FUNCTION divide_realigned

FUNCTION main
	pushq	%rbx
	call	divide
	movl	%eax, %ebx
	call	divide_realigned
	addl	%ebx, %eax
	popq	%rbx
	ret
END_FUNCTION main
