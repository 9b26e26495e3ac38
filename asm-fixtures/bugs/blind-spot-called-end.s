# harness: what hook that a traced function leaves by: nobody knows its caller, and that is not the end of the stack
# harness: reference d31a580266ee "x86/unwind/orc: Detect the end of the stack" (4.18), fb799447ae29 "x86,objtool: Split UNWIND_HINT_EMPTY in two" (6.4)
# harness: symptom derived: livepatch takes the trace for complete, and believes that a function is not on the stack
# harness: entry=main interrupts=nested result=0x2a blind=return_hook+0x0..0x11
# harness: expect=quirk:blind-spot-called-end wrong=back

# One undefined row for "here it ends" and for "nothing is known here". Asked of the handler that the hook calls.

	.include "function.inc"
	.include "hints.inc"

	.text
CODE return_hook
	UNWIND_HINT_EMPTY
	subq	$16, %rsp
	movq	%rax, (%rsp)
	call	hook_handler
back:
	movq	(%rsp), %rax
	addq	$16, %rsp
	UNWIND_HINT_FUNC
	ret
END_CODE return_hook

FUNCTION hook_handler
	incq	returns(%rip)
	ret
END_FUNCTION hook_handler

FUNCTION traced
	movl	$42, %eax
	jmp	return_hook
END_FUNCTION traced

FUNCTION main
	subq	$8, %rsp
	call	traced
	addq	$8, %rsp
	ret
END_FUNCTION main

	.data
	.balign	8
returns:
	.quad	0
