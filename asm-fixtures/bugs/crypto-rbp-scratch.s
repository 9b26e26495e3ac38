# harness: what cipher that keeps data in rbp: frame pointers lead to wherever the data points
# harness: reference "x86/crypto: Fix RBP usage in sha1_ssse3, blowfish, camellia, ..." (4.14)
# harness: symptom bad bp value, or callers that are silently left out
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=unwinder:frame-pointer wrong=sha_like,sha_like+1,sha_like+2,mixed,mixed+5,mixed+8,mixed+9,mixed+10,middle,middle+1,middle+10,main,main+1,main+18
# harness: survives sha_like+0x1 bp-reg its caller keeps nothing below rbp, where the first push of this function lands
# harness: survives middle+0x1 bp-reg its caller keeps nothing below rbp, where the first push of this function lands

# The data is the address of an older frame record, so the chain goes on there as if nothing were missing.

	.include "function.inc"

	.text
FUNCTION sha_like
	pushq	%rbp
	pushq	%rbx
	movq	%rdi, %rbp
mixed:
	leaq	(%rbp,%rsi), %rbx
	xorq	%rbp, %rbx
	popq	%rbx
	popq	%rbp
	ret
END_FUNCTION sha_like

FUNCTION middle
	pushq	%rbp
	movq	%rsp, %rbp
	call	sha_like
	popq	%rbp
	ret
END_FUNCTION middle

FUNCTION main
	pushq	%rbp
	movq	%rsp, %rbp
	movq	%rbp, %rdi
	call	middle
	movl	$42, %eax
	popq	%rbp
	ret
END_FUNCTION main
