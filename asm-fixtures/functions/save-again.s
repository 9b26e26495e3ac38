# harness: what rbp saved, restored and saved again at another depth within one function
# harness: entry=main interrupts=nested stack=task result=0x24
# harness: expect=pass

# After the first restore the old slot means nothing, even while it is still there; the second save is at CFA-32, not
# where the first was. A generator that remembers the first save only reads a stale word.

	.include "function.inc"

	.text
FUNCTION two_regions
	pushq	%rbp
	movl	$5, %ebp
	call	leaf
	leaq	(%rax,%rbp), %rdx
	popq	%rbp
	testq	%rdi, %rdi
	je	.Lout
	pushq	$-1
	pushq	%rbx
	pushq	%rbp
	movl	$6, %ebp
	movq	%rdx, %rbx
	call	leaf
	addq	%rbx, %rax
	leaq	(%rax,%rbp), %rdx
	popq	%rbp
	popq	%rbx
	addq	$8, %rsp
.Lout:
	movq	%rdx, %rax
	ret
END_FUNCTION two_regions

FUNCTION leaf
	movl	$4, %eax
	ret
END_FUNCTION leaf

FUNCTION main
	pushq	%rbp
	xorl	%edi, %edi
	call	two_regions
	movq	%rax, %rbp
	movl	$1, %edi
	call	two_regions
	leaq	8(%rax,%rbp), %rax
	popq	%rbp
	ret
END_FUNCTION main
