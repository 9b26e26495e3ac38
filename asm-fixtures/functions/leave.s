# harness: what leave with locals on the stack: one instruction drops them all and restores rbp
# harness: entry=main interrupts=nested stack=task result=0x37
# harness: expect=pass

# Before leave the CFA is bp+16 whatever %rsp is, behind it sp+8: the row changes base, offset and rbp rule at once.
# The second function leaves from two places, one of them with words still pushed.

	.include "function.inc"

	.text
FUNCTION locals
	pushq	%rbp
	movq	%rsp, %rbp
	subq	$64, %rsp
	movq	%rdi, -64(%rbp)
	movq	$5, -8(%rbp)
	movq	-64(%rbp), %rax
	addq	-8(%rbp), %rax
	leave
	ret
END_FUNCTION locals

FUNCTION two_leaves
	pushq	%rbp
	movq	%rsp, %rbp
	subq	$32, %rsp
	movq	%rdi, -8(%rbp)
	cmpq	$10, %rdi
	ja	.Lbig
	call	locals
	leave
	ret
.Lbig:
	pushq	%rdi
	pushq	$7
	call	locals
	addq	(%rsp), %rax
	leave
	ret
END_FUNCTION two_leaves

FUNCTION main
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rdi
	movl	$9, %edi
	call	two_leaves
	leaq	29(%rax), %rdi
	call	two_leaves
	leave
	ret
END_FUNCTION main
