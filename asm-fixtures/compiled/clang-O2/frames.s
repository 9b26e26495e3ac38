# harness: what frames of compiled C (clang-O2): prologues, epilogues and stack use as a compiler mixes them
# harness: entry=main interrupts=nested stack=task result=0x37aebb823ae435fa
# harness: expect=pass

# From ../frames.c by ../regenerate.sh.
# Compiler: Debian clang version 14.0.6
# Options: -O2 -mstack-alignment=8 -fno-addrsig -std=gnu11 -ffreestanding -mcmodel=kernel -fno-pic -fno-pie
#     -mno-red-zone -mno-sse -mno-mmx -mno-80387 -fno-jump-tables -fno-stack-protector -fcf-protection=none
#     -fasynchronous-unwind-tables

	.text
	.file	"frames.c"
	.globl	memset                          # -- Begin function memset
	.p2align	4, 0x90
	.type	memset,@function
memset:                                 # @memset
	.cfi_startproc
# %bb.0:
	movq	%rdx, %rcx
	movl	%esi, %eax
	movq	%rdi, %rdx
	#APP
	rep		stosb	%al, %es:(%rdi)
	#NO_APP
	movq	%rdx, %rax
	retq
.Lfunc_end0:
	.size	memset, .Lfunc_end0-memset
	.cfi_endproc
                                        # -- End function
	.globl	memcpy                          # -- Begin function memcpy
	.p2align	4, 0x90
	.type	memcpy,@function
memcpy:                                 # @memcpy
	.cfi_startproc
# %bb.0:
	movq	%rdx, %rcx
	movq	%rdi, %rax
	#APP
	rep		movsb	(%rsi), %es:(%rdi)
	#NO_APP
	retq
.Lfunc_end1:
	.size	memcpy, .Lfunc_end1-memcpy
	.cfi_endproc
                                        # -- End function
	.globl	main                            # -- Begin function main
	.p2align	4, 0x90
	.type	main,@function
main:                                   # @main
	.cfi_startproc
# %bb.0:
	callq	checksum
	movq	$.L.str, %rdi
	movq	%rax, %rsi
	jmp	run                             # TAILCALL
.Lfunc_end2:
	.size	main, .Lfunc_end2-main
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function run
	.type	run,@function
run:                                    # @run
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset %rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register %rbp
	pushq	%r15
	pushq	%r14
	pushq	%r12
	pushq	%rbx
	andq	$-16, %rsp
	subq	$128, %rsp
	.cfi_offset %rbx, -48
	.cfi_offset %r12, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	movq	%rsi, %r14
	movq	$0, 120(%rsp)
	movq	$0, 112(%rsp)
	movq	$0, 104(%rsp)
	movq	$0, 96(%rsp)
	movq	$0, 88(%rsp)
	movq	$0, 80(%rsp)
	movq	$0, 72(%rsp)
	movq	$0, 64(%rsp)
	movq	$0, 56(%rsp)
	movq	$0, 48(%rsp)
	movq	$0, 40(%rsp)
	movq	$0, 32(%rsp)
	movq	$0, 24(%rsp)
	movq	$0, 16(%rsp)
	movq	$0, 8(%rsp)
	movq	$0, (%rsp)
	movb	(%rdi), %al
	testb	%al, %al
	je	.LBB3_1
# %bb.2:
	movq	%rdi, %rbx
	addq	$1, %rbx
	xorl	%r15d, %r15d
	jmp	.LBB3_3
	.p2align	4, 0x90
.LBB3_16:                               #   in Loop: Header=BB3_3 Depth=1
	movsbq	%al, %rax
	addq	$-48, %rax
	leal	1(%r15), %ecx
	andl	$15, %r15d
	movq	%rax, (%rsp,%r15,8)
	movl	%ecx, %r15d
.LBB3_17:                               #   in Loop: Header=BB3_3 Depth=1
	movzbl	(%rbx), %eax
	addq	$1, %rbx
	testb	%al, %al
	je	.LBB3_18
.LBB3_3:                                # =>This Inner Loop Header: Depth=1
	movsbl	%al, %ecx
	leal	-48(%rcx), %edx
	cmpl	$10, %edx
	jb	.LBB3_16
# %bb.4:                                #   in Loop: Header=BB3_3 Depth=1
	cmpl	$96, %ecx
	jg	.LBB3_9
# %bb.5:                                #   in Loop: Header=BB3_3 Depth=1
	cmpl	$43, %ecx
	je	.LBB3_12
# %bb.6:                                #   in Loop: Header=BB3_3 Depth=1
	cmpl	$63, %ecx
	jne	.LBB3_7
# %bb.14:                               #   in Loop: Header=BB3_3 Depth=1
	addl	$-1, %r15d
	movl	%r15d, %eax
	andl	$15, %eax
	testb	$1, (%rsp,%rax,8)
	jne	.LBB3_17
	jmp	.LBB3_19
.LBB3_9:                                #   in Loop: Header=BB3_3 Depth=1
	cmpl	$97, %ecx
	je	.LBB3_13
# %bb.10:                               #   in Loop: Header=BB3_3 Depth=1
	cmpl	$116, %ecx
	jne	.LBB3_15
# %bb.11:                               #   in Loop: Header=BB3_3 Depth=1
	leal	-1(%r15), %r12d
	andl	$15, %r12d
	movq	(%rsp,%r12,8), %rdi
	callq	tail_indirect
	movq	%rax, (%rsp,%r12,8)
	jmp	.LBB3_17
.LBB3_12:                               #   in Loop: Header=BB3_3 Depth=1
	leal	-1(%r15), %eax
	movl	%eax, %ecx
	andl	$15, %ecx
	movq	(%rsp,%rcx,8), %rcx
	addl	$14, %r15d
	andl	$15, %r15d
	addq	%rcx, (%rsp,%r15,8)
	movl	%eax, %r15d
	jmp	.LBB3_17
.LBB3_13:                               #   in Loop: Header=BB3_3 Depth=1
	addl	$-1, %r15d
	movl	%r15d, %eax
	andl	$15, %eax
	movq	(%rsp,%rax,8), %rdi
	andl	$15, %edi
	callq	with_alloca
	movq	%rax, %r14
	jmp	.LBB3_17
.LBB3_1:
	xorl	%r15d, %r15d
.LBB3_18:
	movl	%r15d, %eax
	addq	%rax, %r14
.LBB3_19:
	movq	%r14, %rax
	leaq	-32(%rbp), %rsp
	popq	%rbx
	popq	%r12
	popq	%r14
	popq	%r15
	popq	%rbp
	.cfi_def_cfa %rsp, 8
	retq
.LBB3_7:
	.cfi_def_cfa %rbp, 16
	cmpl	$33, %ecx
	jne	.LBB3_15
# %bb.8:
	addl	$-1, %r15d
	andl	$15, %r15d
	movq	(%rsp,%r15,8), %r14
	jmp	.LBB3_19
.LBB3_15:
	movq	%r14, %rdi
	callq	finish
.Lfunc_end3:
	.size	run, .Lfunc_end3-run
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function checksum
	.type	checksum,@function
checksum:                               # @checksum
	.cfi_startproc
# %bb.0:
	pushq	%r14
	.cfi_def_cfa_offset 16
	pushq	%rbx
	.cfi_def_cfa_offset 24
	.cfi_offset %rbx, -24
	.cfi_offset %r14, -16
	movl	$1, %esi
	movl	$2, %edx
	movl	$3, %ecx
	movl	$4, %r8d
	movl	$5, %r9d
	movl	$9, %edi
	xorl	%eax, %eax
	pushq	$9
	.cfi_adjust_cfa_offset 8
	pushq	$8
	.cfi_adjust_cfa_offset 8
	pushq	$7
	.cfi_adjust_cfa_offset 8
	pushq	$6
	.cfi_adjust_cfa_offset 8
	callq	sum_of
	addq	$32, %rsp
	.cfi_adjust_cfa_offset -32
	movq	%rax, %rbx
	movl	eight(%rip), %edi
	movl	$9, %esi
	movl	$2, %edx
	movl	$8, %ecx
	movl	$3, %r8d
	movl	$7, %r9d
	xorl	%eax, %eax
	pushq	$5
	.cfi_adjust_cfa_offset 8
	pushq	$6
	.cfi_adjust_cfa_offset 8
	pushq	$4
	.cfi_adjust_cfa_offset 8
	callq	varargs_aligned
	addq	$24, %rsp
	.cfi_adjust_cfa_offset -24
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	xorl	%edi, %edi
	callq	with_alloca
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	movl	$5, %edi
	callq	with_alloca
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	movl	$10, %edi
	callq	with_alloca
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	movl	$15, %edi
	callq	with_alloca
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	movl	$20, %edi
	callq	with_alloca
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %r14
	movl	$6, %edi
	callq	with_vla_in_loop
	movq	%rax, %rbx
	xorl	%edi, %edi
	callq	with_vla_in_loop
	addq	%rax, %rbx
	movq	%r14, %rdi
	movq	%rbx, %rsi
	callq	mix
	movq	%rax, %rbx
	callq	with_aligned
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	callq	with_aligned_alloca
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	movq	%rax, %rdi
	shrq	%rdi
	callq	with_nested
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	callq	structures
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	callq	many_arguments
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	movq	$ascending, %rdi
	movl	$40, %esi
	callq	large_frame
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	movq	$by_low_byte, %rdi
	movl	$24, %esi
	callq	large_frame
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	movq	$by_low_byte, %rdi
	xorl	%esi, %esi
	callq	large_frame
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	movl	$1, %esi
	movl	$12, %edi
	callq	binary
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	movl	$16, %edi
	movq	%rax, %rsi
	callq	even
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	movl	$3, %esi
	movq	$.L.str.1, %rdi
	callq	run
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	movl	$5, %esi
	movq	$.L.str.2, %rdi
	callq	run
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	movl	$6, %esi
	movq	$.L.str.3, %rdi
	callq	run
	movq	%rbx, %rdi
	movq	%rax, %rsi
	callq	mix
	movq	%rax, %rbx
	movl	$8, %esi
	movq	$.L.str.4, %rdi
	callq	run
	movq	%rbx, %rdi
	movq	%rax, %rsi
	popq	%rbx
	.cfi_def_cfa_offset 16
	popq	%r14
	.cfi_def_cfa_offset 8
	jmp	mix                             # TAILCALL
.Lfunc_end4:
	.size	checksum, .Lfunc_end4-checksum
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function with_alloca
	.type	with_alloca,@function
with_alloca:                            # @with_alloca
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset %rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register %rbp
	pushq	%r15
	pushq	%r14
	pushq	%rbx
	andq	$-16, %rsp
	subq	$16, %rsp
	movq	%rsp, %rbx
	.cfi_offset %rbx, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	leaq	(,%rdi,8), %rax
	movq	%rsp, %r15
	subq	%rax, %r15
	andq	$-16, %r15
	movq	%r15, %rsp
	testq	%rdi, %rdi
	je	.LBB5_10
# %bb.1:
	movq	%rdi, %r14
	leaq	-1(%rdi), %rcx
	movl	%r14d, %eax
	andl	$3, %eax
	cmpq	$3, %rcx
	jae	.LBB5_8
# %bb.2:
	xorl	%ecx, %ecx
	jmp	.LBB5_3
.LBB5_10:
	#APP
	#NO_APP
	jmp	.LBB5_11
.LBB5_8:
	movq	%r14, %rdx
	andq	$-4, %rdx
	xorl	%ecx, %ecx
	.p2align	4, 0x90
.LBB5_9:                                # =>This Inner Loop Header: Depth=1
	movq	%rcx, %rsi
	imulq	%rcx, %rsi
	movq	%rsi, (%r15,%rcx,8)
	leaq	1(%rcx), %rsi
	imulq	%rsi, %rsi
	movq	%rsi, 8(%r15,%rcx,8)
	leaq	2(%rcx), %rsi
	imulq	%rsi, %rsi
	movq	%rsi, 16(%r15,%rcx,8)
	leaq	3(%rcx), %rsi
	imulq	%rsi, %rsi
	movq	%rsi, 24(%r15,%rcx,8)
	addq	$4, %rcx
	cmpq	%rcx, %rdx
	jne	.LBB5_9
.LBB5_3:
	testq	%rax, %rax
	je	.LBB5_5
	.p2align	4, 0x90
.LBB5_4:                                # =>This Inner Loop Header: Depth=1
	movq	%rcx, %rdx
	imulq	%rcx, %rdx
	movq	%rdx, (%r15,%rcx,8)
	addq	$1, %rcx
	addq	$-1, %rax
	jne	.LBB5_4
.LBB5_5:
	movq	%r15, %rax
	#APP
	#NO_APP
	testq	%r14, %r14
	je	.LBB5_11
# %bb.6:
	movq	%r14, %rax
	.p2align	4, 0x90
.LBB5_7:                                # =>This Inner Loop Header: Depth=1
	movq	-8(%r15,%r14,8), %rsi
	addq	$-1, %r14
	movq	%rax, %rdi
	callq	mix
	testq	%r14, %r14
	jne	.LBB5_7
	jmp	.LBB5_12
.LBB5_11:
	xorl	%eax, %eax
.LBB5_12:
	leaq	-24(%rbp), %rsp
	popq	%rbx
	popq	%r14
	popq	%r15
	popq	%rbp
	.cfi_def_cfa %rsp, 8
	retq
.Lfunc_end5:
	.size	with_alloca, .Lfunc_end5-with_alloca
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function tail_indirect
	.type	tail_indirect,@function
tail_indirect:                          # @tail_indirect
	.cfi_startproc
# %bb.0:
	movq	tail_target(%rip), %rax
	leaq	1(%rdi), %rsi
	jmpq	*%rax                           # TAILCALL
.Lfunc_end6:
	.size	tail_indirect, .Lfunc_end6-tail_indirect
	.cfi_endproc
                                        # -- End function
	.section	.text.unlikely.,"ax",@progbits
	.type	finish,@function                # -- Begin function finish
finish:                                 # @finish
	.cfi_startproc
# %bb.0:
	movq	%rdi, %rax
.LBB7_1:                                # =>This Inner Loop Header: Depth=1
	#APP
	callq	__harness_exit
	#NO_APP
	jmp	.LBB7_1
.Lfunc_end7:
	.size	finish, .Lfunc_end7-finish
	.cfi_endproc
                                        # -- End function
	.text
	.p2align	4, 0x90                         # -- Begin function mix
	.type	mix,@function
mix:                                    # @mix
	.cfi_startproc
# %bb.0:
	xorq	%rsi, %rdi
	rolq	$23, %rdi
	movabsq	$-7046029254386353131, %rax     # imm = 0x9E3779B97F4A7C15
	imulq	%rdi, %rax
	retq
.Lfunc_end8:
	.size	mix, .Lfunc_end8-mix
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function tail_first
	.type	tail_first,@function
tail_first:                             # @tail_first
	.cfi_startproc
# %bb.0:
	pushq	%rbx
	.cfi_def_cfa_offset 16
	.cfi_offset %rbx, -16
	leaq	1(%rsi), %rbx
	andl	$7, %edi
	callq	with_alloca
	movq	%rbx, %rdi
	movq	%rax, %rsi
	popq	%rbx
	.cfi_def_cfa_offset 8
	jmp	mix                             # TAILCALL
.Lfunc_end9:
	.size	tail_first, .Lfunc_end9-tail_first
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function sum_of
	.type	sum_of,@function
sum_of:                                 # @sum_of
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset %rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register %rbp
	pushq	%r15
	pushq	%r14
	pushq	%rbx
	andq	$-16, %rsp
	subq	$96, %rsp
	.cfi_offset %rbx, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	movq	%rsi, 40(%rsp)
	movq	%rdx, 48(%rsp)
	movq	%rcx, 56(%rsp)
	movq	%r8, 64(%rsp)
	movq	%r9, 72(%rsp)
	leaq	32(%rsp), %rax
	movq	%rax, 16(%rsp)
	leaq	16(%rbp), %rax
	movq	%rax, 8(%rsp)
	movabsq	$206158430216, %rax             # imm = 0x3000000008
	movq	%rax, (%rsp)
	testl	%edi, %edi
	jle	.LBB10_1
# %bb.2:
	movl	%edi, %ebx
	movq	16(%rsp), %r14
	movl	(%rsp), %r15d
	addl	$1, %ebx
	xorl	%eax, %eax
	jmp	.LBB10_3
	.p2align	4, 0x90
.LBB10_5:                               #   in Loop: Header=BB10_3 Depth=1
	movq	8(%rsp), %rcx
	leaq	8(%rcx), %rdx
	movq	%rdx, 8(%rsp)
.LBB10_6:                               #   in Loop: Header=BB10_3 Depth=1
	movq	(%rcx), %rsi
	movq	%rax, %rdi
	callq	mix
	addl	$-1, %ebx
	cmpl	$1, %ebx
	jbe	.LBB10_7
.LBB10_3:                               # =>This Inner Loop Header: Depth=1
	cmpl	$40, %r15d
	ja	.LBB10_5
# %bb.4:                                #   in Loop: Header=BB10_3 Depth=1
	movl	%r15d, %ecx
	addq	%r14, %rcx
	addl	$8, %r15d
	movl	%r15d, (%rsp)
	jmp	.LBB10_6
.LBB10_1:
	xorl	%eax, %eax
.LBB10_7:
	leaq	-24(%rbp), %rsp
	popq	%rbx
	popq	%r14
	popq	%r15
	popq	%rbp
	.cfi_def_cfa %rsp, 8
	retq
.Lfunc_end10:
	.size	sum_of, .Lfunc_end10-sum_of
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function varargs_aligned
	.type	varargs_aligned,@function
varargs_aligned:                        # @varargs_aligned
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset %rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register %rbp
	andq	$-64, %rsp
	subq	$192, %rsp
	movq	%rsi, 136(%rsp)
	movq	%rdx, 144(%rsp)
	movq	%rcx, 152(%rsp)
	movq	%r8, 160(%rsp)
	movq	%r9, 168(%rsp)
	movq	$0, 120(%rsp)
	movq	$0, 112(%rsp)
	movq	$0, 104(%rsp)
	movq	$0, 96(%rsp)
	movq	$0, 88(%rsp)
	movq	$0, 80(%rsp)
	movq	$0, 72(%rsp)
	movslq	%edi, %rax
	movq	%rax, 64(%rsp)
	leaq	128(%rsp), %rcx
	movq	%rcx, 48(%rsp)
	leaq	16(%rbp), %rcx
	movq	%rcx, 40(%rsp)
	movabsq	$206158430216, %rcx             # imm = 0x3000000008
	movq	%rcx, 32(%rsp)
	testl	%eax, %eax
	jle	.LBB11_4
# %bb.1:
	movq	48(%rsp), %r8
	xorl	%ecx, %ecx
	movl	32(%rsp), %edx
	jmp	.LBB11_2
	.p2align	4, 0x90
.LBB11_6:                               #   in Loop: Header=BB11_2 Depth=1
	movq	40(%rsp), %rsi
	leaq	8(%rsi), %rax
	movq	%rax, 40(%rsp)
.LBB11_7:                               #   in Loop: Header=BB11_2 Depth=1
	movq	(%rsi), %rax
	movl	%ecx, %esi
	andl	$7, %esi
	xorq	%rax, 64(%rsp,%rsi,8)
	addl	$1, %ecx
	cmpl	%ecx, %edi
	je	.LBB11_4
.LBB11_2:                               # =>This Inner Loop Header: Depth=1
	cmpl	$40, %edx
	ja	.LBB11_6
# %bb.3:                                #   in Loop: Header=BB11_2 Depth=1
	movl	%edx, %esi
	addq	%r8, %rsi
	addl	$8, %edx
	movl	%edx, 32(%rsp)
	jmp	.LBB11_7
.LBB11_4:
	leaq	64(%rsp), %rax
	#APP
	#NO_APP
	testb	$63, %al
	jne	.LBB11_8
# %bb.5:
	movq	64(%rsp), %rsi
	movq	72(%rsp), %rdx
	movq	80(%rsp), %rcx
	movl	$3, %edi
	xorl	%eax, %eax
	callq	sum_of
	movq	%rbp, %rsp
	popq	%rbp
	.cfi_def_cfa %rsp, 8
	retq
.LBB11_8:
	.cfi_def_cfa %rbp, 16
	xorl	%edi, %edi
	callq	finish
.Lfunc_end11:
	.size	varargs_aligned, .Lfunc_end11-varargs_aligned
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function with_vla_in_loop
	.type	with_vla_in_loop,@function
with_vla_in_loop:                       # @with_vla_in_loop
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset %rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register %rbp
	pushq	%r15
	pushq	%r14
	pushq	%r13
	pushq	%r12
	pushq	%rbx
	andq	$-16, %rsp
	subq	$32, %rsp
	movq	%rsp, %rbx
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	testl	%edi, %edi
	je	.LBB12_1
# %bb.3:
	movl	$1, %r12d
	movl	$2, %r13d
	xorl	%r15d, %r15d
	movl	%edi, 4(%rbx)                   # 4-byte Spill
	.p2align	4, 0x90
.LBB12_4:                               # =>This Inner Loop Header: Depth=1
	movq	%rsp, 8(%rbx)                   # 8-byte Spill
	leal	1(%r13), %edx
	movq	%rsp, %r14
	leaq	(%rdx,%rdx), %rax
	addq	$7, %rax
	andq	$-8, %rax
	subq	%rax, %r14
	andq	$-16, %r14
	movq	%r14, %rsp
	movq	%r14, %rdi
	#APP
	#NO_APP
	addq	%rdx, %rdx
	movl	%r12d, %esi
	callq	memset
	movl	%r13d, %eax
	movzwl	(%r14,%rax,2), %esi
	movq	%r15, %rdi
	callq	mix
	movl	4(%rbx), %edi                   # 4-byte Reload
	movq	%rax, %r15
	movq	8(%rbx), %rsp                   # 8-byte Reload
	addl	$1, %r12d
	addl	$3, %r13d
	cmpl	%edi, %r12d
	jbe	.LBB12_4
	jmp	.LBB12_2
.LBB12_1:
	xorl	%r15d, %r15d
.LBB12_2:
	movq	%r15, %rax
	leaq	-40(%rbp), %rsp
	popq	%rbx
	popq	%r12
	popq	%r13
	popq	%r14
	popq	%r15
	popq	%rbp
	.cfi_def_cfa %rsp, 8
	retq
.Lfunc_end12:
	.size	with_vla_in_loop, .Lfunc_end12-with_vla_in_loop
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function with_aligned
	.type	with_aligned,@function
with_aligned:                           # @with_aligned
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset %rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register %rbp
	andq	$-64, %rsp
	subq	$128, %rsp
	movq	%rsp, %rdi
	#APP
	#NO_APP
	movl	$64, %edx
	movl	$90, %esi
	callq	memset
	movq	56(%rsp), %rsi
	movl	$64, %edi
	callq	mix
	movq	%rbp, %rsp
	popq	%rbp
	.cfi_def_cfa %rsp, 8
	retq
.Lfunc_end13:
	.size	with_aligned, .Lfunc_end13-with_aligned
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function with_aligned_alloca
	.type	with_aligned_alloca,@function
with_aligned_alloca:                    # @with_aligned_alloca
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset %rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register %rbp
	pushq	%r14
	pushq	%rbx
	andq	$-64, %rsp
	subq	$128, %rsp
	.cfi_offset %rbx, -32
	.cfi_offset %r14, -24
	movq	$0, 56(%rsp)
	movq	$0, 48(%rsp)
	movq	$0, 40(%rsp)
	movq	$0, 32(%rsp)
	movq	$0, 24(%rsp)
	movq	$0, 16(%rsp)
	movq	$0, 8(%rsp)
	movq	$3, (%rsp)
	movq	%rsp, %rax
	#APP
	#NO_APP
	testb	$63, %al
	jne	.LBB14_2
# %bb.1:
	movq	%rsp, %rbx
	leaq	64(%rsp), %rdi
	#APP
	#NO_APP
	movl	$30, %edx
	movl	$30, %esi
	callq	memset
	movq	(%rsp), %rdi
	movzbl	79(%rsp), %esi
	callq	mix
	movq	%rax, %r14
	movq	%rbx, %rsp
	movl	$3, %esi
	movl	$4, %edx
	movl	$5, %ecx
	movl	$6, %r8d
	movl	$77, %r9d
	movl	$5, %edi
	xorl	%eax, %eax
	callq	sum_of
	addq	%r14, %rax
	leaq	-16(%rbp), %rsp
	popq	%rbx
	popq	%r14
	popq	%rbp
	.cfi_def_cfa %rsp, 8
	retq
.LBB14_2:
	.cfi_def_cfa %rbp, 16
	xorl	%edi, %edi
	callq	finish
.Lfunc_end14:
	.size	with_aligned_alloca, .Lfunc_end14-with_aligned_alloca
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function with_nested
	.type	with_nested,@function
with_nested:                            # @with_nested
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset %rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register %rbp
	pushq	%r15
	pushq	%r14
	pushq	%r12
	pushq	%rbx
	andq	$-64, %rsp
	subq	$192, %rsp
	.cfi_offset %rbx, -48
	.cfi_offset %r12, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	movq	$0, 56(%rsp)
	movq	$0, 48(%rsp)
	movq	$0, 40(%rsp)
	movq	$0, 32(%rsp)
	movq	$0, 24(%rsp)
	movq	$0, 16(%rsp)
	movq	$0, 8(%rsp)
	movq	%rdi, (%rsp)
	movq	%rsp, %rbx
	movq	%rbx, %rax
	#APP
	#NO_APP
	testb	$63, %al
	jne	.LBB15_3
# %bb.1:
	movq	%rdi, %r14
	movq	%rsp, %r12
	leaq	112(%rsp), %r15
	movq	%r15, %rdi
	#APP
	#NO_APP
	movl	$24, %edx
	movl	$24, %esi
	callq	memset
	movq	(%rsp), %rdi
	movzbl	124(%rsp), %esi
	movq	%r12, %rsp
	movq	$0, 56(%rsp)
	movq	$0, 48(%rsp)
	movq	$0, 40(%rsp)
	movq	$0, 32(%rsp)
	movq	$0, 24(%rsp)
	movq	$0, 16(%rsp)
	movq	$0, 8(%rsp)
	movq	%r14, (%rsp)
	#APP
	#NO_APP
	testb	$63, %bl
	jne	.LBB15_3
# %bb.2:
	callq	mix
	movq	%rax, %r14
	#APP
	#NO_APP
	movl	$7, %edx
	movq	%r15, %rdi
	movl	$7, %esi
	callq	memset
	movq	(%rsp), %rdi
	movzbl	115(%rsp), %esi
	callq	mix
	addq	%r14, %rax
	leaq	-32(%rbp), %rsp
	popq	%rbx
	popq	%r12
	popq	%r14
	popq	%r15
	popq	%rbp
	.cfi_def_cfa %rsp, 8
	retq
.LBB15_3:
	.cfi_def_cfa %rbp, 16
	xorl	%edi, %edi
	callq	finish
.Lfunc_end15:
	.size	with_nested, .Lfunc_end15-with_nested
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function structures
	.type	structures,@function
structures:                             # @structures
	.cfi_startproc
# %bb.0:
	pushq	%r14
	.cfi_def_cfa_offset 16
	pushq	%rbx
	.cfi_def_cfa_offset 24
	subq	$288, %rsp                      # imm = 0x120
	.cfi_def_cfa_offset 312
	.cfi_offset %rbx, -24
	.cfi_offset %r14, -16
	movq	$1, 72(%rsp)
	movq	$2, 80(%rsp)
	movq	$3, 88(%rsp)
	movq	$4, 96(%rsp)
	movq	$5, 104(%rsp)
	movq	$6, 112(%rsp)
	movq	$7, 120(%rsp)
	movq	$8, 128(%rsp)
	movq	$4, 136(%rsp)
	leaq	72(%rsp), %r14
	movl	$9, %ecx
	movq	%rsp, %rdi
	movq	%r14, %rsi
	rep;movsq (%rsi), %es:(%rdi)
	leaq	216(%rsp), %rbx
	movl	$3, %esi
	movq	%rbx, %rdi
	callq	scaled
	movl	$9, %ecx
	movq	%rsp, %rdi
	movq	%rbx, %rsi
	rep;movsq (%rsi), %es:(%rdi)
	movl	$4, %esi
	movq	%r14, %rdi
	callq	scaled
	leaq	144(%rsp), %rdi
	#APP
	#NO_APP
	movl	$72, %edx
	movq	%r14, %rsi
	callq	memcpy
	movq	144(%rsp), %rdi
	movq	208(%rsp), %rsi
	callq	mix
	addq	$288, %rsp                      # imm = 0x120
	.cfi_def_cfa_offset 24
	popq	%rbx
	.cfi_def_cfa_offset 16
	popq	%r14
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end16:
	.size	structures, .Lfunc_end16-structures
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function many_arguments
	.type	many_arguments,@function
many_arguments:                         # @many_arguments
	.cfi_startproc
# %bb.0:
	pushq	%r14
	.cfi_def_cfa_offset 16
	pushq	%rbx
	.cfi_def_cfa_offset 24
	.cfi_offset %rbx, -24
	.cfi_offset %r14, -16
	movl	$11, %edi
	movl	$1, %esi
	movl	$2, %edx
	movl	$3, %ecx
	movl	$4, %r8d
	movl	$5, %r9d
	pushq	$99
	.cfi_adjust_cfa_offset 8
	pushq	$19
	.cfi_adjust_cfa_offset 8
	pushq	$18
	.cfi_adjust_cfa_offset 8
	pushq	$17
	.cfi_adjust_cfa_offset 8
	callq	ten
	addq	$32, %rsp
	.cfi_adjust_cfa_offset -32
	movq	%rax, %r14
	movq	%rax, %rbx
	xorq	$1, %rbx
	movl	$11, %edi
	movl	$11, %esi
	movl	$11, %edx
	movl	$11, %ecx
	movl	$11, %r8d
	movl	$11, %r9d
	pushq	$4
	.cfi_adjust_cfa_offset 8
	pushq	$3
	.cfi_adjust_cfa_offset 8
	pushq	$2
	.cfi_adjust_cfa_offset 8
	pushq	$1
	.cfi_adjust_cfa_offset 8
	callq	ten
	addq	$32, %rsp
	.cfi_adjust_cfa_offset -32
	movl	$9, %edi
	movl	$8, %esi
	movl	$7, %edx
	movl	$5, %r8d
	movl	$4, %r9d
	movq	%r14, %rcx
	pushq	%rax
	.cfi_adjust_cfa_offset 8
	pushq	%rbx
	.cfi_adjust_cfa_offset 8
	pushq	$11
	.cfi_adjust_cfa_offset 8
	pushq	$3
	.cfi_adjust_cfa_offset 8
	callq	ten
	addq	$32, %rsp
	.cfi_adjust_cfa_offset -32
	popq	%rbx
	.cfi_def_cfa_offset 16
	popq	%r14
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end17:
	.size	many_arguments, .Lfunc_end17-many_arguments
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function large_frame
	.type	large_frame,@function
large_frame:                            # @large_frame
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset %rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register %rbp
	pushq	%r15
	pushq	%r14
	pushq	%r12
	pushq	%rbx
	andq	$-16, %rsp
	subq	$2048, %rsp                     # imm = 0x800
	.cfi_offset %rbx, -48
	.cfi_offset %r12, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	movq	%rdi, %r14
	movl	%esi, %r12d
	testl	%esi, %esi
	je	.LBB18_6
# %bb.1:
	movl	%esi, %r15d
	xorl	%ebx, %ebx
	.p2align	4, 0x90
.LBB18_2:                               # =>This Inner Loop Header: Depth=1
	movq	%rbx, %rdi
	movq	%r12, %rsi
	callq	mix
	shrq	$40, %rax
	movq	%rax, (%rsp,%rbx,8)
	addq	$1, %rbx
	cmpq	%rbx, %r12
	jne	.LBB18_2
# %bb.3:
	movq	%rsp, %rdi
	movq	%r12, %rsi
	movq	%r14, %rdx
	callq	sort
	testl	%r15d, %r15d
	je	.LBB18_7
# %bb.4:
	xorl	%ebx, %ebx
	xorl	%eax, %eax
	.p2align	4, 0x90
.LBB18_5:                               # =>This Inner Loop Header: Depth=1
	movq	(%rsp,%rbx,8), %rsi
	movq	%rax, %rdi
	callq	mix
	addq	$1, %rbx
	cmpq	%rbx, %r12
	jne	.LBB18_5
	jmp	.LBB18_8
.LBB18_6:
	movq	%rsp, %rdi
	movq	%r12, %rsi
	movq	%r14, %rdx
	callq	sort
.LBB18_7:
	xorl	%eax, %eax
.LBB18_8:
	leaq	-32(%rbp), %rsp
	popq	%rbx
	popq	%r12
	popq	%r14
	popq	%r15
	popq	%rbp
	.cfi_def_cfa %rsp, 8
	retq
.Lfunc_end18:
	.size	large_frame, .Lfunc_end18-large_frame
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function ascending
	.type	ascending,@function
ascending:                              # @ascending
	.cfi_startproc
# %bb.0:
	movq	(%rdi), %rcx
	xorl	%eax, %eax
	cmpq	(%rsi), %rcx
	seta	%al
	sbbl	$0, %eax
	retq
.Lfunc_end19:
	.size	ascending, .Lfunc_end19-ascending
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function by_low_byte
	.type	by_low_byte,@function
by_low_byte:                            # @by_low_byte
	.cfi_startproc
# %bb.0:
	movzbl	(%rsi), %eax
	movzbl	(%rdi), %ecx
	subl	%ecx, %eax
	retq
.Lfunc_end20:
	.size	by_low_byte, .Lfunc_end20-by_low_byte
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function binary
	.type	binary,@function
binary:                                 # @binary
	.cfi_startproc
# %bb.0:
	pushq	%r15
	.cfi_def_cfa_offset 16
	pushq	%r14
	.cfi_def_cfa_offset 24
	pushq	%rbx
	.cfi_def_cfa_offset 32
	.cfi_offset %rbx, -32
	.cfi_offset %r14, -24
	.cfi_offset %r15, -16
	movq	%rsi, %r14
	testl	%edi, %edi
	je	.LBB21_1
# %bb.3:
	movl	%edi, %ebx
	xorl	%r15d, %r15d
	.p2align	4, 0x90
.LBB21_4:                               # =>This Inner Loop Header: Depth=1
	leal	-1(%rbx), %edi
	leaq	(%r14,%r14), %rsi
	callq	binary
	movl	%ebx, %ecx
	shrl	%ecx
	addq	%r14, %r14
	addq	$1, %r14
	xorq	%rax, %r15
	cmpl	$2, %ebx
	movl	%ecx, %ebx
	jae	.LBB21_4
	jmp	.LBB21_2
.LBB21_1:
	xorl	%r15d, %r15d
.LBB21_2:
	movq	%r14, %rdi
	xorl	%esi, %esi
	callq	mix
	xorq	%r15, %rax
	popq	%rbx
	.cfi_def_cfa_offset 24
	popq	%r14
	.cfi_def_cfa_offset 16
	popq	%r15
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end21:
	.size	binary, .Lfunc_end21-binary
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function even
	.type	even,@function
even:                                   # @even
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	.cfi_offset %rbp, -16
	movq	%rsp, %rbp
	.cfi_def_cfa_register %rbp
	pushq	%r15
	pushq	%r14
	pushq	%rbx
	andq	$-16, %rsp
	subq	$32, %rsp
	.cfi_offset %rbx, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	movq	%rsi, %rax
	movq	%rsi, (%rsp)
	movl	%edi, %r14d
	movq	%r14, 8(%rsp)
	movq	$1, 16(%rsp)
	testl	%edi, %edi
	je	.LBB22_2
# %bb.1:
	movl	%edi, %ebx
	movq	%rsp, %rcx
	#APP
	#NO_APP
	leal	-1(%rbx), %r15d
	movq	%rax, %rdi
	movq	%r14, %rsi
	callq	mix
	movl	%r15d, %edi
	movq	%rax, %rsi
	callq	odd
	movl	$2863311531, %ecx               # imm = 0xAAAAAAAB
	imulq	%r14, %rcx
	shrq	$33, %rcx
	leal	(%rcx,%rcx,2), %ecx
	subl	%ecx, %ebx
	addq	(%rsp,%rbx,8), %rax
.LBB22_2:
	leaq	-24(%rbp), %rsp
	popq	%rbx
	popq	%r14
	popq	%r15
	popq	%rbp
	.cfi_def_cfa %rsp, 8
	retq
.Lfunc_end22:
	.size	even, .Lfunc_end22-even
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function scaled
	.type	scaled,@function
scaled:                                 # @scaled
	.cfi_startproc
# %bb.0:
	movq	%rdi, %rax
	movq	8(%rsp), %rcx
	imulq	%rsi, %rcx
	movq	%rcx, 8(%rsp)
	leaq	1(%rsi), %rcx
	imulq	16(%rsp), %rcx
	movq	%rcx, 16(%rsp)
	leaq	2(%rsi), %rcx
	imulq	24(%rsp), %rcx
	movq	%rcx, 24(%rsp)
	leaq	3(%rsi), %rcx
	imulq	32(%rsp), %rcx
	movq	%rcx, 32(%rsp)
	leaq	4(%rsi), %rcx
	imulq	40(%rsp), %rcx
	movq	%rcx, 40(%rsp)
	leaq	5(%rsi), %rcx
	imulq	48(%rsp), %rcx
	movq	%rcx, 48(%rsp)
	leaq	6(%rsi), %rcx
	imulq	56(%rsp), %rcx
	movq	%rcx, 56(%rsp)
	leaq	7(%rsi), %rcx
	imulq	64(%rsp), %rcx
	movq	%rcx, 64(%rsp)
	addq	$8, %rsi
	imulq	72(%rsp), %rsi
	movq	%rsi, 72(%rsp)
	leaq	8(%rsp), %rsi
	movl	$9, %ecx
	rep;movsq (%rsi), %es:(%rdi)
	retq
.Lfunc_end23:
	.size	scaled, .Lfunc_end23-scaled
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function ten
	.type	ten,@function
ten:                                    # @ten
	.cfi_startproc
# %bb.0:
	pushq	%r14
	.cfi_def_cfa_offset 16
	pushq	%rbx
	.cfi_def_cfa_offset 24
	.cfi_offset %rbx, -24
	.cfi_offset %r14, -16
	movq	%r9, %r14
	movq	32(%rsp), %rbx
	imulq	%rdx, %rsi
	addq	%rsi, %rdi
	xorq	%r8, %rcx
	movq	%rcx, %rsi
	callq	mix
	addq	24(%rsp), %r14
	subq	40(%rsp), %rbx
	imulq	%r14, %rbx
	movq	%rax, %rdi
	movq	%rbx, %rsi
	callq	mix
	addq	48(%rsp), %rax
	popq	%rbx
	.cfi_def_cfa_offset 16
	popq	%r14
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end24:
	.size	ten, .Lfunc_end24-ten
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function sort
	.type	sort,@function
sort:                                   # @sort
	.cfi_startproc
# %bb.0:
	pushq	%rbp
	.cfi_def_cfa_offset 16
	pushq	%r15
	.cfi_def_cfa_offset 24
	pushq	%r14
	.cfi_def_cfa_offset 32
	pushq	%r13
	.cfi_def_cfa_offset 40
	pushq	%r12
	.cfi_def_cfa_offset 48
	pushq	%rbx
	.cfi_def_cfa_offset 56
	subq	$16, %rsp
	.cfi_def_cfa_offset 72
	.cfi_offset %rbx, -56
	.cfi_offset %r12, -48
	.cfi_offset %r13, -40
	.cfi_offset %r14, -32
	.cfi_offset %r15, -24
	.cfi_offset %rbp, -16
	movq	%rsi, (%rsp)                    # 8-byte Spill
	cmpq	$2, %rsi
	jb	.LBB25_5
# %bb.1:
	movq	%rdx, %r12
	movq	%rdi, %rbx
	addq	$8, %rbx
	movl	$1, %ebp
	movq	$-1, %r15
	jmp	.LBB25_2
	.p2align	4, 0x90
.LBB25_4:                               #   in Loop: Header=BB25_2 Depth=1
	addq	$1, %rbp
	movq	8(%rsp), %rbx                   # 8-byte Reload
	addq	$8, %rbx
	addq	$-1, %r15
	cmpq	(%rsp), %rbp                    # 8-byte Folded Reload
	je	.LBB25_5
.LBB25_2:                               # =>This Loop Header: Depth=1
                                        #     Child Loop BB25_3 Depth 2
	movq	%r15, %r14
	movq	%rbx, 8(%rsp)                   # 8-byte Spill
	.p2align	4, 0x90
.LBB25_3:                               #   Parent Loop BB25_2 Depth=1
                                        # =>  This Inner Loop Header: Depth=2
	leaq	-8(%rbx), %r13
	movq	%r13, %rdi
	movq	%rbx, %rsi
	callq	*%r12
	testl	%eax, %eax
	jle	.LBB25_4
# %bb.6:                                #   in Loop: Header=BB25_3 Depth=2
	movq	-8(%rbx), %rax
	movq	(%rbx), %rcx
	movq	%rax, (%rbx)
	movq	%rcx, -8(%rbx)
	movq	%r13, %rbx
	incq	%r14
	jne	.LBB25_3
	jmp	.LBB25_4
.LBB25_5:
	addq	$16, %rsp
	.cfi_def_cfa_offset 56
	popq	%rbx
	.cfi_def_cfa_offset 48
	popq	%r12
	.cfi_def_cfa_offset 40
	popq	%r13
	.cfi_def_cfa_offset 32
	popq	%r14
	.cfi_def_cfa_offset 24
	popq	%r15
	.cfi_def_cfa_offset 16
	popq	%rbp
	.cfi_def_cfa_offset 8
	retq
.Lfunc_end25:
	.size	sort, .Lfunc_end25-sort
	.cfi_endproc
                                        # -- End function
	.p2align	4, 0x90                         # -- Begin function odd
	.type	odd,@function
odd:                                    # @odd
	.cfi_startproc
# %bb.0:
	movl	%edi, %eax
	addl	$-1, %edi
	xorq	%rax, %rsi
	callq	even
	leaq	(%rax,%rax,2), %rax
	retq
.Lfunc_end26:
	.size	odd, .Lfunc_end26-odd
	.cfi_endproc
                                        # -- End function
	.type	.L.str,@object                  # @.str
	.section	.rodata.str1.1,"aMS",@progbits,1
.L.str:
	.asciz	"finish"
	.size	.L.str, 7

	.type	tail_target,@object             # @tail_target
	.data
	.p2align	3
tail_target:
	.quad	tail_first
	.size	tail_target, 8

	.type	eight,@object                   # @eight
	.p2align	2
eight:
	.long	8                               # 0x8
	.size	eight, 4

	.type	.L.str.1,@object                # @.str.1
	.section	.rodata.str1.1,"aMS",@progbits,1
.L.str.1:
	.asciz	"12+34a5t+!"
	.size	.L.str.1, 11

	.type	.L.str.2,@object                # @.str.2
.L.str.2:
	.asciz	"2?1"
	.size	.L.str.2, 4

	.type	.L.str.3,@object                # @.str.3
.L.str.3:
	.asciz	"34"
	.size	.L.str.3, 3

	.type	.L.str.4,@object                # @.str.4
.L.str.4:
	.asciz	"7?9a"
	.size	.L.str.4, 5

	.ident	"Debian clang version 14.0.6"
	.section	".note.GNU-stack","",@progbits
