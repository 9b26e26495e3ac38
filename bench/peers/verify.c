/*
 * What `harness bench verify` is compared with: the same library, the same guest, the same check, in plain C.
 *
 * Before every instruction the whole chain is unwound by the undwarf rows, and every frame compared with a shadow stack:
 * ip, stack pointer after the return, rbp, and the address that holds the ip; and that the chain ends at the outermost
 * frame. Nothing is remembered between instructions. Only what the workload has is handled: calls and returns, frames
 * based on rsp or rbp, one stack. Unlike the harness it does not compare callee-saved registers when a function returns.
 *
 * The library is loaded at run time and its few functions are declared here: its headers are not needed.
 *
 *	verify IMAGE STEPS empty|full	->  "points frames wrong nanoseconds" of CPU time
 *
 * IMAGE, written by the harness, little-endian 64-bit words: magic; rip, rsp, rax at the start; address of the loop
 * counter, instructions per round; stack begin, end; text begin, end; number of regions, each {address, size, protection,
 * bytes}; number of rows, each {address, undwarf v2 entry}.
 */
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MAGIC 0x31766e6562686375ull

enum { UC_ARCH_X86 = 4, UC_MODE_64 = 8, UC_HOOK_CODE = 4 };
enum { REG_RAX = 35, REG_RBP = 36, REG_RSP = 44 };
enum { BASE_UNDEFINED = 0, BASE_CFA = 1, BASE_BP = 4, BASE_SP = 5 };
enum { MAX_DEPTH = 4096, OPCODE_OTHER = 0, OPCODE_CALL = 1, OPCODE_RETURN = 2 };

struct entry {
	int16_t cfa_offset;
	int16_t bp_offset;
	uint32_t word;
};

struct frame {
	uint64_t ip, sp, bp, slot;
};

static int (*uc_open_)(int, int, void **);
static int (*uc_mem_map_ptr_)(void *, uint64_t, size_t, uint32_t, void *);
static int (*uc_hook_add_)(void *, size_t *, int, void *, void *, uint64_t, uint64_t, ...);
static int (*uc_reg_write_)(void *, int, const void *);
static int (*uc_reg_read_batch_)(void *, int *, void **, int);
static int (*uc_emu_start_)(void *, uint64_t, uint64_t, uint64_t, size_t);

static uint64_t stack_begin, stack_end, text_begin, text_size;
static unsigned char *stack_bytes;
static const unsigned char *text_bytes;
static struct entry *rows;
static int32_t *row_at;
static unsigned char *opcode_at;

static struct frame shadow[MAX_DEPTH];
static int depth, pending;
static uint64_t pending_sp, pending_bp, pending_next;
static uint64_t points, frames, wrong;

static void die(const char *what)
{
	fprintf(stderr, "verify: %s\n", what);
	exit(2);
}

static int read_word(uint64_t address, uint64_t *value)
{
	if (address - stack_begin > stack_end - stack_begin - 8)
		return 0;
	memcpy(value, stack_bytes + (address - stack_begin), 8);
	return 1;
}

/* The chain is right: every frame, and its end. */
static int unwind(uint64_t ip, uint64_t sp, uint64_t bp)
{
	uint64_t lookup = ip;
	int level = depth;

	for (;;) {
		uint64_t at = lookup - text_begin, cfa, next;
		const struct entry *entry;
		const struct frame *expected;

		if (at >= text_size || row_at[at] < 0)
			return 0;
		entry = &rows[row_at[at]];
		switch (entry->word & 15) {
		case BASE_SP:
			cfa = sp + entry->cfa_offset;
			break;
		case BASE_BP:
			cfa = bp + entry->cfa_offset;
			break;
		default:
			return level == 0 && (entry->word >> 10 & 1);
		}
		if ((entry->word >> 8 & 3) != 0 || cfa <= sp || !read_word(cfa - 8, &next))
			return 0;
		switch (entry->word >> 4 & 15) {
		case BASE_UNDEFINED:
			break;
		case BASE_CFA:
			if (!read_word(cfa + entry->bp_offset, &bp))
				return 0;
			break;
		case BASE_BP:
			if (!read_word(bp + entry->bp_offset, &bp))
				return 0;
			break;
		default:
			return 0;
		}
		if (level == 0)
			return 0;
		expected = &shadow[--level];
		if (next != expected->ip || cfa != expected->sp || bp != expected->bp || cfa - 8 != expected->slot)
			return 0;
		frames++;
		sp = cfa;
		ip = next;
		lookup = ip - 1;
	}
}

static unsigned char classify(const unsigned char *code)
{
	if (code[0] == 0xe8 || (code[0] == 0xff && (code[1] >> 3 & 7) == 2))
		return OPCODE_CALL;
	return code[0] == 0xc3 ? OPCODE_RETURN : OPCODE_OTHER;
}

static void on_code_full(void *uc, uint64_t address, uint32_t size, void *user)
{
	static int registers[] = { REG_RSP, REG_RBP };
	uint64_t sp, bp;
	void *values[] = { &sp, &bp };

	(void)user;
	uc_reg_read_batch_(uc, registers, values, 2);
	if (pending == OPCODE_CALL) {
		if (depth == MAX_DEPTH)
			die("too deep");
		shadow[depth++] = (struct frame){ pending_next, pending_sp, pending_bp, pending_sp - 8 };
	} else if (pending == OPCODE_RETURN && depth > 0 && shadow[depth - 1].slot == pending_sp) {
		depth--;
	}

	points++;
	if (!unwind(address, sp, bp))
		wrong++;
	pending = opcode_at[address - text_begin];
	pending_sp = sp;
	pending_bp = bp;
	pending_next = address + size;
}

static void on_code_empty(void *uc, uint64_t address, uint32_t size, void *user)
{
	(void)uc, (void)address, (void)size, (void)user;
	points++;
}

static uint64_t word(FILE *file)
{
	uint64_t value;

	if (fread(&value, 8, 1, file) != 1)
		die("the image is cut off");
	return value;
}

static void *load(const char *name)
{
	static void *library;
	void *symbol;

	if (!library && !(library = dlopen("libunicorn.so.2", RTLD_NOW)))
		die("libunicorn.so.2 can't be loaded");
	if (!(symbol = dlsym(library, name)))
		die(name);
	return symbol;
}

static uint64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return time.tv_sec * 1000000000ull + time.tv_nsec;
}

int main(int argc, char **argv)
{
	uint64_t rip, rsp, rax, counter, round, count, begin, row = 0;
	uint64_t *counter_word = NULL, *addresses;
	void *uc, *callback;
	size_t hook;
	FILE *file;

	if (argc != 4 || !(file = fopen(argv[1], "rb")))
		die("usage: verify IMAGE STEPS empty|full");
	uc_open_ = load("uc_open");
	uc_mem_map_ptr_ = load("uc_mem_map_ptr");
	uc_hook_add_ = load("uc_hook_add");
	uc_reg_write_ = load("uc_reg_write");
	uc_reg_read_batch_ = load("uc_reg_read_batch");
	uc_emu_start_ = load("uc_emu_start");
	if (word(file) != MAGIC || uc_open_(UC_ARCH_X86, UC_MODE_64, &uc))
		die("no image, or no engine");

	rip = word(file), rsp = word(file), rax = word(file);
	counter = word(file), round = word(file);
	stack_begin = word(file), stack_end = word(file);
	text_begin = word(file), text_size = word(file) - text_begin;
	for (count = word(file); count; count--) {
		uint64_t address = word(file), size = word(file), protection = word(file);
		unsigned char *bytes = aligned_alloc(4096, size);

		if (!bytes || fread(bytes, 1, size, file) != size || uc_mem_map_ptr_(uc, address, size, protection, bytes))
			die("a region can't be mapped");
		if (counter - address < size)
			counter_word = (uint64_t *)(bytes + (counter - address));
		if (stack_begin - address < size)
			stack_bytes = bytes + (stack_begin - address);
		if (text_begin - address < size)
			text_bytes = bytes + (text_begin - address);
	}

	count = word(file);
	rows = calloc(count, sizeof(*rows));
	addresses = calloc(count, sizeof(*addresses));
	row_at = calloc(text_size, sizeof(*row_at));
	opcode_at = calloc(text_size, 1);
	if (!rows || !addresses || !row_at || !opcode_at || !counter_word || !stack_bytes || !text_bytes)
		die("something is missing in the image");
	for (uint64_t i = 0; i < count; i++) {
		addresses[i] = word(file);
		if (fread(&rows[i], sizeof(*rows), 1, file) != 1)
			die("the image is cut off");
	}
	for (uint64_t i = 0; i < text_size; i++) {
		while (row < count && addresses[row] <= text_begin + i)
			row++;
		row_at[i] = (int32_t)row - 1;
		opcode_at[i] = classify(text_bytes + i);
	}

	callback = strcmp(argv[3], "full") ? (void *)on_code_empty : (void *)on_code_full;
	if (uc_hook_add_(uc, &hook, UC_HOOK_CODE, callback, NULL, 1, 0))
		die("no hook");
	*counter_word = strtoull(argv[2], NULL, 10) / round + 1;
	uc_reg_write_(uc, REG_RSP, &rsp);
	uc_reg_write_(uc, REG_RAX, &rax);
	begin = now();
	if (uc_emu_start_(uc, rip, 0x8000000000000000ull, 0, 0))
		die("the guest did not run to its end");
	printf("%llu %llu %llu %llu\n", (unsigned long long)points, (unsigned long long)frames, (unsigned long long)wrong,
	       (unsigned long long)(now() - begin));
	return 0;
}
