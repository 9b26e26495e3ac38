# harness: what room before a function that patching fills with code, and through which callers come then
# harness: reference 5743654f5e2e "objtool: Generate ORC data for __pfx code" (6.5)
# harness: symptom derived: "the null ORC entry just caused affected unwinds to end early" (020126239b8f)
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=quirk:prefix-padding-without-rows wrong=__pfx_target,__pfx_target+11

	.include "function.inc"

	.text
	.p2align 4, 0x90
	.globl	__pfx_target
	.type	__pfx_target, @function
__pfx_target:
	.nops	16, 11
END_FUNCTION __pfx_target

	.globl	target
	.type	target, @function
target:
	subq	$8, %rsp
	call	leaf
	addq	$8, %rsp
	ret
END_FUNCTION target

FUNCTION leaf
	movl	$42, %eax
	ret
END_FUNCTION leaf

FUNCTION main
	subq	$8, %rsp
	leaq	__pfx_target(%rip), %rax
	call	*%rax
	addq	$8, %rsp
	ret
END_FUNCTION main
