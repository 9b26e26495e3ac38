/* Paths: early returns, shrink-wrapping, cold code moved away, functions that never return, traps, loops with several exits. */
#include "corpus.h"

static noinline word work(word value) { return mix(value, 5); }

static noinline __attribute__((cold)) word rare(word value) { return work(value) ^ 0x55; }

/* Never called here, and never returns: a body without a way out. */
static noinline __attribute__((noreturn)) void stop(void)
{
	for (;;)
		__asm__ volatile("pause");
}

static noinline word early(const word *values, int count)
{
	if (!values)
		return 1;
	if (count < 0)
		return work(count);
	word hash = 2;

	for (int i = 0; i < count; i++) {
		if (values[i] == 13)
			return hash;
		if (__builtin_expect(values[i] == 99, 0)) {
			hash = rare(hash);
			continue;
		}
		hash = mix(hash, work(values[i]));
		if (hash == 0)
			break;
	}
	return work(hash);
}

static noinline word checked(word value)
{
	if (__builtin_expect(value == 0x123456789, 0))
		stop();
	if (__builtin_expect(value == 0x987654321, 0))
		__builtin_trap();
	return work(value) + work(value + 1);
}

/* Frame only on the slow way. */
static noinline word wrapped(word value)
{
	if (__builtin_expect((value & 3) != 0, 1))
		return value >> 2;
	word a = work(value), b = work(a), c = work(b);

	return mix(a + b, c) + a + value;
}

static noinline word conditional_tail(word value, int which)
{
	if (which == 0)
		return work(value);
	if (which == 1)
		return checked(value);
	return wrapped(value);
}

static noinline word loops(int outer, int inner)
{
	word hash = 3;

	for (int i = 0; i < outer; i++) {
		for (int j = i; j < inner; j++) {
			if ((i ^ j) == 7)
				goto next;
			hash = mix(hash, i * j);
			if (hash % 101 == 0)
				return work(hash);
		}
		do {
			hash = work(hash);
		} while (hash & 6);
	next:;
	}

	return hash;
}

word program(void)
{
	const word values[] = {4, 8, 99, 3, 13, 5};
	word hash = early(values, opaque(6)) + early(values, opaque(3)) + early((const word *)opaque(0), 1) + early(values, opaque(-1));

	for (int i = 0; i < 6; i++)
		hash = mix(hash, conditional_tail(opaque(hash + i), i % 3) + wrapped(opaque(i * 4)));
	return mix(hash, loops(opaque(6), opaque(9)));
}
