# harness: what the benchmark's program: eight frame shapes nested to a given depth, then a loop of calls, pushes, loads
# harness: entry=main interrupts=none stack=task
# harness: expect=pass

	.include "function.inc"

	.text
FUNCTION main
	movq	bench_depth(%rip), %rdi
	jmp	descend
END_FUNCTION main

FUNCTION descend
	testq	%rdi, %rdi
	je	work
	subq	$1, %rdi
	movl	%edi, %eax
	andl	$7, %eax
	movq	shapes(,%rax,8), %rax
	jmp	*%rax
END_FUNCTION descend

FUNCTION shape_push
	pushq	%rbx
	pushq	%r12
	pushq	%r13
	call	descend
	popq	%r13
	popq	%r12
	popq	%rbx
	ret
END_FUNCTION shape_push

FUNCTION shape_frame_pointer
	pushq	%rbp
	movq	%rsp, %rbp
	subq	$32, %rsp
	call	descend
	leave
	ret
END_FUNCTION shape_frame_pointer

FUNCTION shape_sub
	subq	$72, %rsp
	call	descend
	addq	$72, %rsp
	ret
END_FUNCTION shape_sub

FUNCTION shape_push_sub
	pushq	%r14
	pushq	%rbp
	subq	$24, %rsp
	movq	%rdi, %rbp
	call	descend
	addq	$24, %rsp
	popq	%rbp
	popq	%r14
	ret
END_FUNCTION shape_push_sub

FUNCTION shape_all_saved
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbp
	pushq	%rbx
	subq	$8, %rsp
	call	descend
	addq	$8, %rsp
	popq	%rbx
	popq	%rbp
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	ret
END_FUNCTION shape_all_saved

FUNCTION shape_realigned
	pushq	%rbp
	movq	%rsp, %rbp
	andq	$-32, %rsp
	subq	$64, %rsp
	call	descend
	leave
	ret
END_FUNCTION shape_realigned

FUNCTION shape_bare
	call	descend
	ret
END_FUNCTION shape_bare

FUNCTION shape_frame_pointer_saved
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%r12
	pushq	%rbx
	call	descend
	popq	%rbx
	popq	%r12
	popq	%rbp
	ret
END_FUNCTION shape_frame_pointer_saved

# About a hundred instructions each time round: five calls, a dozen pushes, the rest loads and arithmetic.
FUNCTION work
	pushq	%rbx
	pushq	%r12
	movq	bench_iterations(%rip), %rbx
	xorl	%r12d, %r12d
.Lagain:
	movq	values(%rip), %rdi
	movq	8+values(%rip), %rsi
	call	leaf_mix
	addq	%rax, %r12
	movq	16+values(%rip), %rdi
	call	leaf_push
	addq	%rax, %r12
	movq	24+values(%rip), %rdi
	movq	32+values(%rip), %rsi
	call	leaf_mix
	xorq	%rax, %r12
	movq	40+values(%rip), %rdi
	call	leaf_push
	leaq	(%r12,%rax,2), %r12
	movq	48+values(%rip), %rdi
	movq	56+values(%rip), %rsi
	call	leaf_mix
	addq	%rax, %r12
	subq	$1, %rbx
	jne	.Lagain
	movq	%r12, %rax
	popq	%r12
	popq	%rbx
	ret
END_FUNCTION work

FUNCTION leaf_mix
	movq	%rdi, %rax
	movq	%rsi, %rcx
	shlq	$3, %rcx
	addq	%rcx, %rax
	movq	values(%rip), %rdx
	xorq	%rdx, %rax
	movq	16+values(%rip), %rdx
	addq	%rdx, %rax
	movq	32+values(%rip), %rdx
	subq	%rdx, %rax
	leaq	7(%rax,%rsi), %rax
	movq	%rax, %rcx
	shrq	$17, %rcx
	xorq	%rcx, %rax
	ret
END_FUNCTION leaf_mix

FUNCTION leaf_push
	pushq	%rbp
	pushq	%rbx
	pushq	%r12
	movq	%rdi, %rbx
	movq	8+values(%rip), %rbp
	movq	24+values(%rip), %r12
	addq	%rbx, %rbp
	pushq	%rbp
	pushq	%r12
	movq	(%rsp), %rax
	movq	8(%rsp), %rcx
	addq	$16, %rsp
	addq	%rcx, %rax
	movq	40+values(%rip), %rdx
	xorq	%rdx, %rax
	popq	%r12
	popq	%rbx
	popq	%rbp
	ret
END_FUNCTION leaf_push

	.section .rodata
	.balign	8
shapes:
	.quad	shape_push, shape_frame_pointer, shape_sub, shape_push_sub
	.quad	shape_all_saved, shape_realigned, shape_bare, shape_frame_pointer_saved
values:
	.quad	0x9e3779b97f4a7c15, 0xbf58476d1ce4e5b9, 0x94d049bb133111eb, 0xd6e8feb86659fd93
	.quad	0xa0761d6478bd642f, 0xe7037ed1a0b428db, 0x8ebc6af09c88c6e3, 0x589965cc75374cc3

	.data
	.balign	8
	.globl	bench_depth, bench_iterations
bench_depth:
	.quad	8
bench_iterations:
	.quad	1000
