# harness: what code that boot code replaces: one row must be right for the original and for what is put in its place
# harness: entry=main interrupts=nested result=0x1b
# harness: expect=pass

# Shorter and longer replacements, one with nothing in it, one that ends in a jump to its own end, a call in place of
# nops, and pushes at the same bytes in both. The sum is the same either way.

	.include "function.inc"
	.include "special.inc"

	.text
FUNCTION add_two
	leaq	2(%rax), %rax
	ret
END_FUNCTION add_two

FUNCTION shorter
	ALTERNATIVE_BEGIN
	addq	$1, %rax
	addq	$1, %rax
	ALTERNATIVE_ELSE
	addq	$2, %rax
	ALTERNATIVE_END
	ret
END_FUNCTION shorter

FUNCTION longer
	pushq	%rbx
	ALTERNATIVE_BEGIN
	incq	%rax
	ALTERNATIVE_ELSE
	movl	$5, %ebx
	leaq	-4(%rax,%rbx), %rax
	ALTERNATIVE_END
	popq	%rbx
	ret
END_FUNCTION longer

FUNCTION removed
	subq	$8, %rsp
	ALTERNATIVE_BEGIN
	nopl	(%rax)
	ALTERNATIVE_ELSE
	ALTERNATIVE_END
	addq	$8, %rsp
	incq	%rax
	ret
END_FUNCTION removed

FUNCTION call_or_inline
	subq	$8, %rsp
	ALTERNATIVE_BEGIN
	addq	$2, %rax
	nop
	ALTERNATIVE_ELSE
	call	add_two
	ALTERNATIVE_END
	addq	$8, %rsp
	ret
END_FUNCTION call_or_inline

FUNCTION pushes_in_both
	ALTERNATIVE_BEGIN
	pushq	%rbx
	pushq	%r12
	leaq	3(%rax), %rbx
	ALTERNATIVE_ELSE
	pushq	%rbx
	pushq	%r12
	movq	%rax, %rbx
	addq	$3, %rbx
	ALTERNATIVE_END
	movq	%rbx, %rax
	popq	%r12
	popq	%rbx
	ret
END_FUNCTION pushes_in_both

FUNCTION jump_to_end
	testq	%rax, %rax
	ALTERNATIVE_BEGIN
	je	.Lzero
	addq	$1, %rax
.Lzero:
	ALTERNATIVE_ELSE
	je	771f
	incq	%rax
771:
	ALTERNATIVE_END
	ret
END_FUNCTION jump_to_end

FUNCTION main
	subq	$8, %rsp
	movl	$16, %eax
	call	shorter
	call	longer
	call	removed
	call	call_or_inline
	call	pushes_in_both
	call	jump_to_end
	addq	$1, %rax
	addq	$8, %rsp
	ret
END_FUNCTION main
