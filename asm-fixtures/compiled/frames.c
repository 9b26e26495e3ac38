/*
 * One program with the kinds of frame that C gives rise to, for the unwinder to be interrupted in. What a compiler
 * makes of it differs with its options, so regenerate.sh keeps its output for several; the checksum it ends with is
 * the same for all. It depends on no address, no padding and no order of evaluation.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

typedef uint64_t word;

#define noinline __attribute__((noinline))
#define overaligned __attribute__((aligned(64)))

/* Compilers call these two on their own. In assembly, or they would turn the loops into calls of themselves. */
noinline void *memset(void *to, int value, size_t size)
{
	void *cursor = to;

	__asm__ volatile("rep stosb" : "+D"(cursor), "+c"(size) : "a"(value) : "memory");
	return to;
}

noinline void *memcpy(void *to, const void *from, size_t size)
{
	void *cursor = to;

	__asm__ volatile("rep movsb" : "+D"(cursor), "+S"(from), "+c"(size) : : "memory");
	return to;
}

static noinline word mix(word hash, word value)
{
	hash ^= value;
	return (hash << 23 | hash >> 41) * 0x9e3779b97f4a7c15;
}

/*
 * Ends the run. No ret is in its body, and calls of it end their path: the return address lies in other code. gcc moves
 * such paths into a .cold part that is entered with the frame up. main's last call comes here through run().
 */
register void *stack_pointer __asm__("rsp");

static noinline __attribute__((noreturn, cold)) void finish(word result)
{
	for (;;) /* The stack pointer as an operand puts the call behind the prologue, where it belongs. */
		__asm__ volatile("call __harness_exit" : "+r"(stack_pointer) : "a"(result) : "memory");
}

/* The compiler can't see through the pointer: what lies at its address has to exist. */
static inline void *opaque(void *pointer)
{
	__asm__ volatile("" : "+r"(pointer) : : "memory");
	return pointer;
}

static word check_alignment(const void *pointer)
{
	if ((uintptr_t)pointer & 63)
		finish(0);
	return 64;
}

/* Variable arguments: the prologue stores the argument registers, far from where the frame begins. */
static noinline word sum_of(int count, ...)
{
	va_list args;
	word sum = 0;

	va_start(args, count);
	while (count-- > 0)
		sum = mix(sum, va_arg(args, word));
	va_end(args);
	return sum;
}

static volatile int eight = 8;

static noinline word varargs_aligned(int count, ...)
{
	overaligned word slots[8] = { (word)count };
	va_list args;

	va_start(args, count);
	for (int i = 0; i < count; i++)
		slots[i & 7] ^= va_arg(args, word);
	va_end(args);
	check_alignment(opaque(slots));
	return sum_of(3, slots[0], slots[1], slots[2]);
}

/* Locals of variable size: rsp is where the data says. */
static noinline word with_alloca(size_t count)
{
	word *items = __builtin_alloca(count * sizeof(word));
	word hash = count;

	for (size_t i = 0; i < count; i++)
		items[i] = i * i;
	opaque(items);
	for (size_t i = count; i-- > 0;)
		hash = mix(hash, items[i]);
	return hash;
}

static noinline word with_vla_in_loop(unsigned rounds)
{
	word hash = 0;

	for (unsigned n = 1; n <= rounds; n++) {
		unsigned short items[n * 3];

		memset(opaque(items), (int)n, sizeof(items));
		hash = mix(hash, items[n * 3 - 1]);
	}
	return hash;
}

/* Over-aligned locals: rbp finds the way back over the gap. */
static noinline word with_aligned(word seed)
{
	overaligned word block[8];

	memset(opaque(block), (int)seed, sizeof(block));
	return mix(check_alignment(block), block[7]);
}

/* Over-aligned and of variable size: gcc keeps the CFA in r10 (DRAP) and reaches stack arguments through it. */
static inline __attribute__((always_inline)) word aligned_and_variable(word first, size_t count)
{
	overaligned word block[8] = { first };
	unsigned char *bytes = __builtin_alloca(count);

	check_alignment(opaque(block));
	memset(opaque(bytes), (int)count, count);
	return mix(block[0], bytes[count / 2]);
}

static noinline word with_aligned_alloca(word a, word b, word c, word d, word e, word f, word on_stack, size_t count)
{
	return aligned_and_variable(a + b, count) + sum_of(5, c, d, e, f, on_stack);
}

/* In a nested function r10 holds the static chain: gcc keeps the CFA in r13. Clang knows no nested functions. */
static noinline word with_nested(word outer)
{
#ifdef __clang__
	return aligned_and_variable(outer, 24) + aligned_and_variable(outer, 7);
#else
	noinline word nested(size_t count)
	{
		return aligned_and_variable(outer, count);
	}

	return nested(24) + nested(7);
#endif
}

/* A structure by value: the argument is a copy on the stack, the result goes to the caller's frame. */
struct vector {
	word x[9];
};

static noinline struct vector scaled(struct vector v, word factor)
{
	for (unsigned i = 0; i < 9; i++)
		v.x[i] *= factor + i;
	return v;
}

static noinline word structures(word seed)
{
	struct vector v = { { 1, 2, 3, 4, 5, 6, 7, 8, seed } }, copy;

	v = scaled(scaled(v, 3), seed);
	memcpy(opaque(&copy), &v, sizeof(copy));
	return mix(copy.x[0], copy.x[8]);
}

/* Ten arguments, four of them pushed or stored for the call. */
static noinline word ten(word a, word b, word c, word d, word e, word f, word g, word h, word i, word j)
{
	return mix(mix(a + b * c, d ^ e), (f + g) * (h - i)) + j;
}

static noinline word many_arguments(word a)
{
	word inner = ten(a, 1, 2, 3, 4, 5, a + 6, a + 7, a + 8, a * 9);

	return ten(9, 8, 7, inner, 5, 4, 3, a, inner ^ 1, ten(a, a, a, a, a, a, 1, 2, 3, 4));
}

/* Callbacks through a pointer, from below a large frame. */
typedef int comparison(const word *left, const word *right);

static int ascending(const word *left, const word *right)
{
	return (*left > *right) - (*left < *right);
}

static int by_low_byte(const word *left, const word *right)
{
	return (int)(*right & 255) - (int)(*left & 255);
}

static noinline void sort(word *items, size_t count, comparison *compare)
{
	for (size_t i = 1; i < count; i++)
		for (size_t j = i; j > 0 && compare(&items[j - 1], &items[j]) > 0; j--) {
			word other = items[j];

			items[j] = items[j - 1];
			items[j - 1] = other;
		}
}

static noinline word large_frame(comparison *compare, unsigned count)
{
	word items[256], hash = 0;

	for (unsigned i = 0; i < count; i++)
		items[i] = mix(i, count) >> 40;
	sort(items, count, compare);
	for (unsigned i = 0; i < count; i++)
		hash = mix(hash, items[i]);
	return hash;
}

/* Recursion: of one function, twice in itself, and of two in each other, sixteen deep. */
static noinline word binary(unsigned depth, word path)
{
	word left;

	if (depth == 0)
		return mix(path, 0);
	left = binary(depth - 1, path * 2);
	return left ^ binary(depth / 2, path * 2 + 1);
}

static word odd(unsigned n, word hash);

static noinline word even(unsigned n, word hash)
{
	word saved[3] = { hash, n, 1 };

	if (n == 0)
		return hash;
	opaque(saved);
	return odd(n - 1, mix(hash, n)) + saved[n % 3];
}

static noinline word odd(unsigned n, word hash)
{
	return even(n - 1, hash ^ n) * 3;
}

/* Tail calls: at -O2 these are jumps, and who makes them is gone from the stack. */
static noinline word tail_first(word a, word b)
{
	return mix(b + 1, with_alloca(a & 7));
}

static word (*volatile tail_target)(word, word) = tail_first;

static noinline word tail_indirect(word a)
{
	return tail_target(a, a + 1);
}

/* A small machine: a switch in a loop, calls from its cases, early returns. */
static noinline word run(const char *code, word accumulator)
{
	word stack[16] = { 0 };
	unsigned depth = 0;

	for (; *code; code++)
		switch (*code) {
		case '0' ... '9':
			stack[depth++ & 15] = (word)(*code - '0');
			break;
		case '+':
			depth--;
			stack[(depth - 1) & 15] += stack[depth & 15];
			break;
		case 'a':
			accumulator = with_alloca(stack[--depth & 15] & 15);
			break;
		case 't':
			stack[(depth - 1) & 15] = tail_indirect(stack[(depth - 1) & 15]);
			break;
		case '?':
			if (!(stack[--depth & 15] & 1))
				return accumulator;
			break;
		case '!':
			return stack[(depth - 1) & 15];
		default:
			finish(accumulator);
		}
	return accumulator + depth;
}

static noinline word checksum(void)
{
	word hash = sum_of(9, (word)1, (word)2, (word)3, (word)4, (word)5, (word)6, (word)7, (word)8, (word)9);

	hash = mix(hash, varargs_aligned(eight, (word)9, (word)2, (word)8, (word)3, (word)7, (word)4, (word)6, (word)5));
	for (unsigned i = 0; i < 5; i++)
		hash = mix(hash, with_alloca(i * 5));
	hash = mix(hash, with_vla_in_loop(6) + with_vla_in_loop(0));
	hash = mix(hash, with_aligned(0x5a));
	hash = mix(hash, with_aligned_alloca(1, 2, 3, 4, 5, 6, 77, 30));
	hash = mix(hash, with_nested(hash >> 1));
	hash = mix(hash, structures(4));
	hash = mix(hash, many_arguments(11));
	hash = mix(hash, large_frame(ascending, 40));
	hash = mix(hash, large_frame(by_low_byte, 24));
	hash = mix(hash, large_frame(by_low_byte, 0));
	hash = mix(hash, binary(12, 1));
	hash = mix(hash, even(16, hash));
	hash = mix(hash, run("12+34a5t+!", 3));
	hash = mix(hash, run("2?1", 5));
	hash = mix(hash, run("34", 6));
	return mix(hash, run("7?9a", 8));
}

unsigned long main(void)
{
	return run("finish", checksum());
}
