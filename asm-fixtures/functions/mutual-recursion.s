# harness: what mutual recursion of three functions with three kinds of frame, 32 deep
# harness: entry=main interrupts=nested stack=task result=0x148
# harness: expect=pass

# %rbp is a frame pointer in the first, a saved scratch register in the second and untouched in the third: to find it
# for an outer frame, the rows of all the frames between must be right.

	.include "function.inc"

	.text
FUNCTION ping
	pushq	%rbp
	movq	%rsp, %rbp
	subq	$16, %rsp
	movq	%rdi, -8(%rbp)
	decq	%rdi
	js	.Lping_end
	call	pong
	addq	-8(%rbp), %rax
	leave
	ret
.Lping_end:
	xorl	%eax, %eax
	leave
	ret
END_FUNCTION ping

FUNCTION pong
	pushq	%rbp
	movq	%rdi, %rbp
	decq	%rdi
	js	.Lpong_end
	call	rally
	subq	%rbp, %rax
	popq	%rbp
	ret
.Lpong_end:
	movl	$1, %eax
	popq	%rbp
	ret
END_FUNCTION pong

FUNCTION rally
	testq	%rdi, %rdi
	je	.Lrally_end
	subq	$104, %rsp
	movq	%rdi, 96(%rsp)
	decq	%rdi
	call	ping
	addq	96(%rsp), %rax
	addq	96(%rsp), %rax
	addq	$104, %rsp
	ret
.Lrally_end:
	movl	$2, %eax
	ret
END_FUNCTION rally

FUNCTION main
	pushq	%rbx
	movl	$31, %edi
	call	ping
	movq	%rax, %rbx
	movl	$3, %edi
	call	ping
	addq	%rax, %rbx
	movl	$2, %edi
	call	ping
	addq	%rbx, %rax
	popq	%rbx
	ret
END_FUNCTION main
