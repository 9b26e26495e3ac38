/* Code of libraries: sorting through a callback, checksums, string and bit work, 128-bit arithmetic, structures copied about. */
#include "corpus.h"

struct record {
	word key;
	unsigned char name[24];
	struct record *next;
};

typedef int (*order)(const struct record *, const struct record *);

static noinline int by_key(const struct record *a, const struct record *b) { return a->key < b->key ? -1 : a->key > b->key; }

static noinline int by_name(const struct record *a, const struct record *b)
{
	for (size_t i = 0; i < sizeof(a->name); i++) {
		if (a->name[i] != b->name[i])
			return a->name[i] - b->name[i];
	}

	return by_key(a, b);
}

static noinline void sift(struct record *records, int root, int count, order compare)
{
	for (int child; (child = 2 * root + 1) < count; root = child) {
		if (child + 1 < count && compare(&records[child], &records[child + 1]) < 0)
			child++;
		if (compare(&records[root], &records[child]) >= 0)
			return;
		struct record swap = records[root];

		records[root] = records[child];
		records[child] = swap;
	}
}

static noinline void sort(struct record *records, int count, order compare)
{
	for (int i = count / 2; i-- > 0;)
		sift(records, i, count, compare);
	for (int i = count; i-- > 1;) {
		struct record swap = records[0];

		records[0] = records[i];
		records[i] = swap;
		sift(records, 0, i, compare);
	}
}

static noinline struct record *merge(struct record *a, struct record *b, order compare)
{
	if (!a)
		return b;
	if (!b)
		return a;
	if (compare(a, b) <= 0) {
		a->next = merge(a->next, b, compare);
		return a;
	}

	b->next = merge(a, b->next, compare);
	return b;
}

static noinline uint32_t crc(const unsigned char *bytes, size_t size)
{
	uint32_t remainder = ~0u;

	while (size--) {
		remainder ^= *bytes++;
		for (int i = 0; i < 8; i++)
			remainder = remainder >> 1 ^ (remainder & 1 ? 0xedb88320 : 0);
	}
	return ~remainder;
}

static noinline word multiply(word a, word b, word modulus)
{
	unsigned __int128 product = (unsigned __int128)a * b;
	word high = product >> 64, low = product;

	for (int i = 0; i < 64; i++) {
		word carry = high >> 63;

		high = high << 1 | low >> 63;
		low <<= 1;
		if (carry || high >= modulus)
			high -= modulus;
	}
	return high;
}

static noinline int format(unsigned char *out, word value, unsigned int base)
{
	unsigned char digits[64];
	int count = 0, length;

	do {
		digits[count++] = "0123456789abcdef"[value % base];
		value /= base;
	} while (value);
	for (length = 0; count > 0; length++)
		out[length] = digits[--count];
	out[length] = 0;
	return length;
}

word program(void)
{
	struct record records[13];
	word hash = 1;

	for (int i = 0; i < 13; i++) {
		records[i].key = hash = mix(hash, opaque(i));
		memset(records[i].name, 0, sizeof(records[i].name));
		format(records[i].name, hash >> 40, 10 + i % 7);
	}

	sort(records, 13, by_key);
	hash = mix(hash, crc((unsigned char *)&records[3].key, 8));
	sort(records, 13, by_name);
	for (int i = 0; i < 13; i++) {
		records[i].next = i == 5 || i == 12 ? NULL : &records[i + 1];
		hash = mix(hash, crc(records[i].name, sizeof(records[i].name)));
	}

	for (struct record *i = merge(&records[0], &records[6], by_name); i; i = i->next)
		hash = mix(hash, i->key);
	return mix(hash, multiply(hash, opaque(0x123456789abcdef), 0x7fffffffffffffe7));
}
