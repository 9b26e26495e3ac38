/* C with assembly in it: pushes and pops, calls from asm, asm goto, an alternative and a jump label, a function written whole. */
#include "corpus.h"

static noinline word flags(void)
{
	word value;

	__asm__ volatile("pushfq; popq %0" : "=r"(value) : : "memory");
	return value & 0x600;
}

static noinline word pushed(word a)
{
	__asm__ volatile("push %0; push $5; add %0, (%%rsp); pop %0; add $8, %%rsp" : "+r"(a) : : "memory", "cc");
	return a;
}

noinline __attribute__((used)) word callee(word a) { return mix(a, 77); }

register void *stack_pointer __asm__("rsp");

static noinline word called(word a)
{
	word result;

	__asm__ volatile("call callee"
			 : "=a"(result), "+D"(a), "+r"(stack_pointer)
			 :
			 : "rcx", "rdx", "rsi", "r8", "r9", "r10", "r11", "memory", "cc");
	return result + a;
}

static noinline int jumps(word a)
{
	__asm__ goto("test $1, %b0; jnz %l1; test $2, %b0; jnz %l2" : : "r"(a) : "cc" : odd, even);
	return 1;
odd:
	return callee(a) & 0xff;
even:
	return callee(a) & 0xfff;
}

/* The nop may become a jump to the label: both ways keep the frame. */
static noinline word labelled(word a)
{
	volatile word space[4] = {a, a, a, a};

	__asm__ goto("1: .byte 0x0f, 0x1f, 0x44, 0x00, 0x00\n"
		     ".pushsection __jump_table, \"aw\"; .balign 8; .long 1b - ., %l0 - .; .quad callee - .; .popsection"
		     : : : : other);
	return space[0] + callee(a);
other:
	return space[1] + callee(a + 1);
}

__asm__(".text; .globl written; .type written, @function\n"
	"written: push %rbp; mov %rsp, %rbp; push %rbx; sub $40, %rsp; lea 3(%rdi), %rbx; mov %rbx, %rdi; call callee\n"
	"add %rbx, %rax; add $40, %rsp; pop %rbx; pop %rbp; ret\n"
	".size written, . - written");
word written(word a);

word program(void)
{
	word hash = flags() + pushed(opaque(11)) + called(opaque(12)) + written(opaque(13));

	for (int i = 0; i < 4; i++)
		hash = mix(hash, jumps(opaque(i)) + labelled(opaque(i)));
	return hash;
}
