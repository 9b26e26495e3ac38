# harness: what frame pointer set up after another push: rbp+8 does not hold the return address
# harness: entry=main interrupts=nested stack=task result=0x2a
# harness: expect=pass

# The CFA is bp+24 and the saved %rbp lies at CFA-24. Whoever takes "mov %rsp,%rbp" for the classic frame reads %rbx
# as a return address: here %rbx holds an address of this very text, so that the wrong chain looks right.

	.include "function.inc"

	.text
FUNCTION callee
	pushq	%rbp
	movq	%rsp, %rbp
	leaq	2(%rdi), %rax
	popq	%rbp
	ret
END_FUNCTION callee

FUNCTION second_push
	pushq	%rbx
	pushq	%rbp
	movq	%rsp, %rbp
	subq	$24, %rsp
	movq	%rdi, -8(%rbp)
	call	callee
	addq	-8(%rbp), %rax
	addq	$24, %rsp
	popq	%rbp
	popq	%rbx
	ret
END_FUNCTION second_push

FUNCTION main
	pushq	%rbx
	leaq	.Lback(%rip), %rbx
	movl	$20, %edi
	call	second_push
.Lback:
	popq	%rbx
	ret
END_FUNCTION main
