/* SPDX-License-Identifier: MIT
 *
 * What `jalon server` prints; tests/server runs it. */
#include "program.h"

#include <criterion/criterion.h>

static const struct {
	const char *name, *arguments[3], *says;
} refusals[] = {
	{ "root", { "--user", "root" }, "root" },
	{ "an account of two words", { "--user", "a b" }, "a b" },
	{ "a command as an account", { "--user", "x;reboot" }, "x;reboot" },
	{ "an option as an account", { "--user", "-f" }, "-f" },
	{ "no account", { "--user", "" }, "--user" },
	{ "a long account", { "--user", "abcdefghijklmnopqrstuvwxyzabcdef" }, "--user" },
	{ "a folder from here", { "--data", "srv/jalon" }, "srv/jalon" },
	{ "the root folder", { "--data", "/" }, "--data" },
	{ "a folder of the system", { "--data", "/etc" }, "/etc" },
	{ "a folder above", { "--data", "/srv/../etc" }, "--data" },
	{ "a folder with a blank", { "--data", "/srv/a b" }, "--data" },
	{ "a folder with a command", { "--data", "/srv/$(id)" }, "--data" },
	{ "a program with a newline", { "--program", "/usr/bin/jalon\nMatch all" }, "--program" },
	{ "a folder of checklists with a quote", { "--checklists", "/srv/'x" }, "--checklists" },
	{ "an author with a quote", { "--by", "l'équipe" }, "--by" },
	{ "an author of two lines", { "--by", "x\nMatch all" }, "--by" },
	{ "an author with a hash", { "--by", "x #y" }, "--by" },
	{ "a path as an organisation", { "../demo" }, "../demo" },
};

Test(server, refuses_what_root_or_sshd_would_take_for_something_else)
{
	struct world world;

	world_init(&world);
	for (size_t i = 0; i < ARRAY_LEN(refusals); i++) {
		world_run(
			&world, "server", refusals[i].arguments[0], refusals[i].arguments[1], NULL);
		expect_refused(&world, 2, refusals[i].says, refusals[i].name);
	}
	world_release(&world);
}

Test(server, puts_values_where_they_belong)
{
	struct world world;

	world_init(&world);
	world_run(&world, "server", "demo", "--user", "bleu", "--data", "/srv/x", "--by",
		"L’équipe A", "--program", "/usr/bin/jalon", "--checklists", "/srv/lists", "--lang",
		"fr", NULL);
	expect_done(&world, "server");
	cr_expect(has(world.out, "\n    ForceCommand /usr/bin/jalon --restricted --data /srv/x "
				 "--checklists /srv/lists --lang fr --by 'L’équipe A' demo\n"),
		"%s", world.out);
	cr_expect(has(world.out, "\nMatch User bleu\n"));
	cr_expect(has(world.out, " new --data /srv/x --checklists /srv/lists --lang fr demo)\n"));
	cr_expect_not(has(world.out, "{user}") || has(world.out, "{data}"));
	world_run(&world, "server", NULL);
	expect_done(&world, "server");
	cr_expect(has(world.out, "ForceCommand /usr/local/bin/jalon --restricted --data "
				 "/srv/jalon/atelier\n"));
	cr_expect_not(has(world.out, " new --data"), "nothing to make without ORG");
	world_release(&world);
}
