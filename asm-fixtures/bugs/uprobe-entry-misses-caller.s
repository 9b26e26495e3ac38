# harness: what probe on a function's push of rbp: the caller's return address is on top of the stack, and no record says so
# harness: reference cfa7f3d2c526 "perf,x86: avoid missing caller address in stack traces captured in uprobe" (6.12)
# harness: symptom the caller of a probed function is missing
# harness: entry=main interrupts=nested result=0x2a checks=frame-pointers
# harness: expect=unwinder:frame-pointer wrong=probed,rbp_saved,rbp_gone,caller,caller+1,caller+15,main,main+1,main+10
# harness: survives probed+0x1 bp-reg its caller keeps nothing below rbp, where the first push of this function lands
# harness: survives caller+0x1 bp-reg its caller keeps nothing below rbp, where the first push of this function lands

# The same byte, 0x55, in the middle of a function is no entry: who takes the word on top for a return address whenever
# the byte is there finds one too many.

	.include "function.inc"

	.text
FUNCTION probed
	pushq	%rbp
rbp_saved:
	movq	%rsp, %rbp
	subq	$16, %rsp
not_entry:
	pushq	%rbp
	addq	$8, %rsp
	leave
rbp_gone:
	ret
END_FUNCTION probed

FUNCTION caller
	pushq	%rbp
	movq	%rsp, %rbp
	call	probed
	movl	$42, %eax
	popq	%rbp
	ret
END_FUNCTION caller

FUNCTION main
	pushq	%rbp
	movq	%rsp, %rbp
	call	caller
	popq	%rbp
	ret
END_FUNCTION main
