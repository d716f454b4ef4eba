/* SPDX-License-Identifier: MIT
 *
 * object: what has fields: entries, the organisation, and what they list.
 *
 * For     whoever reads or writes a field of one, or all of them, by the rows of field.h.
 * Owner   `object` is the struct that the row is of; what is put into it borrows the text it was
 *         given. Copies are whole, and the arena's. Lists of objects in it (an entry's notes, the
 *         organisation's members) are no fields, and not touched.
 * Errors  none. */
#ifndef JALON_MODEL_OBJECT_H
#define JALON_MODEL_OBJECT_H

#include "jalon/model/field.h"

/* The canonical text of what the object holds. */
const char *field_get(enum field field, const void *object, struct arena *arena);
/* The same once that canonical text is put: what equals the default is not said. */
const char *field_get_as_set(
	enum field field, const struct entry *entry, const char *canonical, struct arena *arena);
/* Puts a canonical text, and settles the object. */
void field_set(enum field field, void *object, const char *canonical, struct arena *arena);

struct field_value field_value_of(enum field field, const void *object);
/* As it is, not settled. */
void field_put(enum field field, void *object, struct field_value value);
bool field_is_unset(enum field field, const void *object);
/* The ids of entries that it holds, borrowed; none where it is of another kind. */
struct string_list field_references(enum field field, const void *object);
/* What counts for an entry: what it says, else its item, else what the row says. */
struct field_value field_value_counting(enum field field, const struct entry *entry);
/* Somebody said it, the organisation or the checklist's item: it is no default. */
bool field_is_said(enum field field, const struct entry *entry);

/* All of an object's fields. */
void object_unset(enum object of, void *object);
/* Once all are put: what says no more than the item does is unset, since it would only stay behind
 * when a new edition of the guide changes its mind; an organisation without a name has its id. */
void object_settle(enum object of, void *object, struct arena *arena);
/* Whole, with what it points to; NULL for NULL. */
/* Its texts as they are kept: see utf8_tidy(). */
void object_tidy(enum object of, void *object, struct arena *arena);
void *object_copy(enum object of, const void *object, struct arena *arena);
bool object_equals(enum object of, const void *a, const void *b);
size_t object_size(enum object of);
/* Members of the file that jalon does not know. */
const char *object_extra(enum object of, const void *object);
void object_put_extra(enum object of, void *object, const char *extra);

#endif
