/* SPDX-License-Identifier: MIT
 *
 * change: one field of one entry going from one value to another.
 *
 * For     everything that writes. Screens, commands, imports and undo build changes; only
 *         store_commit() puts them on the disk, all or none.
 * Owner   a change borrows its strings from the arena it was built in. Nobody frees one.
 * Errors  changes_apply(): ERR_CONFLICT when `from` is no longer what the field holds (and it
 *         does not hold `to` already), ERR_FAILED for an entry that does not exist, ERR_USAGE
 *         for what a rule forbids (not_applicable without a reason). The organisation may be half
 *         changed then: it is a private copy, to be dropped.
 * Source  DESIGN.md, "One way through". */
#ifndef JALON_MODEL_CHANGE_H
#define JALON_MODEL_CHANGE_H

#include "jalon/model/object.h"
#include "jalon/model/organisation.h"

/* A scalar's canonical text, or one object; all unset ({ .text = "" }) means "not there". */
struct value {
	const char *text; /* never NULL */
	const struct note *note;
	const struct action *action;
	const struct member *member;
	const struct service *service;
	const struct kept_conflict *kept;
};

#define VALUE_NONE                                                                                 \
	{                                                                                          \
		.text = ""                                                                         \
	}

/* `entry` of a change that makes an own action (its id is given when it is applied), and of the
 * changes after it in the same list that are about that action. No id can be "+". A service
 * whose id is "" is given one likewise. */
#define CHANGE_NEW_ACTION "+"

struct change {
	const char *entry; /* or another subject, by its name: see jalon/model/subject.h */
	enum field field;
	struct value from; /* what the author saw; objects: not there when they add one */
	struct value to;
	/* Where in its list it stood that goes, and stands that comes back: the id or name of the
	 * service, member or action behind it (NULL: none); of a note its number among the entry's,
	 * from 1 (0: where its time puts it). Others may have changed the list since; then it is
	 * the nearest place there is. */
	const char *before;
	size_t number;
};

/* What stood in the way: for a screen that shows both values. Strings as in the change and the
 * organisation that met. `by` and `at_utc` are filled by the store ("" and 0 if unknown). */
struct conflict {
	const char *entry;
	enum field field;
	struct value seen, found, wanted;
	const char *by;
	int64_t at_utc;
};

/* A growing list, in an arena. */
struct change_list {
	struct change *changes;
	size_t count, room;
};

void change_list_add(struct change_list *list, struct arena *arena, struct change change);
/* What the field holds once the list is applied up to here: an earlier change of the same field
 * counts before the snapshot. */
const char *change_list_value(const struct change_list *list, const char *entry_id,
	enum field field, const char *in_snapshot);
/* One canonical text in place of another, which the snapshot holds; nothing where they are the
 * same, but that it is a choice: to say again what stands is to choose, where another value waits
 * for somebody who does. */
void change_list_add_text(struct change_list *list, struct arena *arena, const char *entry_id,
	enum field field, const char *from, const char *to, bool is_choice);
/* FIELD=canonical for an entry, from what the snapshot shows now; nothing where it is the same. */
void change_list_add_field(struct change_list *list, struct arena *arena, const struct entry *entry,
	enum field field, const char *canonical);
/* The same for a field of the organisation itself: name, language, capacity. */
void change_list_add_organisation_field(struct change_list *list, struct arena *arena,
	const struct organisation *org, enum field field, const char *canonical);
void change_list_add_note(struct change_list *list, struct arena *arena, const char *entry_id,
	int64_t at_utc, const char *by, const char *text);
/* Note NUMBER of the entry, from 1, put right by who wrote it, or taken back (`text` NULL).
 * ERR_FAILED: there is none, or it is somebody else's. */
bool change_list_add_note_change(struct change_list *list, struct arena *arena,
	const struct entry *entry, size_t number, int64_t at_utc, const char *by, const char *text,
	struct err *err);
/* The change that takes it back. */
struct change change_inverse(const struct change *change, struct arena *arena);
/* Whole, with what they point to. */
struct change_list change_list_copy(struct arena *arena, const struct change_list *changes);
/* The changes that take these back, in the order to apply them. */
struct change_list change_list_inverse(
	const struct change *changes, size_t count, struct arena *arena);

/* Whole, with what it points to. */
/* The same, as it is kept: see object_tidy(). */
struct value value_tidy(struct arena *arena, const struct value *value);
struct value value_copy(struct arena *arena, const struct value *value);
bool value_is_none(const struct value *value);
/* What its object says or is called: a note's text, a title, a name, the value that waits; NULL
 * where it has none. */
const char *value_object_text(const struct value *value);
bool value_equals(const struct value *a, const struct value *b);

/* Of what changes_apply() made: whether each entry whose status these changes clear is new now.
 * ERR_USAGE where it says anything else, and so counts as todo. */
bool changes_check_new(const struct organisation *org, struct arena *arena,
	const struct change *changes, size_t count, struct err *err);

/* Applies to a private copy, checks every rule, and adds to `applied` what really changed, with
 * new ids filled in and objects copied into the arena. *new_id: the last id given, or untouched. */
bool changes_apply(struct organisation *org, struct arena *arena, const struct change *changes,
	size_t count, struct change_list *applied, const char **new_id, struct conflict *conflict,
	struct err *err);

#endif
