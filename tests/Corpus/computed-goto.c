/* Tables of labels: an interpreter that jumps from one instruction's code to the next's, and the kernel's own section for them. */
#include "corpus.h"

static noinline word work(word value)
{
	return mix(value, 3);
}

/* The section by which the kernel's BPF interpreter tells objtool that this is a table of jumps. */
static noinline word interpret(const unsigned char *code, word value)
{
	static const void *const targets[] __attribute__((section(".rodata..c_jump_table"))) = {
		&&add, &&call, &&shift, &&done, &&twice,
	};
	volatile word local[6] = {0};

	goto *targets[*code++];
add:
	value += local[1] + 1;
	goto *targets[*code++];
call:
	value = work(value);
	local[1] = value;
	goto *targets[*code++];
shift:
	value = value << 1 | value >> 63;
	goto *targets[*code++];
twice:
	value = work(work(value));
	goto *targets[*code++];
done:
	return value ^ local[1];
}

/* No section, a loop, and a second table: labels as values as any program has them. */
static noinline word plain(const unsigned char *code, int length, word value)
{
	static const void *const first[] = {&&add, &&call, &&skip};
	static const void *const second[] = {&&twice, &&skip, &&call, &&end};
	volatile word local[9] = {0};

	for (int i = 0; i < length; i++) {
		if (code[i] < 3)
			goto *first[code[i]];
		goto *second[code[i] & 3];
	add:
		value += local[2] + 3;
		continue;
	call:
		value = work(value);
		local[2] = value;
		continue;
	twice:
		value = work(value ^ work(value));
		continue;
	skip:
		i++;
	}

end:
	return value ^ local[2];
}

word program(void)
{
	static const unsigned char code[] = {0, 1, 2, 0, 4, 1, 2, 2, 1, 0, 3};
	word hash = 7;

	for (int i = 0; i < 5; i++)
		hash = mix(hash, interpret(code + opaque(i), hash) + plain(code, opaque(11 - i), hash));
	return hash;
}
