# harness: what one function under several names, and a symbol of no size at an address inside it
# harness: entry=main interrupts=nested stack=task result=0x1f
# harness: expect=pass

# Both names are STT_FUNC symbols of equal value and size; analysed twice, the second time must find nothing new. The
# inner symbol has no type and stands where the frame is up: it starts no function.

	.include "function.inc"

	.text
	.p2align 4
	.globl	__add3, middle
	.type	__add3, @function
__add3:
FUNCTION add3
	pushq	%rbx
	movq	%rdi, %rbx
	.type	middle, @notype
middle:
	addq	%rsi, %rbx
	leaq	(%rbx,%rdx), %rax
	popq	%rbx
	ret
END_FUNCTION add3
	.size	__add3, . - __add3
	.weak	weak_add3
	.set	weak_add3, add3
	.type	weak_add3, @function

FUNCTION main
	movl	$1, %edi
	movl	$2, %esi
	movl	$3, %edx
	call	add3
	movq	%rax, %rdi
	call	__add3
	movq	%rax, %rdi
	call	weak_add3
	addq	$15, %rax
	ret
END_FUNCTION main
