# harness: what image code that calls a module's, which calls back; and init code, which is gone later
# harness: entry=main interrupts=nested result=0x5d
# harness: expect=pass

# Sections of their own, as they lie far from each other in a kernel; tables are sorted over all of them.

	.include "function.inc"

	.section .module.text, "ax"
FUNCTION module_function
	pushq	%rbx
	movl	$0x50, %ebx
	call	exported
	addl	%ebx, %eax
	popq	%rbx
	ret
END_FUNCTION module_function

	.section .init.text, "ax"
FUNCTION init_function
	pushq	%rbp
	movq	%rsp, %rbp
	subq	$16, %rsp
	call	module_function
	leave
	ret
END_FUNCTION init_function

	.text
FUNCTION exported
	subq	$8, %rsp
	movl	$0xd, %eax
	addq	$8, %rsp
	ret
END_FUNCTION exported

FUNCTION main
	pushq	%r12
	call	init_function
	popq	%r12
	ret
END_FUNCTION main
