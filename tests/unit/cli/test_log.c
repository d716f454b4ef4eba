/* SPDX-License-Identifier: MIT
 *
 * The history, and going back in it. */
#include "program.h"

#include <criterion/criterion.h>

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
	cr_expect(has(world.out, "call · Impact: (nothing) → 4"), "%s", world.out);
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
	cr_expect(has(world.out, "Revision 3"), "%s", world.out);
	cr_expect(has(world.out, "Portail"), "%s", world.out);
	world_run(&world, "undo", "demo", "--lang", "fr", NULL);
	cr_expect(has(world.out, "Impact\u00a0: 4 → (rien)"), "%s", world.out);
	world_run(&world, "redo", "demo", NULL);
	expect_done(&world, "redo");
	cr_expect(has(world.out, "Impact: (nothing) → 4"), "%s", world.out);
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
