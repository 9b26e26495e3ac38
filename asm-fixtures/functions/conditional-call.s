# harness: what calls on some paths only, at different depths, that join again
# harness: entry=main interrupts=nested stack=task result=0x4d
# harness: expect=pass

# The same callee is called from sp+24 and from sp+40, and one path calls nothing. The chain above the callee depends
# on the return address alone, not on what happened before.

	.include "function.inc"

	.text
FUNCTION some_paths
	pushq	%rbx
	pushq	%rdi
	movq	%rdi, %rbx
	testb	$1, %bl
	je	.Leven
	call	leaf
	movq	%rax, (%rsp)
.Leven:
	testb	$2, %bl
	je	.Ljoin
	subq	$8, %rsp
	pushq	%rbx
	leaq	3(%rbx), %rdi
	call	leaf
	addq	$16, %rsp
	addq	%rax, (%rsp)
.Ljoin:
	popq	%rax
	popq	%rbx
	ret
END_FUNCTION some_paths

FUNCTION leaf
	pushq	%rbp
	leaq	5(%rdi), %rbp
	leaq	5(%rbp), %rax
	popq	%rbp
	ret
END_FUNCTION leaf

FUNCTION main
	pushq	%rbp
	pushq	%rbx
	xorl	%ebx, %ebx
	movl	$8, %ebp
.Lnext:
	subq	$2, %rbp
	movq	%rbp, %rdi
	shrq	$1, %rdi
	call	some_paths
	addq	%rax, %rbx
	testq	%rbp, %rbp
	jne	.Lnext
	leaq	20(%rbx), %rax
	popq	%rbx
	popq	%rbp
	ret
END_FUNCTION main
