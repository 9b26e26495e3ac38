# harness: what blind spot on top of a hundred callers: the chain ends at once, far from its outermost frame
# harness: entry=main interrupts=nested result=0x2a blind=unknown_frame
# harness: expect=pass

	.include "function.inc"
	.include "hints.inc"

	.text
FUNCTION leaf
	movl	$42, %eax
	ret
END_FUNCTION leaf

CODE unknown_frame
	UNWIND_HINT_EMPTY
	pushq	%rbx
	call	leaf
	popq	%rbx
	ret
END_CODE unknown_frame

FUNCTION descend
	pushq	%rbx
	decl	%edi
	jz	.Lbottom
	call	descend
	popq	%rbx
	ret
.Lbottom:
	call	unknown_frame
	popq	%rbx
	ret
END_FUNCTION descend

FUNCTION main
	subq	$8, %rsp
	movl	$100, %edi
	call	descend
	addq	$8, %rsp
	ret
END_FUNCTION main
