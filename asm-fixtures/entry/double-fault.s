# harness: what a stack overflow: the page fault finds no stack to push on and becomes a double fault on one of its own
# harness: reference d3a09104018c "x86/unwinder/orc: Dont bail on stack overflow" (4.15)
# harness: callers=unreliable entry=main interrupts=none stack=task result=0x2a
# harness: expect=pass
# harness: unexecuted vector_page_fault+0x0 the page fault finds no stack, and what is entered is the double fault
# harness: unexecuted deep+0x9..0xd it calls itself until the stack is full
# harness: unexecuted vector_double_fault+0x20 what is called ends the run
# harness: unexecuted main+0x5 deep never returns

# rsp is at the guard page, all frames above are intact. Interrupts would overflow the stack too, at other places.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_double_fault
	UNWIND_HINT_IRET_REGS offset=8
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	call	on_overflow
	ud2
END_CODE vector_double_fault

CODE vector_page_fault
	UNWIND_HINT_IRET_REGS offset=8
	ud2
END_CODE vector_page_fault

FUNCTION on_overflow
	subq	$8, %rsp
	movl	$42, %eax
	addq	$8, %rsp
	jmp	__harness_exit
END_FUNCTION on_overflow

FUNCTION deep
	subq	$56, %rsp
	call	deep
	addq	$56, %rsp
	ret
END_FUNCTION deep

FUNCTION main
	call	deep
	ret
END_FUNCTION main
