/* SPDX-License-Identifier: MIT
 *
 * The history, and going back in it. */
#include "program.h"

#include <criterion/criterion.h>
#include <string.h>

static void begin(struct world *world)
{
	world_init(world);
	world_run(world, "new", "demo", NULL);
	world_run(world, "set", "demo", "call", "impact=4", NULL);
	world_run(world, "service", "demo", "Portail", NULL);
}

Test(cli_log, gives_the_newest_first)
{
	struct world world;

	begin(&world);
	world_run(&world, "log", "demo", "--format", "json", NULL);
	expect_done(&world, "log");
	expect_members(&world, "", "changes");
	expect_members(&world, "changes.0", "revision at by entry field from to");
	expect_json(&world, "changes.0.revision", "3");
	expect_json(&world, "changes.0.field", "service");
	expect_json(&world, "changes.0.from", "null");
	expect_json(&world, "changes.0.to.name", "Portail");
	expect_json(&world, "changes.1.entry", "call");
	expect_json(&world, "changes.1.field", "impact");
	expect_json(&world, "changes.1.to", "4");
	expect_json(&world, "changes.1.by", "marie");
	world_run(&world, "log", "demo", NULL);
	cr_expect(has(world.out, "revision 2 · 2026-11-24T09:00:00Z · marie"), "%s", world.out);
	cr_expect(has(world.out, "Call (call) · Impact: as in the guide → 4"), "%s", world.out);
	world_release(&world);
}

Test(cli_undo, says_what_was_taken_back)
{
	struct world world;

	begin(&world);
	world_run(&world, "--by", "Marc", "undo", "demo", NULL);
	expect_refused(&world, 1, "undo", "it is one's own");
	world_run(&world, "undo", "demo", NULL);
	expect_done(&world, "undo");
	cr_expect_str_eq(world.out, "Taken back: service “Portail” (just now)\n");
	world_run(&world, "undo", "demo", "--lang", "fr", NULL);
	cr_expect(has(world.out, "impact de «\u00a0Appeler\u00a0», 4 → comme le guide"), "%s",
		world.out);
	world_run(&world, "redo", "demo", NULL);
	expect_done(&world, "redo");
	cr_expect(
		has(world.out, "Put back: impact of “Call”, as in the guide → 4"), "%s", world.out);
	world_run(&world, "redo", "demo", NULL);
	world_run(&world, "redo", "demo", NULL);
	expect_refused(&world, 1, "redo", "nothing left");
	world_release(&world);
}

Test(cli_undo, leaves_alone_what_somebody_else_changed)
{
	struct world world;

	begin(&world);
	world_run(&world, "set", "demo", "call", "owner=A", NULL);
	world_run(&world, "--by", "Marc", "set", "demo", "call", "owner=B", NULL);
	world_run(&world, "undo", "demo", NULL);
	expect_refused(&world, 3, "owner", "a conflict");
	cr_expect(has(world.error, "A") && has(world.error, "B"), "both values: %s", world.error);
	world_run(&world, "show", "demo", "call", "--format", "json", NULL);
	expect_json(&world, "entries.0.owner", "B");
	world_run(&world, "undo", "demo", "--if-revision", "1", NULL);
	expect_refused(&world, 3, "demo", "another revision");
	world_release(&world);
}

/* Three months of two people; of an own action nothing is left but what the history says. For a
 * while in October the clock was a year ahead. */
static void run_at(struct world *world, const char *at, const char *const *arguments)
{
	cr_assert(time_parse(at, &world->environment.now_utc));
	world_run_list(world, arguments);
	cr_assert_eq(world->status, 0, "%s: %s", arguments[0], world->error);
}

#define RUN_AT(world, at, ...) run_at(world, at, (const char *const[]){ __VA_ARGS__, NULL })

static void live_three_months(struct world *world)
{
	world_init(world);
	RUN_AT(world, "2026-09-01T10:00:00Z", "--by", "Inès", "new", "demo");
	RUN_AT(world, "2026-09-01T23:59:59Z", "--by", "Inès", "set", "demo", "call", "owner=Marc");
	RUN_AT(world, "2026-09-02T00:00:00Z", "--by", "Marc", "add", "demo", "Visit");
	RUN_AT(world, "2026-09-03T08:00:00Z", "--by", "Marc", "set", "demo", "a1", "effort=2");
	RUN_AT(world, "2026-09-03T09:00:00Z", "--by", "Marc", "undo", "demo");
	RUN_AT(world, "2026-09-03T09:01:00Z", "--by", "Marc", "undo", "demo");
	RUN_AT(world, "2027-10-09T10:00:00Z", "--by", "Inès", "service", "demo", "Portail");
	RUN_AT(world, "2026-10-10T10:00:00Z", "--by", "Inès", "member", "demo", "Zoé");
	RUN_AT(world, "2026-11-12T10:00:00Z", "--by", "Marc", "set", "demo", "call",
		"status=doing");
}

/* The revisions that are left, as JSON tells them: "9 7". */
static void expect_revisions(struct world *world, const char *name, const char *wanted)
{
	static const char member[] = "\"revision\": ";
	struct buf found = BUF_INIT;

	for (const char *at = strstr(world->out, member); at; at = strstr(at, member)) {
		at += strlen(member);
		buf_add_format(
			&found, "%s%.*s", found.len ? " " : "", (int)strspn(at, "0123456789"), at);
	}
	cr_expect_str_eq(found.text, wanted, "%s: %s", name, found.text);
	buf_release(&found);
}

static const struct {
	const char *name;
	const char *options[8];
	const char *revisions;
} asked[] = {
	{ "nothing", { NULL }, "9 8 7 6 5 4 3 2 1" },
	{ "a day, from its midnight in universal time", { "--since", "2026-09-02" },
		"9 8 7 6 5 4 3" },
	{ "whatever the order of the clock", { "--since", "2026-11-01" }, "9 7" },
	{ "after a revision", { "--since", "7" }, "9 8" },
	{ "after the last one", { "--since", "9" }, "" },
	{ "a person", { "--author", "Inès" }, "8 7 2 1" },
	{ "a name that was typed in two pieces", { "--author", "Ine\u0300s" }, "8 7 2 1" },
	{ "a name without its capital and accents", { "--author", "ines" }, "8 7 2 1" },
	{ "a part of a name", { "--author", "In" }, "" },
	{ "an entry", { "--entry", "call" }, "9 2" },
	{ "what nobody touched", { "--entry", "write" }, "" },
	{ "what was removed", { "--entry", "a1" }, "6 5 4 3" },
	{ "a service", { "--entry", "service:portail" }, "7" },
	{ "a member", { "--entry", "member:Zoé" }, "8" },
	{ "all three", { "--since", "2026-09-02", "--author", "Marc", "--entry", "call" }, "9" },
	{ "all three, a revision", { "--since", "4", "--author", "Marc", "--entry", "a1" }, "6 5" },
};

Test(cli_log, answers_all_that_is_asked)
{
	struct world world;

	live_three_months(&world);
	for (size_t i = 0; i < ARRAY_LEN(asked); i++) {
		const char *arguments[12] = { "log", "demo", "--format", "json" };

		for (size_t at = 0; asked[i].options[at]; at++)
			arguments[4 + at] = asked[i].options[at];
		world_run_list(&world, arguments);
		expect_done(&world, asked[i].name);
		expect_revisions(&world, asked[i].name, asked[i].revisions);
	}
	world_run(&world, "log", "demo", "--author", "Zoé", NULL);
	expect_done(&world, "in words");
	cr_expect(has(world.out, "No change answers that."), "%s", world.out);
	world_release(&world);
}

Test(cli_log, refuses_what_cannot_be_asked)
{
	static const struct {
		const char *option, *value;
		int status;
		const char *says;
	} rows[] = {
		{ "--since", "2026-13-01", 2, "--since" },
		{ "--since", "yesterday", 2, "2026-11-01" },
		{ "--since", "-1", 2, "--since" },
		{ "--since", "", 2, "--since" },
		{ "--author", "", 2, "--author" },
		{ "--author", " ", 2, "--author" },
		{ "--entry", "", 2, "--entry" },
		{ "--entry", "cal", 1, "call" },
		{ "--entry", "a7", 1, "demo" },
		{ "--entry", "service:rien", 1, "service:rien" },
		{ "--entry", "member:Nobody", 1, "member:Nobody" },
	};
	struct world world;

	live_three_months(&world);
	for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
		world_run(&world, "log", "demo", rows[i].option, rows[i].value, NULL);
		expect_refused(&world, rows[i].status, rows[i].says, rows[i].value);
	}
	world_release(&world);
}
