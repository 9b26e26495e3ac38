# harness: what realigned frame counted from r13: the first generator wrote r10 into its rows (undwarf branch, June 2017)
# harness: reference undwarf development branch, June 2017, tools/objtool/undwarf.c
# harness: symptom derived: functions realigned by way of r13 take their caller's r10 for the CFA
# harness: entry=main interrupts=nested result=0x37
# harness: expect=quirk:drap-r13-emitted-as-r10 wrong=aligned,masked,copied,copied+3,restored,realigned_back
# harness: survives drap13+0xb moved-later the stack was aligned already, and the frame lies as one without realignment would
# harness: survives main+0x20 moved-earlier what it calls leaves r10 alone

# The caller keeps its own realigned frame's CFA in r10, so a CFA taken from r10 looks like a frame.

	.include "function.inc"

	.text
FUNCTION drap13
	pushq	%r13
	leaq	16(%rsp), %r13
	andq	$-32, %rsp
aligned:
	pushq	-8(%r13)
masked:
	pushq	%rbp
copied:
	movq	%rsp, %rbp
	pushq	%r13
	subq	$8, %rsp
	movl	$0x37, %eax
	movq	-8(%rbp), %r13
restored:
	leave
realigned_back:
	leaq	-16(%r13), %rsp
	popq	%r13
	ret
END_FUNCTION drap13

FUNCTION main
	leaq	8(%rsp), %r10
	andq	$-16, %rsp
	pushq	-8(%r10)
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%r10
	subq	$8, %rsp
	call	drap13
	movq	-8(%rbp), %r10
	leave
	leaq	-8(%r10), %rsp
	ret
END_FUNCTION main
