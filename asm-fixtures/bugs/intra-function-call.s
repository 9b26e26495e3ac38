# harness: what call to the next instruction, to learn where the code is: it pushes, and nothing returns
# harness: reference 8aa8eb2a8f5b "objtool: Add support for intra-function calls" (5.8)
# harness: symptom derived: the word above the pushed address is taken for the return address
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=quirk:intra-function-call wrong=popped,popped+1,popped+5,dropped,dropped+4,dropped+8,dropped+11,dropped+12

# Three ways to get rid of the pushed address: popped, dropped, and used by a ret.

	.include "function.inc"
	.include "hints.inc"
	.include "special.inc"

	.text
FUNCTION where_popped
	subq	$8, %rsp
	ANNOTATE_INTRA_FUNCTION_CALL
	call	popped
popped:
	popq	%rax
	addq	$8, %rsp
	ret
END_FUNCTION where_popped

FUNCTION where_dropped
	pushq	%rbx
	ANNOTATE_INTRA_FUNCTION_CALL
	call	dropped
dropped:
	movq	(%rsp), %rbx
	addq	$8, %rsp
	movq	%rbx, %rax
	popq	%rbx
	ret
END_FUNCTION where_dropped

FUNCTION main
	pushq	%rbx
	call	where_popped
	leaq	popped(%rip), %rbx
	subq	%rax, %rbx
	call	where_dropped
	leaq	dropped(%rip), %rcx
	subq	%rax, %rcx
	leaq	42(%rbx,%rcx), %rax
	popq	%rbx
	ret
END_FUNCTION main
