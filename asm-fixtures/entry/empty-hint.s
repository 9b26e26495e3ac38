# harness: what a declared blind spot: code behind a diverted return, whose caller only a side table knows
# harness: entry=main interrupts=nested stack=task result=0x15 blind=return_hook
# harness: expect=pass

# As behind the function graph tracer's replaced return addresses: in return_hook nothing on the stack leads back to
# main. The hint says so, and an unwind must stop there and must not take that for a complete chain.

	.include "function.inc"
	.include "hints.inc"

	.text
CODE return_hook
	UNWIND_HINT_EMPTY
	subq	$16, %rsp
	movq	%rax, (%rsp)
	movq	saved_return(%rip), %rdi
	movq	(%rsp), %rax
	addq	$16, %rsp
	jmp	*%rdi
END_CODE return_hook

FUNCTION hooked
	movl	$20, %eax
	incl	%eax
	ret
END_FUNCTION hooked

FUNCTION main
	subq	$8, %rsp
	leaq	.Lback(%rip), %rax
	movq	%rax, saved_return(%rip)
	call	hooked
	jmp	return_hook
.Lback:
	UNWIND_HINT cfa_offset=16
	addq	$8, %rsp
	ret
END_FUNCTION main

	.data
	.balign	8
saved_return:
	.quad	0
