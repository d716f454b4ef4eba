/* SPDX-License-Identifier: MIT */
#include "jalon/model/checklist.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/sort.h"

static const char *const kind_names[KIND_COUNT] = {
	[KIND_RECOMMENDATION] = "recommendation",
	[KIND_QUESTION] = "question",
	[KIND_OPPORTUNITY] = "opportunity",
	[KIND_VIGILANCE] = "vigilance",
	[KIND_ACTION] = "action",
};
static const char *const scope_names[SCOPE_COUNT] = {
	[SCOPE_ORGANISATION] = "organisation",
	[SCOPE_SERVICE] = "service",
};
static const char *const origin_names[ORIGIN_COUNT] = {
	[ORIGIN_GUIDE] = "guide",
	[ORIGIN_PROJECT] = "project",
};
const char *const priority_names[PRIORITY_COUNT] = {
	[PRIORITY_NONE] = "",
	[PRIORITY_MUST] = "must",
	[PRIORITY_SHOULD] = "should",
	[PRIORITY_COULD] = "could",
};

bool string_list_has(struct string_list list, const char *text)
{
	for (size_t i = 0; i < list.count; i++) {
		if (strcmp(list.texts[i], text) == 0)
			return true;
	}
	return false;
}

bool id_is_valid(const char *id)
{
	size_t len = strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return len > 0 && len <= ID_LEN_MAX && id[len] == '\0' && id[0] != '-';
}

/* Index of `name` among names[first] to names[count - 1], or −1. */
static int name_index(const char *const *names, int first, int count, const char *name)
{
	for (int i = first; i < count; i++) {
		if (strcmp(names[i], name) == 0)
			return i;
	}
	return -1;
}

const char *kind_name(enum kind kind)
{
	return kind_names[kind];
}

const char *origin_name(enum origin origin)
{
	return origin_names[origin];
}

const char *priority_name(enum priority priority)
{
	return priority_names[priority];
}

bool kind_parse(const char *name, enum kind *kind)
{
	int index = name_index(kind_names, 0, KIND_ACTION, name);

	if (index >= 0)
		*kind = (enum kind)index;
	return index >= 0;
}

bool scope_parse(const char *name, enum scope *scope)
{
	int index = name_index(scope_names, 0, SCOPE_COUNT, name);

	if (index >= 0)
		*scope = (enum scope)index;
	return index >= 0;
}

bool origin_parse(const char *name, enum origin *origin)
{
	int index = name_index(origin_names, 0, ORIGIN_COUNT, name);

	if (index >= 0)
		*origin = (enum origin)index;
	return index >= 0;
}

bool priority_parse(const char *name, enum priority *priority)
{
	int index = name_index(priority_names, PRIORITY_MUST, PRIORITY_COUNT, name);

	if (index >= 0)
		*priority = (enum priority)index;
	return index >= 0;
}

static int compare_items(const void *a, const void *b)
{
	const struct item *const *one = a, *const *other = b;

	return strcmp((*one)->id, (*other)->id);
}

static int compare_id_with_item(const void *id, const void *item)
{
	const struct item *const *candidate = item;

	return strcmp(id, (*candidate)->id);
}

void checklist_index(struct checklist *checklist, struct arena *arena)
{
	const struct item **by_id = ARENA_ARRAY(arena, const struct item *, checklist->item_count);

	for (size_t i = 0; i < checklist->item_count; i++)
		by_id[i] = &checklist->items[i];
	sort_array(by_id, checklist->item_count, sizeof(*by_id), compare_items);
	checklist->items_by_id = by_id;
}

const struct item *checklist_find_item(const struct checklist *checklist, const char *id)
{
	const struct item *const *found = NULL;

	if (checklist->item_count)
		found = bsearch(id, checklist->items_by_id, checklist->item_count,
			sizeof(*checklist->items_by_id), compare_id_with_item);
	return found ? *found : NULL;
}

const struct reference *checklist_find_reference(const struct checklist *checklist, const char *id)
{
	for (size_t i = 0; i < checklist->reference_count; i++) {
		if (strcmp(checklist->references[i].id, id) == 0)
			return &checklist->references[i];
	}
	return NULL;
}

/* The walk of a depth-first search, kept by hand: a checklist may be one long chain. */
struct walk {
	const struct item **path;
	size_t *next_requirement; /* of each item on the path */
	size_t depth;
	char *state; /* by item index */
};

enum { UNSEEN, ON_PATH, FINISHED };

static void walk_enter(struct walk *walk, const struct item *item)
{
	walk->path[walk->depth] = item;
	walk->next_requirement[walk->depth++] = 0;
	walk->state[item->index] = ON_PATH;
}

/* From the item where the path closes to the path's end. */
static struct string_list walk_cycle(
	const struct walk *walk, const struct item *closing, struct arena *arena)
{
	size_t start = walk->depth;
	const char **ids;

	do
		start--;
	while (walk->path[start] != closing);
	ids = ARENA_ARRAY(arena, const char *, walk->depth - start);
	for (size_t i = start; i < walk->depth; i++)
		ids[i - start] = walk->path[i]->id;
	return (struct string_list){ ids, walk->depth - start };
}

static struct string_list walk_from(struct walk *walk, const struct checklist *checklist,
	const struct item *start, struct arena *arena)
{
	walk_enter(walk, start);
	while (walk->depth) {
		const struct item *item = walk->path[walk->depth - 1];
		size_t *next = &walk->next_requirement[walk->depth - 1];
		const struct item *required;

		if (*next == item->requires.count) {
			walk->state[item->index] = FINISHED;
			walk->depth--;
			continue;
		}
		required = checklist_find_item(checklist, item->requires.texts[(*next)++]);
		if (!required || walk->state[required->index] == FINISHED)
			continue;
		if (walk->state[required->index] == ON_PATH)
			return walk_cycle(walk, required, arena);
		walk_enter(walk, required);
	}
	return (struct string_list){ NULL, 0 };
}

struct string_list checklist_find_cycle(const struct checklist *checklist, struct arena *arena)
{
	struct walk walk = {
		.path = ARENA_ARRAY(arena, const struct item *, checklist->item_count),
		.next_requirement = ARENA_ARRAY(arena, size_t, checklist->item_count),
		.state = ARENA_ARRAY(arena, char, checklist->item_count),
	};
	struct string_list cycle = { NULL, 0 };

	for (size_t i = 0; i < checklist->item_count && !cycle.count; i++) {
		if (walk.state[i] == UNSEEN)
			cycle = walk_from(&walk, checklist, &checklist->items[i], arena);
	}
	return cycle;
}
