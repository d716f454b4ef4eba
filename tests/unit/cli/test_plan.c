/* SPDX-License-Identifier: MIT */
#include "program.h"

#include <criterion/criterion.h>
#include <string.h>

static void begin(struct world *world)
{
	world_init(world);
	world_run(world, "new", "demo", NULL);
	world_run(world, "edit", "demo", "capacity=5", NULL);
}

Test(cli_plan, gives_all_members_in_json)
{
	struct world world;

	begin(&world);
	world_run(&world, "plan", "demo", "--today", "2026-11-23", "--format", "json", NULL);
	expect_done(&world, "plan");
	expect_members(&world, "",
		"organisation revision today capacity cost bound optimal max_lateness actions "
		"set_aside");
	expect_members(&world, "actions.0",
		"rank id title kind status priority tier impact effort owner due requires unlocks "
		"start finish start_date finish_date reason");
	expect_json(&world, "today", "2026-11-23");
	expect_json(&world, "max_lateness", "0");
	expect_json(&world, "actions.0.id", "call");
	expect_json(&world, "actions.0.rank", "1");
	expect_json(&world, "actions.0.unlocks.0", "write");
	expect_json(&world, "actions.0.due", "null");
	expect_json(&world, "actions.0.finish", "0.5");
	expect_json(&world, "actions.0.start_date", "2026-11-23");
	expect_json(&world, "actions.1.start", "0.5");
	expect_json(&world, "actions.1.finish_date", "2026-11-24");
	expect_json(&world, "set_aside", "[0]");
	expect_json(&world, "cost", "7");
	world_release(&world);
}

Test(cli_plan, says_what_is_set_aside)
{
	struct world world;

	begin(&world);
	world_file(&world, "data/hand.json",
		"{\"format\":\"jalon-organisation\",\"version\":1,\"id\":\"hand\",\"name\":\"H\","
		"\"revision\":1,\"created\":\"2026-11-24T09:00:00Z\","
		"\"modified\":\"2026-11-24T09:00:00Z\","
		"\"checklists\":[{\"id\":\"agit-9-ancrage-territorial\",\"edition\":\"2020-05\"}],"
		"\"actions\":[{\"id\":\"a1\",\"title\":\"X\",\"requires\":[\"a2\"]},"
		"{\"id\":\"a2\",\"title\":\"Y\",\"requires\":[\"a1\"]},"
		"{\"id\":\"a3\",\"title\":\"Z\",\"requires\":[\"nowhere\"]}]}");
	world_run(&world, "plan", "hand", "--format", "json", NULL);
	expect_done(&world, "plan");
	expect_json(&world, "set_aside", "[3]");
	expect_members(&world, "set_aside.0", "id why with");
	expect_json(&world, "set_aside.0.why", "cycle");
	expect_json(&world, "set_aside.2.why", "missing");
	expect_json(&world, "set_aside.2.with.0", "nowhere");
	world_run(&world, "plan", "hand", NULL);
	cr_expect(has(world.out, "nowhere"), "%s", world.out);
	world_run(&world, "check", "--data", "x", "nothing.json", NULL);
	expect_refused(&world, 1, "nothing.json", "no such file");
	world_release(&world);
}

static const struct {
	const char *format, *holds;
} formats[] = {
	{ "text", "Call\n" },
	{ "csv", "rank,id,title,kind,status,priority,tier,impact,effort,owner,due,start_date," },
	{ "md", "- [ ] **Call**" },
	{ "ics", "\r\nUID:demo.call@jalon\r\n" },
};

Test(cli_plan, goes_out_in_every_format)
{
	struct world world;

	begin(&world);
	for (size_t i = 0; i < ARRAY_LEN(formats); i++) {
		world_run(&world, "plan", "demo", "--format", formats[i].format, NULL);
		expect_done(&world, formats[i].format);
		cr_expect(has(world.out, formats[i].holds), "%s: %s", formats[i].format, world.out);
	}
	world_run(&world, "plan", "demo", "--format", "yaml", NULL);
	expect_refused(&world, 2, "text|json|", "the message names them");
	world_run(&world, "plan", "demo", "--today", "2026-02-30", NULL);
	expect_refused(&world, 2, "2026-02-30", "no such day");
	world_run(&world, "plan", "demo", "--today", "tomorrow", NULL);
	expect_refused(&world, 2, "tomorrow", "only ISO dates");
	world_release(&world);
}

/* The one whose place in the text is after that of the other. */
static bool stands_before(const char *text, const char *first, const char *second)
{
	const char *one = strstr(text, first), *other = strstr(text, second);

	return one && other && one < other;
}

static const struct {
	const char *group, *format, *first, *second;
} groupings[] = {
	{ "owner", "text", "Inès", "The team" },
	{ "owner", "md", "## Inès", "## The team" },
	{ "owner", "csv", ",write,", ",call," },
	{ "owner", "json", "\"title\": \"Inès", "\"title\": \"The team" },
	{ "date", "text", "Late", "Week of 23 Nov" },
	{ "date", "md", "## Late", "## Week of 23 Nov" },
	{ "date", "csv", ",write,", ",call," },
	{ "date", "json", "\"week\": null", "\"week\": \"2026-11-23\"" },
};

Test(cli_plan, puts_actions_under_headings)
{
	struct world world;

	begin(&world);
	world_run(&world, "member", "demo", "Inès", "capacity=5", NULL);
	world_run(&world, "set", "demo", "write", "owner=Inès", "due=2026-11-20", NULL);
	for (size_t i = 0; i < ARRAY_LEN(groupings); i++) {
		world_run(&world, "plan", "demo", "--today", "2026-11-23", "--group",
			groupings[i].group, "--format", groupings[i].format, NULL);
		expect_done(&world, groupings[i].format);
		cr_expect(stands_before(world.out, groupings[i].first, groupings[i].second),
			"%s, %s: %s", groupings[i].group, groupings[i].format, world.out);
	}
	world_run(&world, "plan", "demo", "--group", "Inès", NULL);
	expect_refused(&world, 2, "owner", "the two ways are named");
	world_release(&world);
}

Test(cli_plan, takes_an_author_wherever_it_stands)
{
	static const char *const after[] = { "plan", "demo", "--by", "Inès", "--limit", "1",
		"--format", "json", NULL };
	static const char *const before[] = { "--by", "owner", "plan", "demo", "--limit", "1",
		"--format", "json", NULL };
	static const char *const *const lines[] = { after, before };
	struct world world;

	begin(&world);
	for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
		world_run_list(&world, lines[i]);
		expect_done(&world, lines[i][0]);
		expect_json(&world, "actions", "[1]");
		cr_expect_not(has(world.out, "groups"), "%s", world.out);
	}
	world_release(&world);
}

Test(cli_plan, speaks_the_language_of_the_organisation_where_nothing_else_says_one)
{
	struct world world;

	begin(&world);
	world_run(&world, "edit", "demo", "language=fr", NULL);
	world.environment.lang = "C.UTF-8";
	world_run(&world, "plan", "demo", NULL);
	cr_expect(has(world.out, "Appeler"), "%s", world.out);
	world_run(&world, "show", "demo", "nobody", NULL);
	expect_refused(&world, 1, "n’existe pas", "a refusal too");
	world_run(&world, "set", "demo", "call", "status=x", NULL);
	expect_refused(&world, 2, "statut", "and one of usage");
	world.environment.lang = "en_GB.UTF-8";
	world_run(&world, "plan", "demo", NULL);
	cr_expect(has(world.out, "Call"), "%s", world.out);
	world_release(&world);
}
