# harness: what frames of compiled C (gcc-O1): prologues, epilogues and stack use as a compiler mixes them
# harness: entry=main interrupts=nested stack=task result=0x37aebb823ae435fa
# harness: expect=pass

# From ../frames.c by ../regenerate.sh.
# Compiler: gcc (Debian 12.2.0-14+deb12u1) 12.2.0
# Options: -O1 -std=gnu11 -ffreestanding -mcmodel=kernel -fno-pic -fno-pie -mno-red-zone -mno-sse -mno-mmx
#     -mno-80387 -fno-jump-tables -fno-stack-protector -fcf-protection=none -fasynchronous-unwind-tables

	.file	"frames.c"
	.text
	.type	mix, @function
mix:
.LFB2:
	.cfi_startproc
	movq	%rdi, %rax
	xorq	%rsi, %rax
	rolq	$23, %rax
	movabsq	$-7046029254386353131, %rdx
	imulq	%rdx, %rax
	ret
	.cfi_endproc
.LFE2:
	.size	mix, .-mix
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
	.type	scaled, @function
scaled:
.LFB15:
	.cfi_startproc
	movq	%rdi, %rcx
	leaq	9(%rsi), %rdi
	movq	%rsi, %rax
	negq	%rax
	leaq	8(%rsp,%rax,8), %rax
.L5:
	movq	%rsi, %rdx
	imulq	(%rax,%rsi,8), %rdx
	movq	%rdx, (%rax,%rsi,8)
	addq	$1, %rsi
	cmpq	%rdi, %rsi
	jne	.L5
	movq	8(%rsp), %rax
	movq	%rax, (%rcx)
	movq	16(%rsp), %rax
	movq	%rax, 8(%rcx)
	movq	24(%rsp), %rax
	movq	%rax, 16(%rcx)
	movq	32(%rsp), %rax
	movq	%rax, 24(%rcx)
	movq	40(%rsp), %rax
	movq	%rax, 32(%rcx)
	movq	48(%rsp), %rax
	movq	%rax, 40(%rcx)
	movq	56(%rsp), %rax
	movq	%rax, 48(%rcx)
	movq	64(%rsp), %rax
	movq	%rax, 56(%rcx)
	movq	72(%rsp), %rax
	movq	%rax, 64(%rcx)
	movq	%rcx, %rax
	ret
	.cfi_endproc
.LFE15:
	.size	scaled, .-scaled
	.type	ten, @function
ten:
.LFB17:
	.cfi_startproc
	pushq	%rbx
	.cfi_def_cfa_offset 16
	.cfi_offset 3, -16
	movq	%r9, %rbx
	addq	16(%rsp), %rbx
	movq	24(%rsp), %rax
	subq	32(%rsp), %rax
	imulq	%rax, %rbx
	xorq	%r8, %rcx
	imulq	%rdx, %rsi
	addq	%rsi, %rdi
	movq	%rcx, %rsi
	call	mix
	movq	%rax, %rdi
	movq	%rbx, %rsi
	call	mix
	addq	40(%rsp), %rax
	popq	%rbx
	.cfi_restore 3
	.cfi_def_cfa_offset 8
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
	pushq	%rbx
	.cfi_def_cfa_offset 24
	.cfi_offset 3, -24
	movq	%rdi, %rbx
	leaq	(%rdi,%rdi,8), %rax
	pushq	%rax
	.cfi_def_cfa_offset 32
	leaq	8(%rdi), %rax
	pushq	%rax
	.cfi_def_cfa_offset 40
	leaq	7(%rdi), %rax
	pushq	%rax
	.cfi_def_cfa_offset 48
	leaq	6(%rdi), %rax
	pushq	%rax
	.cfi_def_cfa_offset 56
	movl	$5, %r9d
	movl	$4, %r8d
	movl	$3, %ecx
	movl	$2, %edx
	movl	$1, %esi
	call	ten
	addq	$32, %rsp
	.cfi_def_cfa_offset 24
	movq	%rax, %rbp
	pushq	$4
	.cfi_def_cfa_offset 32
	pushq	$3
	.cfi_def_cfa_offset 40
	pushq	$2
	.cfi_def_cfa_offset 48
	pushq	$1
	.cfi_def_cfa_offset 56
	movq	%rbx, %r9
	movq	%rbx, %r8
	movq	%rbx, %rcx
	movq	%rbx, %rdx
	movq	%rbx, %rsi
	movq	%rbx, %rdi
	call	ten
	addq	$32, %rsp
	.cfi_def_cfa_offset 24
	pushq	%rax
	.cfi_def_cfa_offset 32
	movq	%rbp, %rax
	xorq	$1, %rax
	pushq	%rax
	.cfi_def_cfa_offset 40
	pushq	%rbx
	.cfi_def_cfa_offset 48
	pushq	$3
	.cfi_def_cfa_offset 56
	movl	$4, %r9d
	movl	$5, %r8d
	movq	%rbp, %rcx
	movl	$7, %edx
	movl	$8, %esi
	movl	$9, %edi
	call	ten
	addq	$32, %rsp
	.cfi_def_cfa_offset 24
	popq	%rbx
	.cfi_restore 3
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE18:
	.size	many_arguments, .-many_arguments
	.type	ascending, @function
ascending:
.LFB19:
	.cfi_startproc
	movq	(%rdi), %rcx
	movq	(%rsi), %rdx
	cmpq	%rcx, %rdx
	setb	%al
	movzbl	%al, %eax
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
	cmpq	$1, %rsi
	jbe	.L24
	pushq	%r15
	.cfi_def_cfa_offset 16
	.cfi_offset 15, -16
	pushq	%r14
	.cfi_def_cfa_offset 24
	.cfi_offset 14, -24
	pushq	%r13
	.cfi_def_cfa_offset 32
	.cfi_offset 13, -32
	pushq	%r12
	.cfi_def_cfa_offset 40
	.cfi_offset 12, -40
	pushq	%rbp
	.cfi_def_cfa_offset 48
	.cfi_offset 6, -48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	.cfi_offset 3, -56
	subq	$8, %rsp
	.cfi_def_cfa_offset 64
	movq	%rsi, %r15
	movq	%rdx, %r12
	movq	%rdi, %r14
	movl	$1, %r13d
	jmp	.L15
.L16:
	addq	$1, %r13
	addq	$8, %r14
	cmpq	%r13, %r15
	je	.L13
.L15:
	movq	%r14, %rbx
	movq	%r13, %rbp
	testq	%r13, %r13
	je	.L27
.L18:
	leaq	8(%rbx), %rsi
	movq	%rbx, %rdi
	call	*%r12
	testl	%eax, %eax
	jle	.L16
	movq	8(%rbx), %rax
	movq	(%rbx), %rdx
	movq	%rdx, 8(%rbx)
	movq	%rax, (%rbx)
	subq	$8, %rbx
	subq	$1, %rbp
	jne	.L18
	jmp	.L16
.L27:
	addq	$1, %r13
	addq	$8, %r14
	jmp	.L15
.L13:
	addq	$8, %rsp
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
.L24:
	ret
	.cfi_endproc
.LFE21:
	.size	sort, .-sort
	.type	large_frame, @function
large_frame:
.LFB22:
	.cfi_startproc
	pushq	%r12
	.cfi_def_cfa_offset 16
	.cfi_offset 12, -16
	pushq	%rbp
	.cfi_def_cfa_offset 24
	.cfi_offset 6, -24
	pushq	%rbx
	.cfi_def_cfa_offset 32
	.cfi_offset 3, -32
	subq	$2048, %rsp
	.cfi_def_cfa_offset 2080
	movq	%rdi, %r12
	testl	%esi, %esi
	je	.L29
	movl	%esi, %ebp
	movl	$0, %ebx
.L30:
	movq	%rbp, %rsi
	movq	%rbx, %rdi
	call	mix
	shrq	$40, %rax
	movq	%rax, (%rsp,%rbx,8)
	addq	$1, %rbx
	cmpq	%rbp, %rbx
	jne	.L30
	movq	%r12, %rdx
	movq	%rbp, %rsi
	movq	%rsp, %rdi
	call	sort
	movq	%rsp, %rbx
	leaq	(%rsp,%rbp,8), %rbp
	movl	$0, %edi
.L31:
	movq	(%rbx), %rsi
	call	mix
	movq	%rax, %rdi
	addq	$8, %rbx
	cmpq	%rbx, %rbp
	jne	.L31
.L28:
	movq	%rdi, %rax
	addq	$2048, %rsp
	.cfi_remember_state
	.cfi_def_cfa_offset 32
	popq	%rbx
	.cfi_restore 3
	.cfi_def_cfa_offset 24
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa_offset 16
	popq	%r12
	.cfi_restore 12
	.cfi_def_cfa_offset 8
	ret
.L29:
	.cfi_restore_state
	movq	%rdi, %rdx
	movl	$0, %esi
	movq	%rsp, %rdi
	call	sort
	movl	$0, %edi
	jmp	.L28
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
	pushq	%rbx
	.cfi_def_cfa_offset 32
	.cfi_offset 3, -32
	movl	%edi, %ebp
	movq	%rsi, %rdi
	testl	%ebp, %ebp
	jne	.L37
	movl	$0, %esi
	call	mix
.L36:
	popq	%rbx
	.cfi_remember_state
	.cfi_restore 3
	.cfi_def_cfa_offset 24
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa_offset 16
	popq	%r12
	.cfi_restore 12
	.cfi_def_cfa_offset 8
	ret
.L37:
	.cfi_restore_state
	leaq	(%rsi,%rsi), %rbx
	leal	-1(%rbp), %edi
	movq	%rbx, %rsi
	call	binary
	movq	%rax, %r12
	leaq	1(%rbx), %rsi
	movl	%ebp, %edi
	shrl	%edi
	call	binary
	xorq	%r12, %rax
	jmp	.L36
	.cfi_endproc
.LFE23:
	.size	binary, .-binary
	.type	odd, @function
odd:
.LFB25:
	.cfi_startproc
	subq	$8, %rsp
	.cfi_def_cfa_offset 16
	movq	%rsi, %rax
	movl	%edi, %esi
	xorq	%rax, %rsi
	subl	$1, %edi
	call	even
	leaq	(%rax,%rax,2), %rax
	addq	$8, %rsp
	.cfi_def_cfa_offset 8
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
	subq	$32, %rsp
	.cfi_def_cfa_offset 48
	movq	%rsi, %rax
	movq	%rsi, 8(%rsp)
	movl	%edi, %esi
	movq	%rsi, 16(%rsp)
	movq	$1, 24(%rsp)
	testl	%edi, %edi
	jne	.L45
.L43:
	addq	$32, %rsp
	.cfi_remember_state
	.cfi_def_cfa_offset 16
	popq	%rbx
	.cfi_restore 3
	.cfi_def_cfa_offset 8
	ret
.L45:
	.cfi_restore_state
	movl	%edi, %ebx
	leaq	8(%rsp), %rdx
	movq	%rax, %rdi
	call	mix
	movq	%rax, %rsi
	leal	-1(%rbx), %edi
	call	odd
	movl	%ebx, %edx
	movl	$2863311531, %ecx
	imulq	%rcx, %rdx
	shrq	$33, %rdx
	leal	(%rdx,%rdx,2), %edx
	subl	%edx, %ebx
	addq	8(%rsp,%rbx,8), %rax
	jmp	.L43
	.cfi_endproc
.LFE24:
	.size	even, .-even
	.type	tail_indirect, @function
tail_indirect:
.LFB27:
	.cfi_startproc
	subq	$8, %rsp
	.cfi_def_cfa_offset 16
	movq	tail_target(%rip), %rax
	leaq	1(%rdi), %rsi
	call	*%rax
	addq	$8, %rsp
	.cfi_def_cfa_offset 8
	ret
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
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%r12
	pushq	%rbx
	.cfi_offset 12, -24
	.cfi_offset 3, -32
	leaq	23(,%rdi,8), %rax
	andq	$-16, %rax
	subq	%rax, %rsp
	leaq	15(%rsp), %r12
	andq	$-16, %r12
	testq	%rdi, %rdi
	je	.L49
	movl	$0, %edx
.L50:
	movq	%rdx, %rax
	imulq	%rdx, %rax
	movq	%rax, (%r12,%rdx,8)
	addq	$1, %rdx
	cmpq	%rdx, %rdi
	jne	.L50
.L49:
	movq	%r12, %rax
	leaq	-1(%rdi), %rbx
	testq	%rdi, %rdi
	je	.L51
.L52:
	movq	(%r12,%rbx,8), %rsi
	call	mix
	movq	%rax, %rdi
	subq	$1, %rbx
	cmpq	$-1, %rbx
	jne	.L52
.L51:
	movq	%rdi, %rax
	leaq	-16(%rbp), %rsp
	popq	%rbx
	.cfi_restore 3
	popq	%r12
	.cfi_restore 12
	popq	%rbp
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
	pushq	%rbx
	.cfi_def_cfa_offset 16
	.cfi_offset 3, -16
	movq	%rsi, %rbx
	andl	$7, %edi
	call	with_alloca
	movq	%rax, %rsi
	leaq	1(%rbx), %rdi
	call	mix
	popq	%rbx
	.cfi_restore 3
	.cfi_def_cfa_offset 8
	ret
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
	pushq	%r12
	.cfi_def_cfa_offset 24
	.cfi_offset 12, -24
	pushq	%rbp
	.cfi_def_cfa_offset 32
	.cfi_offset 6, -32
	pushq	%rbx
	.cfi_def_cfa_offset 40
	.cfi_offset 3, -40
	subq	$136, %rsp
	.cfi_def_cfa_offset 176
	movq	%rdi, %rbp
	movq	%rsi, %r12
	movq	%rsp, %rdi
	movl	$16, %ecx
	movl	$0, %eax
	rep stosq
	movzbl	0(%rbp), %eax
	testb	%al, %al
	je	.L72
	movl	$0, %ebx
	jmp	.L71
.L77:
	cmpb	$33, %al
	jne	.L65
	subl	$1, %ebx
	andl	$15, %ebx
	movq	(%rsp,%rbx,8), %rax
.L58:
	addq	$136, %rsp
	.cfi_remember_state
	.cfi_def_cfa_offset 40
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
.L61:
	.cfi_restore_state
	cmpb	$97, %al
	je	.L67
	cmpb	$116, %al
	jne	.L65
	leal	-1(%rbx), %r13d
	andl	$15, %r13d
	movq	(%rsp,%r13,8), %rdi
	call	tail_indirect
	movq	%rax, (%rsp,%r13,8)
	jmp	.L69
.L62:
	leal	-1(%rbx), %eax
	subl	$2, %ebx
	andl	$15, %ebx
	movl	%eax, %edx
	andl	$15, %edx
	movq	(%rsp,%rdx,8), %rdx
	addq	%rdx, (%rsp,%rbx,8)
	movl	%eax, %ebx
.L69:
	addq	$1, %rbp
	movzbl	0(%rbp), %eax
	testb	%al, %al
	je	.L59
.L71:
	cmpb	$63, %al
	je	.L60
	jg	.L61
	cmpb	$43, %al
	je	.L62
	jle	.L77
	leal	-48(%rax), %edx
	cmpb	$9, %dl
	ja	.L65
	movl	%ebx, %edx
	andl	$15, %edx
	movsbl	%al, %eax
	subl	$48, %eax
	cltq
	movq	%rax, (%rsp,%rdx,8)
	leal	1(%rbx), %ebx
	jmp	.L69
.L67:
	subl	$1, %ebx
	movl	%ebx, %eax
	andl	$15, %eax
	movq	(%rsp,%rax,8), %rdi
	andl	$15, %edi
	call	with_alloca
	movq	%rax, %r12
	jmp	.L69
.L60:
	subl	$1, %ebx
	movl	%ebx, %eax
	andl	$15, %eax
	testb	$1, (%rsp,%rax,8)
	jne	.L69
	movq	%r12, %rax
	jmp	.L58
.L65:
	movq	%r12, %rdi
	call	finish
.L72:
	movl	$0, %ebx
.L59:
	movl	%ebx, %ebx
	leaq	(%rbx,%r12), %rax
	jmp	.L58
	.cfi_endproc
.LFE28:
	.size	run, .-run
	.type	sum_of, @function
sum_of:
.LFB6:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	pushq	%rbx
	.cfi_def_cfa_offset 24
	.cfi_offset 3, -24
	subq	$80, %rsp
	.cfi_def_cfa_offset 104
	movq	%rsi, 40(%rsp)
	movq	%rdx, 48(%rsp)
	movq	%rcx, 56(%rsp)
	movq	%r8, 64(%rsp)
	movq	%r9, 72(%rsp)
	movl	$8, 8(%rsp)
	leaq	104(%rsp), %rax
	movq	%rax, 16(%rsp)
	leaq	32(%rsp), %rax
	movq	%rax, 24(%rsp)
	testl	%edi, %edi
	jle	.L83
	leal	-1(%rdi), %ebx
	movq	%rax, %rbp
	movl	$0, %edi
	jmp	.L82
.L80:
	movq	16(%rsp), %rdx
	leaq	8(%rdx), %rax
	movq	%rax, 16(%rsp)
.L81:
	movq	(%rdx), %rsi
	call	mix
	movq	%rax, %rdi
	subl	$1, %ebx
	cmpl	$-1, %ebx
	je	.L78
.L82:
	movl	8(%rsp), %eax
	cmpl	$47, %eax
	ja	.L80
	movl	%eax, %edx
	addq	%rbp, %rdx
	addl	$8, %eax
	movl	%eax, 8(%rsp)
	jmp	.L81
.L83:
	movl	$0, %edi
.L78:
	movq	%rdi, %rax
	addq	$80, %rsp
	.cfi_def_cfa_offset 24
	popq	%rbx
	.cfi_restore 3
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE6:
	.size	sum_of, .-sum_of
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
	addq	$-128, %rsp
	movl	%edi, %r10d
	movq	%rsi, 136(%rsp)
	movq	%rdx, 144(%rsp)
	movq	%rcx, 152(%rsp)
	movq	%r8, 160(%rsp)
	movq	%r9, 168(%rsp)
	leaq	72(%rsp), %rdi
	movl	$7, %ecx
	movl	$0, %eax
	rep stosq
	movslq	%r10d, %rax
	movq	%rax, 64(%rsp)
	movl	$8, 40(%rsp)
	leaq	16(%rbp), %rax
	movq	%rax, 48(%rsp)
	leaq	128(%rsp), %rax
	movq	%rax, 56(%rsp)
	testl	%r10d, %r10d
	jle	.L87
	movq	%rax, %rdi
	movl	$0, %eax
	jmp	.L90
.L88:
	movq	48(%rsp), %rcx
	leaq	8(%rcx), %rdx
	movq	%rdx, 48(%rsp)
.L89:
	movl	%eax, %esi
	andl	$7, %esi
	movq	64(%rsp,%rsi,8), %rdx
	xorq	(%rcx), %rdx
	movq	%rdx, 64(%rsp,%rsi,8)
	addl	$1, %eax
	cmpl	%eax, %r10d
	je	.L87
.L90:
	movl	40(%rsp), %edx
	cmpl	$47, %edx
	ja	.L88
	movl	%edx, %ecx
	addq	%rdi, %rcx
	addl	$8, %edx
	movl	%edx, 40(%rsp)
	jmp	.L89
.L87:
	leaq	64(%rsp), %rax
	testb	$63, %al
	jne	.L94
	movq	80(%rsp), %rcx
	movq	72(%rsp), %rdx
	movq	64(%rsp), %rsi
	movl	$3, %edi
	movl	$0, %eax
	call	sum_of
	leave
	.cfi_remember_state
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
.L94:
	.cfi_restore_state
	movl	$0, %edi
	call	finish
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
	leaq	16(%rsp), %r13
	.cfi_def_cfa 13, 0
	andq	$-64, %rsp
	pushq	-8(%r13)
	pushq	%rbp
	movq	%rsp, %rbp
	.cfi_escape 0x10,0x6,0x2,0x76,0
	pushq	%r13
	.cfi_escape 0xf,0x3,0x76,0x78,0x6
	pushq	%r12
	pushq	%rbx
	subq	$88, %rsp
	.cfi_escape 0x10,0xc,0x2,0x76,0x70
	.cfi_escape 0x10,0x3,0x2,0x76,0x68
	movq	%rdi, %rbx
	movq	(%r10), %rdx
	leaq	-104(%rbp), %rdi
	movl	$7, %ecx
	movl	$0, %eax
	rep stosq
	movq	%rdx, -112(%rbp)
	leaq	23(%rbx), %rax
	andq	$-16, %rax
	subq	%rax, %rsp
	leaq	15(%rsp), %r12
	andq	$-16, %r12
	leaq	-112(%rbp), %rax
	testb	$63, %al
	jne	.L99
	movq	%r12, %rdi
	movq	%rbx, %rdx
	movl	%ebx, %esi
	call	memset
	shrq	%rbx
	movzbl	(%r12,%rbx), %esi
	movq	-112(%rbp), %rdi
	call	mix
	leaq	-24(%rbp), %rsp
	popq	%rbx
	.cfi_remember_state
	.cfi_restore 3
	popq	%r12
	.cfi_restore 12
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
.L99:
	.cfi_restore_state
	movl	$0, %edi
	call	finish
	.cfi_endproc
.LFE14:
	.size	nested.0, .-nested.0
	.type	with_nested, @function
with_nested:
.LFB13:
	.cfi_startproc
	pushq	%rbx
	.cfi_def_cfa_offset 16
	.cfi_offset 3, -16
	subq	$16, %rsp
	.cfi_def_cfa_offset 32
	leaq	32(%rsp), %rax
	movq	%rax, 8(%rsp)
	movq	%rdi, (%rsp)
	movq	%rsp, %r10
	movl	$24, %edi
	call	nested.0
	movq	%rax, %rbx
	movq	%rsp, %r10
	movl	$7, %edi
	call	nested.0
	addq	%rbx, %rax
	addq	$16, %rsp
	.cfi_def_cfa_offset 16
	popq	%rbx
	.cfi_restore 3
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE13:
	.size	with_nested, .-with_nested
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
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%r10
	.cfi_escape 0xf,0x3,0x76,0x58,0x6
	.cfi_escape 0x10,0xf,0x2,0x76,0x78
	.cfi_escape 0x10,0xe,0x2,0x76,0x70
	.cfi_escape 0x10,0xd,0x2,0x76,0x68
	.cfi_escape 0x10,0xc,0x2,0x76,0x60
	pushq	%rbx
	addq	$-128, %rsp
	.cfi_escape 0x10,0x3,0x2,0x76,0x50
	movq	%rdi, %r11
	movq	%rdx, -120(%rbp)
	movq	%rcx, -128(%rbp)
	movq	(%r10), %r15
	movq	8(%r10), %rbx
	leaq	-104(%rbp), %rdi
	movl	$7, %ecx
	movl	$0, %eax
	rep stosq
	addq	%rsi, %r11
	movq	%r11, -112(%rbp)
	leaq	23(%rbx), %rax
	andq	$-16, %rax
	subq	%rax, %rsp
	leaq	15(%rsp), %r12
	andq	$-16, %r12
	leaq	-112(%rbp), %rax
	testb	$63, %al
	jne	.L105
	movq	%r8, %r13
	movq	%r9, %r14
	movq	%r12, %rdi
	movq	%rbx, %rdx
	movl	%ebx, %esi
	call	memset
	shrq	%rbx
	movzbl	(%r12,%rbx), %esi
	movq	-112(%rbp), %rdi
	call	mix
	movq	%rax, %rbx
	movq	%r15, %r9
	movq	%r14, %r8
	movq	%r13, %rcx
	movq	-128(%rbp), %rdx
	movq	-120(%rbp), %rsi
	movl	$5, %edi
	movl	$0, %eax
	call	sum_of
	addq	%rbx, %rax
	leaq	-48(%rbp), %rsp
	popq	%rbx
	.cfi_remember_state
	.cfi_restore 3
	popq	%r10
	.cfi_restore 10
	.cfi_def_cfa 10, 0
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
	leaq	-8(%r10), %rsp
	.cfi_def_cfa 7, 8
	ret
.L105:
	.cfi_restore_state
	movl	$0, %edi
	call	finish
	.cfi_endproc
.LFE12:
	.size	with_aligned_alloca, .-with_aligned_alloca
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
	subq	$24, %rsp
	.cfi_offset 15, -24
	.cfi_offset 14, -32
	.cfi_offset 13, -40
	.cfi_offset 12, -48
	.cfi_offset 3, -56
	testl	%edi, %edi
	je	.L109
	movl	%edi, %r15d
	movl	$1, %ebx
	movq	$0, -56(%rbp)
.L108:
	movq	%rsp, %r14
	leal	(%rbx,%rbx,2), %r13d
	movl	%r13d, %ecx
	addq	%rcx, %rcx
	leaq	15(%rcx), %rax
	movl	$16, %esi
	movl	$0, %edx
	divq	%rsi
	salq	$4, %rax
	subq	%rax, %rsp
	movq	%rsp, %r12
	movq	%r12, %rdi
	movq	%rcx, %rdx
	movl	%ebx, %esi
	call	memset
	leal	-1(%r13), %eax
	movzwl	(%r12,%rax,2), %esi
	movq	-56(%rbp), %rdi
	call	mix
	movq	%rax, -56(%rbp)
	movq	%r14, %rsp
	addl	$1, %ebx
	cmpl	%ebx, %r15d
	jnb	.L108
.L106:
	movq	-56(%rbp), %rax
	leaq	-40(%rbp), %rsp
	popq	%rbx
	.cfi_remember_state
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
.L109:
	.cfi_restore_state
	movq	$0, -56(%rbp)
	jmp	.L106
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
	andq	$-64, %rsp
	subq	$64, %rsp
	movq	%rdi, %rsi
	movq	%rsp, %rdi
	movl	$64, %edx
	call	memset
	movq	56(%rsp), %rsi
	movl	$64, %edi
	call	mix
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE10:
	.size	with_aligned, .-with_aligned
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
	.type	structures, @function
structures:
.LFB16:
	.cfi_startproc
	pushq	%rbx
	.cfi_def_cfa_offset 16
	.cfi_offset 3, -16
	subq	$224, %rsp
	.cfi_def_cfa_offset 240
	movq	%rdi, %rbx
	movq	$1, 152(%rsp)
	movq	$2, 160(%rsp)
	movq	$3, 168(%rsp)
	movq	$4, 176(%rsp)
	movq	$5, 184(%rsp)
	movq	$6, 192(%rsp)
	movq	$7, 200(%rsp)
	movq	$8, 208(%rsp)
	movq	%rdi, 216(%rsp)
	pushq	%rdi
	.cfi_def_cfa_offset 248
	pushq	$8
	.cfi_def_cfa_offset 256
	pushq	$7
	.cfi_def_cfa_offset 264
	pushq	$6
	.cfi_def_cfa_offset 272
	pushq	$5
	.cfi_def_cfa_offset 280
	pushq	$4
	.cfi_def_cfa_offset 288
	pushq	$3
	.cfi_def_cfa_offset 296
	pushq	$2
	.cfi_def_cfa_offset 304
	pushq	$1
	.cfi_def_cfa_offset 312
	movl	$3, %esi
	leaq	80(%rsp), %rdi
	call	scaled
	addq	$72, %rsp
	.cfi_def_cfa_offset 240
	pushq	72(%rsp)
	.cfi_def_cfa_offset 248
	pushq	72(%rsp)
	.cfi_def_cfa_offset 256
	pushq	72(%rsp)
	.cfi_def_cfa_offset 264
	pushq	72(%rsp)
	.cfi_def_cfa_offset 272
	pushq	72(%rsp)
	.cfi_def_cfa_offset 280
	pushq	72(%rsp)
	.cfi_def_cfa_offset 288
	pushq	72(%rsp)
	.cfi_def_cfa_offset 296
	pushq	72(%rsp)
	.cfi_def_cfa_offset 304
	pushq	72(%rsp)
	.cfi_def_cfa_offset 312
	movq	%rbx, %rsi
	leaq	224(%rsp), %rdi
	call	scaled
	leaq	152(%rsp), %rdi
	addq	$72, %rsp
	.cfi_def_cfa_offset 240
	movl	$72, %edx
	leaq	152(%rsp), %rsi
	call	memcpy
	movq	144(%rsp), %rsi
	movq	80(%rsp), %rdi
	call	mix
	addq	$224, %rsp
	.cfi_def_cfa_offset 16
	popq	%rbx
	.cfi_restore 3
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE16:
	.size	structures, .-structures
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
	pushq	%rbx
	.cfi_def_cfa_offset 24
	.cfi_offset 3, -24
	subq	$8, %rsp
	.cfi_def_cfa_offset 32
	pushq	$9
	.cfi_def_cfa_offset 40
	pushq	$8
	.cfi_def_cfa_offset 48
	pushq	$7
	.cfi_def_cfa_offset 56
	pushq	$6
	.cfi_def_cfa_offset 64
	movl	$5, %r9d
	movl	$4, %r8d
	movl	$3, %ecx
	movl	$2, %edx
	movl	$1, %esi
	movl	$9, %edi
	movl	$0, %eax
	call	sum_of
	movq	%rax, %rbx
	movl	eight(%rip), %edi
	addq	$24, %rsp
	.cfi_def_cfa_offset 40
	pushq	$5
	.cfi_def_cfa_offset 48
	pushq	$6
	.cfi_def_cfa_offset 56
	pushq	$4
	.cfi_def_cfa_offset 64
	movl	$7, %r9d
	movl	$3, %r8d
	movl	$8, %ecx
	movl	$2, %edx
	movl	$9, %esi
	movl	$0, %eax
	call	varargs_aligned
	movq	%rax, %rsi
	addq	$32, %rsp
	.cfi_def_cfa_offset 32
	movq	%rbx, %rdi
	call	mix
	movq	%rax, %rbx
	movl	$0, %ebp
.L118:
	movq	%rbp, %rdi
	call	with_alloca
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	mix
	movq	%rax, %rbx
	addq	$5, %rbp
	cmpq	$25, %rbp
	jne	.L118
	movl	$6, %edi
	call	with_vla_in_loop
	movq	%rax, %rbp
	movl	$0, %edi
	call	with_vla_in_loop
	leaq	0(%rbp,%rax), %rsi
	movq	%rbx, %rdi
	call	mix
	movq	%rax, %rbx
	movl	$90, %edi
	call	with_aligned
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	mix
	movq	%rax, %rbx
	pushq	$30
	.cfi_def_cfa_offset 40
	pushq	$77
	.cfi_def_cfa_offset 48
	movl	$6, %r9d
	movl	$5, %r8d
	movl	$4, %ecx
	movl	$3, %edx
	movl	$2, %esi
	movl	$1, %edi
	call	with_aligned_alloca
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	mix
	movq	%rax, %rbx
	movq	%rax, %rdi
	shrq	%rdi
	call	with_nested
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	mix
	movq	%rax, %rbx
	movl	$4, %edi
	call	structures
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	mix
	movq	%rax, %rbx
	movl	$11, %edi
	call	many_arguments
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	mix
	movq	%rax, %rbx
	movl	$40, %esi
	movq	$ascending, %rdi
	call	large_frame
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	mix
	movq	%rax, %rbx
	movl	$24, %esi
	movq	$by_low_byte, %rdi
	call	large_frame
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	mix
	movq	%rax, %rbx
	movl	$0, %esi
	movq	$by_low_byte, %rdi
	call	large_frame
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	mix
	movq	%rax, %rbx
	movl	$1, %esi
	movl	$12, %edi
	call	binary
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	mix
	movq	%rax, %rbx
	movq	%rax, %rsi
	movl	$16, %edi
	call	even
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	mix
	movq	%rax, %rbx
	movl	$3, %esi
	movq	$.LC0, %rdi
	call	run
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	mix
	movq	%rax, %rbx
	movl	$5, %esi
	movq	$.LC1, %rdi
	call	run
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	mix
	movq	%rax, %rbx
	movl	$6, %esi
	movq	$.LC2, %rdi
	call	run
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	mix
	movq	%rax, %rbx
	movl	$8, %esi
	movq	$.LC3, %rdi
	call	run
	movq	%rax, %rsi
	movq	%rbx, %rdi
	call	mix
	addq	$24, %rsp
	.cfi_def_cfa_offset 24
	popq	%rbx
	.cfi_restore 3
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa_offset 8
	ret
	.cfi_endproc
.LFE29:
	.size	checksum, .-checksum
	.section	.rodata.str1.1
.LC4:
	.string	"finish"
	.text
	.globl	main
	.type	main, @function
main:
.LFB30:
	.cfi_startproc
	subq	$8, %rsp
	.cfi_def_cfa_offset 16
	call	checksum
	movq	%rax, %rsi
	movq	$.LC4, %rdi
	call	run
	addq	$8, %rsp
	.cfi_def_cfa_offset 8
	ret
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
