/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "sample_value.h"

static void *make_object(enum object of, struct arena *arena)
{
	void *object = arena_alloc(arena, object_size(of));

	object_unset(of, object);
	return object;
}

/* For each row alone: whatever else there is in the struct stays as it was. */
Test(object, holds_each_field_in_a_place_of_its_own)
{
	struct arena *arena = arena_new();

	for (int i = 0; i < FIELD_COUNT; i++) {
		enum field field = (enum field)i;
		enum object of = field_rows[i].of;
		const char *value;
		void *object, *other;

		if (!field_is_value_of(field, of))
			continue;
		value = sample_value(field, 0, arena);
		object = make_object(of, arena);
		other = make_object(of, arena);
		field_put(field, object, field_value_parse(field, value, arena));
		cr_expect_str_eq(field_get(field, object, arena), value, "%s", field_rows[i].name);
		cr_expect_not(object_equals(of, object, other), "%s counts", field_rows[i].name);
		for (int k = 0; k < FIELD_COUNT; k++) {
			if (field_is_value_of((enum field)k, of))
				cr_expect_eq(field_is_unset((enum field)k, object), k != i,
					"%s after %s", field_rows[k].name, field_rows[i].name);
		}
		field_put(field, object, field_value_parse(field, "", arena));
		cr_expect(object_equals(of, object, other), "%s cleared", field_rows[i].name);
	}
	arena_free(arena);
}

static void *make_full_object(enum object of, struct arena *arena)
{
	void *object = make_object(of, arena);

	for (int i = 0; i < FIELD_COUNT; i++) {
		enum field field = (enum field)i;

		if (field_is_value_of(field, of))
			field_put(field, object,
				field_value_parse(field, sample_value(field, 0, arena), arena));
	}
	object_put_extra(of, object, arena_copy(arena, "\"x\":1"));
	return object;
}

Test(object, is_copied_whole)
{
	struct arena *arena = arena_new();

	for (int i = 0; i < OBJECT_COUNT; i++) {
		enum object of = (enum object)i;
		struct arena *lost = arena_new();
		void *copy = object_copy(of, make_full_object(of, lost), arena);
		void *whole = make_full_object(of, arena);

		arena_free(lost);
		cr_expect(object_equals(of, copy, whole), "%d", i);
		object_put_extra(of, whole, NULL);
		cr_expect_not(object_equals(of, copy, whole), "%d: unknown members count", i);
	}
	cr_expect_null(object_copy(OBJECT_NOTE, NULL, arena));
	arena_free(arena);
}
