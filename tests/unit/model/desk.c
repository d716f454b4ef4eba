/* SPDX-License-Identifier: MIT */
#include "desk.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/buf.h"

static const char *const needs_one[] = { "one" };
static const char *const needs_one_and_four[] = { "one", "four" };
static const char *const needs_three[] = { "three" };

/* Sections and items point at each other, so each desk has its own. */
static struct checklist *make_checklist(struct arena *arena)
{
	struct checklist *checklist = ARENA_NEW(arena, struct checklist);
	struct section *sections = ARENA_ARRAY(arena, struct section, 2);
	struct item *items = ARENA_ARRAY(arena, struct item, 5);
	static const char *const ids[] = { "one", "two", "three", "four", "five" };
	static const struct wording titles[] = { { "Un", "One" }, { "Deux", "Two" },
		{ "Trois", "Three" }, { "Quatre", "Four" }, { "Cinq", "Five" } };

	for (size_t i = 0; i < 5; i++)
		items[i] = (struct item){ .id = ids[i],
			.title = titles[i],
			.impact = IMPACT_DEFAULT,
			.effort_centidays = EFFORT_CENTIDAYS_DEFAULT,
			.priority = PRIORITY_SHOULD,
			.section = &sections[i / 2 > 0],
			.index = i };
	items[0].priority = PRIORITY_MUST;
	items[0].impact = 4;
	items[0].effort_centidays = 50;
	items[0].plain = (struct wording){ "Une phrase simple", "A plain sentence" };
	items[1].kind = KIND_VIGILANCE;
	items[1].requires = (struct string_list){ needs_one, 1 };
	items[2].kind = KIND_QUESTION;
	items[2].scope = items[3].scope = SCOPE_SERVICE;
	items[2].requires = (struct string_list){ needs_one_and_four, 2 };
	items[4].requires = (struct string_list){ needs_three, 1 };
	sections[0] = (struct section){ .id = "s", .items = items, .item_count = 2 };
	sections[1] = (struct section){ .id = "t", .items = items + 2, .item_count = 3 };
	*checklist = (struct checklist){ .id = "guide",
		.edition = "1",
		.sections = sections,
		.section_count = 2,
		.items = items,
		.item_count = 5 };
	checklist_index(checklist, arena);
	return checklist;
}

void desk_init(struct desk *desk)
{
	struct organisation *org;

	*desk = (struct desk){ .arena = arena_new() };
	desk->org = org = ARENA_NEW(desk->arena, struct organisation);
	*org = (struct organisation){ .id = "demo",
		.name = "Démo",
		.language = LANG_NONE,
		.capacity_centidays = CAPACITY_CENTIDAYS_DEFAULT,
		.holidays = HOLIDAYS_NONE,
		.checklists = ARENA_ARRAY(desk->arena, const struct checklist *, 1),
		.checklist_count = 1 };
	org->checklists[0] = make_checklist(desk->arena);
	organisation_join(org, desk->arena, NULL, 0);
}

void desk_release(struct desk *desk)
{
	arena_free(desk->arena);
}

enum err_code desk_apply(struct desk *desk, const struct change *changes, size_t count)
{
	bool good;

	desk->applied = (struct change_list){ NULL, 0, 0 };
	desk->new_id = NULL;
	desk->err = (struct err)ERR_INIT;
	good = changes_apply(desk->org, desk->arena, changes, count, &desk->applied, &desk->new_id,
		&desk->conflict, &desk->err);
	cr_expect_eq(
		good, desk->err.code == ERR_NONE, "an error is set when, and only when, it fails");
	return desk->err.code;
}

enum err_code desk_set(struct desk *desk, const char *entry_id, enum field field, const char *value)
{
	struct change change = { .entry = entry_id,
		.field = field,
		.from = { .text = desk_get(desk, entry_id, field) },
		.to = { .text = value } };

	return desk_apply(desk, &change, 1);
}

enum err_code desk_note(struct desk *desk, const char *entry_id, int64_t at_utc, const char *text)
{
	struct change_list list = { NULL, 0, 0 };

	change_list_add_note(&list, desk->arena, entry_id, at_utc, "Inès", text);
	return desk_apply(desk, list.changes, list.count);
}

enum err_code desk_add_action(
	struct desk *desk, const char *title, const char *item, const char *requires)
{
	const struct action action = {
		.id = "", .title = title, .item = item, .requires = { &requires, requires != NULL }
	};
	const struct change change = { .entry = CHANGE_NEW_ACTION,
		.field = FIELD_ACTION,
		.from = VALUE_NONE,
		.to = { .text = "", .action = &action } };

	return desk_apply(desk, &change, 1);
}

enum err_code desk_add_service(struct desk *desk, const char *name)
{
	const struct service service = { .id = "", .name = name };
	const struct change change = { .entry = "",
		.field = FIELD_SERVICE,
		.from = VALUE_NONE,
		.to = { .text = "", .service = &service } };

	return desk_apply(desk, &change, 1);
}

enum err_code desk_take_back(struct desk *desk, const struct change_list *applied)
{
	struct change_list inverse =
		change_list_inverse(applied->changes, applied->count, desk->arena);

	return desk_apply(desk, inverse.changes, inverse.count);
}

const char *desk_get(struct desk *desk, const char *entry_id, enum field field)
{
	const struct entry *entry;

	if (field_rows[field].of == OBJECT_ORGANISATION)
		return field_get(field, desk->org, desk->arena);
	entry = organisation_find_entry(desk->org, entry_id);
	return entry ? field_get(field, entry, desk->arena) : "(none)";
}

const char *desk_join(struct desk *desk, struct string_list ids)
{
	struct buf all = BUF_INIT;
	const char *copy;

	for (size_t i = 0; i < ids.count; i++)
		buf_add_format(&all, "%s%s", i ? " " : "", ids.texts[i]);
	copy = arena_copy(desk->arena, all.text ? all.text : "");
	buf_release(&all);
	return copy;
}

const char *desk_entry_ids(struct desk *desk)
{
	const char **ids = ARENA_ARRAY(desk->arena, const char *, desk->org->entry_count);

	for (size_t i = 0; i < desk->org->entry_count; i++)
		ids[i] = desk->org->entries[i].id;
	return desk_join(desk, (struct string_list){ ids, desk->org->entry_count });
}
