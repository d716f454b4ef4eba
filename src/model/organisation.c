/* SPDX-License-Identifier: MIT
 *
 * The join: what the checklists ask, for whom, and what was said about it, in one array in the
 * order of the screen. It is made anew after each change of services or actions; the entries
 * that somebody touched are carried over by id. */
#include "jalon/model/organisation.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/sort.h"
#include "jalon/base/utf8.h"
#include "jalon/model/object.h"

struct join {
	struct organisation *org;
	struct arena *arena;
	struct entry unset;        /* what nobody said anything about */
	const struct entry **said; /* sorted by id */
	bool *said_used;
	size_t said_count;
	const struct action **actions; /* sorted by item, then as in the file */
	bool *action_placed;           /* as in the file */
	size_t group_room;
};

static int compare_entries(const void *a, const void *b)
{
	const struct entry *const *one = a, *const *other = b;

	return strcmp((*one)->id, (*other)->id);
}

static int compare_id_with_entry(const void *id, const void *entry)
{
	const struct entry *const *candidate = entry;

	return strcmp(id, (*candidate)->id);
}

static int compare_actions(const void *a, const void *b)
{
	const struct action *const *one = a, *const *other = b;
	int order = strcmp((*one)->item, (*other)->item);

	if (order)
		return order;
	return *one < *other ? -1 : *one > *other;
}

/* The next entry in the order of the screen, with what was said about it. */
static struct entry *join_add_entry(struct join *join, const char *id, const struct item *item,
	const struct service *service, const struct action *action)
{
	struct entry *entry = &join->org->entries[join->org->entry_count++];
	const struct entry **said = NULL;

	if (join->said_count)
		said = bsearch(id, join->said, join->said_count, sizeof(*join->said),
			compare_id_with_entry);
	*entry = said ? **said : join->unset;
	if (said)
		join->said_used[said - join->said] = true;
	entry->id = id;
	entry->item = item;
	entry->service = service;
	entry->action = action;
	join->org->groups[join->org->group_count - 1].count++;
	return entry;
}

static struct group *join_begin_group(struct join *join, const struct checklist *checklist,
	const struct section *section, const struct service *service)
{
	struct group *group = &join->org->groups[join->org->group_count++];

	*group = (struct group){ .checklist = checklist,
		.section = section,
		.service = service,
		.first = join->org->entry_count };
	return group;
}

/* Own actions that stand under this item or entry. */
static void join_add_actions_under(struct join *join, const char *id)
{
	size_t low = 0, high = join->org->action_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(join->actions[middle]->item, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < join->org->action_count; low++) {
		const struct action *action = join->actions[low];

		if (strcmp(action->item, id) != 0)
			return;
		join->action_placed[action - join->org->actions] = true;
		join_add_entry(join, action->id, NULL, NULL, action);
	}
}

static void join_add_section_for_organisation(
	struct join *join, const struct checklist *checklist, const struct section *section)
{
	struct group *group = join_begin_group(join, checklist, section, NULL);
	size_t for_services = 0;

	for (size_t i = 0; i < section->item_count; i++) {
		const struct item *item = &section->items[i];

		if (item->scope == SCOPE_SERVICE) {
			for_services++;
			continue;
		}
		join_add_entry(join, item->id, item, NULL, NULL);
		join_add_actions_under(join, item->id);
	}
	group->wants_service = for_services > 0 && join->org->service_count == 0;
	/* A section that is all for services shows as its groups for them. */
	if (for_services && join->org->service_count && for_services == section->item_count)
		join->org->group_count--;
}

static void join_add_section_for_service(struct join *join, const struct checklist *checklist,
	const struct section *section, const struct service *service)
{
	struct group *group = join_begin_group(join, checklist, section, service);

	for (size_t i = 0; i < section->item_count; i++) {
		const struct item *item = &section->items[i];
		const char *id;

		if (item->scope != SCOPE_SERVICE)
			continue;
		id = arena_format(join->arena, "%s@%s", item->id, service->id);
		join_add_entry(join, id, item, service, NULL);
		join_add_actions_under(join, id);
		if (service == &join->org->services[0])
			join_add_actions_under(join, item->id);
	}
	if (group->count == 0)
		join->org->group_count--;
}

static void join_add_checklist(struct join *join, const struct checklist *checklist)
{
	for (size_t i = 0; i < checklist->section_count; i++) {
		join_add_section_for_organisation(join, checklist, &checklist->sections[i]);
		for (size_t k = 0; k < join->org->service_count; k++)
			join_add_section_for_service(
				join, checklist, &checklist->sections[i], &join->org->services[k]);
	}
}

static void join_add_own_actions(struct join *join)
{
	bool begun = false;

	for (size_t i = 0; i < join->org->action_count; i++) {
		const struct action *action = &join->org->actions[i];

		if (join->action_placed[i])
			continue;
		if (!begun)
			join_begin_group(join, NULL, NULL, NULL);
		begun = true;
		join_add_entry(join, action->id, NULL, NULL, action);
	}
}

static void join_make_room(struct join *join)
{
	struct organisation *org = join->org;
	size_t entry_room = org->action_count, group_room = 1;

	for (size_t i = 0; i < org->checklist_count; i++) {
		const struct checklist *checklist = org->checklists[i];

		group_room += checklist->section_count * (org->service_count + 1);
		for (size_t k = 0; k < checklist->item_count; k++)
			entry_room +=
				checklist->items[k].scope == SCOPE_SERVICE ? org->service_count : 1;
	}
	org->entries = ARENA_ARRAY(join->arena, struct entry, entry_room);
	org->groups = ARENA_ARRAY(join->arena, struct group, group_room);
	org->entry_count = org->group_count = org->orphan_count = 0;
}

static void join_sort_input(struct join *join, const struct entry *said, size_t said_count)
{
	size_t action_count = join->org->action_count;

	join->said = ARENA_ARRAY(join->arena, const struct entry *, said_count);
	join->said_used = ARENA_ARRAY(join->arena, bool, said_count);
	join->said_count = said_count;
	for (size_t i = 0; i < said_count; i++)
		join->said[i] = &said[i];
	sort_array(join->said, said_count, sizeof(*join->said), compare_entries);
	join->actions = ARENA_ARRAY(join->arena, const struct action *, action_count);
	join->action_placed = ARENA_ARRAY(join->arena, bool, action_count);
	for (size_t i = 0; i < action_count; i++)
		join->actions[i] = &join->org->actions[i];
	sort_array(join->actions, action_count, sizeof(*join->actions), compare_actions);
}

static void join_keep_orphans(struct join *join)
{
	struct organisation *org = join->org;
	size_t orphan_room = 0;

	for (size_t i = 0; i < join->said_count; i++)
		orphan_room += !join->said_used[i];
	org->orphans = ARENA_ARRAY(join->arena, struct entry, orphan_room);
	for (size_t i = 0; i < join->said_count; i++) {
		struct entry *orphan = &org->orphans[org->orphan_count];

		if (join->said_used[i])
			continue;
		*orphan = *join->said[i];
		orphan->item = NULL;
		orphan->service = NULL;
		orphan->action = NULL;
		org->orphan_count++;
	}
}

static void join_index(struct join *join)
{
	struct organisation *org = join->org;

	org->entries_by_id = ARENA_ARRAY(join->arena, struct entry *, org->entry_count);
	for (size_t i = 0; i < org->entry_count; i++)
		org->entries_by_id[i] = &org->entries[i];
	sort_array(
		org->entries_by_id, org->entry_count, sizeof(*org->entries_by_id), compare_entries);
}

const struct entry *organisation_find_entry(const struct organisation *org, const char *id)
{
	struct entry **found = NULL;

	if (org->entry_count)
		found = bsearch(id, org->entries_by_id, org->entry_count,
			sizeof(*org->entries_by_id), compare_id_with_entry);
	return found ? *found : NULL;
}

void organisation_join_conflicts(struct organisation *org)
{
	for (size_t i = 0; i < org->entry_count; i++)
		org->entries[i].conflict_count = 0;
	for (size_t i = 0; i < org->conflict_count; i++) {
		const struct entry *found = organisation_find_entry(org, org->conflicts[i].subject);
		struct entry *entry = found ? org->entries + (found - org->entries) : NULL;

		if (entry && entry->conflict_count++ == 0)
			entry->conflicts = &org->conflicts[i];
	}
}

void organisation_join(
	struct organisation *org, struct arena *arena, const struct entry *said, size_t said_count)
{
	struct join join = { .org = org, .arena = arena };

	object_unset(OBJECT_ENTRY, &join.unset);
	join_make_room(&join);
	join_sort_input(&join, said, said_count);
	for (size_t i = 0; i < org->checklist_count; i++)
		join_add_checklist(&join, org->checklists[i]);
	join_add_own_actions(&join);
	join_keep_orphans(&join);
	join_index(&join);
	organisation_join_conflicts(org);
}

/* Changes write into entries, and into the struct itself; all lists else are made anew by them. */
struct organisation *organisation_copy(const struct organisation *org, struct arena *arena)
{
	struct organisation *copy = ARENA_NEW(arena, struct organisation);

	*copy = *org;
	copy->entries = ARENA_ARRAY(arena, struct entry, org->entry_count);
	copy->entries_by_id = ARENA_ARRAY(arena, struct entry *, org->entry_count);
	for (size_t i = 0; i < org->entry_count; i++) {
		copy->entries[i] = org->entries[i];
		copy->entries_by_id[i] = copy->entries + (org->entries_by_id[i] - org->entries);
	}
	return copy;
}

const struct service *organisation_find_service(const struct organisation *org, const char *id)
{
	for (size_t i = 0; i < org->service_count; i++) {
		if (strcmp(org->services[i].id, id) == 0)
			return &org->services[i];
	}
	return NULL;
}

const struct member *organisation_find_member(const struct organisation *org, const char *name)
{
	for (size_t i = 0; i < org->member_count; i++) {
		if (strcmp(org->members[i].name, name) == 0)
			return &org->members[i];
	}
	return NULL;
}

const struct group *organisation_group_of(const struct organisation *org, const struct entry *entry)
{
	size_t index = (size_t)(entry - org->entries);
	size_t low = 0, high = org->group_count;

	/* The last group that starts at or before the entry; empty groups share their start with
	 * the one after them, and come before it. */
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (org->groups[middle].first <= index)
			low = middle;
		else
			high = middle;
	}
	return &org->groups[low];
}

/* The item of that id in any of the checklists. */
static const struct item *organisation_find_item(const struct organisation *org, const char *id)
{
	const struct item *item = NULL;

	for (size_t i = 0; i < org->checklist_count && !item; i++)
		item = checklist_find_item(org->checklists[i], id);
	return item;
}

struct id_list {
	const char **ids;
	size_t count;
};

static void add_requirement(const struct organisation *org, const struct entry *entry,
	const char *required, struct arena *arena, struct id_list *found, struct id_list *missing)
{
	const struct entry *exact = organisation_find_entry(org, required);
	const struct item *item;

	if (exact) {
		found->ids[found->count++] = exact->id;
		return;
	}
	item = organisation_find_item(org, required);
	if (!item) {
		missing->ids[missing->count++] = required;
		return;
	}
	/* An item for services, which no bare id names: of the same service, or of all. */
	for (size_t i = 0; i < org->service_count; i++) {
		const struct service *service = &org->services[i];
		const struct entry *one;

		if (entry->service && strcmp(entry->service->id, service->id) != 0)
			continue;
		one = organisation_find_entry(
			org, arena_format(arena, "%s@%s", item->id, service->id));
		if (one)
			found->ids[found->count++] = one->id;
	}
}

struct string_list organisation_requires(const struct organisation *org, const struct entry *entry,
	struct arena *arena, struct string_list *missing)
{
	const struct string_list none = { NULL, 0 };
	const struct string_list sides[] = { entry->item     ? entry->item->requires
					     : entry->action ? entry->action->requires
							     : none,
		entry->requires };
	size_t all = sides[0].count + sides[1].count;
	struct id_list found = { NULL, 0 }, unknown = { NULL, 0 };

	if (all) {
		found.ids = ARENA_ARRAY(arena, const char *, all *(org->service_count + 1));
		unknown.ids = ARENA_ARRAY(arena, const char *, all);
	}
	for (size_t i = 0; i < ARRAY_LEN(sides); i++) {
		for (size_t k = 0; k < sides[i].count; k++)
			add_requirement(org, entry, sides[i].texts[k], arena, &found, &unknown);
	}
	if (missing)
		*missing = (struct string_list){ unknown.ids, unknown.count };
	return (struct string_list){ found.ids, found.count };
}

char *id_from_text(struct arena *arena, const char *text)
{
	struct buf folded = BUF_INIT;
	char *id = arena_alloc(arena, ID_LEN_MAX + 1);
	size_t len = 0;

	utf8_fold(&folded, text, strlen(text));
	for (size_t i = 0; i < folded.len && len < ID_LEN_MAX; i++) {
		char c = folded.text[i];
		bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');

		if (kept)
			id[len++] = c;
		else if (len > 0 && id[len - 1] != '-')
			id[len++] = '-';
	}
	while (len > 0 && id[len - 1] == '-')
		len--;
	id[len] = '\0';
	buf_release(&folded);
	return id;
}

/* Every id that the file or its history names, as entries, pins and requirements do: what somebody
 * said, or may put back by a redo, must not be taken for something new. */
struct mentions {
	const char **ids;
	size_t count, room;
};

static void mentions_add(struct mentions *mentions, struct arena *arena, const char *id)
{
	if (mentions->count == mentions->room)
		mentions->ids =
			arena_grow(arena, mentions->ids, &mentions->room, sizeof(*mentions->ids));
	mentions->ids[mentions->count++] = id;
}

static void mentions_add_list(
	struct mentions *mentions, struct arena *arena, const struct string_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		mentions_add(mentions, arena, list->texts[i]);
}

static void mentions_add_references(
	struct mentions *mentions, struct arena *arena, enum object of, const void *object)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		struct string_list references;

		if (field_rows[i].of != of)
			continue;
		references = field_references((enum field)i, object);
		mentions_add_list(mentions, arena, &references);
	}
}

static struct mentions mentions_make(const struct organisation *org, struct arena *arena)
{
	struct mentions mentions = { NULL, 0, 0 };

	mentions_add_list(&mentions, arena, &org->given_ids);
	for (size_t i = 0; i < org->entry_count; i++)
		mentions_add_references(&mentions, arena, OBJECT_ENTRY, &org->entries[i]);
	for (size_t i = 0; i < org->orphan_count; i++) {
		mentions_add(&mentions, arena, org->orphans[i].id);
		mentions_add_references(&mentions, arena, OBJECT_ENTRY, &org->orphans[i]);
	}
	for (size_t i = 0; i < org->action_count; i++) {
		mentions_add(&mentions, arena, org->actions[i].id);
		mentions_add_references(&mentions, arena, OBJECT_ACTION, &org->actions[i]);
	}
	return mentions;
}

static bool mentions_service(const struct mentions *mentions, const char *id)
{
	for (size_t i = 0; i < mentions->count; i++) {
		const char *at = strchr(mentions->ids[i], '@');

		if (at && strcmp(at + 1, id) == 0)
			return true;
	}
	return false;
}

char *organisation_new_service_id(
	const struct organisation *org, struct arena *arena, const char *name)
{
	enum { ROOM_FOR_NUMBER = 8 };
	const struct mentions mentions = mentions_make(org, arena);
	char *stem = id_from_text(arena, name);
	char *id;

	if (!stem[0])
		stem = arena_copy(arena, "service");
	if (strlen(stem) > ID_LEN_MAX - ROOM_FOR_NUMBER)
		stem[ID_LEN_MAX - ROOM_FOR_NUMBER] = '\0';
	id = stem;
	for (int number = 2; organisation_find_service(org, id) || mentions_service(&mentions, id);
		number++)
		id = arena_format(arena, "%s-%d", stem, number);
	return id;
}

/* The 7 of "a7", or 0 for what is no own action's id. */
static long action_number(const char *id)
{
	size_t len = strlen(id);

	if (len < 2 || len > ACTION_ID_LEN_MAX || id[0] != 'a' || id[1] == '0' ||
		strspn(id + 1, "0123456789") != len - 1)
		return 0;
	return atol(id + 1);
}

bool action_id_is_valid(const char *id)
{
	return action_number(id) > 0;
}

static int compare_numbers(const void *a, const void *b)
{
	const long *one = a, *other = b;

	return *one < *other ? -1 : *one > *other;
}

char *organisation_new_action_id(const struct organisation *org, struct arena *arena)
{
	const struct mentions mentions = mentions_make(org, arena);
	long *taken = ARENA_ARRAY(arena, long, mentions.count + 1);
	long number = 1;
	size_t next = 0;
	char *id;

	for (size_t i = 0; i < org->action_count; i++) {
		long present = action_number(org->actions[i].id);

		if (present >= number)
			number = present + 1;
	}
	/* Past those that are there the next free one, not the greatest and one more: a stray
	 * a999999999 in the file must not end all adding. */
	for (size_t i = 0; i < mentions.count; i++)
		taken[i] = action_number(mentions.ids[i]);
	sort_array(taken, mentions.count, sizeof(*taken), compare_numbers);
	for (;; number++) {
		while (next < mentions.count && taken[next] < number)
			next++;
		if (next < mentions.count && taken[next] == number)
			continue;
		id = arena_format(arena, "a%ld", number);
		/* An item may be called "a7" too. */
		if (!organisation_find_entry(org, id) && !organisation_find_item(org, id))
			return id;
	}
}
