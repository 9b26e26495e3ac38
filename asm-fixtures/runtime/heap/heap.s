# harness: what memory for kernels that have not booted: their allocators jump here (verify --vmlinux --heap)
#
# Memory is taken from one place, zeroed as it is at first, aligned to 4096 where much is wanted, and never given back.

	.include "function.inc"

	.set HEAP_SIZE, 0x800000
	.set PAGE_SIZE, 4096

	.text
# rdi: bytes
FUNCTION harness_allocate
	movq	$16, %rcx
	movq	$PAGE_SIZE, %rdx
	cmpq	%rdx, %rdi
	cmovaeq	%rdx, %rcx
	movq	harness_heap_next(%rip), %rax
	leaq	-1(%rax,%rcx), %rax
	negq	%rcx
	andq	%rcx, %rax
	addq	%rax, %rdi
	leaq	harness_heap+HEAP_SIZE(%rip), %rdx
	cmpq	%rdx, %rdi
	ja	1f
	movq	%rdi, harness_heap_next(%rip)
	ret
1:	xorl	%eax, %eax
	ret
END_FUNCTION harness_allocate

# rdx: bytes
FUNCTION harness_allocate_third
	movq	%rdx, %rdi
	jmp	harness_allocate
END_FUNCTION harness_allocate_third

FUNCTION harness_release
	ret
END_FUNCTION harness_release

	.data
	.balign	8
harness_heap_next:
	.quad	harness_heap

	.bss
	.balign	PAGE_SIZE
harness_heap:
	.skip	HEAP_SIZE
