# harness: what gcc's detours: rsp taken from a register that was computed from it earlier
# harness: reference dd88a0a0c861 "objtool: Handle GCC stack pointer adjustment bug", 0d0970eef3b0 (4.14)
# harness: symptom net/socket.o: compat_sock_ioctl()+0x1083: stack state mismatch: cfa1=7+160 cfa2=-1+0
# harness: entry=main interrupts=nested result=0x2a
# harness: expect=quirk:dumb-sp-copy wrong=by_lea,by_lea+4,by_copy

	.include "function.inc"

	.text
FUNCTION computed
	subq	$40, %rsp
	leaq	24(%rsp), %rcx
	pushq	%rbx
	call	leaf
	popq	%rbx
	pushq	%rdx
	movq	%rcx, %rsp
by_lea:
	addq	$16, %rsp
	ret
END_FUNCTION computed

FUNCTION copied
	movq	%rsp, %rcx
	subq	$24, %rsp
	call	leaf
	movq	%rcx, %rsp
by_copy:
	ret
END_FUNCTION copied

FUNCTION leaf
	movl	$21, %eax
	ret
END_FUNCTION leaf

FUNCTION main
	pushq	%rbx
	call	computed
	movq	%rax, %rbx
	call	copied
	addq	%rbx, %rax
	popq	%rbx
	ret
END_FUNCTION main
