/* SPDX-License-Identifier: MIT
 *
 * Entries are walked depth first along what they require, the path kept by hand, since a file may
 * hold one long chain. A circle is closed where the walk comes to an entry that is on its path. */
#include "jalon/model/requirement.h"

#include <string.h>

#include "jalon/text/errors.h"

enum state { UNSEEN, ON_PATH, SEEN };

struct step {
	size_t entry;
	struct string_list requires;
	size_t next; /* the requirement to follow */
};

struct walk {
	const struct organisation *org;
	struct arena *arena;
	struct step *path;
	size_t depth;
	unsigned char *states; /* of entries */
	/* That entry requires this one besides, or NULL. */
	const struct entry *asking, *asked;
};

static struct walk walk_make(const struct organisation *org, struct arena *arena)
{
	return (struct walk){ .org = org,
		.arena = arena,
		.path = ARENA_ARRAY(arena, struct step, org->entry_count + 1),
		.states = ARENA_ARRAY(arena, unsigned char, org->entry_count + 1) };
}

static struct string_list with_one_more(
	struct arena *arena, struct string_list ids, const char *more)
{
	const char **all = ARENA_ARRAY(arena, const char *, ids.count + 1);

	if (ids.count)
		memcpy(all, ids.texts, ids.count * sizeof(*all));
	all[ids.count] = more;
	return (struct string_list){ all, ids.count + 1 };
}

static void walk_enter(struct walk *walk, size_t index)
{
	const struct entry *entry = &walk->org->entries[index];
	struct step *step = &walk->path[walk->depth++];

	walk->states[index] = ON_PATH;
	*step = (struct step){ .entry = index,
		.requires = organisation_requires(walk->org, entry, walk->arena, NULL) };
	if (entry == walk->asking)
		step->requires = with_one_more(walk->arena, step->requires, walk->asked->id);
}

/* The part of the path from `first` on. */
static struct string_list circle_from(const struct walk *walk, size_t first)
{
	const char **ids = ARENA_ARRAY(walk->arena, const char *, walk->depth + 1);
	size_t at = 0;

	while (walk->path[at].entry != first)
		at++;
	for (size_t i = at; i < walk->depth; i++)
		ids[i - at] = walk->org->entries[walk->path[i].entry].id;
	return (struct string_list){ ids, walk->depth - at };
}

/* One that goes through `start` where `only` says so, else any that can be reached from there. */
static struct string_list walk_from(struct walk *walk, size_t start, bool only)
{
	walk_enter(walk, start);
	while (walk->depth) {
		struct step *step = &walk->path[walk->depth - 1];
		size_t required;

		if (step->next == step->requires.count) {
			walk->states[step->entry] = SEEN;
			walk->depth--;
			continue;
		}
		required = (size_t)(organisation_find_entry(
					    walk->org, step->requires.texts[step->next++]) -
				    walk->org->entries);
		if (walk->states[required] == UNSEEN)
			walk_enter(walk, required);
		else if (walk->states[required] == ON_PATH && (!only || required == start))
			return circle_from(walk, required);
	}
	return (struct string_list){ NULL, 0 };
}

struct string_list requirement_circle(
	const struct organisation *org, struct arena *arena, const char *entry_id, const char *more)
{
	struct walk walk = walk_make(org, arena);
	const struct entry *entry = organisation_find_entry(org, entry_id);

	if (!entry)
		return (struct string_list){ NULL, 0 };
	walk.asked = more ? organisation_find_entry(org, more) : NULL;
	walk.asking = walk.asked ? entry : NULL;
	return walk_from(&walk, (size_t)(entry - org->entries), true);
}

struct string_list requirement_any_circle(const struct organisation *org, struct arena *arena)
{
	struct string_list circle = { NULL, 0 };
	struct walk walk = walk_make(org, arena);

	for (size_t i = 0; i < org->entry_count && circle.count == 0; i++) {
		if (walk.states[i] == UNSEEN)
			circle = walk_from(&walk, i, false);
	}
	return circle;
}

static bool requires_anew(const struct change *change)
{
	return change->field == FIELD_REQUIRES || change->field == FIELD_ACTION_REQUIRES ||
	       (change->field == FIELD_ACTION && change->to.action);
}

struct string_list requirement_closed_circle(
	const struct organisation *org, struct arena *arena, const struct change_list *applied)
{
	struct string_list circle = { NULL, 0 };

	for (size_t i = 0; i < applied->count && circle.count == 0; i++) {
		if (requires_anew(&applied->changes[i]))
			circle = requirement_circle(org, arena, applied->changes[i].entry, NULL);
	}
	return circle;
}

void requirement_add_circle(struct buf *out, struct string_list circle)
{
	for (size_t i = 0; i < circle.count; i++)
		buf_add_format(out, "%s → ", circle.texts[i]);
	if (circle.count)
		buf_add(out, circle.texts[0]);
}

bool requirement_check(const struct organisation *org, struct arena *arena,
	const struct change_list *applied, struct err *err)
{
	struct string_list circle = requirement_closed_circle(org, arena, applied);
	struct buf ids = BUF_INIT;

	if (circle.count == 0)
		return true;
	requirement_add_circle(&ids, circle);
	err_set(err, ERR_USAGE, MSG_REQUIRES_ROUND, ids.text, "%s.requires", circle.texts[0]);
	buf_release(&ids);
	return false;
}
