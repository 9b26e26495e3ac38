# harness: what exception entry with error code (#PF): the frame lies one word higher than without, at every instruction
# harness: entry=main interrupts=nested stack=task result=0x2a edits=ip,ax
# harness: expect=pass

# The page fault of a load is repaired by its handler: it supplies the value and goes on behind the load. The word
# that the hardware pushed below its frame becomes orig_ax; a hint that forgets it is wrong by 8.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
CODE vector_page_fault
	UNWIND_HINT_IRET_REGS offset=8
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	movq	PT_ORIG_AX(%rsp), %rsi
	movq	$-1, PT_ORIG_AX(%rsp)
	call	repair_load
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_page_fault

FUNCTION repair_load
	movq	%cr2, %rax
	movq	%rax, PT_AX(%rdi)
	leaq	load_end(%rip), %rax
	movq	%rax, PT_IP(%rdi)
	ret
END_FUNCTION repair_load

# The address is never mapped; the handler makes it the value that was loaded.
FUNCTION load
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rbx
	movl	$0x1000, %ebx
	movq	(%rbx), %rax
load_end:
	popq	%rbx
	popq	%rbp
	ret
END_FUNCTION load

FUNCTION main
	call	load
	subq	$0x1000 - 42, %rax
	ret
END_FUNCTION main
