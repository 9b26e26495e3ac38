# harness: what rep stosb and rep movsq: the instruction pointer stands still while registers and memory move
# harness: entry=main interrupts=nested stack=task result=0x555555555555555f
# harness: expect=pass

# An interrupt can arrive between two iterations; ip, row and frame are then those of a run not yet finished. The
# destination is the frame itself, up to the word below the saved register.

	.include "function.inc"

	.text
FUNCTION fill_and_copy
	pushq	%rbx
	subq	$48, %rsp
	movq	%rdi, %rbx
	leaq	24(%rsp), %rdi
	movl	$24, %ecx
	movl	$0x55, %eax
	rep stosb
	movq	%rsp, %rdi
	leaq	24(%rsp), %rsi
	movl	$3, %ecx
	rep movsq
	movq	16(%rsp), %rax
	addq	%rbx, %rax
	addq	$48, %rsp
	popq	%rbx
	ret
END_FUNCTION fill_and_copy

FUNCTION main
	movl	$10, %edi
	call	fill_and_copy
	ret
END_FUNCTION main
