# harness: what general protection (#GP): its error code is a selector or 0, and lies below the frame in either case
# harness: entry=main interrupts=nested stack=task result=0x98 edits=ip,ax
# harness: expect=pass

# Loading a selector that is none pushes the selector, an address that is not canonical pushes 0. The stub is the same, and so
# are its rows.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_general_protection
	UNWIND_HINT_IRET_REGS offset=8
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	movq	PT_ORIG_AX(%rsp), %rsi
	movq	$-1, PT_ORIG_AX(%rsp)
	call	take_error_code
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_general_protection

# The instruction's length is in rcx.
FUNCTION take_error_code
	movq	PT_CX(%rdi), %rax
	addq	%rax, PT_IP(%rdi)
	addq	%rsi, PT_AX(%rdi)
	ret
END_FUNCTION take_error_code

FUNCTION load_selector
	pushq	%rbp
	movq	%rsp, %rbp
	movl	$0x98, %edx
	movl	$2, %ecx
	movl	%edx, %es
	leave
	ret
END_FUNCTION load_selector

FUNCTION load_word
	pushq	%rbx
	movabsq	$0x8000000000000000, %rbx
	movl	$3, %ecx
	movq	(%rbx), %rdx
	popq	%rbx
	ret
END_FUNCTION load_word

FUNCTION main
	subq	$8, %rsp
	xorl	%eax, %eax
	call	load_selector
	call	load_word
	addq	$8, %rsp
	ret
END_FUNCTION main
