# harness: what single steps (#DB) on a stack of their own, each from another place of a function that pushes and calls
# harness: entry=main interrupts=nested stack=task result=0xc
# harness: expect=pass

# With the trap flag set, #DB comes behind every instruction, on the stack that the IST names. Its handler sees another frame each time.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.set TRAP_FLAG, 0x100

	.text
CODE vector_debug
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	call	count_step
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_debug

FUNCTION count_step
	incq	steps(%rip)
	ret
END_FUNCTION count_step

FUNCTION stepped
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rbx
	call	leaf
	popq	%rbx
	popq	%rbp
	ret
END_FUNCTION stepped

FUNCTION leaf
	xorl	%eax, %eax
	ret
END_FUNCTION leaf

# Twelve: from the instruction behind the first popfq up to the second popfq, which still begins with the flag set.
FUNCTION main
	pushq	$TRAP_FLAG | 2
	popfq
	call	stepped
	pushq	$2
	popfq
	movq	steps(%rip), %rax
	ret
END_FUNCTION main

	.data
	.balign	8
steps:
	.quad	0
