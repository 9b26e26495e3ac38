# harness: what trampoline with two ways out, on one of which a target was put under the return address
# harness: reference 0298739b7983 "x86,ftrace: Fix ftrace_regs_caller() unwind" (5.8)
# harness: symptom derived: on the direct way out the target appears as a caller, although it called nobody
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=fault wrong=direct_exit

# One ret cannot have two rows. As repaired each way has its own.

	.include "function.inc"
	.include "hints.inc"

	.text
CODE trampoline
	UNWIND_HINT_FUNC
	pushq	$0
	subq	$64, %rsp
	call	handler
	testq	%rax, %rax
	jz	.Lplain
	movq	%rax, 64(%rsp)
	addq	$64, %rsp
	.ifdef FAULT
	jmp	direct_exit
	.else
direct_exit:
	ret
	.endif
.Lplain:
	UNWIND_HINT_FUNC cfa_offset=80
	addq	$72, %rsp
	.ifdef FAULT
direct_exit:
	UNWIND_HINT_FUNC
	.endif
	ret
END_CODE trampoline

FUNCTION handler
	movq	target_of_call(%rip), %rax
	movq	$0, target_of_call(%rip)
	ret
END_FUNCTION handler

FUNCTION direct
	movl	$42, %eax
	ret
END_FUNCTION direct

FUNCTION traced
	subq	$8, %rsp
	call	trampoline
	call	trampoline
	movl	$42, %eax
	addq	$8, %rsp
	ret
END_FUNCTION traced

FUNCTION main
	subq	$8, %rsp
	call	traced
	addq	$8, %rsp
	ret
END_FUNCTION main

	.data
	.balign	8
target_of_call:
	.quad	direct
