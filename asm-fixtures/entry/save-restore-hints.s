# harness: what iret to the next instruction (sync_core): the state before it comes back behind it by SAVE and RESTORE
# harness: entry=main interrupts=nested stack=task result=0x11
# harness: expect=pass

# The iretq leaves the function as far as the analysis can tell, and what it pops is not what the function pushed. The
# code behind it is reached with the stack as it was before the five words were pushed.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"

	.text
FUNCTION sync_core
	pushq	%rbx
	subq	$16, %rsp
	movl	$8, %ebx
	UNWIND_HINT_SAVE
	movq	%rsp, %rax
	pushq	$KERNEL_DS
	pushq	%rax
	pushfq
	pushq	$KERNEL_CS
	pushq	$.Lhere
	iretq
.Lhere:
	UNWIND_HINT_RESTORE
	leaq	1(%rbx,%rbx), %rax
	addq	$16, %rsp
	popq	%rbx
	ret
END_FUNCTION sync_core

FUNCTION main
	call	sync_core
	ret
END_FUNCTION main
