# harness: what frames of 4096 bytes and more without a frame pointer: the CFA offset is large and moves in large steps
# harness: entry=main interrupts=nested stack=task result=0x3003
# harness: expect=pass

# sp+4104 and more needs more than a byte in the row. The frame is written at both ends: its far end is next to the
# return address and its near end is where an interrupt frame begins.

	.include "function.inc"

	.text
FUNCTION page
	subq	$4096, %rsp
	movq	%rdi, (%rsp)
	movq	$1, 4088(%rsp)
	movq	(%rsp), %rax
	addq	4088(%rsp), %rax
	addq	$4096, %rsp
	ret
END_FUNCTION page

FUNCTION page_and_registers
	pushq	%rbp
	pushq	%rbx
	subq	$4128, %rsp
	movl	$4096, %ebx
	leaq	1(%rbx), %rbp
	movq	%rbp, 4120(%rsp)
	call	page
	addq	%rbx, %rax
	addq	4120(%rsp), %rax
	addq	$4128, %rsp
	popq	%rbx
	popq	%rbp
	ret
END_FUNCTION page_and_registers

FUNCTION main
	movl	$4097, %edi
	call	page_and_registers
	ret
END_FUNCTION main
