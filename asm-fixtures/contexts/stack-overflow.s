# harness: what a frame that reaches below the stack: the stack pointer is in the guard page, the frames above are intact
# harness: reference d3a09104018c "x86/unwinder/orc: Dont bail on stack overflow" (4.15)
# harness: symptom no call trace at all for a kernel stack overflow
# harness: entry=main interrupts=none result=0x1 callers=unreliable nmi=in_guard_page
# harness: expect=quirk:guard-page-sp wrong=deep+0x7,deep+0xc

# d3a09104018c. The NMI has a stack of its own, and what it interrupts has none that it could use.

	.include "function.inc"

	.text
FUNCTION deep
	subq	$0x4080, %rsp
in_guard_page:
	movl	$1, %eax
	addq	$0x4080, %rsp
	ret
END_FUNCTION deep

FUNCTION main
	pushq	%rbp
	movq	%rsp, %rbp
	call	deep
	popq	%rbp
	ret
END_FUNCTION main
