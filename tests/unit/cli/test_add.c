/* SPDX-License-Identifier: MIT
 *
 * What is added: notes, own actions, services, members; and the organisation's own fields. */
#include "program.h"

#include <criterion/criterion.h>

static void begin(struct world *world)
{
	world_init(world);
	world_run(world, "new", "demo", NULL);
}

Test(cli_note, adds_and_never_overwrites)
{
	struct world world;

	begin(&world);
	world_run(&world, "note", "demo", "call", "One « note »", NULL);
	expect_done(&world, "a note");
	cr_expect_str_empty(world.out);
	world_run(&world, "--by", "Zoé", "note", "demo", "call", "Two", NULL);
	world.input = "Three\nlines\n\n";
	world_run(&world, "note", "demo", "call", "-", NULL);
	world_run(&world, "note", "demo", "call", "--", "--four", NULL);
	world_run(&world, "show", "demo", "call", "--format", "json", NULL);
	expect_json(&world, "entries.0.notes", "[4]");
	expect_members(&world, "entries.0.notes.0", "at by text");
	expect_json(&world, "entries.0.notes.0.at", "2026-11-24T09:00:00Z");
	expect_json(&world, "entries.0.notes.0.text", "One « note »");
	expect_json(&world, "entries.0.notes.1.by", "Zoé");
	expect_json(&world, "entries.0.notes.2.text", "Three\nlines");
	expect_json(&world, "entries.0.notes.3.text", "--four");
	world_release(&world);
}

Test(cli_note, refuses_nothing_and_too_much)
{
	struct world world;

	begin(&world);
	world_run(&world, "note", "demo", "call", "", NULL);
	expect_refused(&world, 2, "text", "nothing");
	world_run(&world, "note", "demo", "call", " \n", NULL);
	expect_refused(&world, 2, "text", "blanks");
	world_run(&world, "note", "demo", "call", "-", NULL);
	expect_refused(&world, 2, "text", "an empty standard input");
	world_run(&world, "note", "demo", "call", "two", "words", NULL);
	expect_refused(&world, 2, "words", "without quotes");
	world_run(&world, "note", "demo", "call", NULL);
	expect_refused(&world, 2, "note", "too little");
	world_run(&world, "note", "demo", "nobody", "x", NULL);
	expect_refused(&world, 1, "nobody", "no such entry");
	world_run(&world, "--by", "", "note", "demo", "call", "x", NULL);
	expect_refused(&world, 2, "--by", "by nobody");
	world_release(&world);
}

Test(cli_add, prints_the_id)
{
	struct world world;

	begin(&world);
	world_run(&world, "add", "demo", "One", NULL);
	expect_done(&world, "an action");
	cr_expect_str_eq(world.out, "a1\n");
	world_run(&world, "add", "demo", "Two", "--item", "call", "--requires", "call,a1,call",
		"owner=Inès", "effort=0.5", "status=doing", NULL);
	expect_done(&world, "with all there is");
	cr_expect_str_eq(world.out, "a2\n");
	world_run(&world, "show", "demo", "a2", "--format", "json", NULL);
	expect_json(&world, "entries.0.title", "Two");
	expect_json(&world, "entries.0.status", "doing");
	expect_json(&world, "entries.0.owner", "Inès");
	expect_json(&world, "entries.0.effort", "0.5");
	expect_json(&world, "entries.0.impact", "3");
	expect_json(&world, "entries.0.requires", "[2]");
	expect_json(&world, "revision", "3");
	world_release(&world);
}

Test(cli_add, refuses_what_is_not_there)
{
	struct world world;

	begin(&world);
	world_run(&world, "add", "demo", "", NULL);
	expect_refused(&world, 2, "title", "no title");
	world_run(&world, "add", "demo", "x", "--requires", "nobody", NULL);
	expect_refused(&world, 1, "nobody", "no such requirement");
	world_run(&world, "add", "demo", "x", "--requires", "call,,write", NULL);
	expect_refused(&world, 2, "call,,write", "no list");
	world_run(&world, "add", "demo", "x", "--item", "nothing", NULL);
	expect_refused(&world, 1, "nothing", "no such item");
	world_run(&world, "add", "demo", "x", "status=not_applicable", NULL);
	expect_refused(&world, 2, "reason", "no reason");
	world_run(&world, "add", "demo", "x", "colour=red", NULL);
	expect_refused(&world, 2, "colour", "no such field");
	world_run(&world, "show", "demo", "--format", "json", NULL);
	expect_json(&world, "revision", "1");
	world_release(&world);
}

Test(cli_service, prints_its_id_and_adds_its_entries)
{
	struct world world;

	begin(&world);
	world_run(&world, "service", "demo", "Portail usagers", NULL);
	cr_expect_str_eq(world.out, "portail-usagers\n");
	world_run(&world, "service", "demo", "Portail, usagers !", NULL);
	cr_expect_str_eq(world.out, "portail-usagers-2\n");
	world_run(&world, "show", "demo", "--format", "json", NULL);
	expect_json(&world, "counts.total", "4");
	world_run(&world, "service", "demo", " ", NULL);
	expect_refused(&world, 2, "service", "no name");
	world_release(&world);
}

Test(cli_member, is_there_once_with_a_capacity)
{
	struct world world;

	begin(&world);
	world_run(&world, "member", "demo", "Inès", "capacity=1", NULL);
	expect_done(&world, "a member");
	world_run(&world, "member", "demo", "Inès", "capacity=1,5", NULL);
	expect_done(&world, "another capacity, with a comma");
	cr_expect(has(world_text(&world, "demo.json"), "\"capacity\": 1.5"));
	world_run(&world, "member", "demo", "Inès", NULL);
	expect_done(&world, "named again");
	cr_expect(has(world_text(&world, "demo.json"), "\"capacity\": 1.5"), "keeps theirs");
	world_run(&world, "member", "demo", "Inès", "capacity=0", NULL);
	expect_refused(&world, 2, "capacity", "none at all");
	world_run(&world, "member", "demo", "Inès", "name=x", NULL);
	expect_refused(&world, 2, "name", "another field");
	world_run(&world, "member", "demo", "", NULL);
	expect_refused(&world, 2, "member", "no name");
	world_release(&world);
}

Test(cli_edit, changes_the_organisation)
{
	struct world world;

	begin(&world);
	world_run(&world, "edit", "demo", "name=Démo & fils", "language=fr", "capacity=5", NULL);
	expect_done(&world, "edit");
	world_run(&world, "plan", "demo", "--format", "json", NULL);
	expect_json(&world, "capacity", "5");
	world_run(&world, "edit", "demo", "language=de", NULL);
	expect_refused(&world, 2, "de", "a language");
	world_run(&world, "edit", "demo", "capacity=-1", NULL);
	expect_refused(&world, 2, "-1", "a capacity");
	world_run(&world, "edit", "demo", "status=done", NULL);
	expect_refused(&world, 2, "status", "a field of entries");
	world_run(&world, "edit", "demo", NULL);
	expect_refused(&world, 2, "jalon edit", "nothing");
	world_run(&world, "edit", "demo", "name=", NULL);
	world_run(&world, "show", "demo", "--format", "json", NULL);
	expect_json(&world, "name", "demo");
	world_release(&world);
}
