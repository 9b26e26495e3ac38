/* Calls: callbacks, tail calls, recursion direct and mutual, arguments on the stack, weak and aliased functions, functions in sections. */
#include "corpus.h"

typedef word (*operation)(word, word);

struct operations {
	operation first, second;
};

static noinline word add(word a, word b) { return a + b; }
static noinline word exclusive(word a, word b) { return mix(a, b); }

static noinline word through(const struct operations *operations, word a, word b)
{
	word result = operations->first(a, b);

	if (result & 1)
		result = operations->second(result, a);
	return result + 1;
}

static noinline word tail(const struct operations *operations, word a, word b)
{
	if (a < b)
		return operations->second(b, a);
	return operations->first(a, b);
}

static noinline word deep(int levels, word value)
{
	if (levels == 0)
		return value;
	return mix(deep(levels - 1, value + levels), levels);
}

static noinline word odd(int count, word value);

static noinline word even(int count, word value)
{
	return count == 0 ? value : odd(count - 1, value + 2) + 1;
}

static noinline word odd(int count, word value)
{
	return count == 0 ? ~value : even(count - 1, value * 3) + 1;
}

static noinline word many(word a, word b, word c, word d, word e, word f, word g, word h, word i, word j)
{
	return mix(a + b + c + d, e + f) + mix(g + h, i + j);
}

noinline __attribute__((weak)) word replaceable(word value) { return mix(value, 23); }

word other_name(word value) __attribute__((alias("replaceable")));

noinline __attribute__((section(".init.text"))) word early(word value) { return many(value, 1, 2, 3, 4, 5, 6, 7, 8, 9); }

noinline __attribute__((section(".noinstr.text"))) word apart(word value)
{
	return value & 1 ? early(value) : replaceable(value);
}

/* Seven values alive over calls: every saved register and the stack besides. */
static noinline word busy(word a)
{
	word b = add(a, 1), c = add(b, 2), d = add(c, 3), e = add(d, 4), f = add(e, 5), g = add(f, 6), h = add(g, 7);

	return mix(a ^ b, c) + mix(d, e) + mix(f, g) + h;
}

word program(void)
{
	const struct operations operations = {add, exclusive};
	word hash = through(&operations, opaque(4), opaque(5));

	hash = mix(hash, tail(&operations, opaque(2), opaque(3)) + tail(&operations, opaque(3), opaque(2)));
	hash = mix(hash, deep(opaque(12), 5) + even(opaque(7), 3));
	hash = mix(hash, many(1, 2, 3, 4, 5, 6, opaque(7), 8, 9, 10));
	hash = mix(hash, replaceable(hash) + other_name(hash) + apart(hash) + apart(hash + 1));
	return mix(hash, busy(opaque(1)));
}
