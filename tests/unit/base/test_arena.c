/* SPDX-License-Identifier: MIT */
#include "jalon/base/arena.h"

#include <criterion/criterion.h>
#include <stdalign.h>
#include <stdint.h>
#include <string.h>

Test(arena, hands_out_zeroed_and_aligned_pieces_that_do_not_overlap)
{
	enum { PIECES = 400 };
	struct arena *arena = arena_new();
	unsigned char *pieces[PIECES];

	for (size_t i = 0; i < PIECES; i++) {
		size_t size = i * i % 3000 + 1;

		pieces[i] = arena_alloc(arena, size);
		cr_assert_eq((uintptr_t)pieces[i] % alignof(max_align_t), 0, "piece %zu", i);
		for (size_t at = 0; at < size; at++)
			cr_assert_eq(pieces[i][at], 0, "piece %zu, byte %zu", i, at);
		memset(pieces[i], (int)(i % 251 + 1), size);
	}
	for (size_t i = 0; i < PIECES; i++) {
		for (size_t at = 0; at < i * i % 3000 + 1; at++)
			cr_assert_eq(pieces[i][at], i % 251 + 1, "piece %zu, byte %zu", i, at);
	}
	arena_free(arena);
}

Test(arena, holds_a_piece_larger_than_any_block_and_goes_on)
{
	struct arena *arena = arena_new();
	char *before = arena_copy(arena, "before");
	char *large = arena_alloc(arena, 3 << 20);
	char *after = arena_copy(arena, "after");

	memset(large, 'x', 3 << 20);
	cr_expect_str_eq(before, "before");
	cr_expect_str_eq(after, "after");
	arena_free(arena);
}

Test(arena, is_zeroed_again_after_clear)
{
	struct arena *arena = arena_new();

	for (int round = 0; round < 5; round++) {
		for (size_t i = 0; i < 100; i++) {
			char *piece = arena_alloc(arena, i * 100);

			for (size_t at = 0; at < i * 100; at++)
				cr_assert_eq(piece[at], 0, "round %d", round);
			memset(piece, 0x5a, i * 100);
		}
		cr_expect_gt(arena_size_bytes(arena), 100 * 99 / 2 * 100 - 1);
		arena_clear(arena);
		cr_expect_eq(arena_size_bytes(arena), 0);
	}
	arena_free(arena);
}

Test(arena, copies_text)
{
	struct arena *arena = arena_new();
	char text[] = "abcdef";
	char *copy = arena_copy(arena, text);
	char *start = arena_copy_len(arena, text, 3);

	memset(text, 'x', 3);
	cr_expect_str_eq(copy, "abcdef");
	cr_expect_str_eq(start, "abc");
	cr_expect_str_eq(arena_copy_len(arena, NULL, 0), "");
	cr_expect_str_eq(arena_copy(arena, ""), "");
	arena_free(arena);
}

/* Most of what a checklist is made of is short. */
Test(arena, puts_texts_close_together_and_objects_where_they_may_stand)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < 1000; i++) {
		char *text = arena_copy(arena, "ab"), *next = arena_copy(arena, "c");

		cr_expect_str_eq(text, "ab", "text %zu", i);
		cr_expect_leq(next > text ? next - text : 3, 3, "text %zu", i);
		cr_expect_eq((uintptr_t)ARENA_NEW(arena, int64_t) % alignof(max_align_t), 0,
			"object %zu", i);
	}
	cr_expect_eq(arena_size_bytes(arena), 1000 * (3 + 2 + sizeof(int64_t)));
	arena_free(arena);
}

Test(arena, formats_text_of_any_length)
{
	struct arena *arena = arena_new();
	char *wide = arena_format(arena, "%*d", 20000, 7);

	cr_expect_str_eq(arena_format(arena, "%s-%d", "é", 12), "é-12");
	cr_expect_str_eq(arena_format(arena, "%s", ""), "");
	cr_expect_eq(strlen(wide), 20000);
	cr_expect_eq(wide[19999], '7');
	arena_free(arena);
}

Test(arena, makes_arrays_of_any_type)
{
	struct arena *arena = arena_new();
	int *numbers = ARENA_ARRAY(arena, int, 1000);
	int64_t *number = ARENA_NEW(arena, int64_t);

	cr_expect_eq(numbers[999], 0);
	cr_expect_eq(*number, 0);
	cr_expect_not_null(ARENA_ARRAY(arena, int, 0));
	arena_free(arena);
}

Test(arena, frees_nothing_without_harm)
{
	struct arena *arena = arena_new();

	arena_free(NULL);
	cr_expect_str_eq(arena_format(arena, "%s", "still there"), "still there");
	arena_free(arena);
}

Test(arena, grows_an_array_and_keeps_what_is_in_it)
{
	struct arena *arena = arena_new();
	size_t room = 0;
	int *numbers = NULL;

	for (size_t i = 0; i < 1000; i++) {
		if (i == room)
			numbers = arena_grow(arena, numbers, &room, sizeof(*numbers));
		cr_assert_lt(i, room);
		cr_expect_eq(numbers[i], 0, "new room is empty");
		numbers[i] = (int)i;
	}
	for (size_t i = 0; i < 1000; i++)
		cr_expect_eq(numbers[i], (int)i);
	arena_free(arena);
}
