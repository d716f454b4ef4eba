/* SPDX-License-Identifier: MIT */
#include "program.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/utf8.h"

static void begin(struct world *world)
{
	world_init(world);
	world_run(world, "new", "demo", "--name", "Démo", NULL);
	world_run(world, "service", "demo", "Portail", NULL);
	world_run(world, "add", "demo", "Mine", "--item", "call", "--requires", "call", NULL);
}

/* Words and figures first, then texts and dates. */
static void add_names(char *names, bool figures)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		enum field_kind kind = field_rows[i].kind;
		bool is_figure = kind == FIELD_KIND_CHOICE || kind == FIELD_KIND_INTEGER ||
				 kind == FIELD_KIND_DECIMAL;

		if (field_is_value_of((enum field)i, OBJECT_ENTRY) && is_figure == figures) {
			strcat(names, " ");
			strcat(names, field_rows[i].name);
		}
	}
}

Test(cli_show, gives_all_members_in_json)
{
	char members[512] = "id item service title kind section";
	struct world world;

	add_names(members, true);
	add_names(members, false);
	strcat(members, " notes");
	begin(&world);
	world_run(&world, "show", "demo", "--format", "json", NULL);
	expect_done(&world, "show");
	expect_members(&world, "", "organisation name revision counts entries");
	expect_members(&world, "counts", "new todo doing done not_applicable late total");
	expect_members(&world, "entries.0", members);
	expect_json(&world, "counts.total", "4");
	expect_json(&world, "entries.0.id", "call");
	expect_json(&world, "entries.0.item", "call");
	expect_json(&world, "entries.0.service", "null");
	expect_json(&world, "entries.0.section", "first");
	expect_json(&world, "entries.0.due", "null");
	expect_json(&world, "entries.0.review", "null");
	expect_json(&world, "entries.0.owner", "");
	expect_json(&world, "entries.0.effort", "0.5");
	expect_json(&world, "entries.1.id", "a1");
	expect_json(&world, "entries.1.item", "call");
	expect_json(&world, "entries.1.kind", "action");
	expect_json(&world, "entries.1.requires.0", "call");
	expect_json(&world, "entries.3.id", "ask@portail");
	expect_json(&world, "entries.3.service", "portail");
	world_release(&world);
}

Test(cli_show, counts_what_is_due_for_review_as_to_do)
{
	struct world world;

	begin(&world);
	world_run(&world, "set", "demo", "call", "status=not_applicable", "reason=x",
		"review=2026-11-20", NULL);
	world_run(&world, "show", "demo", "--format", "json", NULL);
	expect_json(&world, "counts.not_applicable", "0");
	expect_json(&world, "entries.0.status", "todo");
	world_run(&world, "show", "demo", "--format", "json", "--today", "2026-11-19", NULL);
	expect_json(&world, "counts.not_applicable", "1");
	expect_json(&world, "entries.0.status", "not_applicable");
	world_release(&world);
}

Test(cli_show, speaks_both_languages)
{
	struct world world;

	begin(&world);
	world_run(&world, "show", "demo", "--lang", "fr", NULL);
	expect_done(&world, "in French");
	cr_expect(has(world.out, "Démo\n====\n0/4 (0\u00a0%)"), "%s", world.out);
	cr_expect(has(world.out, "○ à faire"));
	cr_expect(has(world.out, "Appeler"));
	world_run(&world, "show", "demo", "--lang", "en", NULL);
	cr_expect(has(world.out, "○ to do"));
	cr_expect(has(world.out, "Call"));
	world_run(&world, "show", "demo", "call", "--lang", "fr", "--format", "json", NULL);
	expect_json(&world, "entries.0.title", "Appeler");
	world_release(&world);
}

Test(cli_show, tells_one_entry_whole)
{
	struct world world;

	begin(&world);
	world_run(&world, "note", "demo", "a1", "First line\nsecond line", NULL);
	world_run(&world, "show", "demo", "a1", NULL);
	expect_done(&world, "one entry");
	cr_expect(has(world.out, "Mine\n====\n"));
	cr_expect(has(world.out, "Call (call)"), "what it requires");
	cr_expect(has(world.out, "First line\n        second line"), "%s", world.out);
	cr_expect(has(world.out, "marie"));
	world_run(&world, "show", "demo", "cal", NULL);
	expect_refused(&world, 1, "call", "the nearest is named");
	world_release(&world);
}

Test(cli_show, lets_no_control_character_out)
{
	struct world world;

	begin(&world);
	world_run(&world, "note", "demo", "call", "a\033[31mred\033]0;title\007\tz", NULL);
	world_run(&world, "edit", "demo", "name=x\033[2J", NULL);
	world_run(&world, "set", "demo", "call", "owner=\033c", NULL);
	static const char *const commands[] = { "show", "log", "plan", "demo", "list" };
	for (size_t i = 0; i < ARRAY_LEN(commands); i++) {
		if (i < 3)
			world_run(&world, commands[i], "demo", NULL);
		else
			world_run(&world, commands[i], NULL);
		cr_expect_null(strchr(world.out, '\033'), "%s", commands[i]);
		cr_expect_null(strchr(world.out, '\007'), "%s", commands[i]);
	}
	world_run(&world, "show", "demo", "call", NULL);
	cr_expect_null(strchr(world.out, '\033'));
	world_run(&world, "show", "demo", "call", "--format", "json", NULL);
	cr_expect(has(world.out, "\\u001b"), "JSON keeps them, escaped");
	world_release(&world);
}

Test(cli_show, fits_80_columns)
{
	struct world world;

	begin(&world);
	world_run(&world, "edit", "demo",
		"name=An organisation with quite a long name that goes on and on, past the edge of "
		"any terminal there is",
		NULL);
	world_run(&world, "show", "demo", NULL);
	for (char *line = strtok(world.out, "\n"); line; line = strtok(NULL, "\n"))
		cr_expect_leq(utf8_width_cells(line, strlen(line)), 80, "%s", line);
	world_release(&world);
}

Test(cli_show, invites_to_name_a_service_and_passes_over_what_only_tells)
{
	struct world world;
	const char *path;

	world_init(&world);
	path = world_file(&world, "mine.json",
		"{\"format\":\"jalon-checklist\",\"version\":1,\"id\":\"mine\",\"edition\":\"1\","
		"\"title\":\"M\",\"sections\":[{\"id\":\"told\",\"title\":\"Told\",\"items\":[]},"
		"{\"id\":\"asked\",\"title\":\"Asked\",\"items\":[{\"id\":\"i\","
		"\"kind\":\"question\",\"scope\":\"service\",\"title\":\"I\"}]}]}");
	world_run(&world, "new", "demo", "--checklist", path, NULL);
	world_run(&world, "show", "demo", NULL);
	expect_done(&world, "show");
	cr_expect(has(world.out, "\nAsked\n  These are asked"), "%s", world.out);
	cr_expect_not(has(world.out, "Told"));
	world_run(&world, "demo", NULL);
	cr_expect(has(world.out, "jalon service"), "%s", world.out);
	cr_expect_not(has(world.out, "Told"));
	world_release(&world);
}

/* Of the guide, of nobody, of the organisation by halves and whole. */
static const struct {
	const char *name, *entry, *field, *other, *says, *reason;
} estimates[] = {
	{ "said by the checklist", "call", NULL, NULL, "impact 5 · ½ d", "5 of impact for ½ d: " },
	{ "said by nobody", "write", NULL, NULL, "impact and effort not estimated",
		"3 of impact for 1 d, counted for want of an estimate" },
	{ "an own action", "a1", NULL, NULL, "impact and effort not estimated",
		"3 of impact for 1 d, counted for want of an estimate" },
	{ "its impact alone", "a1", "impact=4", NULL, "impact 4 · effort not estimated",
		"4 of impact for 1 d (not estimated)" },
	{ "its effort alone", "a1", "effort=2", NULL, "impact not estimated · 2 d",
		"3 of impact (not estimated) for 2 d" },
	{ "both, and the same as the default", "a1", "effort=1", "impact=3", "impact 3 · 1 d",
		"3 of impact for 1 d: " },
};

/* Text in one line, as sentences are before they are broken. */
static bool says(const char *text, const char *part)
{
	struct buf line = BUF_INIT;
	bool found;

	for (const char *at = text; *at; at++) {
		if (*at != ' ' && *at != '\n')
			buf_add_char(&line, *at);
		else if (line.len && line.text[line.len - 1] != ' ')
			buf_add_char(&line, ' ');
	}
	found = has(line.text, part);
	buf_release(&line);
	return found;
}

Test(cli_show, tells_no_default_as_an_estimate)
{
	for (size_t i = 0; i < ARRAY_LEN(estimates); i++) {
		struct world world;

		world_init(&world);
		world_run(&world, "new", "demo", NULL);
		world_run(&world, "add", "demo", "Poster", NULL);
		world_run(&world, "set", "demo", "call", "status=done", NULL);
		if (strcmp(estimates[i].entry, "call") == 0)
			world_run(&world, "set", "demo", "call", "status=", NULL);
		if (estimates[i].field)
			world_run(&world, "set", "demo", "a1", estimates[i].field,
				estimates[i].other, NULL);
		world_run(&world, "show", "demo", estimates[i].entry, NULL);
		expect_done(&world, estimates[i].name);
		cr_expect(
			says(world.out, estimates[i].says), "%s: %s", estimates[i].name, world.out);
		world_run(&world, "plan", "demo", NULL);
		cr_expect(says(world.out, estimates[i].reason), "%s: %s", estimates[i].name,
			world.out);
		world_run(&world, "plan", "demo", "--lang", "fr", NULL);
		cr_expect(says(world.out,
				  estimates[i].other ? "1 sans estimation" : "2 sans estimation"),
			"%s: %s", estimates[i].name, world.out);
		world_release(&world);
	}
}
