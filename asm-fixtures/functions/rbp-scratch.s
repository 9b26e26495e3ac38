# harness: what rbp as a general register that lives across calls, with values that look like frame pointers
# harness: entry=main interrupts=nested stack=task result=0x2f
# harness: expect=pass

# %rbp is saved in the middle of the frame and then holds, in turn, a number, an address within the stack and an address
# whose words are a plausible frame. Nothing may be read through it; its caller's value is in the frame.

	.include "function.inc"

	.text
FUNCTION scratch
	subq	$24, %rsp
	pushq	%rbp
	pushq	%rbx
	leaq	.Lnumber(%rip), %rax
	movq	%rax, 24(%rsp)
	movq	%rsp, 16(%rsp)
	movl	$11, %ebp
	call	leaf
.Lnumber:
	leaq	(%rax,%rbp), %rbx
	movq	%rsp, %rbp
	call	leaf
	addq	%rax, %rbx
	leaq	16(%rsp), %rbp
	call	leaf
	addq	%rax, %rbx
	xorl	%ebp, %ebp
	call	leaf
	addq	%rbx, %rax
	popq	%rbx
	popq	%rbp
	addq	$24, %rsp
	ret
END_FUNCTION scratch

FUNCTION leaf
	movl	$9, %eax
	ret
END_FUNCTION leaf

FUNCTION main
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rdi
	call	scratch
	leave
	ret
END_FUNCTION main
