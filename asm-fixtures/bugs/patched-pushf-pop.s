# harness: what call that boot code replaces by pushf and pop: between the two the stack is deeper than the call shows
# harness: reference c9c324dc22aa "objtool: Support stack layout changes in alternatives" (5.12)
# harness: symptom a warning of the unwinder when interrupted between the pushf and the pop of a patched pv_save_fl
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=quirk:patched-pushf-pop wrong=slot+1

# Rows may differ at offsets that are an instruction's first byte in one state of the code only. Rows of the original
# alone are 8 off there: a word of irqsave's own frame is taken for the return address.

	.include "function.inc"
	.include "special.inc"

	.text
FUNCTION save_flags
	movl	$0x202, %eax
	ret
END_FUNCTION save_flags

FUNCTION irqsave
	subq	$8, %rsp
	leaq	stale(%rip), %rcx
	movq	%rcx, (%rsp)
slot:
	ALTERNATIVE_BEGIN
	call	*save_flags_pointer
	ALTERNATIVE_ELSE
	pushfq
	popq	%rax
	nopl	0(%rax,%rax,1)
	ALTERNATIVE_END
	addq	$8, %rsp
	ret
END_FUNCTION irqsave

FUNCTION main
	subq	$8, %rsp
	call	irqsave
stale:
	andl	$0x200, %eax
	shrl	$8, %eax
	addl	$40, %eax
	addq	$8, %rsp
	ret
END_FUNCTION main

	.data
	.balign	8
save_flags_pointer:
	.quad	save_flags
