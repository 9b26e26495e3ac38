/*
 * The native program that GDB steps through for `harness bench verify`: DEPTH frames, then a loop of small calls.
 * Compiled with call frame information, so that GDB unwinds by tables.
 */
#ifndef DEPTH
#define DEPTH 8
#endif

static volatile long values[4] = { 3, 5, 7, 11 };

__attribute__((noinline)) static long leaf(long a, long b)
{
	return a * values[0] + b * values[1] + (a >> 3);
}

__attribute__((noinline)) long work(void)
{
	long sum = 0;

	for (long i = 0; i < 1000000000; i++)
		sum += leaf(i, values[2]);
	return sum;
}

__attribute__((noinline)) static long descend(int depth)
{
	return depth > 1 ? descend(depth - 1) + values[3] : work();
}

int main(void)
{
	return (int)descend(DEPTH - 1);
}
