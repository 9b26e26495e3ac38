# harness: what frames of compiled C (gcc-O0): prologues, epilogues and stack use as a compiler mixes them
# harness: entry=main interrupts=nested stack=task result=0x37aebb823ae435fa
# harness: expect=pass

# From ../frames.c by ../regenerate.sh.
# Compiler: gcc (Debian 12.2.0-14+deb12u1) 12.2.0
# Options: -O0 -std=gnu11 -ffreestanding -mcmodel=kernel -fno-pic -fno-pie -mno-red-zone -mno-sse -mno-mmx
#     -mno-80387 -fno-jump-tables -fno-stack-protector -fcf-protection=none -fasynchronous-unwind-tables

	.file	"frames.c"
	.text
	.globl	memset
	.type	memset, @function
memset:
.LFB0:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$40, %rsp
	movq	%rdi, -24(%rbp)
	movl	%esi, -28(%rbp)
	movq	%rdx, -40(%rbp)
	movq	-24(%rbp), %rax
	movq	%rax, -8(%rbp)
	movl	-28(%rbp), %eax
	movq	-8(%rbp), %rcx
	movq	-40(%rbp), %rdx
	movq	%rcx, %rsi
	movq	%rsi, %rdi
	movq	%rdx, %rcx
#APP
# 20 "frames.c" 1
	rep stosb
# 0 "" 2
#NO_APP
	movq	%rcx, %rdx
	movq	%rdi, %rsi
	movq	%rsi, -8(%rbp)
	movq	%rdx, -40(%rbp)
	movq	-24(%rbp), %rax
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE0:
	.size	memset, .-memset
	.globl	memcpy
	.type	memcpy, @function
memcpy:
.LFB1:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$40, %rsp
	movq	%rdi, -24(%rbp)
	movq	%rsi, -32(%rbp)
	movq	%rdx, -40(%rbp)
	movq	-24(%rbp), %rax
	movq	%rax, -8(%rbp)
	movq	-8(%rbp), %rcx
	movq	-32(%rbp), %rdx
	movq	-40(%rbp), %rax
	movq	%rcx, %rdi
	movq	%rdx, %rsi
	movq	%rax, %rcx
#APP
# 28 "frames.c" 1
	rep movsb
# 0 "" 2
#NO_APP
	movq	%rcx, %rax
	movq	%rsi, %rdx
	movq	%rdi, -8(%rbp)
	movq	%rdx, -32(%rbp)
	movq	%rax, -40(%rbp)
	movq	-24(%rbp), %rax
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE1:
	.size	memcpy, .-memcpy
	.type	mix, @function
mix:
.LFB2:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$16, %rsp
	movq	%rdi, -8(%rbp)
	movq	%rsi, -16(%rbp)
	movq	-16(%rbp), %rax
	xorq	%rax, -8(%rbp)
	movq	-8(%rbp), %rax
	rolq	$23, %rax
	movq	%rax, %rdx
	movabsq	$-7046029254386353131, %rax
	imulq	%rdx, %rax
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE2:
	.size	mix, .-mix
	.type	finish, @function
finish:
.LFB3:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$8, %rsp
	movq	%rdi, -8(%rbp)
.L8:
	movq	-8(%rbp), %rax
#APP
# 47 "frames.c" 1
	call __harness_exit
# 0 "" 2
#NO_APP
	jmp	.L8
	.cfi_endproc
.LFE3:
	.size	finish, .-finish
	.type	opaque, @function
opaque:
.LFB4:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$8, %rsp
	movq	%rdi, -8(%rbp)
	movq	-8(%rbp), %rax
	movq	%rax, -8(%rbp)
	movq	-8(%rbp), %rax
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE4:
	.size	opaque, .-opaque
	.type	check_alignment, @function
check_alignment:
.LFB5:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$8, %rsp
	movq	%rdi, -8(%rbp)
	movq	-8(%rbp), %rax
	andl	$63, %eax
	testq	%rax, %rax
	je	.L12
	movl	$0, %edi
	call	finish
.L12:
	movl	$64, %eax
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE5:
	.size	check_alignment, .-check_alignment
	.type	sum_of, @function
sum_of:
.LFB6:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$88, %rsp
	movl	%edi, -84(%rbp)
	movq	%rsi, -40(%rbp)
	movq	%rdx, -32(%rbp)
	movq	%rcx, -24(%rbp)
	movq	%r8, -16(%rbp)
	movq	%r9, -8(%rbp)
	movq	$0, -56(%rbp)
	movl	$8, -80(%rbp)
	leaq	16(%rbp), %rax
	movq	%rax, -72(%rbp)
	leaq	-48(%rbp), %rax
	movq	%rax, -64(%rbp)
	jmp	.L15
.L18:
	movl	-80(%rbp), %eax
	cmpl	$47, %eax
	ja	.L16
	movq	-64(%rbp), %rax
	movl	-80(%rbp), %edx
	movl	%edx, %edx
	addq	%rdx, %rax
	movl	-80(%rbp), %edx
	addl	$8, %edx
	movl	%edx, -80(%rbp)
	jmp	.L17
.L16:
	movq	-72(%rbp), %rax
	leaq	8(%rax), %rdx
	movq	%rdx, -72(%rbp)
.L17:
	movq	(%rax), %rdx
	movq	-56(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -56(%rbp)
.L15:
	movl	-84(%rbp), %eax
	leal	-1(%rax), %edx
	movl	%edx, -84(%rbp)
	testl	%eax, %eax
	jg	.L18
	movq	-56(%rbp), %rax
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE6:
	.size	sum_of, .-sum_of
	.data
	.align 4
	.type	eight, @object
	.size	eight, 4
eight:
	.long	8
	.text
	.type	varargs_aligned, @function
varargs_aligned:
.LFB7:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$48, %rsp
	andq	$-64, %rsp
	subq	$192, %rsp
	movl	%edi, 28(%rsp)
	movq	%rsi, 200(%rsp)
	movq	%rdx, 208(%rsp)
	movq	%rcx, 216(%rsp)
	movq	%r8, 224(%rsp)
	movq	%r9, 232(%rsp)
	leaq	64(%rsp), %rdx
	movl	$0, %eax
	movl	$8, %ecx
	movq	%rdx, %rdi
	rep stosq
	movl	28(%rsp), %eax
	cltq
	movq	%rax, 64(%rsp)
	movl	$8, 40(%rsp)
	leaq	16(%rbp), %rax
	movq	%rax, 48(%rsp)
	leaq	192(%rsp), %rax
	movq	%rax, 56(%rsp)
	movl	$0, 188(%rsp)
	jmp	.L21
.L24:
	movl	40(%rsp), %eax
	cmpl	$47, %eax
	ja	.L22
	movq	56(%rsp), %rax
	movl	40(%rsp), %edx
	movl	%edx, %edx
	addq	%rdx, %rax
	movl	40(%rsp), %edx
	addl	$8, %edx
	movl	%edx, 40(%rsp)
	jmp	.L23
.L22:
	movq	48(%rsp), %rax
	leaq	8(%rax), %rdx
	movq	%rdx, 48(%rsp)
.L23:
	movq	(%rax), %rdx
	movl	188(%rsp), %eax
	andl	$7, %eax
	cltq
	movq	64(%rsp,%rax,8), %rax
	movl	188(%rsp), %ecx
	andl	$7, %ecx
	xorq	%rax, %rdx
	movslq	%ecx, %rax
	movq	%rdx, 64(%rsp,%rax,8)
	addl	$1, 188(%rsp)
.L21:
	movl	188(%rsp), %eax
	cmpl	28(%rsp), %eax
	jl	.L24
	leaq	64(%rsp), %rax
	movq	%rax, %rdi
	call	opaque
	movq	%rax, %rdi
	call	check_alignment
	movq	80(%rsp), %rcx
	movq	72(%rsp), %rdx
	movq	64(%rsp), %rax
	movq	%rax, %rsi
	movl	$3, %edi
	movl	$0, %eax
	call	sum_of
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE7:
	.size	varargs_aligned, .-varargs_aligned
	.type	with_alloca, @function
with_alloca:
.LFB8:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$48, %rsp
	movq	%rdi, -40(%rbp)
	movq	-40(%rbp), %rax
	salq	$3, %rax
	leaq	8(%rax), %rdx
	movl	$16, %eax
	subq	$1, %rax
	addq	%rdx, %rax
	movl	$16, %ecx
	movl	$0, %edx
	divq	%rcx
	imulq	$16, %rax, %rax
	subq	%rax, %rsp
	movq	%rsp, %rax
	addq	$15, %rax
	shrq	$4, %rax
	salq	$4, %rax
	movq	%rax, -32(%rbp)
	movq	-40(%rbp), %rax
	movq	%rax, -8(%rbp)
	movq	$0, -16(%rbp)
	jmp	.L27
.L28:
	movq	-16(%rbp), %rax
	leaq	0(,%rax,8), %rdx
	movq	-32(%rbp), %rax
	addq	%rax, %rdx
	movq	-16(%rbp), %rax
	imulq	%rax, %rax
	movq	%rax, (%rdx)
	addq	$1, -16(%rbp)
.L27:
	movq	-16(%rbp), %rax
	cmpq	-40(%rbp), %rax
	jb	.L28
	movq	-32(%rbp), %rax
	movq	%rax, %rdi
	call	opaque
	movq	-40(%rbp), %rax
	movq	%rax, -24(%rbp)
	jmp	.L29
.L30:
	movq	-24(%rbp), %rax
	leaq	0(,%rax,8), %rdx
	movq	-32(%rbp), %rax
	addq	%rdx, %rax
	movq	(%rax), %rdx
	movq	-8(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -8(%rbp)
.L29:
	movq	-24(%rbp), %rax
	leaq	-1(%rax), %rdx
	movq	%rdx, -24(%rbp)
	testq	%rax, %rax
	jne	.L30
	movq	-8(%rbp), %rax
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE8:
	.size	with_alloca, .-with_alloca
	.type	with_vla_in_loop, @function
with_vla_in_loop:
.LFB9:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	subq	$72, %rsp
	.cfi_offset 15, -24
	.cfi_offset 14, -32
	.cfi_offset 13, -40
	.cfi_offset 12, -48
	.cfi_offset 3, -56
	movl	%edi, -84(%rbp)
	movq	$0, -56(%rbp)
	movl	$1, -60(%rbp)
	jmp	.L33
.L34:
	movq	%rsp, %rax
	movq	%rax, %r13
	movl	-60(%rbp), %edx
	movl	%edx, %eax
	addl	%eax, %eax
	leal	(%rax,%rdx), %ecx
	movl	%ecx, %eax
	subq	$1, %rax
	movq	%rax, -72(%rbp)
	movl	%ecx, %eax
	movq	%rax, %r14
	movl	$0, %r15d
	movl	%ecx, %eax
	movq	%rax, -112(%rbp)
	movq	$0, -104(%rbp)
	movl	%ecx, %eax
	leaq	(%rax,%rax), %rdx
	movl	$16, %eax
	subq	$1, %rax
	addq	%rdx, %rax
	movl	$16, %esi
	movl	$0, %edx
	divq	%rsi
	imulq	$16, %rax, %rax
	subq	%rax, %rsp
	movq	%rsp, %rax
	addq	$1, %rax
	shrq	%rax
	addq	%rax, %rax
	movq	%rax, -80(%rbp)
	movl	%ecx, %eax
	leaq	(%rax,%rax), %r12
	movl	-60(%rbp), %ebx
	movq	-80(%rbp), %rax
	movq	%rax, %rdi
	call	opaque
	movq	%r12, %rdx
	movl	%ebx, %esi
	movq	%rax, %rdi
	call	memset
	movl	-60(%rbp), %edx
	movl	%edx, %eax
	addl	%eax, %eax
	addl	%edx, %eax
	leal	-1(%rax), %edx
	movq	-80(%rbp), %rax
	movl	%edx, %edx
	movzwl	(%rax,%rdx,2), %eax
	movzwl	%ax, %edx
	movq	-56(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -56(%rbp)
	movq	%r13, %rsp
	addl	$1, -60(%rbp)
.L33:
	movl	-60(%rbp), %eax
	cmpl	%eax, -84(%rbp)
	jnb	.L34
	movq	-56(%rbp), %rax
	leaq	-40(%rbp), %rsp
	popq	%rbx
	.cfi_restore 3
	popq	%r12
	.cfi_restore 12
	popq	%r13
	.cfi_restore 13
	popq	%r14
	.cfi_restore 14
	popq	%r15
	.cfi_restore 15
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE9:
	.size	with_vla_in_loop, .-with_vla_in_loop
	.type	with_aligned, @function
with_aligned:
.LFB10:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%rbx
	andq	$-64, %rsp
	addq	$-128, %rsp
	.cfi_offset 3, -24
	movq	%rdi, 56(%rsp)
	movq	56(%rsp), %rax
	movl	%eax, %ebx
	leaq	64(%rsp), %rax
	movq	%rax, %rdi
	call	opaque
	movl	$64, %edx
	movl	%ebx, %esi
	movq	%rax, %rdi
	call	memset
	movq	120(%rsp), %rbx
	leaq	64(%rsp), %rax
	movq	%rax, %rdi
	call	check_alignment
	movq	%rbx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	-8(%rbp), %rbx
	leave
	.cfi_restore 6
	.cfi_restore 3
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE10:
	.size	with_aligned, .-with_aligned
	.type	with_aligned_alloca, @function
with_aligned_alloca:
.LFB12:
	.cfi_startproc
	leaq	8(%rsp), %r10
	.cfi_def_cfa 10, 0
	andq	$-64, %rsp
	pushq	-8(%r10)
	pushq	%rbp
	movq	%rsp, %rbp
	.cfi_escape 0x10,0x6,0x2,0x76,0
	pushq	%r12
	pushq	%r10
	.cfi_escape 0xf,0x3,0x76,0x70,0x6
	.cfi_escape 0x10,0xc,0x2,0x76,0x78
	pushq	%rbx
	subq	$216, %rsp
	.cfi_escape 0x10,0x3,0x2,0x76,0x68
	movq	%r10, %rbx
	movq	%rdi, -184(%rbp)
	movq	%rsi, -192(%rbp)
	movq	%rdx, -200(%rbp)
	movq	%rcx, -208(%rbp)
	movq	%r8, -216(%rbp)
	movq	%r9, -224(%rbp)
	movq	-184(%rbp), %rdx
	movq	-192(%rbp), %rax
	addq	%rdx, %rax
	movq	%rax, -56(%rbp)
	movq	8(%rbx), %rax
	movq	%rax, -64(%rbp)
	leaq	-176(%rbp), %rdx
	movl	$0, %eax
	movl	$8, %ecx
	movq	%rdx, %rdi
	rep stosq
	movq	-56(%rbp), %rax
	movq	%rax, -176(%rbp)
	movq	-64(%rbp), %rax
	leaq	8(%rax), %rdx
	movl	$16, %eax
	subq	$1, %rax
	addq	%rdx, %rax
	movl	$16, %esi
	movl	$0, %edx
	divq	%rsi
	imulq	$16, %rax, %rax
	subq	%rax, %rsp
	movq	%rsp, %rax
	addq	$15, %rax
	shrq	$4, %rax
	salq	$4, %rax
	movq	%rax, -72(%rbp)
	leaq	-176(%rbp), %rax
	movq	%rax, %rdi
	call	opaque
	movq	%rax, %rdi
	call	check_alignment
	movq	-64(%rbp), %rax
	movl	%eax, %r12d
	movq	-72(%rbp), %rax
	movq	%rax, %rdi
	call	opaque
	movq	%rax, %rcx
	movq	-64(%rbp), %rax
	movq	%rax, %rdx
	movl	%r12d, %esi
	movq	%rcx, %rdi
	call	memset
	movq	-64(%rbp), %rax
	shrq	%rax
	movq	%rax, %rdx
	movq	-72(%rbp), %rax
	addq	%rdx, %rax
	movzbl	(%rax), %eax
	movzbl	%al, %edx
	movq	-176(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, %r12
	movq	(%rbx), %rdi
	movq	-224(%rbp), %rsi
	movq	-216(%rbp), %rcx
	movq	-208(%rbp), %rdx
	movq	-200(%rbp), %rax
	movq	%rdi, %r9
	movq	%rsi, %r8
	movq	%rax, %rsi
	movl	$5, %edi
	movl	$0, %eax
	call	sum_of
	addq	%r12, %rax
	leaq	-24(%rbp), %rsp
	popq	%rbx
	.cfi_restore 3
	popq	%r10
	.cfi_restore 10
	.cfi_def_cfa 10, 0
	popq	%r12
	.cfi_restore 12
	popq	%rbp
	.cfi_restore 6
	leaq	-8(%r10), %rsp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE12:
	.size	with_aligned_alloca, .-with_aligned_alloca
	.type	nested.0, @function
nested.0:
.LFB14:
	.cfi_startproc
	pushq	%r13
	.cfi_def_cfa_offset 16
	.cfi_offset 13, -16
	leaq	16(%rsp), %r13
	.cfi_def_cfa 13, 0
	andq	$-64, %rsp
	pushq	-8(%r13)
	pushq	%rbp
	movq	%rsp, %rbp
	.cfi_escape 0x10,0x6,0x2,0x76,0
	pushq	%r13
	.cfi_escape 0xf,0x3,0x76,0x78,0x6
	pushq	%rbx
	subq	$224, %rsp
	.cfi_escape 0x10,0x3,0x2,0x76,0x70
	movq	%rdi, -184(%rbp)
	movq	%r10, %rax
	movq	%r10, -192(%rbp)
	movq	(%rax), %rax
	movq	%rax, -56(%rbp)
	movq	-184(%rbp), %rax
	movq	%rax, -64(%rbp)
	leaq	-176(%rbp), %rdx
	movl	$0, %eax
	movl	$8, %ecx
	movq	%rdx, %rdi
	rep stosq
	movq	-56(%rbp), %rax
	movq	%rax, -176(%rbp)
	movq	-64(%rbp), %rax
	leaq	8(%rax), %rdx
	movl	$16, %eax
	subq	$1, %rax
	addq	%rdx, %rax
	movl	$16, %esi
	movl	$0, %edx
	divq	%rsi
	imulq	$16, %rax, %rax
	subq	%rax, %rsp
	movq	%rsp, %rax
	addq	$15, %rax
	shrq	$4, %rax
	salq	$4, %rax
	movq	%rax, -72(%rbp)
	leaq	-176(%rbp), %rax
	movq	%rax, %rdi
	call	opaque
	movq	%rax, %rdi
	call	check_alignment
	movq	-64(%rbp), %rax
	movl	%eax, %ebx
	movq	-72(%rbp), %rax
	movq	%rax, %rdi
	call	opaque
	movq	%rax, %rcx
	movq	-64(%rbp), %rax
	movq	%rax, %rdx
	movl	%ebx, %esi
	movq	%rcx, %rdi
	call	memset
	movq	-64(%rbp), %rax
	shrq	%rax
	movq	%rax, %rdx
	movq	-72(%rbp), %rax
	addq	%rdx, %rax
	movzbl	(%rax), %eax
	movzbl	%al, %edx
	movq	-176(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	leaq	-16(%rbp), %rsp
	popq	%rbx
	.cfi_restore 3
	popq	%r13
	.cfi_restore 13
	.cfi_def_cfa 13, 0
	popq	%rbp
	.cfi_restore 6
	leaq	-16(%r13), %rsp
	.cfi_def_cfa 7, 16
	popq	%r13
	.cfi_restore 13
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE14:
	.size	nested.0, .-nested.0
	.type	with_nested, @function
with_nested:
.LFB13:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%rbx
	subq	$40, %rsp
	.cfi_offset 3, -24
	movq	%rdi, -40(%rbp)
	leaq	16(%rbp), %rax
	movq	%rax, -24(%rbp)
	movq	-40(%rbp), %rax
	movq	%rax, -32(%rbp)
	leaq	-32(%rbp), %rax
	movq	%rax, %r10
	movl	$24, %edi
	call	nested.0
	movq	%rax, %rbx
	leaq	-32(%rbp), %rax
	movq	%rax, %r10
	movl	$7, %edi
	call	nested.0
	addq	%rbx, %rax
	movq	-8(%rbp), %rbx
	leave
	.cfi_restore 6
	.cfi_restore 3
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE13:
	.size	with_nested, .-with_nested
	.type	scaled, @function
scaled:
.LFB15:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$32, %rsp
	movq	%rdi, -24(%rbp)
	movq	%rsi, -32(%rbp)
	movl	$0, -4(%rbp)
	jmp	.L47
.L48:
	movl	-4(%rbp), %eax
	movq	16(%rbp,%rax,8), %rax
	movl	-4(%rbp), %ecx
	movq	-32(%rbp), %rdx
	addq	%rcx, %rdx
	imulq	%rax, %rdx
	movl	-4(%rbp), %eax
	movq	%rdx, 16(%rbp,%rax,8)
	addl	$1, -4(%rbp)
.L47:
	cmpl	$8, -4(%rbp)
	jbe	.L48
	movq	-24(%rbp), %rax
	movq	16(%rbp), %rdx
	movq	%rdx, (%rax)
	movq	24(%rbp), %rdx
	movq	%rdx, 8(%rax)
	movq	32(%rbp), %rdx
	movq	%rdx, 16(%rax)
	movq	40(%rbp), %rdx
	movq	%rdx, 24(%rax)
	movq	48(%rbp), %rdx
	movq	%rdx, 32(%rax)
	movq	56(%rbp), %rdx
	movq	%rdx, 40(%rax)
	movq	64(%rbp), %rdx
	movq	%rdx, 48(%rax)
	movq	72(%rbp), %rdx
	movq	%rdx, 56(%rax)
	movq	80(%rbp), %rdx
	movq	%rdx, 64(%rax)
	movq	-24(%rbp), %rax
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE15:
	.size	scaled, .-scaled
	.type	structures, @function
structures:
.LFB16:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$320, %rsp
	movq	%rdi, -232(%rbp)
	movq	$1, -144(%rbp)
	movq	$2, -136(%rbp)
	movq	$3, -128(%rbp)
	movq	$4, -120(%rbp)
	movq	$5, -112(%rbp)
	movq	$6, -104(%rbp)
	movq	$7, -96(%rbp)
	movq	$8, -88(%rbp)
	movq	-232(%rbp), %rax
	movq	%rax, -80(%rbp)
	leaq	-72(%rbp), %rax
	pushq	-80(%rbp)
	pushq	-88(%rbp)
	pushq	-96(%rbp)
	pushq	-104(%rbp)
	pushq	-112(%rbp)
	pushq	-120(%rbp)
	pushq	-128(%rbp)
	pushq	-136(%rbp)
	pushq	-144(%rbp)
	movl	$3, %esi
	movq	%rax, %rdi
	call	scaled
	addq	$72, %rsp
	leaq	-320(%rbp), %rax
	movq	-232(%rbp), %rdx
	pushq	-8(%rbp)
	pushq	-16(%rbp)
	pushq	-24(%rbp)
	pushq	-32(%rbp)
	pushq	-40(%rbp)
	pushq	-48(%rbp)
	pushq	-56(%rbp)
	pushq	-64(%rbp)
	pushq	-72(%rbp)
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	scaled
	addq	$72, %rsp
	movq	-320(%rbp), %rax
	movq	%rax, -144(%rbp)
	movq	-312(%rbp), %rax
	movq	%rax, -136(%rbp)
	movq	-304(%rbp), %rax
	movq	%rax, -128(%rbp)
	movq	-296(%rbp), %rax
	movq	%rax, -120(%rbp)
	movq	-288(%rbp), %rax
	movq	%rax, -112(%rbp)
	movq	-280(%rbp), %rax
	movq	%rax, -104(%rbp)
	movq	-272(%rbp), %rax
	movq	%rax, -96(%rbp)
	movq	-264(%rbp), %rax
	movq	%rax, -88(%rbp)
	movq	-256(%rbp), %rax
	movq	%rax, -80(%rbp)
	leaq	-216(%rbp), %rax
	movq	%rax, %rdi
	call	opaque
	movq	%rax, %rcx
	leaq	-144(%rbp), %rax
	movl	$72, %edx
	movq	%rax, %rsi
	movq	%rcx, %rdi
	call	memcpy
	movq	-152(%rbp), %rdx
	movq	-216(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE16:
	.size	structures, .-structures
	.type	ten, @function
ten:
.LFB17:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%rbx
	subq	$48, %rsp
	.cfi_offset 3, -24
	movq	%rdi, -16(%rbp)
	movq	%rsi, -24(%rbp)
	movq	%rdx, -32(%rbp)
	movq	%rcx, -40(%rbp)
	movq	%r8, -48(%rbp)
	movq	%r9, -56(%rbp)
	movq	-56(%rbp), %rdx
	movq	16(%rbp), %rax
	addq	%rax, %rdx
	movq	24(%rbp), %rax
	subq	32(%rbp), %rax
	movq	%rdx, %rbx
	imulq	%rax, %rbx
	movq	-40(%rbp), %rax
	xorq	-48(%rbp), %rax
	movq	-24(%rbp), %rdx
	movq	%rdx, %rcx
	imulq	-32(%rbp), %rcx
	movq	-16(%rbp), %rdx
	addq	%rcx, %rdx
	movq	%rax, %rsi
	movq	%rdx, %rdi
	call	mix
	movq	%rbx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	40(%rbp), %rdx
	addq	%rdx, %rax
	movq	-8(%rbp), %rbx
	leave
	.cfi_restore 6
	.cfi_restore 3
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE17:
	.size	ten, .-ten
	.type	many_arguments, @function
many_arguments:
.LFB18:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$24, %rsp
	movq	%rdi, -24(%rbp)
	movq	-24(%rbp), %rdx
	movq	%rdx, %rax
	salq	$3, %rax
	leaq	(%rax,%rdx), %rdi
	movq	-24(%rbp), %rax
	leaq	8(%rax), %rsi
	movq	-24(%rbp), %rax
	leaq	7(%rax), %rcx
	movq	-24(%rbp), %rax
	leaq	6(%rax), %rdx
	movq	-24(%rbp), %rax
	pushq	%rdi
	pushq	%rsi
	pushq	%rcx
	pushq	%rdx
	movl	$5, %r9d
	movl	$4, %r8d
	movl	$3, %ecx
	movl	$2, %edx
	movl	$1, %esi
	movq	%rax, %rdi
	call	ten
	addq	$32, %rsp
	movq	%rax, -8(%rbp)
	movq	-24(%rbp), %r8
	movq	-24(%rbp), %rdi
	movq	-24(%rbp), %rcx
	movq	-24(%rbp), %rdx
	movq	-24(%rbp), %rsi
	movq	-24(%rbp), %rax
	pushq	$4
	pushq	$3
	pushq	$2
	pushq	$1
	movq	%r8, %r9
	movq	%rdi, %r8
	movq	%rax, %rdi
	call	ten
	addq	$32, %rsp
	movq	%rax, %rdx
	movq	-8(%rbp), %rax
	xorq	$1, %rax
	movq	%rax, %rcx
	movq	-8(%rbp), %rax
	pushq	%rdx
	pushq	%rcx
	pushq	-24(%rbp)
	pushq	$3
	movl	$4, %r9d
	movl	$5, %r8d
	movq	%rax, %rcx
	movl	$7, %edx
	movl	$8, %esi
	movl	$9, %edi
	call	ten
	addq	$32, %rsp
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE18:
	.size	many_arguments, .-many_arguments
	.type	ascending, @function
ascending:
.LFB19:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$16, %rsp
	movq	%rdi, -8(%rbp)
	movq	%rsi, -16(%rbp)
	movq	-8(%rbp), %rax
	movq	(%rax), %rax
	movq	-16(%rbp), %rdx
	movq	(%rdx), %rdx
	cmpq	%rax, %rdx
	setb	%al
	movzbl	%al, %edx
	movq	-8(%rbp), %rax
	movq	(%rax), %rcx
	movq	-16(%rbp), %rax
	movq	(%rax), %rax
	cmpq	%rax, %rcx
	setb	%al
	movzbl	%al, %eax
	subl	%eax, %edx
	movl	%edx, %eax
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE19:
	.size	ascending, .-ascending
	.type	by_low_byte, @function
by_low_byte:
.LFB20:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$16, %rsp
	movq	%rdi, -8(%rbp)
	movq	%rsi, -16(%rbp)
	movq	-16(%rbp), %rax
	movq	(%rax), %rax
	movzbl	%al, %edx
	movq	-8(%rbp), %rax
	movq	(%rax), %rax
	movzbl	%al, %eax
	subl	%eax, %edx
	movl	%edx, %eax
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE20:
	.size	by_low_byte, .-by_low_byte
	.type	sort, @function
sort:
.LFB21:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$64, %rsp
	movq	%rdi, -40(%rbp)
	movq	%rsi, -48(%rbp)
	movq	%rdx, -56(%rbp)
	movq	$1, -8(%rbp)
	jmp	.L61
.L65:
	movq	-8(%rbp), %rax
	movq	%rax, -16(%rbp)
	jmp	.L62
.L64:
	movq	-16(%rbp), %rax
	leaq	0(,%rax,8), %rdx
	movq	-40(%rbp), %rax
	addq	%rdx, %rax
	movq	(%rax), %rax
	movq	%rax, -24(%rbp)
	movq	-16(%rbp), %rax
	salq	$3, %rax
	leaq	-8(%rax), %rdx
	movq	-40(%rbp), %rax
	addq	%rdx, %rax
	movq	-16(%rbp), %rdx
	leaq	0(,%rdx,8), %rcx
	movq	-40(%rbp), %rdx
	addq	%rcx, %rdx
	movq	(%rax), %rax
	movq	%rax, (%rdx)
	movq	-16(%rbp), %rax
	salq	$3, %rax
	leaq	-8(%rax), %rdx
	movq	-40(%rbp), %rax
	addq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rax, (%rdx)
	subq	$1, -16(%rbp)
.L62:
	cmpq	$0, -16(%rbp)
	je	.L63
	movq	-16(%rbp), %rax
	leaq	0(,%rax,8), %rdx
	movq	-40(%rbp), %rax
	leaq	(%rdx,%rax), %rcx
	movq	-16(%rbp), %rax
	salq	$3, %rax
	leaq	-8(%rax), %rdx
	movq	-40(%rbp), %rax
	addq	%rax, %rdx
	movq	-56(%rbp), %rax
	movq	%rcx, %rsi
	movq	%rdx, %rdi
	call	*%rax
	testl	%eax, %eax
	jg	.L64
.L63:
	addq	$1, -8(%rbp)
.L61:
	movq	-8(%rbp), %rax
	cmpq	-48(%rbp), %rax
	jb	.L65
	nop
	nop
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE21:
	.size	sort, .-sort
	.type	large_frame, @function
large_frame:
.LFB22:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$2080, %rsp
	movq	%rdi, -2072(%rbp)
	movl	%esi, -2076(%rbp)
	movq	$0, -8(%rbp)
	movl	$0, -12(%rbp)
	jmp	.L67
.L68:
	movl	-2076(%rbp), %edx
	movl	-12(%rbp), %eax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	shrq	$40, %rax
	movq	%rax, %rdx
	movl	-12(%rbp), %eax
	movq	%rdx, -2064(%rbp,%rax,8)
	addl	$1, -12(%rbp)
.L67:
	movl	-12(%rbp), %eax
	cmpl	-2076(%rbp), %eax
	jb	.L68
	movl	-2076(%rbp), %ecx
	movq	-2072(%rbp), %rdx
	leaq	-2064(%rbp), %rax
	movq	%rcx, %rsi
	movq	%rax, %rdi
	call	sort
	movl	$0, -16(%rbp)
	jmp	.L69
.L70:
	movl	-16(%rbp), %eax
	movq	-2064(%rbp,%rax,8), %rdx
	movq	-8(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -8(%rbp)
	addl	$1, -16(%rbp)
.L69:
	movl	-16(%rbp), %eax
	cmpl	-2076(%rbp), %eax
	jb	.L70
	movq	-8(%rbp), %rax
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE22:
	.size	large_frame, .-large_frame
	.type	binary, @function
binary:
.LFB23:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$32, %rsp
	movl	%edi, -20(%rbp)
	movq	%rsi, -32(%rbp)
	cmpl	$0, -20(%rbp)
	jne	.L73
	movq	-32(%rbp), %rax
	movl	$0, %esi
	movq	%rax, %rdi
	call	mix
	jmp	.L74
.L73:
	movq	-32(%rbp), %rax
	leaq	(%rax,%rax), %rdx
	movl	-20(%rbp), %eax
	subl	$1, %eax
	movq	%rdx, %rsi
	movl	%eax, %edi
	call	binary
	movq	%rax, -8(%rbp)
	movq	-32(%rbp), %rax
	addq	%rax, %rax
	leaq	1(%rax), %rdx
	movl	-20(%rbp), %eax
	shrl	%eax
	movq	%rdx, %rsi
	movl	%eax, %edi
	call	binary
	xorq	-8(%rbp), %rax
.L74:
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE23:
	.size	binary, .-binary
	.type	even, @function
even:
.LFB24:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$48, %rsp
	movl	%edi, -36(%rbp)
	movq	%rsi, -48(%rbp)
	movq	-48(%rbp), %rax
	movq	%rax, -24(%rbp)
	movl	-36(%rbp), %eax
	movq	%rax, -16(%rbp)
	movq	$1, -8(%rbp)
	cmpl	$0, -36(%rbp)
	jne	.L76
	movq	-48(%rbp), %rax
	jmp	.L78
.L76:
	leaq	-24(%rbp), %rax
	movq	%rax, %rdi
	call	opaque
	movl	-36(%rbp), %edx
	movq	-48(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, %rdx
	movl	-36(%rbp), %eax
	subl	$1, %eax
	movq	%rdx, %rsi
	movl	%eax, %edi
	call	odd
	movq	%rax, %rsi
	movl	-36(%rbp), %ecx
	movl	%ecx, %edx
	movl	$2863311531, %eax
	imulq	%rdx, %rax
	shrq	$32, %rax
	movl	%eax, %edx
	shrl	%edx
	movl	%edx, %eax
	addl	%eax, %eax
	addl	%edx, %eax
	subl	%eax, %ecx
	movl	%ecx, %edx
	movl	%edx, %eax
	movq	-24(%rbp,%rax,8), %rax
	addq	%rsi, %rax
.L78:
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE24:
	.size	even, .-even
	.type	odd, @function
odd:
.LFB25:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$16, %rsp
	movl	%edi, -4(%rbp)
	movq	%rsi, -16(%rbp)
	movl	-4(%rbp), %eax
	xorq	-16(%rbp), %rax
	movl	-4(%rbp), %edx
	subl	$1, %edx
	movq	%rax, %rsi
	movl	%edx, %edi
	call	even
	movq	%rax, %rdx
	movq	%rdx, %rax
	addq	%rax, %rax
	addq	%rdx, %rax
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE25:
	.size	odd, .-odd
	.type	tail_first, @function
tail_first:
.LFB26:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$16, %rsp
	movq	%rdi, -8(%rbp)
	movq	%rsi, -16(%rbp)
	movq	-8(%rbp), %rax
	andl	$7, %eax
	movq	%rax, %rdi
	call	with_alloca
	movq	%rax, %rdx
	movq	-16(%rbp), %rax
	addq	$1, %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE26:
	.size	tail_first, .-tail_first
	.data
	.align 8
	.type	tail_target, @object
	.size	tail_target, 8
tail_target:
	.quad	tail_first
	.text
	.type	tail_indirect, @function
tail_indirect:
.LFB27:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$16, %rsp
	movq	%rdi, -8(%rbp)
	movq	tail_target(%rip), %rdx
	movq	-8(%rbp), %rax
	leaq	1(%rax), %rcx
	movq	-8(%rbp), %rax
	movq	%rcx, %rsi
	movq	%rax, %rdi
	call	*%rdx
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE27:
	.size	tail_indirect, .-tail_indirect
	.type	run, @function
run:
.LFB28:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%rbx
	subq	$168, %rsp
	.cfi_offset 3, -24
	movq	%rdi, -168(%rbp)
	movq	%rsi, -176(%rbp)
	leaq	-152(%rbp), %rdx
	movl	$0, %eax
	movl	$16, %ecx
	movq	%rdx, %rdi
	rep stosq
	movl	$0, -20(%rbp)
	jmp	.L86
.L97:
	movq	-168(%rbp), %rax
	movzbl	(%rax), %eax
	movsbl	%al, %eax
	cmpl	$116, %eax
	je	.L87
	cmpl	$116, %eax
	jg	.L88
	cmpl	$97, %eax
	je	.L89
	cmpl	$97, %eax
	jg	.L88
	cmpl	$63, %eax
	je	.L90
	cmpl	$63, %eax
	jg	.L88
	cmpl	$57, %eax
	jg	.L88
	cmpl	$48, %eax
	jge	.L91
	cmpl	$33, %eax
	je	.L92
	cmpl	$43, %eax
	je	.L93
	jmp	.L88
.L91:
	movq	-168(%rbp), %rax
	movzbl	(%rax), %eax
	movsbl	%al, %eax
	leal	-48(%rax), %ecx
	movl	-20(%rbp), %eax
	leal	1(%rax), %edx
	movl	%edx, -20(%rbp)
	andl	$15, %eax
	movl	%eax, %edx
	movslq	%ecx, %rax
	movl	%edx, %edx
	movq	%rax, -152(%rbp,%rdx,8)
	jmp	.L94
.L93:
	subl	$1, -20(%rbp)
	movl	-20(%rbp), %eax
	subl	$1, %eax
	andl	$15, %eax
	movl	%eax, %eax
	movq	-152(%rbp,%rax,8), %rdx
	movl	-20(%rbp), %eax
	andl	$15, %eax
	movl	%eax, %eax
	movq	-152(%rbp,%rax,8), %rax
	movl	-20(%rbp), %ecx
	subl	$1, %ecx
	andl	$15, %ecx
	addq	%rdx, %rax
	movl	%ecx, %edx
	movq	%rax, -152(%rbp,%rdx,8)
	jmp	.L94
.L89:
	subl	$1, -20(%rbp)
	movl	-20(%rbp), %eax
	andl	$15, %eax
	movl	%eax, %eax
	movq	-152(%rbp,%rax,8), %rax
	andl	$15, %eax
	movq	%rax, %rdi
	call	with_alloca
	movq	%rax, -176(%rbp)
	jmp	.L94
.L87:
	movl	-20(%rbp), %eax
	subl	$1, %eax
	andl	$15, %eax
	movl	%eax, %eax
	movq	-152(%rbp,%rax,8), %rax
	movl	-20(%rbp), %edx
	subl	$1, %edx
	movl	%edx, %ebx
	andl	$15, %ebx
	movq	%rax, %rdi
	call	tail_indirect
	movl	%ebx, %edx
	movq	%rax, -152(%rbp,%rdx,8)
	jmp	.L94
.L90:
	subl	$1, -20(%rbp)
	movl	-20(%rbp), %eax
	andl	$15, %eax
	movl	%eax, %eax
	movq	-152(%rbp,%rax,8), %rax
	andl	$1, %eax
	testq	%rax, %rax
	jne	.L99
	movq	-176(%rbp), %rax
	jmp	.L98
.L92:
	movl	-20(%rbp), %eax
	subl	$1, %eax
	andl	$15, %eax
	movl	%eax, %eax
	movq	-152(%rbp,%rax,8), %rax
	jmp	.L98
.L88:
	movq	-176(%rbp), %rax
	movq	%rax, %rdi
	call	finish
.L99:
	nop
.L94:
	addq	$1, -168(%rbp)
.L86:
	movq	-168(%rbp), %rax
	movzbl	(%rax), %eax
	testb	%al, %al
	jne	.L97
	movl	-20(%rbp), %edx
	movq	-176(%rbp), %rax
	addq	%rdx, %rax
.L98:
	movq	-8(%rbp), %rbx
	leave
	.cfi_restore 6
	.cfi_restore 3
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE28:
	.size	run, .-run
	.section	.rodata
.LC0:
	.string	"12+34a5t+!"
.LC1:
	.string	"2?1"
.LC2:
	.string	"34"
.LC3:
	.string	"7?9a"
	.text
	.type	checksum, @function
checksum:
.LFB29:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%rbx
	subq	$24, %rsp
	.cfi_offset 3, -24
	pushq	$9
	pushq	$8
	pushq	$7
	pushq	$6
	movl	$5, %r9d
	movl	$4, %r8d
	movl	$3, %ecx
	movl	$2, %edx
	movl	$1, %esi
	movl	$9, %edi
	movl	$0, %eax
	call	sum_of
	addq	$32, %rsp
	movq	%rax, -24(%rbp)
	movl	eight(%rip), %eax
	subq	$8, %rsp
	pushq	$5
	pushq	$6
	pushq	$4
	movl	$7, %r9d
	movl	$3, %r8d
	movl	$8, %ecx
	movl	$2, %edx
	movl	$9, %esi
	movl	%eax, %edi
	movl	$0, %eax
	call	varargs_aligned
	addq	$32, %rsp
	movq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -24(%rbp)
	movl	$0, -28(%rbp)
	jmp	.L101
.L102:
	movl	-28(%rbp), %edx
	movl	%edx, %eax
	sall	$2, %eax
	addl	%edx, %eax
	movl	%eax, %eax
	movq	%rax, %rdi
	call	with_alloca
	movq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -24(%rbp)
	addl	$1, -28(%rbp)
.L101:
	cmpl	$4, -28(%rbp)
	jbe	.L102
	movl	$6, %edi
	call	with_vla_in_loop
	movq	%rax, %rbx
	movl	$0, %edi
	call	with_vla_in_loop
	leaq	(%rbx,%rax), %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -24(%rbp)
	movl	$90, %edi
	call	with_aligned
	movq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -24(%rbp)
	pushq	$30
	pushq	$77
	movl	$6, %r9d
	movl	$5, %r8d
	movl	$4, %ecx
	movl	$3, %edx
	movl	$2, %esi
	movl	$1, %edi
	call	with_aligned_alloca
	addq	$16, %rsp
	movq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -24(%rbp)
	movq	-24(%rbp), %rax
	shrq	%rax
	movq	%rax, %rdi
	call	with_nested
	movq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -24(%rbp)
	movl	$4, %edi
	call	structures
	movq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -24(%rbp)
	movl	$11, %edi
	call	many_arguments
	movq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -24(%rbp)
	movl	$40, %esi
	movq	$ascending, %rdi
	call	large_frame
	movq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -24(%rbp)
	movl	$24, %esi
	movq	$by_low_byte, %rdi
	call	large_frame
	movq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -24(%rbp)
	movl	$0, %esi
	movq	$by_low_byte, %rdi
	call	large_frame
	movq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -24(%rbp)
	movl	$1, %esi
	movl	$12, %edi
	call	binary
	movq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -24(%rbp)
	movq	-24(%rbp), %rax
	movq	%rax, %rsi
	movl	$16, %edi
	call	even
	movq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -24(%rbp)
	movl	$3, %esi
	movq	$.LC0, %rdi
	call	run
	movq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -24(%rbp)
	movl	$5, %esi
	movq	$.LC1, %rdi
	call	run
	movq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -24(%rbp)
	movl	$6, %esi
	movq	$.LC2, %rdi
	call	run
	movq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	%rax, -24(%rbp)
	movl	$8, %esi
	movq	$.LC3, %rdi
	call	run
	movq	%rax, %rdx
	movq	-24(%rbp), %rax
	movq	%rdx, %rsi
	movq	%rax, %rdi
	call	mix
	movq	-8(%rbp), %rbx
	leave
	.cfi_restore 6
	.cfi_restore 3
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE29:
	.size	checksum, .-checksum
	.section	.rodata
.LC4:
	.string	"finish"
	.text
	.globl	main
	.type	main, @function
main:
.LFB30:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	call	checksum
	movq	%rax, %rsi
	movq	$.LC4, %rdi
	call	run
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE30:
	.size	main, .-main
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
