# harness: what nops that boot code may replace, in an exception's entry code: each of them needs a row
# harness: reference 7117f16bf460 "objtool: Fix ORC vs alternatives" (5.8)
# harness: symptom rows of general_protection: 0xf40 iret, 0xf41 undefined, 0xf43 iret: traces from #GP entry stop
# harness: entry=main interrupts=nested result=0x2a irq=irq_here
# harness: expect=quirk:alternative-nop-hole wrong=second_nop,second_nop+1

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"
	.include "special.inc"

	.text
CODE vector_irq
	UNWIND_HINT_IRET_REGS
	ALTERNATIVE_BEGIN
	nop
second_nop:
	nop
	nop
	ALTERNATIVE_ELSE
	clac
	ALTERNATIVE_END
	pushq	$-1
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	call	leaf
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_irq

FUNCTION leaf
	leaq	41(%rdi), %rax
	ret
END_FUNCTION leaf

FUNCTION main
	subq	$8, %rsp
	movl	$1, %edi
irq_here:
	call	leaf
	addq	$8, %rsp
	ret
END_FUNCTION main
