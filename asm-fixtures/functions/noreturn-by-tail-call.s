# harness: what function whose only way out is a jump to a noreturn function: it never returns because that one doesn't
# harness: entry=main interrupts=nested stack=task result=0x2a
# harness: expect=pass

# The answer for one function needs the answer for another. "fatal" has gone from the chain when the loop runs, and
# its caller's return address is the first address of "loop_forever", which runs below it.
# The kernel's objtool of 2017 draws this conclusion; that of Linux 6.1 no longer keeps the target of a jump to another
# function, so it takes fatal for one that returns and warns "check() falls through to next function loop_forever()".

	.include "function.inc"

	.text
FUNCTION check
	subq	$40, %rsp
	movq	%rdi, 32(%rsp)
	cmpq	$2, %rdi
	je	.Lbad
	leaq	1(%rdi), %rax
	addq	$40, %rsp
	ret
.Lbad:
	movl	$21, %esi
	.p2align 4
	.nops	11
	call	fatal
END_FUNCTION check

FUNCTION loop_forever
	pushq	%rbx
	xorl	%ebx, %ebx
.Lagain:
	addq	%rsi, %rbx
	movq	%rbx, %rax
	call	leave_at_42
	jmp	.Lagain
END_FUNCTION loop_forever

FUNCTION leave_at_42
	cmpq	$42, %rax
	je	__harness_exit
	ret
END_FUNCTION leave_at_42

FUNCTION fatal
	subq	$8, %rsp
	movq	%rdi, (%rsp)
	addq	$8, %rsp
	jmp	loop_forever
END_FUNCTION fatal

FUNCTION main
	pushq	%rbp
	movl	$5, %ebp
	movl	$1, %edi
.Lnext:
	call	check
	movq	%rax, %rdi
	jmp	.Lnext
END_FUNCTION main
