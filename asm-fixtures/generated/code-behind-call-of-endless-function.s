# harness: what code behind the call of a function that never returns: a compiler that does not look into it leaves some
# harness: expect=diagnostic:unreachable-instruction

# clang 14 -O1 -fno-inline, Csmith's seed 161: nothing is called behind an endless loop, but the caller was compiled as if.

	.include "function.inc"

	.text
FUNCTION main
	subq	$8, %rsp
	testl	%edi, %edi
	je	.Lout
	call	endless
	movl	$1, %eax
.Lout:
	addq	$8, %rsp
	ret
END_FUNCTION main

FUNCTION endless
	jmp	endless
END_FUNCTION endless
