# harness: what two nested functions whose return addresses a probe replaced by the address of one trampoline
# harness: reference 19138af1bd88 "x86/unwind: Recover kretprobe trampoline entry", 1f36839308cf (5.16)
# harness: symptom the caller appears as kretprobe_trampoline, and the trace stops there or goes on with question marks
# harness: entry=main interrupts=none result=0x33 nmi=hook_return irq=leaf nmi=return_trampoline+0x6 blind=return_trampoline+0x0 hooks=return_trampoline:hook_table:4
# harness: expect=quirk:kretprobe-return-hook wrong=return_trampoline+0x5,return_trampoline+0x6,return_trampoline+0x9,return_trampoline+0xe,inner+0x5,inner+0x9,inner+0xe,inner+0x12,outer+0x5,outer+0x6,outer+0x9,outer+0xe,outer+0x11,outer+0x12
# harness: survives inner+0x12 cfa-reg rdx holds the place of the return address that was hooked

# The entry hook puts aside what it replaces, with the slot that it stood in; the handler of the trampoline takes the
# latest back. What the unwinder finds in a slot is the trampoline; the caller is what was put aside for that slot. In the
# trampoline the slot is pushed again, so that its frame looks like the hooked function's (19138af1bd88, 1f36839308cf).
# Before that push the slot is below the stack
# pointer, where an interrupt overwrites it: the one instruction that nobody can unwind from. Interrupted there, the
# trampoline is not reported at all, but who it returns to (as in Linux): so interrupts come to other places only.

	.include "function.inc"
	.include "hints.inc"

	.text
# Called first thing by a hooked function: replaces its return address, which stands above our own.
FUNCTION hook_entry
	leaq	hook_table(%rip), %rax
	movq	hook_count(%rip), %rcx
	imulq	$24, %rcx, %rdx
	addq	%rdx, %rax
	leaq	8(%rsp), %rdx
	movq	%rdx, 8(%rax)
	movq	(%rdx), %rcx
	movq	%rcx, 16(%rax)
	leaq	return_trampoline(%rip), %rcx
	movq	%rcx, (%rax)
replace:
	movq	%rcx, 8(%rsp)
	incq	hook_count(%rip)
	ret
END_FUNCTION hook_entry

# The address that the latest hook replaced, in rax.
FUNCTION hook_return
	decq	hook_count(%rip)
	imulq	$24, hook_count(%rip), %rcx
	leaq	hook_table(%rip), %rdx
	addq	%rcx, %rdx
	movq	16(%rdx), %rax
	ret
END_FUNCTION hook_return

CODE return_trampoline
	UNWIND_HINT_EMPTY
	pushq	$return_trampoline
	UNWIND_HINT_FUNC
	pushq	%rbx
	movq	%rax, %rbx
	call	hook_return
	movq	%rax, 8(%rsp)
	movq	%rbx, %rax
	popq	%rbx
	ret
END_CODE return_trampoline

FUNCTION inner
	call	hook_entry
	subq	$24, %rsp
	call	leaf
	addq	$24, %rsp
	ret
END_FUNCTION inner

FUNCTION outer
	call	hook_entry
	pushq	%rbp
	movq	%rsp, %rbp
	call	inner
	addl	$0x11, %eax
	popq	%rbp
	ret
END_FUNCTION outer

FUNCTION leaf
	movl	$0x11, %eax
	ret
END_FUNCTION leaf

FUNCTION main
	pushq	%rbx
	call	outer
	addl	$0x11, %eax
	popq	%rbx
	ret
END_FUNCTION main

	.data
	.balign	8
hook_count:
	.quad	0
	.globl	hook_table
hook_table:
	.skip	4*24
