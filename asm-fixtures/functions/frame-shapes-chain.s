# harness: what chain of nine calls through nine shapes of frame, in a loop that leaves it and enters it again
# harness: entry=main interrupts=nested stack=task result=0x3c
# harness: expect=pass

# Each frame is found only if all below it were left with the right sp, bp and, for the DRAP frame, the right word in
# memory. On the second round every function starts with the stack eight bytes lower.

	.include "function.inc"

	.text
FUNCTION no_frame
	call	pushes
	ret
END_FUNCTION no_frame

FUNCTION pushes
	pushq	%r12
	pushq	%rbp
	movq	%rdi, %rbp
	call	frame_pointer
	addq	%rbp, %rax
	popq	%rbp
	popq	%r12
	ret
END_FUNCTION pushes

FUNCTION frame_pointer
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rdi
	call	large
	addq	-8(%rbp), %rax
	leave
	ret
END_FUNCTION frame_pointer

FUNCTION large
	subq	$1000, %rsp
	movq	%rdi, 992(%rsp)
	call	realigned
	addq	992(%rsp), %rax
	addq	$1000, %rsp
	ret
END_FUNCTION large

FUNCTION realigned
	pushq	%rbp
	movq	%rsp, %rbp
	andq	$-128, %rsp
	pushq	%rdi
	call	drap
	addq	(%rsp), %rax
	leave
	ret
END_FUNCTION realigned

FUNCTION drap
	leaq	8(%rsp), %r10
	andq	$-64, %rsp
	pushq	-8(%r10)
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%r10
	subq	$8, %rsp
	movq	%rdi, (%rsp)
	call	stores
	addq	(%rsp), %rax
	addq	$8, %rsp
	popq	%r10
	popq	%rbp
	leaq	-8(%r10), %rsp
	ret
END_FUNCTION drap

FUNCTION stores
	subq	$40, %rsp
	movq	%rbp, 16(%rsp)
	movq	%rdi, %rbp
	call	variable
	addq	%rbp, %rax
	movq	16(%rsp), %rbp
	addq	$40, %rsp
	ret
END_FUNCTION stores

FUNCTION variable
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rbx
	movl	%edi, %ebx
	shlq	$4, %rbx
	subq	%rbx, %rsp
	call	leaf
	movq	-8(%rbp), %rbx
	leave
	ret
END_FUNCTION variable

FUNCTION leaf
	xorl	%r10d, %r10d
	leaq	(%rdi,%rdi), %rax
	ret
END_FUNCTION leaf

FUNCTION main
	pushq	%rbx
	pushq	%r14
	xorl	%ebx, %ebx
	movl	$3, %r14d
	pushq	$0
.Lround:
	leaq	-1(%r14), %rdi
	pushq	%r14
	cmpq	$2, %r14
	jne	.Lshallow
	pushq	%rdi
	call	no_frame
	popq	%rdi
	jmp	.Lnext
.Lshallow:
	call	no_frame
.Lnext:
	addq	%rax, %rbx
	popq	%r14
	decq	%r14
	jne	.Lround
	leaq	36(%rbx), %rax
	popq	%rcx
	popq	%r14
	popq	%rbx
	ret
END_FUNCTION main
