/* Frames: alloca, arrays of variable length, over-aligned locals with and without the two, varargs, structures by value. */
#include "corpus.h"

struct big {
	word values[12];
};

static noinline word sum(const word *values, int count)
{
	word total = 0;

	for (int i = 0; i < count; i++)
		total = mix(total, values[i]);
	return total;
}

static noinline word with_alloca(int count)
{
	word *values = __builtin_alloca(count * sizeof(word));

	for (int i = 0; i < count; i++)
		values[i] = i * 7;
	return sum(values, count);
}

static noinline word with_variable_array(int rows, int columns)
{
	word values[rows][columns];

	for (int i = 0; i < rows * columns; i++)
		(&values[0][0])[i] = i;
	return sum(&values[0][0], rows * columns);
}

static noinline word aligned(word seed)
{
	word values[8] __attribute__((aligned(64)));

	for (int i = 0; i < 8; i++)
		values[i] = seed + i;
	return sum(values, 8);
}

static noinline word aligned_with_alloca(int count)
{
	word head[4] __attribute__((aligned(128)));
	word *tail = __builtin_alloca(count * sizeof(word));

	for (int i = 0; i < 4; i++)
		head[i] = i;
	for (int i = 0; i < count; i++)
		tail[i] = i ^ count;
	return sum(head, 4) + sum(tail, count);
}

static noinline word aligned_with_arguments(word a, word b, word c, word d, word e, word f, word g, word h)
{
	word values[4] __attribute__((aligned(64))) = {a + h, b + g, c + f, d + e};

	return sum(values, 4);
}

static noinline word variable(int count, ...)
{
	va_list list;
	word total = 0;

	va_start(list, count);
	for (int i = 0; i < count; i++)
		total = mix(total, va_arg(list, word));
	va_end(list);
	return total;
}

static noinline struct big by_value(struct big input, word add)
{
	for (int i = 0; i < 12; i++)
		input.values[i] += add;
	return input;
}

static noinline word huge(word value)
{
	volatile word space[1200];

	space[0] = value;
	space[1199] = sum(&value, 1);
	return space[0] + space[1199];
}

word program(void)
{
	struct big big = {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}};
	word hash = with_alloca(opaque(5)) + with_variable_array(opaque(3), opaque(4));

	hash = mix(hash, aligned(opaque(9)) + aligned_with_alloca(opaque(6)));
	hash = mix(hash, aligned_with_arguments(1, 2, 3, 4, 5, 6, opaque(7), 8));
	hash = mix(hash, variable(9, opaque(1), (word)2, (word)3, (word)4, (word)5, (word)6, (word)7, (word)8, (word)9));
	big = by_value(big, opaque(3));
	return mix(hash, sum(big.values, 12) + huge(hash));
}
