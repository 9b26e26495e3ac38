# harness: what iret to the instruction behind it, to serialise the processor: it takes off what was pushed, like a jump
# harness: reference b746046238bb "objtool: Better handle IRET" (5.8)
# harness: symptom derived: behind the iret nothing is known
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=quirk:iret-inside-function wrong=behind,behind+4

	.include "function.inc"

	.text
FUNCTION sync_core
	movl	%ss, %eax
	pushq	%rax
	pushq	%rsp
	addq	$8, (%rsp)
	pushfq
	movl	%cs, %eax
	pushq	%rax
	leaq	behind(%rip), %rax
	pushq	%rax
	iretq
behind:
	leaq	41(%rdi), %rax
	ret
END_FUNCTION sync_core

FUNCTION main
	subq	$8, %rsp
	movl	$1, %edi
	call	sync_core
	addq	$8, %rsp
	ret
END_FUNCTION main
