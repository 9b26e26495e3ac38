# harness: what push and pop of dead registers in place of sub and add: not every push saves, not every pop restores
# harness: entry=main interrupts=nested stack=task result=0x15
# harness: expect=pass

# Compilers write "push %rax" to make room for a word and "pop %rcx" to drop it. In the second function what is dropped
# is the slot that held %rbp, already reloaded; its word is popped into another register.

	.include "function.inc"

	.text
FUNCTION room_for_a_word
	pushq	%rax
	movq	%rdi, (%rsp)
	call	leaf
	addq	(%rsp), %rax
	popq	%rcx
	ret
END_FUNCTION room_for_a_word

FUNCTION dropped_slot
	pushq	%rbp
	pushq	%rsi
	leaq	1(%rdi), %rbp
	leaq	1(%rbp), %rdi
	call	room_for_a_word
	addq	%rbp, %rax
	movq	8(%rsp), %rbp
	popq	%rsi
	popq	%rdx
	ret
END_FUNCTION dropped_slot

FUNCTION leaf
	movl	$2, %eax
	ret
END_FUNCTION leaf

FUNCTION main
	pushq	%rbp
	movl	$2, %ebp
	movl	$7, %edi
	call	dropped_slot
	addq	%rbp, %rax
	popq	%rbp
	ret
END_FUNCTION main
