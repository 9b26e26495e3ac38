# harness: what stack switch that keeps the old stack pointer, not the CFA, in the new stack's top word
# harness: reference 87ccc826bf1c "x86/unwind/orc: Change REG_SP_INDIRECT", aafeb14e9da2 "objtool: Support stack-swizzle" (5.12)
# harness: symptom derived: the word below the old stack pointer is taken for the return address
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=quirk:indirect-base-order wrong=switched,back
# harness: survives on_other_stack+0xe..0x11 bp-reg rbp still is the caller's; behind a change of stacks nothing is proved

# The CFA is the word that sp points to, plus 16; it was read as the word at sp+16.

	.include "function.inc"

	.text
FUNCTION on_other_stack
	pushq	%rbp
	movq	other_top(%rip), %r11
	movq	%rsp, (%r11)
	movq	%r11, %rsp
switched:
	call	*%rdi
back:
	popq	%rsp
	popq	%rbp
	ret
END_FUNCTION on_other_stack

FUNCTION callee
	pushq	%rbx
	movl	$42, %eax
	popq	%rbx
	ret
END_FUNCTION callee

FUNCTION main
	subq	$8, %rsp
	leaq	callee(%rip), %rdi
	call	on_other_stack
	addq	$8, %rsp
	ret
END_FUNCTION main

	.data
	.balign	8
other_top:
	.quad	__entry_stack_top - 8
