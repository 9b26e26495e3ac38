# harness: what room before functions for patching (__pfx_ symbols) and endbr64, which direct jumps leave out
# harness: entry=main interrupts=none result=0x8
# harness: expect=pass
# harness: unexecuted __pfx_first+0x0..0xf padding until something patches code into it
# harness: unexecuted __pfx_second+0x0..0xf padding until something patches code into it

# The nops before a function have rows of their own, since a tracer may make a call of them. A jump to the instruction
# behind an endbr64 is a tail call like one to the endbr64 itself.

	.include "function.inc"

	.macro PREFIXED name
	.p2align 4, 0x90
	.globl	__pfx_\name
	.type	__pfx_\name, @function
__pfx_\name:
	.nops	16
	.size	__pfx_\name, . - __pfx_\name
	.globl	\name
	.type	\name, @function
\name:
	endbr64
	.endm

	.text
PREFIXED first
	pushq	%rbx
	leaq	3(%rdi), %rdi
	popq	%rbx
	jmp	.Lbehind_endbr
END_FUNCTION first

PREFIXED second
.Lbehind_endbr:
	leaq	(%rdi,%rdi), %rax
	ret
END_FUNCTION second

FUNCTION main
	subq	$8, %rsp
	movl	$1, %edi
	call	first
	addq	$8, %rsp
	ret
END_FUNCTION main
