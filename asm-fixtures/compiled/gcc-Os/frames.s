# harness: what frames of compiled C (gcc-Os): prologues, epilogues and stack use as a compiler mixes them
# harness: entry=main interrupts=nested stack=task result=0x37aebb823ae435fa
# harness: expect=pass

# From ../frames.c by ../regenerate.sh.
# Compiler: gcc (Debian 12.2.0-14+deb12u1) 12.2.0
# Options: -Os -std=gnu11 -ffreestanding -mcmodel=kernel -fno-pic -fno-pie -mno-red-zone -mno-sse -mno-mmx
#     -mno-80387 -fno-jump-tables -fno-stack-protector -fcf-protection=none -fasynchronous-unwind-tables

	.file	"frames.c"
	.text
	.type	mix, @function
mix:
.LFB2:
	.cfi_startproc
	movabsq	$-7046029254386353131, %rdx
	movq	%rdi, %rax
	xorq	%rsi, %rax
	rolq	$23, %rax
	imulq	%rdx, %rax
	ret
	.cfi_endproc
.LFE2:
	.size	mix, .-mix
	.section	.text.unlikely,"ax",@progbits
	.type	finish, @function
finish:
.LFB3:
	.cfi_startproc
	movq	%rdi, %rax
.L3:
#APP
# 47 "frames.c" 1
	call __harness_exit
# 0 "" 2
#NO_APP
	jmp	.L3
	.cfi_endproc
.LFE3:
	.size	finish, .-finish
	.text
	.type	scaled, @function
scaled:
.LFB15:
	.cfi_startproc
	movq	%rdi, %rax
	xorl	%edx, %edx
.L6:
	leaq	(%rdx,%rsi), %rcx
	imulq	8(%rsp,%rdx,8), %rcx
	movq	%rcx, 8(%rsp,%rdx,8)
	incq	%rdx
	cmpq	$9, %rdx
	jne	.L6
	movq	%rax, %rdi
	leaq	8(%rsp), %rsi
	movl	$18, %ecx
	rep movsl
	ret
	.cfi_endproc
.LFE15:
	.size	scaled, .-scaled
	.type	ten, @function
ten:
.LFB17:
	.cfi_startproc
	imulq	%rdx, %rsi
	movq	16(%rsp), %rax
	addq	8(%rsp), %r9
	xorq	%r8, %rcx
	subq	24(%rsp), %rax
	imulq	%rax, %r9
	addq	%rsi, %rdi
	movq	%rcx, %rsi
	call	mix
	movq	%rax, %rdi
	movq	%r9, %rsi
	call	mix
	addq	32(%rsp), %rax
	ret
	.cfi_endproc
.LFE17:
	.size	ten, .-ten
	.type	ascending, @function
ascending:
.LFB19:
	.cfi_startproc
	movq	(%rdi), %rcx
	movq	(%rsi), %rdx
	xorl	%eax, %eax
	cmpq	%rcx, %rdx
	setb	%al
	cmpq	%rdx, %rcx
	sbbl	$0, %eax
	ret
	.cfi_endproc
.LFE19:
	.size	ascending, .-ascending
	.type	by_low_byte, @function
by_low_byte:
.LFB20:
	.cfi_startproc
	movzbl	(%rsi), %eax
	movzbl	(%rdi), %edx
	subl	%edx, %eax
	ret
	.cfi_endproc
.LFE20:
	.size	by_low_byte, .-by_low_byte
	.type	sort, @function
sort:
.LFB21:
	.cfi_startproc
	pushq	%r15
	.cfi_def_cfa_offset 16
	.cfi_offset 15, -16
	movq	%rdx, %r15
	pushq	%r14
	.cfi_def_cfa_offset 24
	.cfi_offset 14, -24
	movq	%rsi, %r14
	pushq	%r13
	.cfi_def_cfa_offset 32
	.cfi_offset 13, -32
	movq	%rdi, %r13
	pushq	%r12
	.cfi_def_cfa_offset 40
	.cfi_offset 12, -40
	movl	$1, %r12d
	pushq	%rbp
	.cfi_def_cfa_offset 48
	.cfi_offset 6, -48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	.cfi_offset 3, -56
	pushq	%rcx
	.cfi_def_cfa_offset 64
.L12:
	cmpq	%r14, %r12
	jnb	.L19
	leaq	0(%r13,%r12,8), %rbx
.L13:
	movq	%rbx, %rbp
	subq	$8, %rbx
	movq	%rbp, %rsi
	movq	%rbx, %rdi
	call	*%r15
	testl	%eax, %eax
	jle	.L15
	movq	0(%rbp), %rax
	movq	-8(%rbp), %rdx
	movq	%rax, -8(%rbp)
	movq	%rdx, 0(%rbp)
	cmpq	%r13, %rbx
	jne	.L13
.L15:
	incq	%r12
	jmp	.L12
.L19:
	popq	%rax
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_restore 3
	.cfi_def_cfa_offset 48
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa_offset 40
	popq	%r12
	.cfi_restore 12
	.cfi_def_cfa_offset 32
	popq	%r13
	.cfi_restore 13
	.cfi_def_cfa_offset 24
	popq	%r14
	.cfi_restore 14
	.cfi_def_cfa_offset 16
	popq	%r15
	.cfi_restore 15
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE21:
	.size	sort, .-sort
	.type	large_frame, @function
large_frame:
.LFB22:
	.cfi_startproc
	pushq	%rbx
	.cfi_def_cfa_offset 16
	.cfi_offset 3, -16
	movq	%rdi, %r8
	movl	%esi, %ebx
	xorl	%ecx, %ecx
	subq	$2048, %rsp
	.cfi_def_cfa_offset 2064
.L21:
	cmpq	%rbx, %rcx
	je	.L26
	movq	%rcx, %rdi
	movq	%rbx, %rsi
	call	mix
	shrq	$40, %rax
	movq	%rax, (%rsp,%rcx,8)
	incq	%rcx
	jmp	.L21
.L26:
	movq	%r8, %rdx
	movq	%rbx, %rsi
	movq	%rsp, %rdi
	call	sort
	xorl	%ecx, %ecx
	xorl	%eax, %eax
.L23:
	cmpq	%rbx, %rcx
	je	.L27
	movq	(%rsp,%rcx,8), %rsi
	movq	%rax, %rdi
	incq	%rcx
	call	mix
	jmp	.L23
.L27:
	addq	$2048, %rsp
	.cfi_def_cfa_offset 16
	popq	%rbx
	.cfi_restore 3
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE22:
	.size	large_frame, .-large_frame
	.type	binary, @function
binary:
.LFB23:
	.cfi_startproc
	pushq	%r12
	.cfi_def_cfa_offset 16
	.cfi_offset 12, -16
	pushq	%rbp
	.cfi_def_cfa_offset 24
	.cfi_offset 6, -24
	movl	%edi, %ebp
	movq	%rsi, %rdi
	pushq	%rbx
	.cfi_def_cfa_offset 32
	.cfi_offset 3, -32
	testl	%ebp, %ebp
	jne	.L29
	popq	%rbx
	.cfi_remember_state
	.cfi_restore 3
	.cfi_def_cfa_offset 24
	xorl	%esi, %esi
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa_offset 16
	popq	%r12
	.cfi_restore 12
	.cfi_def_cfa_offset 8
	jmp	mix
.L29:
	.cfi_restore_state
	leaq	(%rsi,%rsi), %rbx
	leal	-1(%rbp), %edi
	movq	%rbx, %rsi
	call	binary
	movl	%ebp, %edi
	leaq	1(%rbx), %rsi
	shrl	%edi
	movq	%rax, %r12
	call	binary
	popq	%rbx
	.cfi_restore 3
	.cfi_def_cfa_offset 24
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa_offset 16
	xorq	%r12, %rax
	popq	%r12
	.cfi_restore 12
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE23:
	.size	binary, .-binary
	.type	odd, @function
odd:
.LFB25:
	.cfi_startproc
	pushq	%rax
	.cfi_def_cfa_offset 16
	movq	%rsi, %rax
	movl	%edi, %esi
	decl	%edi
	xorq	%rax, %rsi
	call	even
	popq	%rdx
	.cfi_def_cfa_offset 8
	leaq	(%rax,%rax,2), %rax
	ret
	.cfi_endproc
.LFE25:
	.size	odd, .-odd
	.type	even, @function
even:
.LFB24:
	.cfi_startproc
	pushq	%rbx
	.cfi_def_cfa_offset 16
	.cfi_offset 3, -16
	movl	%edi, %ebx
	movq	%rsi, %rdi
	subq	$32, %rsp
	.cfi_def_cfa_offset 48
	movq	%rsi, 8(%rsp)
	movl	%ebx, %esi
	movq	%rsi, 16(%rsp)
	movq	$1, 24(%rsp)
	testl	%ebx, %ebx
	je	.L34
	leaq	8(%rsp), %rax
	call	mix
	leal	-1(%rbx), %edi
	movq	%rax, %rsi
	call	odd
	movl	$3, %ecx
	xorl	%edx, %edx
	movq	%rax, %rdi
	movl	%ebx, %eax
	divl	%ecx
	movl	%edx, %edx
	addq	8(%rsp,%rdx,8), %rdi
.L34:
	addq	$32, %rsp
	.cfi_def_cfa_offset 16
	movq	%rdi, %rax
	popq	%rbx
	.cfi_restore 3
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE24:
	.size	even, .-even
	.type	tail_indirect, @function
tail_indirect:
.LFB27:
	.cfi_startproc
	movq	tail_target(%rip), %rax
	leaq	1(%rdi), %rsi
	jmp	*%rax
	.cfi_endproc
.LFE27:
	.size	tail_indirect, .-tail_indirect
	.type	with_alloca, @function
with_alloca:
.LFB8:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	leaq	23(,%rdi,8), %rax
	movq	%rdi, %rcx
	andq	$-16, %rax
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	%rax, %rsp
	xorl	%eax, %eax
	leaq	15(%rsp), %r8
	andq	$-16, %r8
.L41:
	cmpq	%rcx, %rax
	je	.L46
	movq	%rax, %rdx
	imulq	%rax, %rdx
	movq	%rdx, (%r8,%rax,8)
	incq	%rax
	jmp	.L41
.L46:
	movq	%r8, %rax
	movq	%rcx, %rax
.L43:
	subq	$1, %rcx
	jb	.L47
	movq	(%r8,%rcx,8), %rsi
	movq	%rax, %rdi
	call	mix
	jmp	.L43
.L47:
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE8:
	.size	with_alloca, .-with_alloca
	.type	tail_first, @function
tail_first:
.LFB26:
	.cfi_startproc
	pushq	%rax
	.cfi_def_cfa_offset 16
	andl	$7, %edi
	movq	%rsi, %r9
	call	with_alloca
	leaq	1(%r9), %rdi
	popq	%rdx
	.cfi_def_cfa_offset 8
	movq	%rax, %rsi
	jmp	mix
	.cfi_endproc
.LFE26:
	.size	tail_first, .-tail_first
	.type	run, @function
run:
.LFB28:
	.cfi_startproc
	pushq	%r13
	.cfi_def_cfa_offset 16
	.cfi_offset 13, -16
	movl	$32, %ecx
	xorl	%eax, %eax
	movq	%rsi, %r13
	pushq	%r12
	.cfi_def_cfa_offset 24
	.cfi_offset 12, -24
	pushq	%rbp
	.cfi_def_cfa_offset 32
	.cfi_offset 6, -32
	movq	%rdi, %rbp
	pushq	%rbx
	.cfi_def_cfa_offset 40
	.cfi_offset 3, -40
	xorl	%ebx, %ebx
	subq	$136, %rsp
	.cfi_def_cfa_offset 176
	movq	%rsp, %rdi
	rep stosl
.L51:
	movsbl	0(%rbp), %eax
	testb	%al, %al
	je	.L69
	cmpb	$63, %al
	je	.L52
	jg	.L53
	cmpb	$43, %al
	je	.L54
	jg	.L55
	cmpb	$33, %al
	jne	.L57
	decl	%ebx
	andl	$15, %ebx
	movq	(%rsp,%rbx,8), %r13
	jmp	.L50
.L55:
	leal	-48(%rax), %edx
	cmpb	$9, %dl
	ja	.L57
	subl	$48, %eax
	leal	1(%rbx), %r9d
	andl	$15, %ebx
	cltq
	movq	%rax, (%rsp,%rbx,8)
	jmp	.L61
.L53:
	cmpb	$97, %al
	leal	-1(%rbx), %r9d
	je	.L59
	cmpb	$116, %al
	jne	.L57
	movl	%r9d, %r12d
	andl	$15, %r12d
	movq	(%rsp,%r12,8), %rdi
	call	tail_indirect
	movl	%ebx, %r9d
	movq	%rax, (%rsp,%r12,8)
	jmp	.L61
.L54:
	leal	-1(%rbx), %r9d
	subl	$2, %ebx
	movl	%r9d, %eax
	andl	$15, %ebx
	andl	$15, %eax
	movq	(%rsp,%rax,8), %rax
	addq	%rax, (%rsp,%rbx,8)
	jmp	.L61
.L59:
	movl	%r9d, %eax
	andl	$15, %eax
	movq	(%rsp,%rax,8), %rdi
	andl	$15, %edi
	call	with_alloca
	movq	%rax, %r13
	jmp	.L61
.L52:
	leal	-1(%rbx), %r9d
	movl	%r9d, %eax
	andl	$15, %eax
	testb	$1, (%rsp,%rax,8)
	jne	.L61
	jmp	.L50
.L57:
	movq	%r13, %rdi
	call	finish
.L61:
	incq	%rbp
	movl	%r9d, %ebx
	jmp	.L51
.L69:
	addq	%rbx, %r13
.L50:
	addq	$136, %rsp
	.cfi_def_cfa_offset 40
	movq	%r13, %rax
	popq	%rbx
	.cfi_restore 3
	.cfi_def_cfa_offset 32
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa_offset 24
	popq	%r12
	.cfi_restore 12
	.cfi_def_cfa_offset 16
	popq	%r13
	.cfi_restore 13
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE28:
	.size	run, .-run
	.type	sum_of, @function
sum_of:
.LFB6:
	.cfi_startproc
	subq	$80, %rsp
	.cfi_def_cfa_offset 88
	leaq	88(%rsp), %rax
	movq	%rsi, 40(%rsp)
	movq	%rdx, 48(%rsp)
	movl	$8, 8(%rsp)
	movq	%rax, 16(%rsp)
	leaq	32(%rsp), %rax
	movq	%rcx, 56(%rsp)
	leal	-1(%rdi), %ecx
	movq	%r8, 64(%rsp)
	movl	$8, %r8d
	movq	%r9, 72(%rsp)
	leaq	88(%rsp), %r9
	movq	%rax, 24(%rsp)
	xorl	%eax, %eax
.L73:
	cmpl	$47, %r8d
	ja	.L71
	movl	%r8d, %edx
	leaq	32(%rsp), %rsi
	addl	$8, %r8d
	addq	%rsi, %rdx
	jmp	.L72
.L71:
	movq	%r9, %rdx
	addq	$8, %r9
.L72:
	movq	(%rdx), %rsi
	movq	%rax, %rdi
	call	mix
	subl	$1, %ecx
	jnb	.L73
	addq	$80, %rsp
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE6:
	.size	sum_of, .-sum_of
	.type	many_arguments.constprop.0, @function
many_arguments.constprop.0:
.LFB31:
	.cfi_startproc
	pushq	$99
	.cfi_def_cfa_offset 16
	movl	$5, %r9d
	movl	$4, %r8d
	movl	$3, %ecx
	pushq	$19
	.cfi_def_cfa_offset 24
	movl	$2, %edx
	movl	$1, %esi
	movl	$11, %edi
	pushq	$18
	.cfi_def_cfa_offset 32
	pushq	$17
	.cfi_def_cfa_offset 40
	call	ten
	movl	$11, %r9d
	movl	$11, %r8d
	movl	$11, %ecx
	addq	$32, %rsp
	.cfi_def_cfa_offset 8
	movl	$11, %edx
	movl	$11, %esi
	movq	%rax, %r10
	pushq	$4
	.cfi_def_cfa_offset 16
	movl	$11, %edi
	pushq	$3
	.cfi_def_cfa_offset 24
	pushq	$2
	.cfi_def_cfa_offset 32
	pushq	$1
	.cfi_def_cfa_offset 40
	call	ten
	movl	$4, %r9d
	movl	$5, %r8d
	movq	%r10, %rcx
	addq	$32, %rsp
	.cfi_def_cfa_offset 8
	movl	$7, %edx
	movl	$8, %esi
	movl	$9, %edi
	pushq	%rax
	.cfi_def_cfa_offset 16
	movq	%r10, %rax
	xorq	$1, %rax
	pushq	%rax
	.cfi_def_cfa_offset 24
	pushq	$11
	.cfi_def_cfa_offset 32
	pushq	$3
	.cfi_def_cfa_offset 40
	call	ten
	addq	$32, %rsp
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE31:
	.size	many_arguments.constprop.0, .-many_arguments.constprop.0
	.type	check_alignment.isra.0, @function
check_alignment.isra.0:
.LFB32:
	.cfi_startproc
	andb	$63, %dil
	je	.L77
	xorl	%edi, %edi
	call	finish
.L77:
	ret
	.cfi_endproc
.LFE32:
	.size	check_alignment.isra.0, .-check_alignment.isra.0
	.type	varargs_aligned, @function
varargs_aligned:
.LFB7:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movl	%edi, %r10d
	xorl	%eax, %eax
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$48, %rsp
	andq	$-64, %rsp
	addq	$-128, %rsp
	movq	%rcx, 152(%rsp)
	leaq	72(%rsp), %rdi
	movl	$14, %ecx
	movq	%rdx, 144(%rsp)
	xorl	%edx, %edx
	movq	%rsi, 136(%rsp)
	movq	%r8, 160(%rsp)
	movq	%r9, 168(%rsp)
	rep stosl
	movslq	%r10d, %rax
	movl	$8, 40(%rsp)
	movl	$8, %ecx
	movq	%rax, 64(%rsp)
	leaq	16(%rbp), %rax
	movq	%rax, 48(%rsp)
	leaq	128(%rsp), %rax
	movq	%rax, 56(%rsp)
	leaq	16(%rbp), %rax
.L80:
	cmpl	%r10d, %edx
	jge	.L85
	leaq	8(%rax), %rdi
	cmpl	$47, %ecx
	ja	.L82
	movl	%ecx, %esi
	movq	%rax, %rdi
	addl	$8, %ecx
	leaq	128(%rsp,%rsi), %rax
.L82:
	movl	%edx, %r8d
	incl	%edx
	andl	$7, %r8d
	movq	64(%rsp,%r8,8), %rsi
	xorq	(%rax), %rsi
	movq	%rdi, %rax
	movq	%rsi, 64(%rsp,%r8,8)
	jmp	.L80
.L85:
	leaq	64(%rsp), %rdi
	call	check_alignment.isra.0
	movq	80(%rsp), %rcx
	movq	72(%rsp), %rdx
	xorl	%eax, %eax
	movq	64(%rsp), %rsi
	movl	$3, %edi
	call	sum_of
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE7:
	.size	varargs_aligned, .-varargs_aligned
	.globl	memset
	.type	memset, @function
memset:
.LFB0:
	.cfi_startproc
	movq	%rdi, %r8
	movq	%rdx, %rcx
	movl	%esi, %eax
#APP
# 20 "frames.c" 1
	rep stosb
# 0 "" 2
#NO_APP
	movq	%r8, %rax
	ret
	.cfi_endproc
.LFE0:
	.size	memset, .-memset
	.type	nested.0, @function
nested.0:
.LFB14:
	.cfi_startproc
	pushq	%r13
	.cfi_def_cfa_offset 16
	.cfi_offset 13, -16
	movq	%rdi, %rdx
	xorl	%eax, %eax
	movl	$14, %ecx
	leaq	16(%rsp), %r13
	.cfi_def_cfa 13, 0
	andq	$-64, %rsp
	pushq	-8(%r13)
	pushq	%rbp
	movq	%rsp, %rbp
	.cfi_escape 0x10,0x6,0x2,0x76,0
	pushq	%r13
	.cfi_escape 0xf,0x3,0x76,0x78,0x6
	leaq	-104(%rbp), %rdi
	subq	$104, %rsp
	movq	(%r10), %rsi
	rep stosl
	leaq	23(%rdx), %rax
	leaq	-112(%rbp), %rdi
	andq	$-16, %rax
	movq	%rsi, -112(%rbp)
	subq	%rax, %rsp
	leaq	15(%rsp), %r9
	andq	$-16, %r9
	call	check_alignment.isra.0
	movq	%r9, %rdi
	movl	%edx, %esi
	call	memset
	shrq	%rdx
	movq	-112(%rbp), %rdi
	movzbl	(%r9,%rdx), %esi
	call	mix
	movq	-8(%rbp), %r13
	.cfi_def_cfa 13, 0
	leave
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
	subq	$24, %rsp
	.cfi_def_cfa_offset 32
	movq	%rdi, (%rsp)
	leaq	32(%rsp), %rax
	movq	%rsp, %r10
	movl	$24, %edi
	movq	%rax, 8(%rsp)
	call	nested.0
	movl	$7, %edi
	movq	%rax, %r11
	call	nested.0
	addq	%r11, %rax
	addq	$24, %rsp
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE13:
	.size	with_nested, .-with_nested
	.type	with_vla_in_loop, @function
with_vla_in_loop:
.LFB9:
	.cfi_startproc
	xorl	%r9d, %r9d
	movl	%edi, %r11d
	xorl	%r10d, %r10d
	incq	%r9
	movl	%r9d, %esi
	cmpl	%r9d, %edi
	jnb	.L97
	movq	%r10, %rax
	ret
.L97:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%r14
	pushq	%rbx
	.cfi_offset 14, -24
	.cfi_offset 3, -32
.L93:
	imulq	$6, %r9, %rdx
	movq	%rsp, %r14
	leaq	15(%rdx), %rax
	andq	$-16, %rax
	subq	%rax, %rsp
	movq	%rsp, %rbx
	movq	%rbx, %rdi
	call	memset
	leal	(%r9,%r9,2), %eax
	movq	%r10, %rdi
	incq	%r9
	decl	%eax
	movzwl	(%rbx,%rax,2), %esi
	call	mix
	movl	%r9d, %esi
	movq	%r14, %rsp
	movq	%rax, %r10
	cmpl	%r9d, %r11d
	jnb	.L93
	leaq	-16(%rbp), %rsp
	popq	%rbx
	.cfi_restore 3
	popq	%r14
	.cfi_restore 14
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE9:
	.size	with_vla_in_loop, .-with_vla_in_loop
	.type	with_aligned_alloca.constprop.0, @function
with_aligned_alloca.constprop.0:
.LFB33:
	.cfi_startproc
	leaq	8(%rsp), %r10
	.cfi_def_cfa 10, 0
	andq	$-64, %rsp
	xorl	%eax, %eax
	movl	$14, %ecx
	pushq	-8(%r10)
	pushq	%rbp
	movq	%rsp, %rbp
	.cfi_escape 0x10,0x6,0x2,0x76,0
	pushq	%r10
	.cfi_escape 0xf,0x3,0x76,0x78,0x6
	leaq	-104(%rbp), %rdi
	subq	$152, %rsp
	movq	$3, -112(%rbp)
	rep stosl
	leaq	15(%rsp), %r9
	leaq	-112(%rbp), %rdi
	andq	$-16, %r9
	call	check_alignment.isra.0
	movq	%r9, %rdi
	movl	$30, %edx
	movl	$30, %esi
	call	memset
	movzbl	15(%r9), %esi
	movq	-112(%rbp), %rdi
	movl	$77, %r9d
	movl	$6, %r8d
	movl	$5, %ecx
	call	mix
	movl	$4, %edx
	movl	$3, %esi
	movl	$5, %edi
	movq	%rax, %r10
	xorl	%eax, %eax
	call	sum_of
	addq	%r10, %rax
	movq	-8(%rbp), %r10
	.cfi_def_cfa 10, 0
	leave
	.cfi_restore 6
	leaq	-8(%r10), %rsp
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE33:
	.size	with_aligned_alloca.constprop.0, .-with_aligned_alloca.constprop.0
	.type	with_aligned.constprop.0, @function
with_aligned.constprop.0:
.LFB34:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	andq	$-64, %rsp
	subq	$64, %rsp
	movq	%rsp, %rdi
	movl	$90, %esi
	movl	$64, %edx
	call	memset
	movq	56(%rsp), %rsi
	movl	$64, %edi
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	jmp	mix
	.cfi_endproc
.LFE34:
	.size	with_aligned.constprop.0, .-with_aligned.constprop.0
	.globl	memcpy
	.type	memcpy, @function
memcpy:
.LFB1:
	.cfi_startproc
	movq	%rdi, %rax
	movq	%rdx, %rcx
#APP
# 28 "frames.c" 1
	rep movsb
# 0 "" 2
#NO_APP
	ret
	.cfi_endproc
.LFE1:
	.size	memcpy, .-memcpy
	.type	structures.constprop.0, @function
structures.constprop.0:
.LFB35:
	.cfi_startproc
	subq	$224, %rsp
	.cfi_def_cfa_offset 232
	movl	$18, %ecx
	movq	$1, 8(%rsp)
	leaq	152(%rsp), %r8
	subq	$72, %rsp
	.cfi_def_cfa_offset 304
	movq	$2, 88(%rsp)
	movq	$3, 96(%rsp)
	movq	$4, 104(%rsp)
	movq	$5, 112(%rsp)
	movq	$6, 120(%rsp)
	movq	$7, 128(%rsp)
	movq	$8, 136(%rsp)
	movq	$4, 144(%rsp)
	movq	%rsp, %rdi
	leaq	80(%rsp), %rsi
	rep movsl
	movq	%r8, %rdi
	movl	$3, %esi
	call	scaled
	movq	%r8, %rsi
	movl	$18, %ecx
	movq	%rsp, %rdi
	rep movsl
	movl	$4, %esi
	leaq	80(%rsp), %rdi
	call	scaled
	leaq	152(%rsp), %rdi
	addq	$72, %rsp
	.cfi_def_cfa_offset 232
	movl	$72, %edx
	leaq	8(%rsp), %rsi
	call	memcpy
	movq	144(%rsp), %rsi
	movq	80(%rsp), %rdi
	addq	$224, %rsp
	.cfi_def_cfa_offset 8
	jmp	mix
	.cfi_endproc
.LFE35:
	.size	structures.constprop.0, .-structures.constprop.0
	.section	.rodata.str1.1,"aMS",@progbits,1
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
	movl	$5, %r9d
	movl	$4, %r8d
	xorl	%eax, %eax
	pushq	%rbx
	.cfi_def_cfa_offset 24
	.cfi_offset 3, -24
	movl	$3, %ecx
	movl	$1, %esi
	movl	$9, %edi
	pushq	%rdx
	.cfi_def_cfa_offset 32
	movl	$2, %edx
	pushq	$9
	.cfi_def_cfa_offset 40
	pushq	$8
	.cfi_def_cfa_offset 48
	pushq	$7
	.cfi_def_cfa_offset 56
	pushq	$6
	.cfi_def_cfa_offset 64
	call	sum_of
	movl	eight(%rip), %edi
	movl	$7, %r9d
	movl	$2, %edx
	addq	$24, %rsp
	.cfi_def_cfa_offset 40
	movq	%rax, %r11
	movl	$9, %esi
	xorl	%eax, %eax
	pushq	$5
	.cfi_def_cfa_offset 48
	movl	$3, %r8d
	movl	$8, %ecx
	pushq	$6
	.cfi_def_cfa_offset 56
	pushq	$4
	.cfi_def_cfa_offset 64
	call	varargs_aligned
	movq	%r11, %rdi
	xorl	%r9d, %r9d
	movq	%rax, %rsi
	addq	$32, %rsp
	.cfi_def_cfa_offset 32
	call	mix
	movq	%rax, %rbx
.L106:
	movq	%r9, %rdi
	addq	$5, %r9
	call	with_alloca
	movq	%rbx, %rdi
	movq	%rax, %rsi
	call	mix
	movq	%rax, %rbx
	cmpq	$25, %r9
	jne	.L106
	movl	$6, %edi
	call	with_vla_in_loop
	xorl	%edi, %edi
	movq	%rax, %rbp
	call	with_vla_in_loop
	movq	%rbx, %rdi
	leaq	0(%rbp,%rax), %rsi
	call	mix
	movq	%rax, %r9
	call	with_aligned.constprop.0
	movq	%r9, %rdi
	movq	%rax, %rsi
	call	mix
	movq	%rax, %r11
	call	with_aligned_alloca.constprop.0
	movq	%r11, %rdi
	movq	%rax, %rsi
	call	mix
	movq	%rax, %rdi
	movq	%rax, %rbx
	shrq	%rdi
	call	with_nested
	movq	%rbx, %rdi
	movq	%rax, %rsi
	call	mix
	movq	%rax, %r9
	call	structures.constprop.0
	movq	%r9, %rdi
	movq	%rax, %rsi
	call	mix
	movq	%rax, %r11
	call	many_arguments.constprop.0
	movq	%r11, %rdi
	movq	%rax, %rsi
	call	mix
	movl	$40, %esi
	movq	$ascending, %rdi
	movq	%rax, %rbx
	call	large_frame
	movq	%rbx, %rdi
	movq	%rax, %rsi
	call	mix
	movl	$24, %esi
	movq	$by_low_byte, %rdi
	movq	%rax, %rbx
	call	large_frame
	movq	%rbx, %rdi
	movq	%rax, %rsi
	call	mix
	xorl	%esi, %esi
	movq	$by_low_byte, %rdi
	movq	%rax, %rbx
	call	large_frame
	movq	%rbx, %rdi
	movq	%rax, %rsi
	call	mix
	movl	$1, %esi
	movl	$12, %edi
	movq	%rax, %rcx
	call	binary
	movq	%rcx, %rdi
	movq	%rax, %rsi
	call	mix
	movl	$16, %edi
	movq	%rax, %rsi
	movq	%rax, %rbx
	call	even
	movq	%rbx, %rdi
	movq	%rax, %rsi
	call	mix
	movl	$3, %esi
	movq	$.LC0, %rdi
	movq	%rax, %rbx
	call	run
	movq	%rbx, %rdi
	movq	%rax, %rsi
	call	mix
	movl	$5, %esi
	movq	$.LC1, %rdi
	movq	%rax, %rbx
	call	run
	movq	%rbx, %rdi
	movq	%rax, %rsi
	call	mix
	movl	$6, %esi
	movq	$.LC2, %rdi
	movq	%rax, %rbx
	call	run
	movq	%rbx, %rdi
	movq	%rax, %rsi
	call	mix
	movl	$8, %esi
	movq	$.LC3, %rdi
	movq	%rax, %rbx
	call	run
	movq	%rbx, %rdi
	movq	%rax, %rsi
	popq	%rax
	.cfi_def_cfa_offset 24
	popq	%rbx
	.cfi_restore 3
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa_offset 8
	jmp	mix
	.cfi_endproc
.LFE29:
	.size	checksum, .-checksum
	.section	.rodata.str1.1
.LC4:
	.string	"finish"
	.section	.text.startup,"ax",@progbits
	.globl	main
	.type	main, @function
main:
.LFB30:
	.cfi_startproc
	pushq	%rax
	.cfi_def_cfa_offset 16
	call	checksum
	movq	$.LC4, %rdi
	popq	%rdx
	.cfi_def_cfa_offset 8
	movq	%rax, %rsi
	jmp	run
	.cfi_endproc
.LFE30:
	.size	main, .-main
	.data
	.align 8
	.type	tail_target, @object
	.size	tail_target, 8
tail_target:
	.quad	tail_first
	.align 4
	.type	eight, @object
	.size	eight, 4
eight:
	.long	8
	.ident	"GCC: (Debian 12.2.0-14+deb12u1) 12.2.0"
	.section	.note.GNU-stack,"",@progbits
