# Runs a generated program on the processor, as a Linux program: calls generated_entry (ld --defsym says what that is) and
# prints what it returns as 16 hexadecimal digits. gs points to where it does in the kernel. After one second of processor
# time SIGXCPU ends it.

	.set	SYS_write, 1
	.set	SYS_exit, 60
	.set	SYS_arch_prctl, 158
	.set	SYS_setrlimit, 160
	.set	ARCH_SET_GS, 0x1001
	.set	RLIMIT_CPU, 0

	.text
	.globl	_start
_start:
	movl	$SYS_setrlimit, %eax
	movl	$RLIMIT_CPU, %edi
	leaq	limit(%rip), %rsi
	syscall
	movl	$SYS_arch_prctl, %eax
	movl	$ARCH_SET_GS, %edi
	leaq	per_cpu(%rip), %rsi
	syscall
	call	generated_entry

# Where code may also end that does not return.
	.globl	__harness_exit
__harness_exit:

	leaq	digits(%rip), %rsi
	movl	$15, %ecx
1:	movl	%eax, %edx
	andl	$15, %edx
	movb	alphabet(%rdx), %dl
	movb	%dl, (%rsi,%rcx)
	shrq	$4, %rax
	decl	%ecx
	jns	1b

	movl	$SYS_write, %eax
	movl	$1, %edi
	movl	$16, %edx
	syscall
	movl	$SYS_exit, %eax
	xorl	%edi, %edi
	syscall

	.section .rodata
alphabet:
	.ascii	"0123456789abcdef"
	.balign	8
limit:
	.quad	1, 2

	.data
	.balign	8
per_cpu:
	.quad	0, 0, 0, 0, 0, 0x5afec0de00b1e55f

	.bss
digits:
	.skip	16
	.section .note.GNU-stack, "", @progbits
