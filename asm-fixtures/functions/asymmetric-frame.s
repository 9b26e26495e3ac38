# harness: what frames built by pushes on one branch and by sub on the other, equally deep where they join
# harness: entry=main interrupts=nested stack=task result=0x60
# harness: expect=pass

# Address order is not execution order: between the two branches the table must fall back to the depth of the fork.
# The frame is taken down in two steps, and the second function builds it in three.

	.include "function.inc"

	.text
FUNCTION fork_and_join
	testq	%rdi, %rdi
	je	.Lby_sub
	pushq	%rdi
	pushq	$7
	pushq	%rdi
	jmp	.Ljoin
.Lby_sub:
	subq	$24, %rsp
	movq	$40, 16(%rsp)
	movq	$0, 8(%rsp)
	movq	$0, (%rsp)
.Ljoin:
	movq	(%rsp), %rax
	addq	$8, %rsp
	addq	(%rsp), %rax
	addq	8(%rsp), %rax
	addq	$16, %rsp
	ret
END_FUNCTION fork_and_join

FUNCTION three_steps
	subq	$8, %rsp
	testb	$1, %dil
	jne	.Lodd
	pushq	$3
	subq	$16, %rsp
	jmp	.Lbuilt
.Lodd:
	subq	$16, %rsp
	pushq	$5
.Lbuilt:
	movq	%rdi, 24(%rsp)
	call	fork_and_join
	addq	24(%rsp), %rax
	addq	$8, %rsp
	addq	$24, %rsp
	ret
END_FUNCTION three_steps

FUNCTION main
	pushq	%rbx
	xorl	%edi, %edi
	call	three_steps
	movq	%rax, %rbx
	movl	$15, %edi
	call	three_steps
	addq	%rbx, %rax
	addq	$4, %rax
	popq	%rbx
	ret
END_FUNCTION main
