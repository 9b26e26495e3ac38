# harness: what one path jumps into the middle of another one's epilogue, in equal state
# harness: entry=main interrupts=nested stack=task result=0x3b
# harness: expect=pass

# The jump's source stands behind the ret, the frames were built in different ways, and only half of the epilogue is
# shared. %rbp is saved in both at the same place, by push in one and by mov in the other.

	.include "function.inc"

	.text
FUNCTION two_ways_out
	testq	%rdi, %rdi
	js	.Lnegative
	pushq	%rbx
	pushq	%rbp
	pushq	%r12
	movq	%rdi, %rbx
	leaq	1(%rbx), %rbp
	leaq	2(%rbx), %r12
	leaq	(%rbx,%rbp), %rax
	addq	%r12, %rax
	popq	%r12
.Lshared:
	popq	%rbp
	popq	%rbx
	ret
.Lnegative:
	subq	$16, %rsp
	movq	%rbp, (%rsp)
	movq	%rbx, 8(%rsp)
	negq	%rdi
	movq	%rdi, %rbp
	call	two_ways_out
	leaq	(%rax,%rbp), %rbx
	leaq	(%rbx,%rbp), %rax
	jmp	.Lshared
END_FUNCTION two_ways_out

FUNCTION main
	pushq	%rbp
	movl	$3, %ebp
	movq	$-8, %rdi
	call	two_ways_out
	leaq	(%rax,%rbp,4), %rax
	addq	$4, %rax
	popq	%rbp
	ret
END_FUNCTION main
