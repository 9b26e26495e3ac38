/*
 * What the programs of this folder share. Each has a program() that returns a checksum, calls nothing outside and depends on
 * no address: whatever a compiler makes of it, it can be analysed and executed.
 */
#pragma once
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

typedef uint64_t word;

#define noinline __attribute__((noinline))

/* The compiler knows neither the value nor where it comes from. */
static inline word opaque(word value)
{
	__asm__ volatile("" : "+r"(value));
	return value;
}

static inline word mix(word hash, word value)
{
	hash ^= value;
	return (hash << 23 | hash >> 41) * 0x9e3779b97f4a7c15;
}

/* Compilers call these on their own, and some options turn loops into calls of them: hence assembly. */
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

/* What the outermost frame calls. */
word program(void);

__asm__(".text; .globl main; .type main, @function; main: jmp program; .size main, . - main");
