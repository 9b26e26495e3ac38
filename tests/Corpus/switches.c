/* Switch statements: dense, several in a function, nested, in loops, with fall-through, with ranges, in two sizes of selector. */
#include "corpus.h"

static noinline word step(word value)
{
	return mix(value, 17);
}

static noinline word classify(unsigned char c)
{
	switch (c) {
	case '0' ... '9': return c - '0';
	case 'a': return step(10);
	case 'b': return step(11) + 1;
	case 'c': return step(12) * 3;
	case 'd': return step(13) ^ 5;
	case 'e': return step(14) - 7;
	case 'f': return step(15) | 1;
	case 'A' ... 'F': return c - 'A' + 10;
	case ' ': case '\t': case '\n': return 99;
	default: return 255;
	}
}

static noinline word machine(const unsigned char *program, int length)
{
	word stack[16], accumulator = 1;
	int depth = 0;

	for (int i = 0; i < length; i++) {
		switch (program[i]) {
		case 0: accumulator = step(accumulator); break;
		case 1: stack[depth++ & 15] = accumulator; break;
		case 2: accumulator += stack[--depth & 15]; break;
		case 3: accumulator *= 3; /* fall through */
		case 4: accumulator ^= accumulator >> 7; break;
		case 5: i += program[i + 1] & 1; break;
		case 6: accumulator = classify(accumulator & 127); break;
		case 7:
			switch (accumulator & 7) {
			case 0: accumulator = 8; break;
			case 1: accumulator = step(9); break;
			case 2: accumulator += 10; break;
			case 3: accumulator -= 11; break;
			case 4: return step(accumulator);
			case 5: accumulator = ~accumulator; break;
			case 6: accumulator <<= 1; break;
			case 7: accumulator = step(step(accumulator)); break;
			}
			break;
		default: return accumulator;
		}
	}

	return accumulator;
}

/* Two tables one behind the other, and one whose cases return what another function returns. */
static noinline word twice(int first, int second, word value)
{
	switch (first) {
	case 0: value += 3; break;
	case 1: value = step(value); break;
	case 2: value -= 1; break;
	case 3: value *= 5; break;
	case 4: value = mix(value, 4); break;
	case 5: value ^= 0xff; break;
	}

	switch (second) {
	case 10: return step(value);
	case 11: return classify(value & 0x7f);
	case 12: return value + 12;
	case 13: return step(value + 13);
	case 14: return value;
	case 15: return step(~value);
	default: return 0;
	}
}

/* Big enough a frame that a row lost in the table's targets shows. */
static noinline word framed(int selector, word value)
{
	volatile word space[40];

	space[selector & 31] = value;
	switch (selector) {
	case 0: value = step(space[0]); break;
	case 1: value = step(value) + 1; break;
	case 2: value = classify(value & 255); break;
	case 3: value = twice(1, 10, value); break;
	case 4: value = twice(2, 11, value); break;
	case 5: value = step(step(value)); break;
	case 6: return value;
	default: __builtin_unreachable();
	}

	return value + space[selector & 31];
}

word program(void)
{
	static const unsigned char program[] = {0, 1, 3, 6, 1, 4, 2, 7, 0, 5, 1, 7, 2, 3, 7, 6, 4, 7, 0, 7, 5, 0, 8};
	word hash = machine(program, sizeof(program));

	for (int i = 0; i < 128; i += 3)
		hash = mix(hash, classify(opaque(i)));
	for (int i = 0; i < 7; i++)
		hash = mix(hash, twice(opaque(i), opaque(10 + i), hash) + framed(opaque(i), hash));
	return hash;
}
