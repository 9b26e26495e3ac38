# harness: what a trampoline that is a copy, without rows of its own: those of its template hold
# harness: reference 6be7fa3c74d1 "ftrace, orc, x86: Handle ftrace dynamically allocated trampolines" (4.16)
# harness: symptom traces of callbacks show the callback and the trampoline, and nothing behind
# harness: entry=main interrupts=nested result=0x42 copy=copy:template
# harness: expect=quirk:ftrace-copied-trampoline wrong=copy+0x0,copy+0x4,copy+0x8,copy+0xf,copy+0x19,copy+0x1b,copy+0x1f,copy+0x23

# 6be7fa3c74d1: the tracer copies the template to where no table covers it, and has the traced function call the copy.

	.include "function.inc"

	.macro TRAMPOLINE
	subq	$24, %rsp
	movq	%rdi, (%rsp)
	movq	$0x21, %rdi
	movabsq	$handler, %rax
	call	*%rax
	movq	(%rsp), %rdi
	addq	$24, %rsp
	ret
	.endm

	.text
FUNCTION handler
	pushq	%rbx
	leaq	(%rdi,%rdi), %rax
	popq	%rbx
	ret
END_FUNCTION handler

FUNCTION template
	TRAMPOLINE
END_FUNCTION template

FUNCTION traced
	pushq	%rbx
	movabsq	$copy, %rax
	call	*%rax
	popq	%rbx
	ret
END_FUNCTION traced

FUNCTION main
	subq	$8, %rsp
	call	template
	call	traced
	addq	$8, %rsp
	ret
END_FUNCTION main

	.section .generated.text, "ax"
FUNCTION copy
	TRAMPOLINE
END_FUNCTION copy
