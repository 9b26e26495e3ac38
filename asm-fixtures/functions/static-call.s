# harness: what static calls: through a trampoline as built, direct once patched; a tail call and a call
# harness: entry=main interrupts=nested result=0x1e
# harness: expect=pass

	.include "function.inc"
	.include "special.inc"

	.text
FUNCTION implementation
	leaq	5(%rdi), %rax
	ret
END_FUNCTION implementation

FUNCTION caller
	pushq	%rbx
	movq	%rdi, %rbx
	STATIC_CALL op
	leaq	(%rax,%rbx), %rdi
	popq	%rbx
	STATIC_CALL op insn=jmp
END_FUNCTION caller

FUNCTION main
	subq	$8, %rsp
	movl	$10, %edi
	call	caller
	addq	$8, %rsp
	ret
END_FUNCTION main

	STATIC_CALL_TRAMPOLINE op implementation
