# harness: what indirect tail calls through a register and through a table of functions in .rodata
# harness: entry=main interrupts=nested stack=task result=0x3e
# harness: expect=pass

# "jmp *table(,%rdi,8)" is also what a switch looks like. Here the table's words are other functions: it must not be
# taken for a jump table, and the functions start at sp+8, not with the state of the jump.

	.include "function.inc"

	.section .rodata
	.p2align 3
	.type	operations, @object
operations:
	.quad	twice, thrice
	.size	operations, . - operations

	.text
FUNCTION twice
	leaq	(%rdi,%rdi), %rax
	ret
END_FUNCTION twice

FUNCTION thrice
	pushq	%rbx
	movq	%rdi, %rbx
	leaq	(%rbx,%rbx,2), %rax
	popq	%rbx
	ret
END_FUNCTION thrice

FUNCTION by_register
	pushq	%rbp
	movq	%rsp, %rbp
	subq	$16, %rsp
	movq	%rsi, -8(%rbp)
	movq	-8(%rbp), %rax
	leave
	jmp	*%rax
END_FUNCTION by_register

FUNCTION by_table
	subq	$8, %rsp
	movq	%rdi, (%rsp)
	leaq	operations(%rip), %rsi
	movq	(%rsi,%rdi,8), %rsi
	movl	$6, %edi
	call	by_register
	movq	%rax, %rdx
	movq	(%rsp), %rcx
	movq	%rdx, %rdi
	addq	$8, %rsp
	jmp	*operations(,%rcx,8)
END_FUNCTION by_table

FUNCTION main
	pushq	%rbx
	xorl	%edi, %edi
	call	by_table
	movq	%rax, %rbx
	movl	$1, %edi
	call	by_table
	addq	%rbx, %rax
	subq	$16, %rax
	popq	%rbx
	ret
END_FUNCTION main
