/* SPDX-License-Identifier: MIT */
#include "cli/suggest.h"

#include <string.h>

/* Longer texts are no slips of the finger; the tables stay small. */
enum { TYPED_MAX = 64 };

static size_t smallest(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

size_t suggest_distance(const char *typed, const char *candidate)
{
	size_t rows[3][TYPED_MAX + 1];
	size_t typed_len = strlen(typed), len = strlen(candidate);
	size_t *before = rows[0], *above = rows[1], *row = rows[2];

	if (typed_len > TYPED_MAX || len > TYPED_MAX)
		return typed_len > len ? typed_len : len;
	for (size_t k = 0; k <= len; k++)
		row[k] = before[k] = k;
	for (size_t i = 1; i <= typed_len; i++) {
		size_t *oldest = before;

		before = above;
		above = row;
		row = oldest;
		row[0] = i;
		for (size_t k = 1; k <= len; k++) {
			bool same = typed[i - 1] == candidate[k - 1];
			bool swapped = i > 1 && k > 1 && typed[i - 1] == candidate[k - 2] &&
				       typed[i - 2] == candidate[k - 1];

			row[k] = smallest(above[k] + 1, row[k - 1] + 1, above[k - 1] + !same);
			if (swapped && before[k - 2] + 1 < row[k])
				row[k] = before[k - 2] + 1;
		}
	}
	return row[len];
}

const char *suggest_nearest(const char *typed, struct string_list candidates)
{
	enum { LETTERS_A_MISTAKE = 3 };
	size_t typed_len = strlen(typed), least = typed_len / LETTERS_A_MISTAKE;
	const char *nearest = NULL;

	if (least == 0)
		least = 1;
	if (typed_len < 2)
		return NULL;
	for (size_t i = 0; i < candidates.count; i++) {
		const char *candidate = candidates.texts[i];
		size_t distance = suggest_distance(typed, candidate);

		if (strncmp(candidate, typed, typed_len) == 0)
			distance = 1;
		if (distance < least || (distance == least && !nearest)) {
			nearest = candidate;
			least = distance;
		}
	}
	return nearest;
}
