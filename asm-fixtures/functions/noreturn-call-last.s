# harness: what call of a noreturn function as the last instruction: the return address lies in the next function
# harness: entry=main interrupts=nested stack=task result=0x1d
# harness: expect=pass

# Each call ends at a multiple of 16, so the word it pushes is the address of the function behind it, whose row (sp+8)
# is false for the caller (sp+80, sp+16). Only a lookup at ip-1 finds the call. "panic" never returns by its name,
# "give_up" because its body ends in panic; the words in give_up's frame look like return addresses.

	.include "function.inc"

	.text
FUNCTION give_up
	pushq	%rbp
	pushq	%rbx
	subq	$56, %rsp
	leaq	unrelated(%rip), %rbx
	movq	%rbx, (%rsp)
	movq	%rbx, 48(%rsp)
	movl	$7, %ebp
	addq	%rbp, %rdi
	.p2align 4
	.nops	11
	call	panic
END_FUNCTION give_up

FUNCTION unrelated
	pushq	%rbp
	movq	%rsp, %rbp
	leaq	2(%rdi), %rax
	popq	%rbp
	ret
END_FUNCTION unrelated

FUNCTION main
	pushq	%rbx
	movl	$18, %edi
	call	unrelated
	movq	%rax, %rdi
	.p2align 4
	.nops	11
	call	give_up
END_FUNCTION main

FUNCTION panic
	call	unrelated
	jmp	__harness_exit
END_FUNCTION panic
