/* SPDX-License-Identifier: MIT */
#include "program.h"

#include <criterion/criterion.h>

Test(cli_new, makes_an_organisation_and_says_where)
{
	struct world world;

	world_init(&world);
	world_run(&world, "new", "demo", "--name", "Coopérative", NULL);
	expect_done(&world, "new");
	cr_expect(has(world.out, world.data), "%s", world.out);
	cr_expect(has(world.out, "demo.json"));
	world_run(&world, "show", "demo", "--format", "json", NULL);
	expect_json(&world, "name", "Coopérative");
	expect_json(&world, "revision", "1");
	world_run(&world, "new", "plain", NULL);
	world_run(&world, "show", "plain", "--format", "json", NULL);
	expect_json(&world, "name", "plain");
	world_release(&world);
}

Test(cli_new, does_not_replace_an_organisation)
{
	struct world world;

	world_init(&world);
	world_run(&world, "new", "demo", NULL);
	world_run(&world, "new", "demo", NULL);
	expect_refused(&world, 1, "demo", "twice");
	world_release(&world);
}

static const struct {
	const char *id;
	const char *says;
} bad_ids[] = {
	{ "Demo", "Demo" },
	{ "démo", "démo" },
	{ "-demo", "-demo" },
	{ "", "id" },
	{ "a b", "a b" },
	{ "../demo", "../demo" },
	{ "demo.json", "demo.json" },
	{ "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "id" },
	{ "list", "command" },
	{ "plan", "command" },
};

Test(cli_new, refuses_what_is_no_id_or_a_command)
{
	struct world world;

	world_init(&world);
	for (size_t i = 0; i < ARRAY_LEN(bad_ids); i++) {
		world_run(&world, "new", "--", bad_ids[i].id, NULL);
		expect_refused(&world, 2, bad_ids[i].says, bad_ids[i].id);
	}
	world_run(&world, "new", NULL);
	expect_refused(&world, 2, "jalon new ORG", "no id");
	world_run(&world, "new", "a", "b", NULL);
	expect_refused(&world, 2, "b", "two ids");
	world_run(&world, "list", "--format", "json", NULL);
	expect_json(&world, "organisations", "[0]");
	world_release(&world);
}

Test(cli_new, takes_checklists_by_id_and_by_file)
{
	struct world world;
	const char *path;

	world_init(&world);
	path = world_file(&world, "mine.json",
		"{\"format\":\"jalon-checklist\",\"version\":1,\"id\":\"mine\",\"edition\":\"1\","
		"\"title\":\"M\",\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"items\":["
		"{\"id\":\"i\",\"kind\":\"question\",\"title\":\"I\"}]}]}");
	world_run(&world, "new", "demo", "--checklist", path,
		"--checklist=agit-9-ancrage-territorial", NULL);
	expect_done(&world, "two checklists");
	world_run(&world, "show", "demo", "--format=json", NULL);
	expect_json(&world, "counts.total", "3");
	expect_json(&world, "entries.0.id", "i");
	world_run(&world, "new", "other", "--checklist", "mine", NULL);
	expect_done(&world, "by its id, from the copy");
	world_run(&world, "new", "third", "--checklist", "nowhere", NULL);
	expect_refused(&world, 1, "nowhere", "no such checklist");
	world_release(&world);
}

Test(cli_new, knows_what_does_not_exist_as_revision_0)
{
	struct world world;

	world_init(&world);
	world_run(&world, "new", "demo", "--if-revision", "1", NULL);
	expect_refused(&world, 3, "demo", "a revision never reached");
	world_run(&world, "new", "demo", "--if-revision", "0", NULL);
	expect_done(&world, "revision 0");
	world_release(&world);
}
