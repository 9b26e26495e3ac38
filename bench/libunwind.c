/*
 * libunwind over its own process: functions of several frame shapes nested to a depth, then unwound from the innermost.
 * Reads requests from standard input and answers each with a line:
 *
 *	MODE DEPTH MILLISECONDS	ns of CPU time per frame, and the frames that one walk finds
 *
 * MODE is "none" (unw_step, nothing cached), "global" (unw_step, libunwind's cache) or "fast" (unw_backtrace).
 */
#define UNW_LOCAL_ONLY
#include <alloca.h>
#include <libunwind.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum mode { STEP, FAST };

static enum mode mode;
static double limit;
static double result;
static int frames;

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return now.tv_sec + now.tv_nsec / 1e9;
}

static __attribute__((noinline)) int walk(void)
{
	void *addresses[256];
	unw_context_t context;
	unw_cursor_t cursor;
	int count = 0;

	if (mode == FAST)
		return unw_backtrace(addresses, 256);
	unw_getcontext(&context);
	unw_init_local(&cursor, &context);
	do
		count++;
	while (unw_step(&cursor) > 0);
	return count;
}

static __attribute__((noinline)) void innermost(void)
{
	long done = 0;
	double begin, taken;

	for (int i = 0; i < 20; i++)
		frames = walk();
	begin = seconds();
	do {
		for (int i = 0; i < 8; i++)
			done += walk();
		taken = seconds() - begin;
	} while (taken < limit);
	result = taken * 1e9 / done;
}

static void descend(int depth);

#define NOINLINE static __attribute__((noinline))

NOINLINE long shape_leafish(int depth) { descend(depth); return depth; }
NOINLINE long shape_saves(int depth, long a, long b, long c)
{
	descend(depth);
	return a * b + c;
}
NOINLINE long shape_frame(int depth)
{
	volatile char room[200];

	room[depth] = 1;
	descend(depth);
	return room[depth];
}
NOINLINE __attribute__((optimize("no-omit-frame-pointer"))) long shape_pointer(int depth) { descend(depth); return depth + 1; }

static __attribute__((noinline)) void descend(int depth)
{
	static volatile long keep;

	if (depth == 0) {
		innermost();
		return;
	}
	switch (depth & 3) {
	case 0: keep += shape_leafish(depth - 1); break;
	case 1: keep += shape_saves(depth - 1, keep, depth, keep + 1); break;
	case 2: keep += shape_frame(depth - 1); break;
	case 3: keep += shape_pointer(depth - 1); break;
	}
}

int main(void)
{
	char name[16];
	int depth, milliseconds;

	while (scanf("%15s %d %d", name, &depth, &milliseconds) == 3) {
		mode = strcmp(name, "fast") ? STEP : FAST;
		unw_set_caching_policy(unw_local_addr_space, strcmp(name, "none") ? UNW_CACHE_GLOBAL : UNW_CACHE_NONE);
		limit = milliseconds / 1e3;
		/* Every shape comes with a frame of descend; main, innermost, walk and the start code are some more. */
		descend(depth / 2);
		printf("%.4f %d\n", result, frames);
		fflush(stdout);
	}
	return 0;
}
