# harness: what way back from another stack by pop %rsp, which is no pop like any other
# harness: reference aafeb14e9da2 "objtool: Support stack-swizzle", 23e34c598808 (5.12)
# harness: symptom do_softirq()+0xdb: return with modified stack frame
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=quirk:stack-swizzle-pop-rsp wrong=back,back+1,back+2,back+4

	.include "function.inc"

	.text
FUNCTION on_other_stack
	pushq	%r12
	movq	other_top(%rip), %rax
	movq	%rsp, (%rax)
	movq	%rax, %rsp
	call	handler
	popq	%rsp
back:
	pushq	%rbx
	popq	%rbx
	popq	%r12
	ret
END_FUNCTION on_other_stack

FUNCTION handler
	pushq	%rbx
	movl	$42, %ebx
	movl	%ebx, %eax
	popq	%rbx
	ret
END_FUNCTION handler

FUNCTION main
	subq	$8, %rsp
	call	on_other_stack
	addq	$8, %rsp
	ret
END_FUNCTION main

	.data
	.balign	8
other_top:
	.quad	__entry_stack_top - 8
