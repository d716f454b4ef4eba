/* SPDX-License-Identifier: MIT
 *
 * The workshop's account without sshd: what it takes from a client. What the kernel refuses it, and
 * what a real sshd makes of it, is in tests/server. */
#include "jalon/cli/restricted.h"

#include <criterion/criterion.h>
#include <string.h>

#include "program.h"

static const struct {
	const char *said, *known;
} terminals[] = {
	{ "xterm-256color", "xterm-256color" },
	{ "screen", "screen" },
	{ "linux", "linux" },
	{ "alacritty", "xterm-256color" },
	{ "dumb", "dumb" },
	{ "", "vt100" },
	{ "xterm-kitty", "xterm-256color" },
	{ "tmux-256color", "tmux-256color" },
	{ "screen.xterm-256color", "screen-256color" },
	{ "wyse60", "vt100" },
	{ "../../../tmp/evil", "vt100" },
	{ "/tmp/evil", "vt100" },
	{ "xterm\n", "vt100" },
};

Test(restricted, looks_up_only_terminals_it_knows)
{
	for (size_t i = 0; i < ARRAY_LEN(terminals); i++)
		cr_expect_str_eq(restricted_terminal(terminals[i].said), terminals[i].known, "%s",
			terminals[i].said);
}

static const struct {
	const char *said, *kept;
} locales[] = {
	{ "fr_CA.UTF-8", "fr_FR" },
	{ "en_GB", "en_US" },
	{ "C.UTF-8", "" },
	{ "de_DE.UTF-8", "" },
	{ "", "" },
	{ "() { :;}; touch /tmp/evil", "" },
	{ "../../tmp/fr", "" },
};

Test(restricted, takes_a_language_and_no_locale)
{
	for (size_t i = 0; i < ARRAY_LEN(locales); i++)
		cr_expect_str_eq(
			restricted_locale(locales[i].said), locales[i].kept, "%s", locales[i].said);
}

static const struct {
	const char *name, *arguments[4];
	bool asked;
	const char *first; /* of the arguments then; NULL: refused */
} logins[] = {
	{ "a person", { "jalon", "demo" }, false, "demo" },
	{ "the option", { "jalon", "--restricted" }, true, "--restricted" },
	{ "its name as a value", { "jalon", "--by", "--restricted" }, true, "--by" },
	{ "a login without a command", { "-jalon" }, true, NULL },
	{ "a login and an option", { "-jalon", "list" }, true, NULL },
	{ "a shell", { "jalon", "-c", "sh" }, true, NULL },
	{ "a path to a shell", { "jalon", "-c", "/bin/sh -c id" }, true, NULL },
	{ "nothing", { "jalon", "-c", "" }, true, NULL },
	{ "blanks", { "jalon", "-c", "  " }, true, NULL },
	{ "a remark", { "jalon", "-c", "# jalon" }, true, NULL },
	{ "an open quote", { "jalon", "-c", "jalon '" }, true, NULL },
	{ "no command at all", { "jalon", "-c" }, true, NULL },
	{ "two commands", { "jalon", "-c", "jalon", "x" }, true, NULL },
	{ "a name that only ends so", { "jalon", "-c", "notjalon list" }, true, NULL },
	{ "itself", { "jalon", "-c", "/usr/bin/jalon '--data' \"/srv/a b\"" }, true, "--data" },
};

Test(restricted, is_no_shell_but_for_itself)
{
	for (size_t i = 0; i < ARRAY_LEN(logins); i++) {
		const char *const *argv = logins[i].arguments;
		struct arena *arena = arena_new();
		struct err err = ERR_INIT;
		int argc = 0;
		bool good;

		while (argc < 4 && argv[argc])
			argc++;
		cr_expect_eq(
			restricted_is_asked(argc, argv), logins[i].asked, "%s", logins[i].name);
		good = restricted_unpack(arena, &argc, &argv, &err);
		cr_expect_eq(good, logins[i].first != NULL, "%s", logins[i].name);
		if (good && logins[i].first)
			cr_expect_str_eq(argv[1], logins[i].first, "%s", logins[i].name);
		if (!good)
			cr_expect_eq(err.code, ERR_FAILED, "%s", logins[i].name);
		arena_free(arena);
	}
}

static const struct {
	const char *name, *first, *second, *third;
	bool is_locked_down;
	int status;
	const char *says;
} refusals[] = {
	{ "no folder", "--restricted", NULL, NULL, true, 2, "--data" },
	{ "a folder from here", "--restricted", "--data=data", NULL, true, 2, "--data" },
	{ "no such folder", "--restricted", "--data=/no/such", NULL, true, 1, "/no/such" },
	{ "a file", "--restricted", "--data=/etc/passwd", NULL, true, 1, "/etc/passwd" },
	{ "no terminal", "--restricted", "--data=/tmp", NULL, true, 1, "terminal" },
	{ "no limits", "--restricted", "--data=/tmp", NULL, false, 1, "seccomp" },
	{ "a command", "--restricted", "--data=/tmp", "list", true, 2, "--restricted" },
	{ "an option of others", "--restricted", "--format=json", NULL, true, 2, "--format" },
	{ "a shell", "-c", "sh", NULL, true, 1, "nothing but jalon" },
	{ "a command as a shell", "-c", "jalon list", NULL, true, 1, "nothing but jalon" },
	{ "no option, but its name", "-c", "jalon list --by --restricted", NULL, true, 1,
		"nothing but" },
	{ "help as a shell", "-c", "jalon --help", NULL, true, 1, "nothing but jalon" },
};

Test(restricted, refuses_to_start_without_what_it_needs)
{
	struct world world;

	world_init(&world);
	for (size_t i = 0; i < ARRAY_LEN(refusals); i++) {
		world.environment.is_locked_down = refusals[i].is_locked_down;
		world_run(&world, refusals[i].first, refusals[i].second, refusals[i].third, NULL);
		expect_refused(&world, refusals[i].status, refusals[i].says, refusals[i].name);
	}
	world_release(&world);
}

static bool no_screen(const struct cli *cli, const char *org_id, struct err *err)
{
	(void)cli;
	(void)org_id;
	(void)err;
	return true;
}

Test(restricted, tells_nothing_of_other_organisations)
{
	struct world world;

	world_init(&world);
	world_run(&world, "new", "fournil", NULL);
	expect_done(&world, "new");
	world_run(&world, "fournll", NULL);
	cr_expect(has(world.error, "fournil"), "who is at home is helped: %s", world.error);
	world.environment.is_locked_down = true;
	world.environment.open_screen = no_screen;
	for (int i = 0; i < 2; i++) {
		world_run(&world, "--restricted", "--data", world.data, i ? "fournll" : "autre",
			NULL);
		expect_refused(&world, 1, i ? "fournll" : "autre", "no such organisation");
		cr_expect_not(has(world.error, "fournil"), "%s", world.error);
	}
	world_release(&world);
}
