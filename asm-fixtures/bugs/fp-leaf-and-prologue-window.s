# harness: what leaf, and a function interrupted before its frame pointer stands or after it is gone: its caller is left out
# harness: reference Documentation of the unwinder of June 2017; Documentation/arch/x86/orc-unwinder.rst: what frame pointers can't
# harness: symptom frame pointer based unwinds can skip the caller of the interrupted function
# harness: entry=main interrupts=nested result=0x2a checks=frame-pointers
# harness: expect=unwinder:frame-pointer wrong=leaf,leaf_returns,framed,rbp_saved,rbp_gone,middle,middle+1,middle+10,main,main+1,main+10
# harness: survives framed+0x1 bp-reg its caller keeps nothing below rbp, where the first push of this function lands
# harness: survives middle+0x1 bp-reg its caller keeps nothing below rbp, where the first push of this function lands

	.include "function.inc"

	.text
FUNCTION leaf
	movl	$41, %eax
leaf_returns:
	ret
END_FUNCTION leaf

FUNCTION framed
	pushq	%rbp
rbp_saved:
	movq	%rsp, %rbp
	call	leaf
	incl	%eax
	popq	%rbp
rbp_gone:
	ret
END_FUNCTION framed

FUNCTION middle
	pushq	%rbp
	movq	%rsp, %rbp
	call	framed
	popq	%rbp
	ret
END_FUNCTION middle

FUNCTION main
	pushq	%rbp
	movq	%rsp, %rbp
	call	middle
	popq	%rbp
	ret
END_FUNCTION main
