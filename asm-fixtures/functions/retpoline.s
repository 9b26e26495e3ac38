# harness: what retpolines: a call that never returns, and a return that is a jump; calls to thunks are indirect calls
# harness: entry=main interrupts=nested result=0x2c
# harness: expect=pass
# harness: unexecuted __x86_indirect_thunk_rax+0x5..0xa only speculation comes here

# The thunk overwrites its own return address with the target and returns there. From the second instruction on the
# true caller's address is not on top of the stack but one above, until the ret has taken the target off.

	.include "function.inc"
	.include "hints.inc"
	.include "special.inc"

	.section .text..__x86.indirect_thunk, "ax"
CODE __x86_indirect_thunk_rax
	UNWIND_HINT_FUNC
	ANNOTATE_INTRA_FUNCTION_CALL
	call	.Ldo_jump
.Lspeculation:
	UNWIND_HINT_EMPTY
	pause
	lfence
	jmp	.Lspeculation
.Ldo_jump:
	movq	%rax, (%rsp)
	UNWIND_HINT cfa_offset=16
	ret
END_CODE __x86_indirect_thunk_rax

	.text

FUNCTION calls
	pushq	%rbp
	movq	%rsp, %rbp
	leaq	target(%rip), %rax
	call	__x86_indirect_thunk_rax
	popq	%rbp
	ret
END_FUNCTION calls

FUNCTION tail_calls
	pushq	%rbx
	leaq	1(%rdi), %rdi
	popq	%rbx
	leaq	target(%rip), %rax
	jmp	__x86_indirect_thunk_rax
END_FUNCTION tail_calls

FUNCTION target
	leaq	(%rdi,%rdi), %rax
	ret
END_FUNCTION target

FUNCTION main
	pushq	%rbx
	movl	$11, %edi
	call	calls
	movq	%rax, %rbx
	movl	$10, %edi
	call	tail_calls
	addq	%rbx, %rax
	popq	%rbx
	ret
END_FUNCTION main
