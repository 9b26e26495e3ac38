# harness: what calls through a register, a word in memory and an indexed table: the callee is known only when it runs
# harness: entry=main interrupts=nested stack=task result=0x6c
# harness: expect=pass

# The state behind the call must be the state before it, whatever was called. One of the calls goes through %rbp, one
# through a word of the frame itself, addressed from %rsp.

	.include "function.inc"

	.data
	.p2align 3
hook:
	.quad	add_one
table:
	.quad	add_one, add_ten, add_hundred

	.text
FUNCTION add_one
	leaq	1(%rdi), %rax
	ret
END_FUNCTION add_one

FUNCTION add_ten
	pushq	%rbp
	movq	%rsp, %rbp
	leaq	10(%rdi), %rax
	popq	%rbp
	ret
END_FUNCTION add_ten

FUNCTION add_hundred
	subq	$72, %rsp
	movq	$100, 64(%rsp)
	addq	64(%rsp), %rdi
	movq	%rdi, %rax
	addq	$72, %rsp
	ret
END_FUNCTION add_hundred

FUNCTION apply
	pushq	%rbp
	pushq	%rbx
	subq	$24, %rsp
	movq	%rdi, %rbp
	leaq	add_ten(%rip), %rax
	movq	%rax, 8(%rsp)
	movl	$-6, %edi
	call	*%rbp
	movl	%eax, %edi
	call	*8(%rsp)
	movl	%eax, %edi
	call	*hook(%rip)
	movl	%eax, %edi
	movl	$2, %ebx
	call	*table(,%rbx,8)
	addq	%rbx, %rax
	addq	$24, %rsp
	popq	%rbx
	popq	%rbp
	ret
END_FUNCTION apply

FUNCTION main
	leaq	add_one(%rip), %rdi
	call	apply
	ret
END_FUNCTION main
