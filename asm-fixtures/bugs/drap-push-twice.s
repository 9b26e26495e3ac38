# harness: what realigned frame counted from r13, which is saved twice: as the caller's, then as the CFA
# harness: reference bf4d1a837583 "objtool: Track DRAP separately from callee-saved registers" (4.14)
# harness: symptom val_to_string.constprop.7()+0x97: leave instruction with modified stack frame
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=quirk:drap-push-twice wrong=back,back+4,back+6
# harness: survives drap13+0xb..0x23 cfa-reg the stack was aligned already, and the frame lies as one without realignment would
# harness: survives drap13+0x15 cfa-offset the stack was aligned already, and the frame lies as one without realignment would
# harness: survives drap13+0x15..0x22 bp-offset the stack was aligned already, and the frame lies as one without realignment would
# harness: survives outer+0x1 bp-reg its caller keeps nothing below rbp, where the first push of this function lands

# With one place for each register, the load that brings back the CFA is taken for the one that brings back the
# caller's r13.

	.include "function.inc"

	.text
FUNCTION drap13
	pushq	%r13
	leaq	16(%rsp), %r13
	andq	$-32, %rsp
	pushq	-8(%r13)
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%r13
	subq	$8, %rsp
	call	leaf
	movq	-8(%rbp), %r13
	leave
back:
	leaq	-16(%r13), %rsp
	popq	%r13
	ret
END_FUNCTION drap13

FUNCTION leaf
	movl	$42, %eax
	ret
END_FUNCTION leaf

# Its frame is an older one that a stale rbp leads to.
FUNCTION outer
	pushq	%rbp
	movq	%rsp, %rbp
	call	drap13
	popq	%rbp
	ret
END_FUNCTION outer

FUNCTION main
	pushq	%rbp
	movq	%rsp, %rbp
	call	outer
	popq	%rbp
	ret
END_FUNCTION main
