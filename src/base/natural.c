/* SPDX-License-Identifier: MIT
 *
 * A text is a run of numbers and of other bytes. All digits stand together among bytes, so that a
 * number against another byte is told by its first digit whatever the number: that makes the order
 * of such runs a lexical one, and so transitive. */
#include "jalon/base/natural.h"

#include <string.h>

static size_t digits(const char *text)
{
	return strspn(text, "0123456789");
}

/* Two runs of digits: the longer one is the greater, but for zeros in front. */
static int compare_numbers(const char *one, size_t len, const char *other, size_t other_len)
{
	for (; len && *one == '0'; len--)
		one++;
	for (; other_len && *other == '0'; other_len--)
		other++;
	if (len != other_len)
		return len < other_len ? -1 : 1;
	return memcmp(one, other, len);
}

int natural_compare(const char *one, const char *other)
{
	const char *a = one, *b = other;

	while (*a && *b) {
		size_t a_len = digits(a), b_len = digits(b);
		int order = 0;

		if (a_len && b_len) {
			order = compare_numbers(a, a_len, b, b_len);
			a += a_len;
			b += b_len;
		} else if (*a != *b) {
			order = (unsigned char)*a < (unsigned char)*b ? -1 : 1;
		} else {
			a++;
			b++;
		}
		if (order)
			return order;
	}
	if (*a || *b)
		return *a ? 1 : -1;
	return strcmp(one, other);
}

int natural_compare_elements(const void *one, const void *other)
{
	const char *const *a = one, *const *b = other;

	return natural_compare(*a, *b);
}
