# harness: what frames of compiled C (gcc-O2-fp): prologues, epilogues and stack use as a compiler mixes them
# harness: entry=main interrupts=nested stack=task result=0x37aebb823ae435fa
# harness: expect=pass

# From ../frames.c by ../regenerate.sh.
# Compiler: gcc (Debian 12.2.0-14+deb12u1) 12.2.0
# Options: -O2 -fno-omit-frame-pointer -mpreferred-stack-boundary=3 -std=gnu11 -ffreestanding -mcmodel=kernel
#     -fno-pic -fno-pie -mno-red-zone -mno-sse -mno-mmx -mno-80387 -fno-jump-tables -fno-stack-protector
#     -fcf-protection=none -fasynchronous-unwind-tables

	.file	"frames.c"
	.text
	.p2align 4
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
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rdi, %rax
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
.L4:
#APP
# 47 "frames.c" 1
	call __harness_exit
# 0 "" 2
#NO_APP
	jmp	.L4
	.cfi_endproc
.LFE3:
	.size	finish, .-finish
	.text
	.p2align 4
	.type	scaled, @function
scaled:
.LFB15:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rdi, %rcx
	movq	%rsi, %rax
	xorl	%edi, %edi
	cmpq	$3, %rsi
	setne	%dil
	negq	%rax
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	addq	$12, %rdi
	leaq	16(%rbp,%rax,8), %rax
	.p2align 4,,10
	.p2align 3
.L7:
	movq	(%rax,%rsi,8), %rdx
	imulq	%rsi, %rdx
	movq	%rdx, (%rax,%rsi,8)
	addq	$1, %rsi
	cmpq	%rdi, %rsi
	jne	.L7
	movq	16(%rbp), %rax
	movq	%rax, (%rcx)
	movq	24(%rbp), %rax
	movq	%rax, 8(%rcx)
	movq	32(%rbp), %rax
	movq	%rax, 16(%rcx)
	movq	40(%rbp), %rax
	movq	%rax, 24(%rcx)
	movq	48(%rbp), %rax
	movq	%rax, 32(%rcx)
	movq	56(%rbp), %rax
	movq	%rax, 40(%rcx)
	movq	64(%rbp), %rax
	movq	%rax, 48(%rcx)
	movq	72(%rbp), %rax
	movq	%rax, 56(%rcx)
	movq	80(%rbp), %rax
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	movq	%rax, 64(%rcx)
	movq	%rcx, %rax
	ret
	.cfi_endproc
.LFE15:
	.size	scaled, .-scaled
	.p2align 4
	.type	ten, @function
ten:
.LFB17:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rdi, %r10
	movq	%rsi, %rdi
	xorq	%r8, %rcx
	imulq	%rdx, %rdi
	movq	%rcx, %rsi
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	movq	24(%rbp), %rax
	addq	16(%rbp), %r9
	addq	%r10, %rdi
	subq	32(%rbp), %rax
	imulq	%rax, %r9
	call	mix
	movq	%rax, %rdi
	movq	%r9, %rsi
	call	mix
	addq	40(%rbp), %rax
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE17:
	.size	ten, .-ten
	.p2align 4
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
	.p2align 4
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
	.p2align 4
	.type	sort, @function
sort:
.LFB21:
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
	subq	$8, %rsp
	.cfi_offset 15, -24
	.cfi_offset 14, -32
	.cfi_offset 13, -40
	.cfi_offset 12, -48
	.cfi_offset 3, -56
	movq	%rsi, -48(%rbp)
	cmpq	$1, %rsi
	jbe	.L14
	movq	%rdi, %r12
	movq	%rdx, %rbx
	movq	%rdi, %r14
	movl	$1, %r13d
	.p2align 4,,10
	.p2align 3
.L18:
	movq	%r14, %r15
	jmp	.L17
	.p2align 4,,10
	.p2align 3
.L19:
	movq	(%r15), %rax
	movq	8(%r15), %rcx
	movq	%rax, 8(%r15)
	leaq	-8(%r15), %rax
	movq	%rcx, (%r15)
	cmpq	%r12, %r15
	je	.L20
	movq	%rax, %r15
.L17:
	leaq	8(%r15), %rsi
	movq	%r15, %rdi
	call	*%rbx
	testl	%eax, %eax
	jg	.L19
.L20:
	addq	$1, %r13
	addq	$8, %r14
	cmpq	%r13, -48(%rbp)
	jne	.L18
.L14:
	addq	$8, %rsp
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
.LFE21:
	.size	sort, .-sort
	.p2align 4
	.type	large_frame, @function
large_frame:
.LFB22:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rdi, %rcx
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%rbx
	subq	$2048, %rsp
	.cfi_offset 3, -24
	testl	%esi, %esi
	je	.L27
	movl	%esi, %esi
	xorl	%ebx, %ebx
	.p2align 4,,10
	.p2align 3
.L28:
	movq	%rbx, %rdi
	call	mix
	shrq	$40, %rax
	movq	%rax, -2056(%rbp,%rbx,8)
	addq	$1, %rbx
	cmpq	%rsi, %rbx
	jne	.L28
	movq	%rcx, %rdx
	leaq	-2056(%rbp), %rdi
	movq	%rbx, %rsi
	call	sort
	leaq	-2056(%rbp), %rcx
	xorl	%edi, %edi
	leaq	(%rcx,%rbx,8), %r8
	.p2align 4,,10
	.p2align 3
.L31:
	movq	(%rcx), %rsi
	addq	$8, %rcx
	call	mix
	movq	%rax, %rdi
	cmpq	%r8, %rcx
	jne	.L31
.L26:
	addq	$2048, %rsp
	movq	%rdi, %rax
	popq	%rbx
	.cfi_remember_state
	.cfi_restore 3
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
.L27:
	.cfi_restore_state
	movq	%rdi, %rdx
	xorl	%esi, %esi
	leaq	-2056(%rbp), %rdi
	call	sort
	xorl	%edi, %edi
	jmp	.L26
	.cfi_endproc
.LFE22:
	.size	large_frame, .-large_frame
	.p2align 4
	.type	binary, @function
binary:
.LFB23:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%r13
	pushq	%r12
	.cfi_offset 13, -24
	.cfi_offset 12, -32
	movl	%edi, %r12d
	movq	%rsi, %rdi
	pushq	%rbx
	.cfi_offset 3, -40
	testl	%r12d, %r12d
	jne	.L37
	popq	%rbx
	.cfi_remember_state
	.cfi_restore 3
	xorl	%esi, %esi
	popq	%r12
	.cfi_restore 12
	popq	%r13
	.cfi_restore 13
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	jmp	mix
	.p2align 4,,10
	.p2align 3
.L37:
	.cfi_restore_state
	leaq	(%rsi,%rsi), %rbx
	leal	-1(%r12), %edi
	movq	%rbx, %rsi
	call	binary
	movl	%r12d, %edi
	leaq	1(%rbx), %rsi
	shrl	%edi
	movq	%rax, %r13
	call	binary
	popq	%rbx
	.cfi_restore 3
	popq	%r12
	.cfi_restore 12
	xorq	%r13, %rax
	popq	%r13
	.cfi_restore 13
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE23:
	.size	binary, .-binary
	.p2align 4
	.type	odd, @function
odd:
.LFB25:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsi, %rax
	movl	%edi, %esi
	subl	$1, %edi
	xorq	%rax, %rsi
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	call	even
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	leaq	(%rax,%rax,2), %rax
	ret
	.cfi_endproc
.LFE25:
	.size	odd, .-odd
	.p2align 4
	.type	even, @function
even:
.LFB24:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsi, %rax
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%r12
	.cfi_offset 12, -24
	movl	%edi, %r12d
	pushq	%rbx
	subq	$24, %rsp
	.cfi_offset 3, -32
	movq	%rsi, -40(%rbp)
	movq	%r12, -32(%rbp)
	movq	$1, -24(%rbp)
	testl	%r12d, %r12d
	je	.L42
	movq	%r12, %rbx
	leaq	-40(%rbp), %rdx
	movq	%r12, %rsi
	movq	%rax, %rdi
	call	mix
	leal	-1(%r12), %edi
	movq	%rax, %rsi
	call	odd
	movl	$2863311531, %edx
	imulq	%rdx, %r12
	shrq	$33, %r12
	leal	(%r12,%r12,2), %edx
	subl	%edx, %ebx
	addq	-40(%rbp,%rbx,8), %rax
.L42:
	addq	$24, %rsp
	popq	%rbx
	.cfi_restore 3
	popq	%r12
	.cfi_restore 12
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE24:
	.size	even, .-even
	.p2align 4
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
	.p2align 4
	.type	with_alloca, @function
with_alloca:
.LFB8:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	leaq	8(,%rdi,8), %rax
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	%rax, %rsp
	leaq	15(%rsp), %r8
	andq	$-16, %r8
	testq	%rdi, %rdi
	je	.L49
	movq	%rdi, %rdx
	xorl	%edi, %edi
	.p2align 4,,10
	.p2align 3
.L50:
	movq	%rdi, %rax
	movq	%rdi, %rcx
	imulq	%rdi, %rax
	movq	%rax, (%r8,%rdi,8)
	addq	$1, %rdi
	cmpq	%rdi, %rdx
	jne	.L50
	movq	%r8, %rax
	.p2align 4,,10
	.p2align 3
.L53:
	movq	(%r8,%rcx,8), %rsi
	call	mix
	movq	%rax, %rdi
	subq	$1, %rcx
	jnb	.L53
	leave
	.cfi_remember_state
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	movq	%rdi, %rax
	ret
	.p2align 4,,10
	.p2align 3
.L49:
	.cfi_restore_state
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	xorl	%edi, %edi
	movq	%rdi, %rax
	ret
	.cfi_endproc
.LFE8:
	.size	with_alloca, .-with_alloca
	.p2align 4
	.type	tail_first, @function
tail_first:
.LFB26:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	andl	$7, %edi
	movq	%rsi, %r9
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	call	with_alloca
	leaq	1(%r9), %rdi
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	movq	%rax, %rsi
	jmp	mix
	.cfi_endproc
.LFE26:
	.size	tail_first, .-tail_first
	.section	.text.unlikely
.LCOLDB0:
	.text
.LHOTB0:
	.p2align 4
	.type	run, @function
run:
.LFB28:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	xorl	%eax, %eax
	movl	$16, %ecx
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%r14
	pushq	%r13
	.cfi_offset 14, -24
	.cfi_offset 13, -32
	movq	%rsi, %r13
	pushq	%r12
	.cfi_offset 12, -40
	movq	%rdi, %r12
	leaq	-160(%rbp), %rdi
	pushq	%rbx
	.cfi_offset 3, -48
	xorl	%ebx, %ebx
	addq	$-128, %rsp
	rep stosq
	movsbl	(%r12), %eax
	testb	%al, %al
	je	.L61
.L73:
	cmpb	$63, %al
	je	.L62
	jg	.L63
	cmpb	$43, %al
	je	.L64
	jle	.L79
	leal	-48(%rax), %edx
	cmpb	$9, %dl
	ja	.L80
	movl	%ebx, %edx
	subl	$48, %eax
	addl	$1, %ebx
	andl	$15, %edx
	cltq
	movq	%rax, -160(%rbp,%rdx,8)
.L71:
	movsbl	1(%r12), %eax
	addq	$1, %r12
	testb	%al, %al
	jne	.L73
.L61:
	leaq	(%rbx,%r13), %rax
	jmp	.L60
	.p2align 4,,10
	.p2align 3
.L63:
	cmpb	$97, %al
	jne	.L81
	subl	$1, %ebx
	movl	%ebx, %eax
	andl	$15, %eax
	movq	-160(%rbp,%rax,8), %rdi
	andl	$15, %edi
	call	with_alloca
	movq	%rax, %r13
	jmp	.L71
.L79:
	cmpb	$33, %al
	jne	.L82
	subl	$1, %ebx
	andl	$15, %ebx
	movq	-160(%rbp,%rbx,8), %rax
.L60:
	subq	$-128, %rsp
	popq	%rbx
	.cfi_remember_state
	.cfi_restore 3
	popq	%r12
	.cfi_restore 12
	popq	%r13
	.cfi_restore 13
	popq	%r14
	.cfi_restore 14
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.p2align 4,,10
	.p2align 3
.L81:
	.cfi_restore_state
	cmpb	$116, %al
	jne	.L83
	leal	-1(%rbx), %r14d
	andl	$15, %r14d
	movq	-160(%rbp,%r14,8), %rdi
	call	tail_indirect
	movq	%rax, -160(%rbp,%r14,8)
	jmp	.L71
	.p2align 4,,10
	.p2align 3
.L62:
	subl	$1, %ebx
	movl	%ebx, %eax
	andl	$15, %eax
	testb	$1, -160(%rbp,%rax,8)
	jne	.L71
	movq	%r13, %rax
	jmp	.L60
	.p2align 4,,10
	.p2align 3
.L64:
	leal	-1(%rbx), %eax
	subl	$2, %ebx
	movl	%eax, %edx
	andl	$15, %ebx
	andl	$15, %edx
	movq	-160(%rbp,%rdx,8), %rdx
	addq	%rdx, -160(%rbp,%rbx,8)
	movl	%eax, %ebx
	jmp	.L71
.L82:
	jmp	.L67
.L83:
	jmp	.L67
.L80:
	jmp	.L67
	.cfi_endproc
	.section	.text.unlikely
	.cfi_startproc
	.type	run.cold, @function
run.cold:
.LFSB28:
.L67:
	.cfi_def_cfa 6, 16
	.cfi_offset 3, -48
	.cfi_offset 6, -16
	.cfi_offset 12, -40
	.cfi_offset 13, -32
	.cfi_offset 14, -24
	movq	%r13, %rdi
	call	finish
	.cfi_endproc
.LFE28:
	.text
	.size	run, .-run
	.section	.text.unlikely
	.size	run.cold, .-run.cold
.LCOLDE0:
	.text
.LHOTE0:
	.p2align 4
	.type	sum_of, @function
sum_of:
.LFB6:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$72, %rsp
	leaq	16(%rbp), %rax
	movq	%rcx, 48(%rsp)
	leal	-1(%rdi), %ecx
	xorl	%edi, %edi
	movq	%rax, 8(%rsp)
	leaq	24(%rsp), %rax
	movq	%r8, 56(%rsp)
	movl	$8, %r8d
	movq	%r9, 64(%rsp)
	leaq	16(%rbp), %r9
	movq	%rsi, 32(%rsp)
	movq	%rdx, 40(%rsp)
	movl	$8, (%rsp)
	movq	%rax, 16(%rsp)
	jmp	.L87
	.p2align 4,,10
	.p2align 3
.L91:
	movl	%r8d, %eax
	leaq	24(%rsp), %rdx
	addl	$8, %r8d
	addq	%rdx, %rax
	movq	(%rax), %rsi
	call	mix
	movq	%rax, %rdi
	subl	$1, %ecx
	jb	.L90
.L87:
	cmpl	$47, %r8d
	jbe	.L91
	movq	%r9, %rax
	addq	$8, %r9
	movq	(%rax), %rsi
	call	mix
	movq	%rax, %rdi
	subl	$1, %ecx
	jnb	.L87
.L90:
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE6:
	.size	sum_of, .-sum_of
	.section	.text.unlikely
.LCOLDB1:
	.text
.LHOTB1:
	.p2align 4
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
	movl	$7, %ecx
	movq	%rsi, 136(%rsp)
	movq	%rdx, 144(%rsp)
	movq	%r8, 160(%rsp)
	movq	%r9, 168(%rsp)
	rep stosq
	movslq	%r10d, %rax
	movl	$8, 40(%rsp)
	movq	%rax, 64(%rsp)
	leaq	16(%rbp), %rax
	movq	%rax, 48(%rsp)
	leaq	128(%rsp), %rax
	movq	%rax, 56(%rsp)
	testl	%r10d, %r10d
	jle	.L93
	movq	%rax, %r8
	movl	$8, %esi
	leaq	16(%rbp), %rdi
	xorl	%eax, %eax
	jmp	.L96
	.p2align 4,,10
	.p2align 3
.L101:
	movl	%esi, %ecx
	addl	$8, %esi
	addq	%r8, %rcx
.L95:
	movl	%eax, %edx
	addl	$1, %eax
	movq	(%rcx), %rcx
	andl	$7, %edx
	xorq	%rcx, 64(%rsp,%rdx,8)
	cmpl	%eax, %r10d
	je	.L93
.L96:
	cmpl	$47, %esi
	jbe	.L101
	movq	%rdi, %rcx
	addq	$8, %rdi
	jmp	.L95
	.p2align 4,,10
	.p2align 3
.L93:
	leaq	64(%rsp), %rax
	testb	$63, %al
	jne	.L99
	movq	80(%rsp), %rcx
	movq	72(%rsp), %rdx
	movl	$3, %edi
	xorl	%eax, %eax
	movq	64(%rsp), %rsi
	call	sum_of
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
	.section	.text.unlikely
	.cfi_startproc
	.type	varargs_aligned.cold, @function
varargs_aligned.cold:
.LFSB7:
.L99:
	.cfi_def_cfa 6, 16
	.cfi_offset 6, -16
	xorl	%edi, %edi
	call	finish
	.cfi_endproc
.LFE7:
	.text
	.size	varargs_aligned, .-varargs_aligned
	.section	.text.unlikely
	.size	varargs_aligned.cold, .-varargs_aligned.cold
.LCOLDE1:
	.text
.LHOTE1:
	.p2align 4
	.type	many_arguments.constprop.0, @function
many_arguments.constprop.0:
.LFB31:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movl	$3, %ecx
	movl	$2, %edx
	movl	$1, %esi
	movl	$5, %r9d
	movl	$4, %r8d
	movl	$11, %edi
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	$99
	pushq	$19
	pushq	$18
	pushq	$17
	call	ten
	movl	$11, %r9d
	movl	$11, %r8d
	movl	$11, %ecx
	addq	$32, %rsp
	movl	$11, %edx
	movl	$11, %esi
	movq	%rax, %r11
	pushq	$4
	movl	$11, %edi
	pushq	$3
	pushq	$2
	pushq	$1
	call	ten
	movl	$4, %r9d
	movl	$5, %r8d
	movq	%r11, %rcx
	addq	$32, %rsp
	movl	$7, %edx
	movl	$8, %esi
	movl	$9, %edi
	pushq	%rax
	movq	%r11, %rax
	xorq	$1, %rax
	pushq	%rax
	pushq	$11
	pushq	$3
	call	ten
	addq	$32, %rsp
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
	.cfi_endproc
.LFE31:
	.size	many_arguments.constprop.0, .-many_arguments.constprop.0
	.p2align 4
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
	.section	.text.unlikely
.LCOLDB2:
	.text
.LHOTB2:
	.p2align 4
	.type	nested.0, @function
nested.0:
.LFB14:
	.cfi_startproc
	pushq	%r13
	.cfi_def_cfa_offset 16
	.cfi_offset 13, -16
	movq	%rdi, %rdx
	xorl	%eax, %eax
	movl	$7, %ecx
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
	rep stosq
	leaq	15(%rdx), %rax
	andq	$-8, %rax
	movq	%rsi, -112(%rbp)
	subq	%rax, %rsp
	leaq	-112(%rbp), %rax
	leaq	15(%rsp), %r9
	andq	$-16, %r9
	testb	$63, %al
	jne	.L107
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
	.section	.text.unlikely
	.cfi_startproc
	.type	nested.0.cold, @function
nested.0.cold:
.LFSB14:
.L107:
	.cfi_escape 0xf,0x3,0x76,0x78,0x6
	.cfi_escape 0x10,0x6,0x2,0x76,0
	.cfi_offset 13, -16
	xorl	%edi, %edi
	call	finish
	.cfi_endproc
.LFE14:
	.text
	.size	nested.0, .-nested.0
	.section	.text.unlikely
	.size	nested.0.cold, .-nested.0.cold
.LCOLDE2:
	.text
.LHOTE2:
	.p2align 4
	.type	with_nested, @function
with_nested:
.LFB13:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$16, %rsp
	leaq	16(%rbp), %rax
	movq	%rdi, -16(%rbp)
	leaq	-16(%rbp), %r10
	movl	$24, %edi
	movq	%rax, -8(%rbp)
	call	nested.0
	movl	$7, %edi
	movq	%rax, %r11
	call	nested.0
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	addq	%r11, %rax
	ret
	.cfi_endproc
.LFE13:
	.size	with_nested, .-with_nested
	.p2align 4
	.type	with_vla_in_loop, @function
with_vla_in_loop:
.LFB9:
	.cfi_startproc
	testl	%edi, %edi
	je	.L114
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movl	$6, %r11d
	movl	$1, %r9d
	xorl	%r10d, %r10d
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%r13
	pushq	%r12
	.cfi_offset 13, -24
	.cfi_offset 12, -32
	movl	%edi, %r12d
	pushq	%rbx
	.cfi_offset 3, -40
	.p2align 4,,10
	.p2align 3
.L113:
	leaq	7(%r11), %rax
	movq	%rsp, %rbx
	andq	$-8, %rax
	subq	%rax, %rsp
	movq	%rsp, %r13
	movq	%r13, %rdi
	movq	%r11, %rdx
	movl	%r9d, %esi
	addq	$6, %r11
	call	memset
	leal	-1(%r9,%r9,2), %eax
	movq	%r10, %rdi
	movl	%r9d, %ecx
	movzwl	0(%r13,%rax,2), %esi
	addl	$1, %r9d
	call	mix
	movq	%rbx, %rsp
	movq	%rax, %r10
	cmpl	%ecx, %r12d
	jne	.L113
	leaq	-24(%rbp), %rsp
	popq	%rbx
	.cfi_restore 3
	popq	%r12
	.cfi_restore 12
	popq	%r13
	.cfi_restore 13
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	ret
.L114:
	xorl	%eax, %eax
	ret
	.cfi_endproc
.LFE9:
	.size	with_vla_in_loop, .-with_vla_in_loop
	.section	.text.unlikely
.LCOLDB3:
	.text
.LHOTB3:
	.p2align 4
	.type	with_aligned_alloca.constprop.0, @function
with_aligned_alloca.constprop.0:
.LFB32:
	.cfi_startproc
	leaq	8(%rsp), %r10
	.cfi_def_cfa 10, 0
	andq	$-64, %rsp
	xorl	%eax, %eax
	movl	$7, %ecx
	pushq	-8(%r10)
	pushq	%rbp
	movq	%rsp, %rbp
	.cfi_escape 0x10,0x6,0x2,0x76,0
	pushq	%r10
	.cfi_escape 0xf,0x3,0x76,0x78,0x6
	leaq	-104(%rbp), %rdi
	subq	$144, %rsp
	movq	$3, -112(%rbp)
	rep stosq
	leaq	15(%rsp), %r9
	leaq	-112(%rbp), %rax
	andq	$-16, %r9
	testb	$63, %al
	jne	.L122
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
	.section	.text.unlikely
	.cfi_startproc
	.type	with_aligned_alloca.constprop.0.cold, @function
with_aligned_alloca.constprop.0.cold:
.LFSB32:
.L122:
	.cfi_escape 0xf,0x3,0x76,0x78,0x6
	.cfi_escape 0x10,0x6,0x2,0x76,0
	xorl	%edi, %edi
	call	finish
	.cfi_endproc
.LFE32:
	.text
	.size	with_aligned_alloca.constprop.0, .-with_aligned_alloca.constprop.0
	.section	.text.unlikely
	.size	with_aligned_alloca.constprop.0.cold, .-with_aligned_alloca.constprop.0.cold
.LCOLDE3:
	.text
.LHOTE3:
	.p2align 4
	.type	with_aligned.constprop.0, @function
with_aligned.constprop.0:
.LFB33:
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
.LFE33:
	.size	with_aligned.constprop.0, .-with_aligned.constprop.0
	.p2align 4
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
	.p2align 4
	.type	structures.constprop.0, @function
structures.constprop.0:
.LFB34:
	.cfi_startproc
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset 6, -16
	movl	$3, %esi
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	subq	$216, %rsp
	movq	$1, -216(%rbp)
	leaq	-72(%rbp), %rdi
	movq	$2, -208(%rbp)
	movq	$3, -200(%rbp)
	movq	$4, -192(%rbp)
	movq	$5, -184(%rbp)
	movq	$6, -176(%rbp)
	movq	$7, -168(%rbp)
	movq	$8, -160(%rbp)
	movq	$4, -152(%rbp)
	pushq	$4
	pushq	$8
	pushq	$7
	pushq	$6
	pushq	$5
	pushq	$4
	pushq	$3
	pushq	$2
	pushq	$1
	call	scaled
	leaq	-216(%rbp), %rdi
	movl	$4, %esi
	addq	$72, %rsp
	pushq	-8(%rbp)
	pushq	-16(%rbp)
	pushq	-24(%rbp)
	pushq	-32(%rbp)
	pushq	-40(%rbp)
	pushq	-48(%rbp)
	pushq	-56(%rbp)
	pushq	-64(%rbp)
	pushq	-72(%rbp)
	call	scaled
	leaq	-144(%rbp), %rdi
	movl	$72, %edx
	leaq	-216(%rbp), %rsi
	addq	$72, %rsp
	call	memcpy
	movq	-80(%rbp), %rsi
	movq	-144(%rbp), %rdi
	leave
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	jmp	mix
	.cfi_endproc
.LFE34:
	.size	structures.constprop.0, .-structures.constprop.0
	.section	.rodata.str1.1,"aMS",@progbits,1
.LC4:
	.string	"12+34a5t+!"
.LC5:
	.string	"2?1"
.LC6:
	.string	"34"
.LC7:
	.string	"7?9a"
	.text
	.p2align 4
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
	movl	$3, %ecx
	movl	$2, %edx
	movl	$1, %esi
	movl	$9, %edi
	movq	%rsp, %rbp
	.cfi_def_cfa_register 6
	pushq	%r12
	pushq	%rbx
	.cfi_offset 12, -24
	.cfi_offset 3, -32
	pushq	$9
	pushq	$8
	pushq	$7
	pushq	$6
	call	sum_of
	movl	eight(%rip), %edi
	movl	$7, %r9d
	movl	$2, %edx
	addq	$32, %rsp
	movq	%rax, %r11
	movl	$9, %esi
	xorl	%eax, %eax
	pushq	$5
	movl	$3, %r8d
	movl	$8, %ecx
	pushq	$6
	pushq	$4
	call	varargs_aligned
	movq	%r11, %rdi
	xorl	%r9d, %r9d
	movq	%rax, %rsi
	call	mix
	movq	%rax, %rbx
	addq	$24, %rsp
	.p2align 4,,10
	.p2align 3
.L130:
	movq	%r9, %rdi
	addq	$5, %r9
	call	with_alloca
	movq	%rbx, %rdi
	movq	%rax, %rsi
	call	mix
	movq	%rax, %rbx
	cmpq	$25, %r9
	jne	.L130
	movl	$6, %edi
	call	with_vla_in_loop
	xorl	%edi, %edi
	movq	%rax, %r12
	call	with_vla_in_loop
	movq	%rbx, %rdi
	leaq	(%r12,%rax), %rsi
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
	movq	%rax, %r8
	call	structures.constprop.0
	movq	%r8, %rdi
	movq	%rax, %rsi
	call	mix
	movq	%rax, %rbx
	call	many_arguments.constprop.0
	movq	%rbx, %rdi
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
	movq	$.LC4, %rdi
	movq	%rax, %rbx
	call	run
	movq	%rbx, %rdi
	movq	%rax, %rsi
	call	mix
	movl	$5, %esi
	movq	$.LC5, %rdi
	movq	%rax, %rbx
	call	run
	movq	%rbx, %rdi
	movq	%rax, %rsi
	call	mix
	movl	$6, %esi
	movq	$.LC6, %rdi
	movq	%rax, %rbx
	call	run
	movq	%rbx, %rdi
	movq	%rax, %rsi
	call	mix
	movl	$8, %esi
	movq	$.LC7, %rdi
	movq	%rax, %rbx
	call	run
	leaq	-16(%rbp), %rsp
	movq	%rbx, %rdi
	movq	%rax, %rsi
	popq	%rbx
	.cfi_restore 3
	popq	%r12
	.cfi_restore 12
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa 7, 8
	jmp	mix
	.cfi_endproc
.LFE29:
	.size	checksum, .-checksum
	.section	.rodata.str1.1
.LC8:
	.string	"finish"
	.section	.text.startup,"ax",@progbits
	.p2align 4
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
	movq	$.LC8, %rdi
	popq	%rbp
	.cfi_restore 6
	.cfi_def_cfa 7, 8
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
