# harness: what a CPU that waits: hlt behind sti, which holds interrupts off until it sleeps; the IRQ returns behind the hlt
# harness: entry=main interrupts=nested stack=task result=0x3
# harness: expect=pass

	.include "function.inc"

	.text
FUNCTION idle
	sti
	hlt
	cli
	ret
END_FUNCTION idle

FUNCTION main
	pushq	%rbx
	xorl	%ebx, %ebx
1:	call	idle
	incl	%ebx
	cmpl	$3, %ebx
	jne	1b
	movl	%ebx, %eax
	popq	%rbx
	ret
END_FUNCTION main
