# harness: what exception entry without error code (#UD): the stub pushes -1 in its place, the handler steps over ud2
# harness: entry=main interrupts=nested stack=task result=0x5 edits=ip,ax
# harness: expect=pass

# The faulting function has no frame pointer and a stack that is not 16-byte aligned when the exception comes, so the
# hardware leaves a gap between it and its frame: the interrupted sp must come from the frame, not from its place.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"
	.include "annotations.inc"

	.text
CODE vector_invalid_opcode
	UNWIND_HINT_IRET_REGS
	pushq	$-1
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	call	skip_ud2
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_invalid_opcode

FUNCTION skip_ud2
	pushq	%rbx
	movq	%rdi, %rbx
	addq	$2, PT_IP(%rbx)
	incq	PT_AX(%rbx)
	popq	%rbx
	ret
END_FUNCTION skip_ud2

# A ud2 ends a function unless an annotation says that its handler goes on behind it.
FUNCTION faulty
	pushq	%rbx
	pushq	%rbp
	movl	$4, %eax
	movl	$0x77, %ebp
	ud2
	ANNOTATE_REACHABLE
	popq	%rbp
	popq	%rbx
	ret
END_FUNCTION faulty

FUNCTION main
	subq	$8, %rsp
	call	faulty
	addq	$8, %rsp
	ret
END_FUNCTION main
