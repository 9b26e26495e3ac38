# harness: what tail calls: a function is entered by jmp, its caller is not the function that jumped
# harness: entry=main interrupts=nested stack=task result=0x53
# harness: expect=pass

# The frame is down when the jump is made, so the target starts at sp+8 like every function; the jumping function has
# gone from the true chain. Behind the jmp the table must not go on with what the jump left.

	.include "function.inc"

	.text
FUNCTION first
	pushq	%rbx
	leaq	1(%rdi), %rbx
	movq	%rbx, %rdi
	popq	%rbx
	jmp	second
END_FUNCTION first

FUNCTION second
	pushq	%rbp
	movq	%rsp, %rbp
	subq	$16, %rsp
	movq	%rdi, -8(%rbp)
	call	third
	movq	%rax, %rdi
	leave
	jmp	third
END_FUNCTION second

FUNCTION third
	leaq	(%rdi,%rdi), %rax
	ret
END_FUNCTION third

# Tail recursion: the jump goes to the function's own first instruction.
FUNCTION count_down
	subq	$8, %rsp
	incq	%rsi
	decq	%rdi
	je	.Ldone
	addq	$8, %rsp
	jmp	count_down
.Ldone:
	movq	%rsi, %rax
	addq	$8, %rsp
	ret
END_FUNCTION count_down

FUNCTION main
	pushq	%rbx
	movl	$19, %edi
	call	first
	movq	%rax, %rbx
	movl	$3, %edi
	xorl	%esi, %esi
	call	count_down
	addq	%rbx, %rax
	popq	%rbx
	ret
END_FUNCTION main
