# harness: what recursion to depth 32: one return address thirty-two times, each at another place
# harness: entry=main interrupts=nested stack=task result=0x21f
# harness: expect=pass

# Equal frames one below the other: an unwinder that is off by a whole frame still prints a plausible chain. Only the
# number of frames and the places of the return addresses tell.

	.include "function.inc"

	.text
FUNCTION sum_to
	testq	%rdi, %rdi
	je	.Lzero
	pushq	%rbx
	pushq	%rbp
	subq	$24, %rsp
	movq	%rdi, %rbx
	leaq	-1(%rdi), %rdi
	movq	%rbx, 8(%rsp)
	movl	$1, %ebp
	call	sum_to
	addq	8(%rsp), %rax
	addq	$24, %rsp
	popq	%rbp
	popq	%rbx
	ret
.Lzero:
	movl	$15, %eax
	ret
END_FUNCTION sum_to

FUNCTION main
	movl	$32, %edi
	call	sum_to
	ret
END_FUNCTION main
