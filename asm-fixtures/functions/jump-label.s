# harness: what jump labels: a nop that becomes a jump and a jump that becomes a nop; both ways must have a row
# harness: entry=main interrupts=nested
# harness: expect=pass

# As built nothing leads to the out-of-line code: only the table says that control may come there, with the frame up.

	.include "function.inc"
	.include "special.inc"

	.text
FUNCTION traced
	pushq	%rbx
	leaq	(%rdi,%rdi), %rbx
	JUMP_LABEL_NOP .Lenabled
.Lback:
	leaq	1(%rbx), %rax
	popq	%rbx
	ret
.Lenabled:
	pushq	%rbx
	call	probe
	popq	%rbx
	jmp	.Lback
END_FUNCTION traced

FUNCTION untraced
	subq	$24, %rsp
	JUMP_LABEL_JMP .Lskip
	movq	%rdi, 8(%rsp)
	call	probe
	movq	8(%rsp), %rdi
.Lskip:
	leaq	3(%rdi), %rax
	addq	$24, %rsp
	ret
END_FUNCTION untraced

FUNCTION probe
	xorl	%edi, %edi
	ret
END_FUNCTION probe

FUNCTION main
	subq	$8, %rsp
	movl	$7, %edi
	call	traced
	movl	$9, %edi
	call	untraced
	addq	$8, %rsp
	ret
END_FUNCTION main
