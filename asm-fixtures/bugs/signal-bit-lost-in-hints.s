# harness: what interrupts at a function's first byte and behind a pop: one byte earlier another row holds
# harness: reference 00c8f01c4e84 "objtool: Fix ORC 'signal' propagation" (6.3)
# harness: symptom can't access registers at entry_SYSCALL_64_after_hwframe+0x63/0xcd; stack going in the wrong direction? at __sys_setsockopt
# harness: entry=main interrupts=nested irq=victim irq=popped
# harness: expect=quirk:signal-bit-lost-in-hints wrong=vector_irq,vector_irq+7
# harness: survives victim+0x1 bp-reg its caller keeps nothing below rbp, where the first push of this function lands
# harness: survives middle+0x1 bp-reg its caller keeps nothing below rbp, where the first push of this function lands

# The row that is wrong is the stub's: it says that the ip behind it is a return address. At the first place the row of
# the function before is used then, at the second the row of the pop, which counts from an rbp that is gone.

	.include "function.inc"
	.include "hints.inc"

	.text
CODE vector_irq
	UNWIND_HINT_IRET_REGS
	incq	irqs(%rip)
	iretq
END_CODE vector_irq

FUNCTION before_victim
	subq	$72, %rsp
	addq	$72, %rsp
	ret
END_FUNCTION before_victim

	.globl	victim
	.type	victim, @function
victim:
	pushq	%rbp
	movq	%rsp, %rbp
	popq	%rbp
popped:
	ret
END_FUNCTION victim

FUNCTION middle
	pushq	%rbp
	movq	%rsp, %rbp
	call	victim
	popq	%rbp
	ret
END_FUNCTION middle

FUNCTION main
	pushq	%rbp
	movq	%rsp, %rbp
	call	before_victim
	call	middle
	popq	%rbp
	ret
END_FUNCTION main

	.data
	.balign	8
irqs:
	.quad	0
