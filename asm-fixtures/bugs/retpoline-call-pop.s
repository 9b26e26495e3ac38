# harness: what retpoline: its call never returns, and its ret is a jump to a target that called nobody
# harness: reference b68b9907069a "objtool: Support conditional retpolines" (5.3), and the thunks' own annotations
# harness: symptom derived: the thunk's trap, or the function before the target, appears as a caller
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=quirk:intra-function-call wrong=set_target,jump_to_target
# harness: unexecuted thunk_rax+0x5..0xa only speculation comes here

	.include "function.inc"
	.include "hints.inc"
	.include "special.inc"

	.text
CODE thunk_rax
	UNWIND_HINT_FUNC
	ANNOTATE_INTRA_FUNCTION_CALL
	call	set_target
trap:
	UNWIND_HINT_EMPTY
	pause
	lfence
	jmp	trap
set_target:
	.ifdef FAULT
	UNWIND_HINT_FUNC
	.endif
	movq	%rax, (%rsp)
jump_to_target:
	.ifndef FAULT
	UNWIND_HINT_FUNC cfa_offset=16
	.endif
	ret
END_CODE thunk_rax

FUNCTION before_target
	subq	$72, %rsp
	addq	$72, %rsp
	ret
END_FUNCTION before_target

FUNCTION target
	leaq	41(%rdi), %rax
	ret
END_FUNCTION target

FUNCTION user_of_thunk
	subq	$8, %rsp
	leaq	target(%rip), %rax
	call	thunk_rax
	addq	$8, %rsp
	ret
END_FUNCTION user_of_thunk

FUNCTION main
	subq	$8, %rsp
	call	before_target
	movl	$1, %edi
	call	user_of_thunk
	addq	$8, %rsp
	ret
END_FUNCTION main
