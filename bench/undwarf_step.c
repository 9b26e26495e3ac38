/*
 * The undwarf step in C, on the table and the stacks that the harness's benchmark writes to a file: what a compiler makes
 * of the same algorithm. Reads requests from standard input and answers each with a line:
 *
 *	LOOKUP MODE MILLISECONDS	ns of CPU time per frame, and the frames that one walk finds
 *
 * LOOKUP is "search", "direct", "small" (blocks of 256 bytes) or a number of blocks; MODE is "warm" (one stack again and
 * again), "cold" (all stacks in turn) or "lookup" (the lookup alone, at random addresses).
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct header {
	uint64_t rows, stacks, addresses, text_begin, text_size, arena_begin, arena_words, stack_bytes;
};

struct row {
	int16_t cfa_offset, bp_offset;
	uint32_t bits;			/* cfa_reg:4 bp_reg:4 type:2 end:1 */
};

struct start {
	uint64_t ip, sp, bp;
};

enum { REG_UNDEFINED = 0, REG_CFA = 1, REG_BP = 4, REG_SP = 5 };

static struct header header;
static uint32_t *starts;		/* of rows, as offsets from the text's begin */
static struct row *rows;
static uint64_t *arena;
static struct start *stacks;
static uint32_t *addresses;
static uint32_t *blocks, *direct;
static uint32_t block_count, block_size;

static void *read_array(FILE *file, uint64_t count, size_t size)
{
	void *array = malloc(count * size);

	if (!array || fread(array, size, count, file) != count) {
		fprintf(stderr, "undwarf_step: the file is too short\n");
		exit(2);
	}
	return array;
}

static uint32_t rightmost(uint32_t low, uint32_t high, uint32_t offset)
{
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;

		if (starts[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static void build_blocks(uint32_t count, uint32_t size)
{
	free(blocks);
	block_count = count;
	block_size = size;
	blocks = malloc((count + 1) * sizeof(*blocks));
	for (uint64_t i = 0; i <= count; i++) {
		uint64_t offset = i * size < header.text_size ? i * size : header.text_size;

		blocks[i] = rightmost(0, header.rows, offset);
	}
}

static void build_direct(void)
{
	uint32_t row = 0;

	if (direct)
		return;
	direct = malloc(header.text_size * sizeof(*direct));
	for (uint64_t i = 0; i < header.text_size; i++) {
		while (row + 1 < header.rows && starts[row + 1] <= i)
			row++;
		direct[i] = row;
	}
}

typedef const struct row *(*find_function)(uint64_t ip);

#define FINDER(name, expression)						\
static inline const struct row *name(uint64_t ip)				\
{										\
	uint64_t offset = ip - header.text_begin;				\
										\
	if (offset >= header.text_size)						\
		return NULL;							\
	return &rows[expression];						\
}

FINDER(find_search, rightmost(0, header.rows, offset))
FINDER(find_blocks, rightmost(blocks[(uint32_t)offset / block_size], blocks[(uint32_t)offset / block_size + 1] + 1, offset))
FINDER(find_small, rightmost(blocks[offset >> 8], blocks[(offset >> 8) + 1] + 1, offset))
FINDER(find_direct, direct[offset])

/* Walks one stack to its end; the number of callers found. The checks are those of the C# unwinder. */
#define WALKER(name, find)							\
static int name(const struct start *from)					\
{										\
	uint64_t ip = from->ip, sp = from->sp, bp = from->bp;			\
	uint64_t low = sp - (sp - header.arena_begin) % header.stack_bytes;	\
	uint64_t high = low + header.stack_bytes;				\
	int signal = 1, frames = 0;						\
										\
	for (;;) {								\
		const struct row *row = find(ip - !signal);			\
		uint64_t cfa;							\
										\
		if (!row)							\
			return frames;						\
		switch (row->bits & 15) {					\
		case REG_SP:							\
			cfa = sp + row->cfa_offset;				\
			break;							\
		case REG_BP:							\
			cfa = bp + row->cfa_offset;				\
			break;							\
		default:							\
			return frames;						\
		}								\
		if (row->bits >> 8 & 3 || cfa - 8 < low || cfa > high)		\
			return frames;						\
		ip = arena[(cfa - 8 - header.arena_begin) / 8];			\
		switch (row->bits >> 4 & 15) {					\
		case REG_UNDEFINED:						\
			break;							\
		case REG_CFA:							\
			if (cfa + row->bp_offset < low || cfa + row->bp_offset + 8 > high)	\
				return frames;					\
			bp = arena[(cfa + row->bp_offset - header.arena_begin) / 8];	\
			break;							\
		default:							\
			return frames;						\
		}								\
		if (cfa <= sp)							\
			return frames;						\
		sp = cfa;							\
		signal = 0;							\
		frames++;							\
	}									\
}

WALKER(walk_search, find_search)
WALKER(walk_blocks, find_blocks)
WALKER(walk_small, find_small)
WALKER(walk_direct, find_direct)

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return now.tv_sec + now.tv_nsec / 1e9;
}

static uint64_t sink;

static void measure(int (*walk)(const struct start *), find_function find, const char *mode, double limit)
{
	uint64_t count = strcmp(mode, "lookup") ? strcmp(mode, "cold") ? 1 : header.stacks : header.addresses;
	uint64_t done = 0, next = 0;
	double begin = seconds(), taken;
	int batch = strcmp(mode, "lookup") ? 256 : 4096;

	do {
		for (int i = 0; i < batch; i++) {
			if (batch == 256) {
				done += walk(&stacks[next]);
			} else {
				sink += find(header.text_begin + addresses[next])->cfa_offset;
				done++;
			}
			if (++next == count)
				next = 0;
		}
		taken = seconds() - begin;
	} while (taken < limit);
	printf("%.4f %d\n", taken * 1e9 / done, walk(&stacks[0]));
	fflush(stdout);
}

int main(int argc, char **argv)
{
	FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
	char lookup[16], mode[16];
	int milliseconds;

	if (!file || fread(&header, sizeof(header), 1, file) != 1) {
		fprintf(stderr, "usage: undwarf_step FILE\n");
		return 2;
	}
	starts = read_array(file, header.rows, sizeof(*starts));
	rows = read_array(file, header.rows, sizeof(*rows));
	arena = read_array(file, header.arena_words, sizeof(*arena));
	stacks = read_array(file, header.stacks, sizeof(*stacks));
	addresses = read_array(file, header.addresses, sizeof(*addresses));
	fclose(file);

	while (scanf("%15s %15s %d", lookup, mode, &milliseconds) == 3) {
		double limit = milliseconds / 1e3;
		uint32_t count = strtoul(lookup, NULL, 10);

		if (!strcmp(lookup, "search")) {
			measure(walk_search, find_search, mode, limit);
		} else if (!strcmp(lookup, "direct")) {
			build_direct();
			measure(walk_direct, find_direct, mode, limit);
		} else if (!strcmp(lookup, "small")) {
			build_blocks((header.text_size + 255) / 256, 256);
			measure(walk_small, find_small, mode, limit);
		} else if (count) {
			build_blocks(count, (header.text_size + count - 1) / count);
			measure(walk_blocks, find_blocks, mode, limit);
		} else {
			fprintf(stderr, "undwarf_step: lookup '%s'\n", lookup);
			return 2;
		}
	}
	return sink == 1;
}
