# harness: what returns by way of a thunk (rethunk): a jump to a function whose only work is to return for the one that jumped
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=pass

# The site is recorded where the kernel may patch it back to a ret. Behind the jump an int3 keeps the processor from
# running on; nothing comes there.

	.include "function.inc"
	.include "hints.inc"

	.macro RETURN
.Lreturn_site_\@:
	jmp	__x86_return_thunk
	.pushsection .return_sites, "a"
	.long	.Lreturn_site_\@ - .
	.popsection
	int3
	.endm

	.section .text..__x86.return_thunk, "ax"
CODE __x86_return_thunk
	UNWIND_HINT_FUNC
	ret
	int3
END_CODE __x86_return_thunk

	.text
FUNCTION leaf
	leaq	(%rdi,%rdi), %rax
	RETURN
END_FUNCTION leaf

FUNCTION framed
	pushq	%rbx
	leaq	1(%rdi), %rbx
	movq	%rbx, %rdi
	call	leaf
	popq	%rbx
	RETURN
END_FUNCTION framed

FUNCTION main
	pushq	%rbp
	movq	%rsp, %rbp
	movl	$20, %edi
	call	framed
	popq	%rbp
	RETURN
END_FUNCTION main
