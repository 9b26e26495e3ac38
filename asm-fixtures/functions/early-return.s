# harness: what early returns and two epilogues: after each ret the frame is whole again
# harness: entry=main interrupts=nested stack=task result=0x6f
# harness: expect=pass

# The instruction behind a ret has the state of the jump that leads there, not that of the ret before it. The first
# return comes before any frame, the second in its middle, the third at the end.

	.include "function.inc"

	.text
FUNCTION classify
	testq	%rdi, %rdi
	jne	.Lwork
	movl	$1, %eax
	ret
.Lwork:
	pushq	%rbx
	pushq	%rbp
	subq	$8, %rsp
	movq	%rdi, %rbx
	movl	$90, %ebp
	cmpq	$1, %rdi
	jne	.Lmore
	leaq	9(%rbx), %rax
	addq	$8, %rsp
	popq	%rbp
	popq	%rbx
	ret
.Lmore:
	decq	%rdi
	call	classify
	addq	%rbp, %rax
	addq	$8, %rsp
	popq	%rbp
	popq	%rbx
	ret
END_FUNCTION classify

FUNCTION main
	pushq	%rbx
	xorl	%edi, %edi
	call	classify
	movq	%rax, %rbx
	movl	$1, %edi
	call	classify
	addq	%rax, %rbx
	movl	$2, %edi
	call	classify
	addq	%rbx, %rax
	popq	%rbx
	ret
END_FUNCTION main
