# harness: what exception table: a load that faults (#PF) goes on at its fixup, with the frame as at the load
# harness: entry=main interrupts=nested result=0xffffffffffffffec edits=ip
# harness: expect=pass

# Nothing but the table leads to the fixups. One is behind a deeper frame than the code around it.

	.include "function.inc"
	.include "hints.inc"
	.include "pt_regs.inc"
	.include "special.inc"

	.section __ex_table, "a"
extable_begin:

	.text
CODE vector_page_fault
	UNWIND_HINT_IRET_REGS offset=8
	cld
	PUSH_C_REGS
	PUSH_EXTRA_REGS
	UNWIND_HINT_REGS
	movq	%rsp, %rdi
	call	fixup_exception
	POP_EXTRA_REGS
	POP_C_REGS
	addq	$8, %rsp
	iretq
END_CODE vector_page_fault

# Looks the interrupted instruction up in the table; its entries are distances from themselves.
FUNCTION fixup_exception
	pushq	%rbx
	leaq	extable_begin(%rip), %rbx
.Lsearch:
	movslq	(%rbx), %rax
	addq	%rbx, %rax
	cmpq	PT_IP(%rdi), %rax
	je	.Lfound
	addq	$12, %rbx
	jmp	.Lsearch
.Lfound:
	movslq	4(%rbx), %rax
	leaq	4(%rbx,%rax), %rax
	movq	%rax, PT_IP(%rdi)
	popq	%rbx
	ret
END_FUNCTION fixup_exception

FUNCTION get_user
	pushq	%rbp
	movq	%rsp, %rbp
	subq	$8, %rsp
1:	movq	(%rdi), %rax
	addq	$1, %rax
	leave
	ret
2:	movq	$-14, %rax
	leave
	ret
	EXTABLE 1b 2b
END_FUNCTION get_user

FUNCTION copy_pushed
	pushq	%rbx
	pushq	%r12
	pushq	$6
3:	movq	(%rdi), %rbx
	leaq	(%rbx,%rbx), %rax
	popq	%r12
.Lcopied:
	popq	%r12
	popq	%rbx
	ret
4:	popq	%rax
	negq	%rax
	jmp	.Lcopied
	EXTABLE 3b 4b
END_FUNCTION copy_pushed

FUNCTION main
	pushq	%rbx
	movl	$0x10, %edi
	call	get_user
	movq	%rax, %rbx
	movl	$0x2000, %edi
	call	copy_pushed
	addq	%rbx, %rax
	movq	%rax, %rbx
	leaq	value(%rip), %rdi
	call	get_user
	leaq	value(%rip), %rdi
	call	copy_pushed
	addq	%rbx, %rax
	popq	%rbx
	ret
END_FUNCTION main

	.data
value:
	.quad	0
