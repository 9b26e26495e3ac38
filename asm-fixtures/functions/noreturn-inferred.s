# harness: what function without any ret, called as a last instruction: nothing but its body says that it won't return
# harness: entry=main interrupts=nested stack=task result=0x63
# harness: expect=pass

# A generator that thinks the call returns lets the caller's state run into the next function. "loop_forever" calls
# "tick", which returns twice and the third time leaves for good, so its back edge is executed too.

	.include "function.inc"

	.text
FUNCTION caller
	pushq	%r12
	subq	$32, %rsp
	movl	$3, %r12d
	movq	%r12, 24(%rsp)
	movq	%r12, %rdi
	.p2align 4
	.nops	11
	call	loop_forever
END_FUNCTION caller

FUNCTION tick
	decq	%rdi
	je	.Lstop
	ret
.Lstop:
	movl	$99, %eax
	jmp	__harness_exit
END_FUNCTION tick

FUNCTION main
	pushq	%rbp
	movq	%rsp, %rbp
	.p2align 4
	.nops	11
	call	caller
END_FUNCTION main

FUNCTION loop_forever
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rbx
.Lagain:
	call	tick
	jmp	.Lagain
END_FUNCTION loop_forever
