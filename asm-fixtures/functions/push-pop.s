# harness: what callee-saved registers pushed and popped: the CFA moves at each, and rbp is saved in mid-sequence
# harness: entry=main interrupts=nested stack=task result=0x2c
# harness: expect=pass

# Six pushes are six rows. %rbp is the second one of them, so its slot is neither the first word below the return
# address (where a frame pointer would be) nor the last.

	.include "function.inc"

	.text
FUNCTION one_register
	pushq	%rbx
	movq	%rdi, %rbx
	leaq	1(%rbx), %rax
	popq	%rbx
	ret
END_FUNCTION one_register

FUNCTION six_registers
	pushq	%r15
	pushq	%rbp
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	movq	%rdi, %rbx
	leaq	1(%rdi), %rbp
	leaq	2(%rdi), %r12
	leaq	3(%rdi), %r13
	leaq	4(%rdi), %r14
	leaq	5(%rdi), %r15
	call	one_register
	addq	%rbx, %rax
	addq	%rbp, %rax
	addq	%r12, %rax
	addq	%r13, %rax
	addq	%r14, %rax
	addq	%r15, %rax
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%rbp
	popq	%r15
	ret
END_FUNCTION six_registers

FUNCTION main
	movl	$3, %edi
	call	six_registers
	leaq	6(%rax), %rdi
	call	one_register
	ret
END_FUNCTION main
