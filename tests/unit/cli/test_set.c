/* SPDX-License-Identifier: MIT */
#include "program.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static void begin(struct world *world)
{
	world_init(world);
	world_run(world, "new", "demo", NULL);
	world_run(world, "service", "demo", "Portail", NULL);
}

Test(cli_set, changes_every_field_of_an_entry)
{
	struct world world;

	begin(&world);
	world_run(&world, "set", "demo", "call", "status=doing", "owner=Inès", "due=2027-01-15",
		"priority=must", "impact=4", "effort=0.25", "pin=write", NULL);
	expect_done(&world, "set");
	cr_expect_str_empty(world.out);
	world_run(&world, "show", "demo", "call", "--format", "json", NULL);
	expect_json(&world, "entries", "[1]");
	expect_json(&world, "entries.0.status", "doing");
	expect_json(&world, "entries.0.owner", "Inès");
	expect_json(&world, "entries.0.due", "2027-01-15");
	expect_json(&world, "entries.0.priority", "must");
	expect_json(&world, "entries.0.impact", "4");
	expect_json(&world, "entries.0.effort", "0.25");
	world_run(&world, "set", "demo", "call",
		"status=", "owner=", "due=", "priority=", "impact=", "effort=", "pin=", NULL);
	expect_done(&world, "nothing behind = clears");
	cr_expect_not(has(world_text(&world, "demo.json"), "\"call\""), "only defaults are left");
	world_release(&world);
}

static const struct {
	const char *field;
	int status;
	const char *says;
} bad[] = {
	{ "status=finished", 2, "finished" },
	{ "status=Done", 2, "Done" },
	{ "priority=high", 2, "high" },
	{ "impact=0", 2, "impact" },
	{ "impact=101", 2, "101" },
	{ "impact=2.5", 2, "2.5" },
	{ "effort=-1", 2, "-1" },
	{ "effort=1000.01", 2, "1000.01" },
	{ "effort=0.125", 2, "0.125" },
	{ "due=15/01/2027", 2, "15/01/2027" },
	{ "due=2027-02-30", 2, "2027-02-30" },
	{ "due=tomorrow", 2, "tomorrow" },
	{ "colour=red", 2, "colour" },
	{ "stauts=done", 2, "status" },
	{ "note=hello", 2, "note" },
	{ "name=x", 2, "name" },
	{ "statusdone", 2, "FIELD=VALUE" },
	{ "=done", 2, "field" },
	{ "status=not_applicable", 2, "reason" },
	{ "pin=nothing-like-it", 1, "nothing-like-it" },
	{ "pin=call", 2, "call" },
};

Test(cli_set, refuses_what_a_field_does_not_take)
{
	struct world world;
	char *before;

	begin(&world);
	before = strdup(world_text(&world, "demo.json"));
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		world_run(&world, "set", "demo", "call", "owner=Inès", bad[i].field, NULL);
		expect_refused(&world, bad[i].status, bad[i].says, bad[i].field);
	}
	world_run(&world, "set", "demo", "nobody", "status=done", NULL);
	expect_refused(&world, 1, "nobody", "no such entry");
	world_run(&world, "set", "demo", "nobody", "status=finished", NULL);
	expect_refused(&world, 2, "finished", "wrong usage is found first");
	world_run(&world, "set", "demo", "ask", "status=done", NULL);
	expect_refused(&world, 1, "ask@portail", "an item for services, without its service");
	world_run(&world, "set", "nothing", "call", "status=done", NULL);
	expect_refused(&world, 1, "nothing", "no such organisation");
	world_run(&world, "set", "demo", "call", NULL);
	expect_refused(&world, 2, "FIELD=VALUE", "no field");
	cr_expect_str_eq(world_text(&world, "demo.json"), before, "nothing was written");
	free(before);
	world_release(&world);
}

static const struct {
	const char *name, *before, *first, *second;
	int status;
	const char *counts, *stored; /* what it counts as, and what is in the file; NULL: nothing */
} news[] = {
	{ "nothing said", NULL, "status=new", NULL, 0, "new", NULL },
	{ "done before", "status=done", "status=new", NULL, 0, "new", NULL },
	{ "done before, cleared", "status=done", "status=", NULL, 0, "new", NULL },
	{ "to do is stored", NULL, "status=todo", NULL, 0, "todo", "\"status\": \"todo\"" },
	{ "to do before", "status=todo", "status=new", NULL, 0, "new", NULL },
	{ "an owner before", "owner=Zoé", "status=new", NULL, 2, "todo", "\"owner\"" },
	{ "an owner before, cleared", "owner=Zoé", "status=", NULL, 2, "todo", "\"owner\"" },
	{ "an owner in the same list", NULL, "status=new", "owner=Zoé", 2, "new", NULL },
	{ "the other way round", NULL, "owner=Zoé", "status=", 2, "new", NULL },
	{ "the owner goes with it", "owner=Zoé", "status=", "owner=", 0, "new", NULL },
	{ "the owner goes first", "owner=Zoé", "owner=", "status=new", 0, "new", NULL },
	{ "done in the end", "owner=Zoé", "status=new", "status=done", 0, "done", "done" },
};

Test(cli_set, says_that_nobody_has_looked_only_where_that_is_so)
{
	for (size_t i = 0; i < ARRAY_LEN(news); i++) {
		struct world world;

		begin(&world);
		if (news[i].before)
			world_run(&world, "set", "demo", "call", news[i].before, NULL);
		world_run(&world, "set", "demo", "call", news[i].first, news[i].second, NULL);
		if (news[i].status)
			expect_refused(&world, news[i].status, "owner", news[i].name);
		else
			expect_done(&world, news[i].name);
		cr_expect_eq(has(world_text(&world, "demo.json"), "\"call\""),
			news[i].stored != NULL, "%s", news[i].name);
		if (news[i].stored)
			cr_expect(has(world_text(&world, "demo.json"), news[i].stored), "%s",
				news[i].name);
		world_run(&world, "show", "demo", "call", "--format", "json", NULL);
		expect_json(&world, "entries.0.status", news[i].counts);
		world_release(&world);
	}
}

Test(cli_set, leaves_an_own_action_to_do)
{
	struct world world;

	begin(&world);
	world_run(&world, "add", "demo", "Appeler", "owner=Zoé", "status=done", NULL);
	world_run(&world, "set", "demo", "a1", "status=new", NULL);
	expect_done(&world, "an own action is never new");
	world_run(&world, "show", "demo", "a1", "--format", "json", NULL);
	expect_json(&world, "entries.0.status", "todo");
	cr_expect_not(has(world_text(&world, "demo.json"), "\"status\""));
	world_release(&world);
}

Test(cli_set, takes_fields_in_any_order)
{
	struct world world;

	begin(&world);
	world_run(&world, "set", "demo", "call", "status=not_applicable", "reason=no rooms", NULL);
	expect_done(&world, "reason last");
	world_run(&world, "set", "demo", "write", "reason=no paper", "status=not_applicable", NULL);
	expect_done(&world, "reason first");
	world_run(&world, "set", "demo", "call", "reason=", NULL);
	expect_refused(&world, 2, "reason", "a reason that is needed");
	world_release(&world);
}

Test(cli_set, reads_lines_as_one_commit)
{
	struct world world;

	begin(&world);
	world.input = "# a remark\n"
		      "\n"
		      "call owner=\"Inès B.\" status=done # done\n"
		      "  ask@portail   owner='Marc O\"Neil'\r\n"
		      "write due=2027-03-01";
	world_run(&world, "set", "demo", "-", NULL);
	expect_done(&world, "three lines");
	world_run(&world, "show", "demo", "--format", "json", NULL);
	expect_json(&world, "revision", "3");
	expect_json(&world, "counts.done", "1");
	expect_json(&world, "entries.0.owner", "Inès B.");
	expect_json(&world, "entries.1.due", "2027-03-01");
	expect_json(&world, "entries.2.owner", "Marc O\"Neil");
	world_run(&world, "set", "demo", "-", NULL);
	expect_done(&world, "no line at all");
	world_release(&world);
}

static const struct {
	const char *input;
	int status;
	const char *says;
} bad_lines[] = {
	{ "call status=done\nwrite status=broken\n", 2, "-:2" },
	{ "call status=done\n\n# x\nnobody status=done\n", 1, "-:4" },
	{ "nobody status=done\ncall status=broken\n", 2, "-:2" },
	{ "call owner=\"Inès\n", 2, "-:1" },
	{ "call status=done\nwrite owner=x\\", 2, "-:2" },
	{ "call\n", 2, "-:1" },
	{ "call status=done\nwrite colour=red\n", 2, "-:2" },
	{ "call status=done\nwrite owner=a status=not_applicable\n", 2, "-:2" },
	{ "call status=done\nwrite owner=caf\xe9\n", 2, "-:2" },
	{ "call pin=nobody\n", 1, "nobody" },
};

Test(cli_set, refuses_all_lines_for_one_and_names_it)
{
	struct world world;

	begin(&world);
	for (size_t i = 0; i < ARRAY_LEN(bad_lines); i++) {
		world.input = bad_lines[i].input;
		world_run(&world, "set", "demo", "-", NULL);
		expect_refused(&world, bad_lines[i].status, bad_lines[i].says, bad_lines[i].input);
	}
	world_run(&world, "show", "demo", "--format", "json", NULL);
	expect_json(&world, "revision", "2");
	world_release(&world);
}

Test(cli_set, minds_the_revision_that_was_seen)
{
	struct world world;

	begin(&world);
	world_run(&world, "set", "demo", "call", "status=done", "--if-revision", "1", NULL);
	expect_refused(&world, 3, "demo", "an older one");
	world_run(&world, "set", "demo", "call", "status=todo", "--if-revision=9", NULL);
	expect_refused(&world, 3, "demo", "a newer one, even where nothing would change");
	world_run(&world, "set", "demo", "call", "status=done", "--if-revision", "2", NULL);
	expect_done(&world, "the same");
	world_run(&world, "set", "demo", "call", "status=done", "--if-revision", "x", NULL);
	expect_refused(&world, 2, "x", "no number");
	world_run(&world, "set", "demo", "call", "status=done", "--if-revision", "-1", NULL);
	expect_refused(&world, 2, "-1", "a negative number");
	world_run(&world, "set", "demo", "call", "status=done", "--if-revision=", NULL);
	expect_refused(&world, 2, "--if-revision", "nothing");
	world_release(&world);
}

Test(cli_set, refuses_text_that_is_not_utf8)
{
	struct world world;

	begin(&world);
	world_run(&world, "set", "demo", "call", "owner=caf\xe9", NULL);
	expect_refused(&world, 2, "UTF-8", "an argument");
	world_release(&world);
}
