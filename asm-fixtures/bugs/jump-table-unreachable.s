# harness: what interpreter whose operations are reached through a table of offsets alone
# harness: reference e55a73251da3 "bpf: Fix ORC unwinding in non-JIT BPF code" (5.3)
# harness: symptom traces through ___bpf_prog_run stop: the function was ignored, so it had no rows
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=quirk:jump-table-unreachable wrong=op0,op0+1,op1,op1+4,op1+9,op1+13

# Beside the table of offsets lies a table of pointers to data, which is none.

	.include "function.inc"

	.text
FUNCTION interpreter
	pushq	%rbx
	leaq	operations(%rip), %rbx
	movslq	(%rbx,%rdi,4), %rax
	addq	%rbx, %rax
	jmp	*%rax
op0:
	popq	%rbx
	ret
op1:
	subq	$16, %rsp
	call	leaf
	addq	$16, %rsp
	jmp	op0
END_FUNCTION interpreter

FUNCTION leaf
	movq	data_pointers(%rip), %rax
	movl	$42, %eax
	ret
END_FUNCTION leaf

FUNCTION main
	subq	$8, %rsp
	xorl	%edi, %edi
	call	interpreter
	movl	$1, %edi
	call	interpreter
	movl	$42, %eax
	addq	$8, %rsp
	ret
END_FUNCTION main

	.section .rodata
	.balign	8
data_pointers:
	.quad	first_string, second_string
operations:
	.long	op0 - operations, op1 - operations
first_string:
	.asciz	"first"
second_string:
	.asciz	"second"
