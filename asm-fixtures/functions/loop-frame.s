# harness: what frame made and dropped in the body of a loop, and another left open across the back edge
# harness: entry=main interrupts=nested stack=task result=0x38
# harness: expect=pass

# The state at the loop's head must be the same from above and from below. One address is reached at depth 16 and,
# inside, 32; in the second loop the head itself stands at the greater depth.

	.include "function.inc"

	.text
FUNCTION balanced
	pushq	%rbx
	xorl	%ebx, %ebx
.Lhead:
	pushq	%rdi
	pushq	$4
	call	leaf
	addq	%rax, %rbx
	popq	%rcx
	popq	%rdi
	subq	$1, %rdi
	jne	.Lhead
	movq	%rbx, %rax
	popq	%rbx
	ret
END_FUNCTION balanced

FUNCTION leaf
	movq	8(%rsp), %rax
	addq	16(%rsp), %rax
	ret
END_FUNCTION leaf

FUNCTION entered_in_the_middle
	pushq	$0
	pushq	%rdi
	pushq	$0
	jmp	.Ltest
.Lbody:
	call	leaf
	addq	%rax, 16(%rsp)
	decq	8(%rsp)
	pushq	(%rsp)
	popq	(%rsp)
.Ltest:
	cmpq	$0, 8(%rsp)
	jne	.Lbody
	addq	$16, %rsp
	popq	%rax
	ret
END_FUNCTION entered_in_the_middle

FUNCTION main
	pushq	%rbx
	movl	$5, %edi
	call	balanced
	movq	%rax, %rbx
	movl	$6, %edi
	call	entered_in_the_middle
	addq	%rbx, %rax
	popq	%rbx
	ret
END_FUNCTION main
