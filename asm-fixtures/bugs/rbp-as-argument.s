# harness: what hypercall that takes an argument in rbp, within a frame that counts from rbp
# harness: reference a9da8247627e "drm/vmwgfx: Add unwind hints around RBP clobber" (6.5)
# harness: symptom vmw_port_hb_in+0x1df: return with modified stack frame
# harness: entry=main interrupts=nested result=0x2a blind=argument_in_rbp
# harness: expect=fault wrong=argument_in_rbp,argument_in_rbp+4,restored,restored+1
# harness: survives hypercall+0x11 cfa-reg rsp is rbp here; behind a blind spot nothing is proved

# Between the two nothing holds the CFA: the honest answer is a declared blind spot, and behind it the old state.

	.include "function.inc"
	.include "hints.inc"

	.text
FUNCTION hypercall
	pushq	%rbp
	movq	%rsp, %rbp
	andq	$-32, %rsp
	pushq	%rbp
	.ifndef FAULT
	UNWIND_HINT_SAVE
	.endif
	movq	%rdi, %rbp
argument_in_rbp:
	.ifndef FAULT
	UNWIND_HINT_EMPTY
	.endif
	leaq	41(%rbp), %rax
	popq	%rbp
	.size	argument_in_rbp, . - argument_in_rbp
restored:
	.ifndef FAULT
	UNWIND_HINT_RESTORE
	.endif
	leave
	ret
END_FUNCTION hypercall

FUNCTION main
	subq	$8, %rsp
	movl	$1, %edi
	call	hypercall
	addq	$8, %rsp
	ret
END_FUNCTION main
