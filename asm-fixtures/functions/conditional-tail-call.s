# harness: what a conditional jump to another function: a tail call on one side, the same frame going on on the other
# harness: entry=main interrupts=nested stack=task result=0x2c
# harness: expect=pass

# gcc makes these of "if (x) return f(y);". The target must be analysed as a function of its own and the fall-through
# must keep its state, with nothing between the two but the flags.

	.include "function.inc"

	.text
FUNCTION chosen
	pushq	%rbx
	movq	%rdi, %rbx
	leaq	10(%rbx), %rax
	popq	%rbx
	ret
END_FUNCTION chosen

FUNCTION choose
	testb	$1, %dil
	jne	chosen
	subq	$24, %rsp
	movq	%rdi, 8(%rsp)
	incq	%rdi
	call	chosen
	addq	8(%rsp), %rax
	addq	$24, %rsp
	cmpq	$15, %rax
	je	negated
	ret
END_FUNCTION choose

FUNCTION negated
	negq	%rax
	ret
END_FUNCTION negated

FUNCTION main
	pushq	%rbx
	movl	$7, %edi
	call	choose
	movq	%rax, %rbx
	movl	$2, %edi
	call	choose
	addq	%rax, %rbx
	movl	$14, %edi
	call	choose
	addq	%rbx, %rax
	addq	$3, %rax
	popq	%rbx
	ret
END_FUNCTION main
