/* SPDX-License-Identifier: MIT
 *
 * Every row of the table of fields, from the command line to the file and back. The values come
 * from the row, so that a new field is tested without a line here. */
#include <criterion/criterion.h>
#include <string.h>

#include "../model/sample_value.h"
#include "program.h"

static const char guide[] =
	"{\"format\": \"jalon-checklist\", \"version\": 1, \"id\": \"guide\", \"edition\": \"1\","
	" \"title\": \"G\", \"sections\": [{\"id\": \"s\", \"title\": \"S\", \"items\": ["
	"{\"id\": \"one\", \"kind\": \"question\", \"title\": \"One\"},"
	"{\"id\": \"two\", \"kind\": \"question\", \"title\": \"Two\"}]}]}";

struct journey {
	struct world world;
	struct arena *arena;
	struct store *store;
	enum field field;
	const char *name;
	const char *entry; /* "" for the organisation */
	const char *old, *mine, *theirs;
};

static void journey_begin(struct journey *journey, enum field field)
{
	struct world *world = &journey->world;
	struct store_options options = { .lock_wait_ms = 2000 };

	*journey = (struct journey){ .arena = arena_new(), .field = field };
	journey->name = field_rows[field].name;
	journey->entry = field_rows[field].of == OBJECT_ENTRY ? "one" : "";
	world_init(world);
	world_run(
		world, "new", "demo", "--checklist", world_file(world, "guide.json", guide), NULL);
	world_run(world, "add", "demo", "Mine", NULL);
	expect_done(world, "add");
	options.data_dir = world->data;
	options.shipped_dir = world->shipped;
	journey->store = store_new(&options);
}

static void journey_end(struct journey *journey)
{
	store_free(journey->store);
	world_release(&journey->world);
	arena_free(journey->arena);
}

static struct snapshot *load(struct journey *journey, const void **object)
{
	struct err err = ERR_INIT;
	struct snapshot *snapshot = store_load(journey->store, "demo", &err);
	const struct organisation *org;

	cr_assert_not_null(snapshot, "%s: %s", journey->name, err.where);
	org = snapshot_organisation(snapshot);
	*object = org;
	if (journey->entry[0])
		*object = organisation_find_entry(org, journey->entry);
	return snapshot;
}

static void expect_held(struct journey *journey, const char *value, const char *when)
{
	const void *object;
	struct snapshot *snapshot = load(journey, &object);

	cr_expect_str_eq(field_get(journey->field, object, journey->arena), value, "%s %s",
		journey->name, when);
	snapshot_free(snapshot);
}

/* Whether it says something, and does not merely repeat the item or name the entry itself. */
static bool value_will_do(struct journey *journey, const void *object, const char *value)
{
	return strcmp(value, journey->entry) != 0 &&
	       (!journey->entry[0] || strcmp(value, field_get_as_set(journey->field, object, value,
							    journey->arena)) == 0);
}

static void choose_values(struct journey *journey)
{
	const void *object;
	struct snapshot *snapshot = load(journey, &object);

	journey->old =
		arena_copy(journey->arena, field_get(journey->field, object, journey->arena));
	for (int i = 0; !journey->theirs; i++) {
		const char *value = sample_value(journey->field, i, journey->arena);

		cr_assert_not_null(value, "%s: two values", journey->name);
		if (!value_will_do(journey, object, value))
			continue;
		if (journey->mine)
			journey->theirs = value;
		else
			journey->mine = value;
	}
	snapshot_free(snapshot);
}

static void set(struct journey *journey, const char *value)
{
	const char *assignment = arena_format(journey->arena, "%s=%s", journey->name, value);

	if (journey->entry[0])
		world_run(&journey->world, "set", "demo", journey->entry, assignment, NULL);
	else
		world_run(&journey->world, "edit", "demo", assignment, NULL);
	expect_done(&journey->world, assignment);
}

/* The file, but for what each save counts. */
static const char *content(struct journey *journey)
{
	const char *text = world_text(&journey->world, "demo.json");
	const char *all = "";

	for (size_t len; *text; text += len + (text[len] == '\n')) {
		len = strcspn(text, "\n");
		if (strncmp(text, "  \"revision\"", 12) != 0 &&
			strncmp(text, "  \"modified\"", 12) != 0)
			all = arena_format(journey->arena, "%s%.*s\n", all, (int)len, text);
	}
	return all;
}

static const char *show(struct journey *journey)
{
	world_run(&journey->world, "show", "demo", "one", "--lang", "en", NULL);
	expect_done(&journey->world, "show");
	return arena_copy(journey->arena, journey->world.out);
}

/* By its title and its id in text, in their order in JSON. */
static void expect_ids_shown(struct journey *journey, const char *shown)
{
	struct string_list ids =
		field_value_parse(journey->field, journey->mine, journey->arena).ids;

	for (size_t i = 0; i < ids.count; i++)
		cr_expect(has(shown, arena_format(journey->arena, "(%s)", ids.texts[i])),
			"%s in: %s", ids.texts[i], shown);
	world_run(&journey->world, "show", "demo", "one", "--format", "json", NULL);
	for (size_t i = 0; i < ids.count; i++)
		expect_json(&journey->world,
			arena_format(journey->arena, "entries.0.%s.%zu", journey->name, i),
			ids.texts[i]);
}

static void expect_shown(struct journey *journey, const char *shown_before)
{
	const struct field_row *row = &field_rows[journey->field];
	const char *shown = show(journey);

	cr_expect_str_neq(shown, shown_before, "%s", journey->name);
	if (row->kind == FIELD_KIND_ENTRIES) {
		expect_ids_shown(journey, shown);
		return;
	}
	/* Of the estimates, which are one line, and of words for people that will do. */
	if (!row->is_inherited && !row->choice_words) {
		cr_expect(has(shown, row->label.en), "%s in: %s", journey->name, shown);
		cr_expect(has(shown, journey->mine), "%s in: %s", journey->name, shown);
	}
	world_run(&journey->world, "show", "demo", "one", "--format", "json", NULL);
	expect_json(&journey->world, arena_format(journey->arena, "entries.0.%s", journey->name),
		journey->mine);
}

/* Somebody who saw the old value wants another one than what is there by now. */
static void expect_conflict(struct journey *journey)
{
	const struct change change = { .entry = journey->entry,
		.field = journey->field,
		.from = { .text = journey->old },
		.to = { .text = journey->theirs } };
	const struct commit commit = { .author = "Zoé",
		.at_utc = journey->world.environment.now_utc,
		.if_revision = COMMIT_ANY_REVISION,
		.changes = &change,
		.count = 1 };
	const char *before = content(journey);
	struct commit_outcome outcome;
	struct err err = ERR_INIT;

	cr_assert_not(
		store_commit(journey->store, "demo", &commit, &outcome, &err), "%s", journey->name);
	cr_expect_eq(err.code, ERR_CONFLICT, "%s", journey->name);
	cr_expect_str_eq(outcome.conflict.found.text, journey->mine, "%s", journey->name);
	cr_expect_str_eq(outcome.conflict.by, "marie", "%s", journey->name);
	cr_expect_str_eq(content(journey), before, "%s", journey->name);
	snapshot_free(outcome.snapshot);
}

static void expect_taken(struct journey *journey, const char *command, const char *content_then)
{
	world_run(&journey->world, command, "demo", NULL);
	cr_expect_eq(journey->world.status, 0, "%s %s: %s", command, journey->name,
		journey->world.error);
	cr_expect_str_eq(content(journey), content_then, "%s %s", command, journey->name);
}

Test(fields, go_from_set_to_the_file_and_back_again)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		struct journey journey;
		const char *before, *after, *shown;

		if (!field_is_value_of((enum field)i, OBJECT_ENTRY) &&
			!field_is_value_of((enum field)i, OBJECT_ORGANISATION))
			continue;
		journey_begin(&journey, (enum field)i);
		choose_values(&journey);
		before = content(&journey);
		shown = show(&journey);
		set(&journey, journey.mine);
		after = content(&journey);
		cr_expect(has(after, arena_format(journey.arena, "\"%s\": ", journey.name)),
			"%s in: %s", journey.name, after);
		expect_held(&journey, journey.mine, "is in the file");
		if (journey.entry[0])
			expect_shown(&journey, shown);
		expect_conflict(&journey);
		expect_taken(&journey, "undo", before);
		expect_held(&journey, journey.old, "is undone");
		expect_taken(&journey, "redo", after);
		journey_end(&journey);
	}
}
