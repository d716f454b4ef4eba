/* SPDX-License-Identifier: MIT */
#include "program.h"

#include <criterion/criterion.h>

Test(cli_list, says_how_to_begin)
{
	struct world world;

	world_init(&world);
	world_run(&world, "list", NULL);
	expect_done(&world, "no data folder yet");
	cr_expect(has(world.out, "jalon new"));
	world_run(&world, NULL);
	expect_done(&world, "nothing at all, and no terminal");
	cr_expect(has(world.out, "jalon new"));
	world_run(&world, "list", "--format", "json", NULL);
	expect_json(&world, "organisations", "[0]");
	world_release(&world);
}

Test(cli_list, takes_numbers_in_ids_as_numbers)
{
	struct world world;

	world_init(&world);
	world_run(&world, "new", "groupe-10", NULL);
	world_run(&world, "new", "groupe-2", NULL);
	world_run(&world, "list", "--format", "json", NULL);
	expect_json(&world, "organisations.0.id", "groupe-2");
	expect_json(&world, "organisations.1.id", "groupe-10");
	world_release(&world);
}

Test(cli_list, gives_all_members_and_goes_on_past_a_broken_file)
{
	struct world world;

	world_init(&world);
	world_run(&world, "new", "demo", "--name", "Démo", NULL);
	world_run(&world, "set", "demo", "call", "status=done", NULL);
	world_file(&world, "data/broken.json", "{");
	world_file(&world, "data/Not An Id.json", "{");
	world_run(&world, "list", "--format", "json", NULL);
	expect_done(&world, "list");
	expect_json(&world, "organisations", "[2]");
	expect_members(&world, "organisations.0", "id name revision modified error");
	expect_json(&world, "organisations.0.id", "broken");
	expect_members(&world, "organisations.1", "id name revision modified counts");
	expect_json(&world, "organisations.1.counts.done", "1");
	expect_json(&world, "organisations.1.modified", "2026-11-24T09:00:00Z");
	world_run(&world, "list", NULL);
	expect_done(&world, "in text");
	cr_expect(has(world.out, "demo  Démo\n    1/2 (50%)"), "%s", world.out);
	cr_expect(has(world.out, "broken.json:1"));
	world_release(&world);
}
