/* SPDX-License-Identifier: MIT */
#include "program.h"

#include <criterion/criterion.h>

Test(cli_guide, prints_the_shipped_one_or_any)
{
	struct world world;

	world_init(&world);
	world_run(&world, "guide", NULL);
	expect_done(&world, "the shipped one");
	cr_expect(has(world.out, "Anchoring\n=========\n"), "%s", world.out);
	world_run(&world, "guide", "--lang", "fr", "--format", "man", NULL);
	expect_done(&world, "as a page");
	cr_expect(has(world.out, "\n.SH \"NOM\"\n"), "%s", world.out);
	world_run(&world, "guide",
		world_file(&world, "mine.json",
			"{\"format\":\"jalon-checklist\",\"version\":1,\"id\":\"mine\",\"edition\":"
			"\"1\",\"title\":\"Mine\",\"sections\":[]}"),
		NULL);
	expect_done(&world, "a file");
	cr_expect(has(world.out, "Mine\n====\n"), "%s", world.out);
	world_run(&world, "--checklists", world.folder, "guide", "mine", NULL);
	expect_done(&world, "by its id");
	world_run(&world, "guide", "nowhere", NULL);
	expect_refused(&world, 1, "nowhere", "none of that name");
	world_run(&world, "guide", "./nowhere.json", NULL);
	expect_refused(&world, 1, "nowhere.json", "no such file");
	world_run(&world, "guide", "--format", "json", NULL);
	expect_refused(&world, 2, "text|man", "another format");
	world_release(&world);
}
