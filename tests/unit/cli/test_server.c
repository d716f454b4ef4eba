/* SPDX-License-Identifier: MIT
 *
 * What `jalon server` prints; tests/server runs it. */
#include "program.h"

#include <criterion/criterion.h>
#include <string.h>

#include "cli/sandbox.h"

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
	{ "an account of the system", { "--user", "www-data" }, "www-data" },
	{ "a group of the system", { "--user", "shadow" }, "shadow" },
	{ "a folder of sshd", { "--data", "/etc/ssh" }, "/etc/ssh" },
	{ "a folder below one of the system", { "--data", "/usr/lib/jalon" }, "/usr/lib/jalon" },
	{ "a folder where others write", { "--data", "/tmp/jalon" }, "/tmp/jalon" },
	{ "what many daemons share", { "--data", "/var/lib" }, "/var/lib" },
	{ "a home", { "--data", "/home/ines" }, "/home/ines" },
	{ "a slash at the end", { "--data", "/srv/jalon/" }, "--data" },
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
	cr_expect(has(world.out, "|| install -d -m 755 /srv\n"), "the folder above");
	cr_expect_not(has(world.out, "{parent}"));
	world_run(&world, "server", "--data", "/var/lib/jalon", "--user", "jalon-2", NULL);
	expect_done(&world, "below what many share");
	world_run(&world, "server", "--data", "/home/ines/atelier", NULL);
	expect_done(&world, "below a home");
	world_run(&world, "server", NULL);
	expect_done(&world, "server");
	cr_expect(has(world.out, "ForceCommand /usr/local/bin/jalon --restricted --data "
				 "/srv/jalon/atelier\n"));
	cr_expect_not(has(world.out, " new --data"), "nothing to make without ORG");
	world_release(&world);
}

Test(server, breaks_remarks_at_blanks_alone)
{
	static const char *const langs[] = { "fr", "en" };
	struct world world;

	world_init(&world);
	for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
		world_run(&world, "server", "--user", "a-workshop-of-a-long-name", "--lang",
			langs[i], NULL);
		expect_done(&world, langs[i]);
		/* Where the width ends within them. */
		cr_expect(has(world.out, " /etc/fail2ban/jail.d/jalon.conf"), "%s", world.out);
		cr_expect(has(world.out, "/srv/jalon/a-workshop-of-a-long-name.old-DATE"));
		cr_expect(has(world.out, " /etc/pam.d/common-account"));
		cr_expect(has(world.out, "/var/backups/jalon/a-workshop-of-a-long-name "));
	}
	world_release(&world);
}

Test(server, tells_of_a_program_that_is_not_installed)
{
	static const struct {
		const char *program;
		bool told;
	} programs[] = {
		{ "/usr/bin/jalon", false },
		{ "/usr/local/bin/jalon", false },
		{ "/opt/jalon/bin/jalon", false },
		{ "/home/ines/jalon/build/jalon", true },
		{ "/usrlocal/bin/jalon", true },
		{ "/root/build/jalon", true },
	};
	struct world world;

	world_init(&world);
	for (size_t i = 0; i < ARRAY_LEN(programs); i++) {
		world_run(&world, "server", "--program", programs[i].program, "--lang", "en", NULL);
		expect_done(&world, programs[i].program);
		cr_expect_eq(has(world.out, "is no installed"), programs[i].told, "%s",
			programs[i].program);
	}
	world_release(&world);
}

Test(server, says_what_the_kernel_here_refuses)
{
	bool whole = sandbox_has_filter() && sandbox_has_folders();
	struct world world;

	world_init(&world);
	world_run(&world, "server", "--lang", "en", NULL);
	expect_done(&world, "server");
	cr_expect_eq(has(world.out, "# The kernel of this machine refuses"), whole);
	cr_expect_eq(has(world.out, "# Beware: this machine cannot refuse"), !whole);
	world_release(&world);
}

/* A part that is pasted runs whole or not at all: each is one here-document, which checks who it is
 * about before it does anything. */
Test(server, prints_scripts_that_stop)
{
	struct world world;
	int parts = 0;

	world_init(&world);
	world_run(&world, "server", "demo", "--lang", "en", NULL);
	expect_done(&world, "server");
	for (const char *at = world.out; (at = strstr(at, "\nsh -eu <<'JALON'\n")); parts++) {
		const char *end = strstr(at, "\nrun </dev/null\nJALON\n");
		const char *first = strstr(at, "\nrun() {\n[ \"$(id -u)\" -eq 0 ] || stop ");
		const char *second = strstr(at, "getent passwd atelier");

		cr_assert(end && first && second, "%.80s", at);
		cr_expect(first < second && second < end, "%.80s", at);
		at = end;
	}
	cr_expect_eq(parts, 6);
	world_release(&world);
}
