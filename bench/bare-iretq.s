# harness: what handlers that only return: what a delivery and its iretq cost without anything in between
# harness: expect=pass

	.include "function.inc"
	.include "hints.inc"

	.text
CODE vector_irq
	UNWIND_HINT_IRET_REGS
	iretq
END_CODE vector_irq

CODE vector_nmi
	UNWIND_HINT_IRET_REGS
	iretq
END_CODE vector_nmi
