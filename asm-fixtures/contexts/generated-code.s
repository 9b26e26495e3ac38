# harness: what generated code with a frame pointer and no rows: its caller is guessed, and nobody may rely on it
# harness: reference ae6a45a08689 "x86/unwind/orc: Fall back to using frame pointers for generated code" (5.2)
# harness: symptom traces from BPF programs end at the generated function
# harness: entry=main interrupts=none result=0x21 callers=unreliable
# harness: expect=quirk:no-row-for-generated-code wrong=generated+0x0,generated+0x4,generated+0x9,generated+0xb,generated+0xf
# harness: survives calls_generated+0x4 cfa-reg rsp is rbp here; of generated code nothing is proved
# harness: survives calls_generated+0x4 deleted rsp is rbp here; of generated code nothing is proved

# ae6a45a08689: with rbp set up the guess is right. Where it is not yet, or no more, it leaves out a caller; so the code
# here begins behind that and ends before.

	.include "function.inc"
	.include "hints.inc"

	.text
FUNCTION leaf
	pushq	%rbx
	movl	$0x20, %eax
	popq	%rbx
	ret
END_FUNCTION leaf

# Makes the record that the generated code would, and undoes it.
CODE calls_generated
	UNWIND_HINT_FUNC
	pushq	%rbp
	movq	%rsp, %rbp
	jmp	generated
leave_generated:
	popq	%rbp
	ret
END_CODE calls_generated
	UNWIND_HINT_FUNC

FUNCTION main
	subq	$8, %rsp
	call	calls_generated
	addq	$8, %rsp
	ret
END_FUNCTION main

	.section .generated.text, "ax"
	.globl	generated
generated:
	subq	$32, %rsp
	call	leaf
in_generated:
	incl	%eax
	addq	$32, %rsp
	jmp	leave_generated
	.size	generated, . - generated
