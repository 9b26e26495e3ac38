/*
 * What programs made by Csmith include: types, arithmetic without undefined behaviour, and the checksum of their
 * variables, for code that runs without a C library and without floating point. The same object file is run by the
 * harness and, linked with native.s, by the processor.
 *
 * The results are those of Csmith's own headers, so that its checksums can be compared with these.
 */
#include <stddef.h>
#include <stdint.h>

#define STATIC_FUNCTION static __attribute__((unused))

/* Where the program's checksum ends up, and where its entry takes it from. */
static uint32_t harness_checksum;
int main(void);

uint64_t harness_csmith(void)
{
	main();
	return harness_checksum;
}

/* The stack protector's: the canary that it compares with is at %gs:40. */
__attribute__((noreturn)) void __stack_chk_fail(void)
{
	for (;;)
		__asm__ volatile("ud2");
}

/* Compilers call these even where a program does not. */
#define LIBRARY_FUNCTION __attribute__((noinline, used))

LIBRARY_FUNCTION void *memcpy(void *to, const void *from, size_t size)
{
	void *result = to;

	__asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(size) : : "memory");
	return result;
}

LIBRARY_FUNCTION void *memset(void *to, int value, size_t size)
{
	void *result = to;

	__asm__ volatile("rep stosb" : "+D"(to), "+c"(size) : "a"(value) : "memory");
	return result;
}

LIBRARY_FUNCTION void *memmove(void *to, const void *from, size_t size)
{
	if ((uintptr_t)to - (uintptr_t)from >= size)
		return memcpy(to, from, size);
	for (volatile unsigned char *target = to; size-- > 0;)
		target[size] = ((const unsigned char *)from)[size];
	return to;
}

LIBRARY_FUNCTION int memcmp(const void *first, const void *second, size_t size)
{
	const volatile unsigned char *a = first, *b = second;

	for (size_t i = 0; i < size; i++) {
		if (a[i] != b[i])
			return a[i] < b[i] ? -1 : 1;
	}
	return 0;
}

/* The checksum: CRC-32 over the eight bytes of each value. */
static uint32_t crc32_table[256];
static uint32_t crc32_context = 0xffffffffu;

STATIC_FUNCTION void crc32_gentab(void)
{
	for (uint32_t byte = 0; byte < 256; byte++) {
		uint32_t remainder = byte;

		for (int bit = 0; bit < 8; bit++)
			remainder = remainder & 1 ? (remainder >> 1) ^ 0xedb88320u : remainder >> 1;
		crc32_table[byte] = remainder;
	}
}

/* Called very often: inlined, it would be most of the code. */
static LIBRARY_FUNCTION void transparent_crc(uint64_t value, const char *name, int print)
{
	(void)name;
	(void)print;
	for (int i = 0; i < 64; i += 8)
		crc32_context = (crc32_context >> 8) ^ crc32_table[(crc32_context ^ (value >> i)) & 0xff];
}

STATIC_FUNCTION void platform_main_begin(void)
{
}

STATIC_FUNCTION void platform_main_end(uint32_t checksum, int print)
{
	(void)print;
	harness_checksum = checksum;
}

#define printf(...) ((void)0)

/* Arithmetic. Where the standard defines no result, the result is the first operand. */

#define SAFE_UNARY(type, sign) \
	STATIC_FUNCTION type safe_unary_minus_func_##type##_##sign(type value) \
	{ \
		return (type)(0 - (uint64_t)value); \
	}

#define SAFE_OVERFLOWING(name, builtin, type, sign) \
	STATIC_FUNCTION type safe_##name##_func_##type##_##sign##_##sign(type left, type right) \
	{ \
		type result; \
		return builtin(left, right, &result) && IS_CHECKED(type) ? left : result; \
	}

/* Types that int can hold are computed in int and cut off; unsigned types wrap around. */
#define IS_SIGNED(type) ((type)-1 < 0)
#define IS_CHECKED(type) (IS_SIGNED(type) && sizeof(type) >= sizeof(int))

#define LOWEST(type) ((type)((uint64_t)1 << (8 * sizeof(type) - 1)))
#define HIGHEST(type) ((type)(IS_SIGNED(type) ? ~LOWEST(type) : (type)-1))

#define SAFE_DIVIDING(name, operator, type, sign) \
	STATIC_FUNCTION type safe_##name##_func_##type##_##sign##_##sign(type left, type right) \
	{ \
		int is_undefined = right == 0 || (IS_SIGNED(type) && left == LOWEST(type) && right == (type)-1); \
		return is_undefined ? left : (type)(left operator right); \
	}

#define IS_NEGATIVE(type, value) (IS_SIGNED(type) && !((value) > 0 || (value) == 0))

#define SAFE_LEFT_SHIFT(type, sign, count_type, count_sign) \
	STATIC_FUNCTION type safe_lshift_func_##type##_##sign##_##count_sign(type left, count_type right) \
	{ \
		int is_undefined = IS_NEGATIVE(type, left) || (unsigned int)right >= 32 || left > (HIGHEST(type) >> right); \
		return is_undefined ? left : (type)((uint64_t)left << right); \
	}

#define SAFE_RIGHT_SHIFT(type, sign, count_type, count_sign) \
	STATIC_FUNCTION type safe_rshift_func_##type##_##sign##_##count_sign(type left, count_type right) \
	{ \
		int is_undefined = IS_NEGATIVE(type, left) || (unsigned int)right >= 32; \
		return is_undefined ? left : (type)(left >> right); \
	}

#define SAFE_ARITHMETIC(type, sign) \
	SAFE_UNARY(type, sign) \
	SAFE_OVERFLOWING(add, __builtin_add_overflow, type, sign) \
	SAFE_OVERFLOWING(sub, __builtin_sub_overflow, type, sign) \
	SAFE_OVERFLOWING(mul, __builtin_mul_overflow, type, sign) \
	SAFE_DIVIDING(div, /, type, sign) \
	SAFE_DIVIDING(mod, %, type, sign) \
	SAFE_LEFT_SHIFT(type, sign, int, s) \
	SAFE_LEFT_SHIFT(type, sign, unsigned int, u) \
	SAFE_RIGHT_SHIFT(type, sign, int, s) \
	SAFE_RIGHT_SHIFT(type, sign, unsigned int, u)

SAFE_ARITHMETIC(int8_t, s)
SAFE_ARITHMETIC(int16_t, s)
SAFE_ARITHMETIC(int32_t, s)
SAFE_ARITHMETIC(int64_t, s)
SAFE_ARITHMETIC(uint8_t, u)
SAFE_ARITHMETIC(uint16_t, u)
SAFE_ARITHMETIC(uint32_t, u)
SAFE_ARITHMETIC(uint64_t, u)
