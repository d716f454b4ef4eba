/* SPDX-License-Identifier: MIT
 *
 * jalon without a command, and what all commands share: words, languages, folders, output. */
#include "program.h"

#include <criterion/criterion.h>

static const struct {
	const char *first, *second;
	int status;
	const char *says;
} unknown[] = {
	{ "frobnicate", "demo", 2, "frobnicate" },
	{ "sohw", "demo", 2, "show" },
	{ "demo", "plan", 2, "jalon plan demo" },
	{ "plna", NULL, 2, "plan" },
	{ "frobnicate", NULL, 1, "neither" },
	{ "dmeo", NULL, 1, "demo" },
	{ "", NULL, 1, "neither" },
	{ "--frobnicate", NULL, 2, "--frobnicate" },
	{ "list", "--frmat", 2, "--format" },
	{ "list", "--name=x", 2, "jalon list" },
	{ "list", "--lang=de", 2, "de" },
	{ "list", "x", 2, "jalon list" },
	{ "list", "--data=", 2, "--data" },
	{ "show", NULL, 2, "jalon show ORG" },
	{ "show", "nobody", 1, "demo" },
	{ "show", "../demo", 1, "../demo" },
};

Test(program, says_what_was_probably_meant)
{
	struct world world;

	world_init(&world);
	world_run(&world, "new", "demo", NULL);
	for (size_t i = 0; i < ARRAY_LEN(unknown); i++) {
		world_run(&world, unknown[i].first, unknown[i].second, NULL);
		expect_refused(&world, unknown[i].status, unknown[i].says, unknown[i].first);
	}
	world_release(&world);
}

Test(program, sums_an_organisation_up_where_there_is_no_terminal)
{
	struct world world;

	world_init(&world);
	world_run(&world, "new", "demo", "--name", "Démo", NULL);
	world_run(&world, "demo", "--today", "2026-11-23", NULL);
	expect_done(&world, "a summary");
	cr_expect(has(world.out, "Démo\n====\n0/2 (0%)"), "%s", world.out);
	cr_expect(has(world.out, "0/2  Part"), "%s", world.out);
	cr_expect(has(world.out, "1  Call\n     23 Nov"), "%s", world.out);
	world_run(&world, NULL);
	expect_done(&world, "the list");
	cr_expect(has(world.out, "demo"));
	world_release(&world);
}

static bool opened;

static bool open_screen(const struct cli *cli, const char *org_id, struct err *err)
{
	(void)err;
	opened = true;
	cr_expect_not_null(cli->store);
	if (cli->arguments.word_count)
		cr_expect_str_eq(org_id, cli->arguments.words[0]);
	else
		cr_expect_null(org_id);
	return true;
}

Test(program, fills_the_terminal_where_there_is_one)
{
	struct world world;

	world_init(&world);
	world_run(&world, "new", "demo", NULL);
	world.environment.open_screen = open_screen;
	world_run(&world, "demo", NULL);
	expect_done(&world, "an organisation");
	cr_expect(opened);
	cr_expect_str_empty(world.out);
	opened = false;
	world_run(&world, NULL);
	cr_expect(opened);
	opened = false;
	world_run(&world, "nobody", NULL);
	expect_refused(&world, 1, "nobody", "none of that name");
	cr_expect_not(opened);
	world_file(&world, "data/broken.json", "{");
	world_run(&world, "broken", NULL);
	cr_expect(opened, "it opens, to say what is wrong");
	opened = false;
	world_run(&world, "list", NULL);
	cr_expect_not(opened);
	world_release(&world);
}

static const struct {
	const char *option, *jalon_lang, *lc_all, *lc_messages, *lang;
	bool french;
} languages[] = {
	{ "--lang=fr", "en", "en_GB", "en_GB", "en_GB", true },
	{ "--lang=en", "fr", "fr_FR", "fr_FR", "fr_FR", false },
	{ NULL, "fr", "en_GB.UTF-8", "", "", true },
	{ NULL, "", "fr_FR.UTF-8", "en_GB", "en_GB", true },
	{ NULL, "", "", "fr_FR.UTF-8", "en_GB", true },
	{ NULL, "", "", "", "fr_CA.UTF-8", true },
	{ NULL, "", "en_GB", "fr_FR", "fr_FR", false },
	{ NULL, "", "C", "fr_FR", "fr_FR", false },
	{ NULL, "", "", "", "C", false },
	{ NULL, "", "", "", "", false },
	{ NULL, "", "", "", "de_DE", false },
};

Test(program, chooses_its_language)
{
	struct world world;

	world_init(&world);
	for (size_t i = 0; i < ARRAY_LEN(languages); i++) {
		world.environment.jalon_lang = languages[i].jalon_lang;
		world.environment.lc_all = languages[i].lc_all;
		world.environment.lc_messages = languages[i].lc_messages;
		world.environment.lang = languages[i].lang;
		world_run(&world, "show", "nobody", languages[i].option, NULL);
		expect_refused(&world, 1,
			languages[i].french ? "n’existe pas" : "there is no such organisation",
			"language");
	}
	world.environment.lang = "en_GB.UTF-8";
	world_run(&world, "--frobnicate", "--lang", "fr", NULL);
	expect_refused(&world, 2, "cette option", "even of what comes before");
	world_release(&world);
}

Test(program, finds_the_data_folder)
{
	struct world world;
	char path[160];

	world_init(&world);
	world.environment.home = world.folder;
	world.environment.jalon_data = "";
	world_run(&world, "new", "demo", NULL);
	snprintf(path, sizeof(path), "%s/.local/share/jalon/demo.json", world.folder);
	cr_expect(has(world.out, path), "at home: %s", world.out);
	world.environment.xdg_data_home = "relative";
	world_run(&world, "new", "demo", NULL);
	expect_refused(&world, 1, "demo", "a relative one is passed over");
	snprintf(path, sizeof(path), "%s/xdg", world.folder);
	world.environment.xdg_data_home = path;
	world_run(&world, "new", "demo", NULL);
	cr_expect(has(world.out, "/xdg/jalon/demo.json"), "XDG: %s", world.out);
	world.environment.jalon_data = world.data;
	world_run(&world, "new", "demo", NULL);
	cr_expect(has(world.out, "/data/demo.json"), "JALON_DATA: %s", world.out);
	world_run(&world, "--data", world.shipped, "new", "demo", NULL);
	cr_expect(has(world.out, "/shipped/demo.json"), "--data: %s", world.out);
	world.environment.home = world.environment.xdg_data_home = "";
	world.environment.jalon_data = "";
	world_run(&world, "list", NULL);
	expect_refused(&world, 1, "--data", "none at all");
	world_release(&world);
}

Test(program, names_who_changes)
{
	struct world world;

	world_init(&world);
	world_run(&world, "new", "demo", NULL);
	world.environment.jalon_by = "Zoé";
	world_run(&world, "set", "demo", "call", "owner=x", NULL);
	world_run(&world, "log", "demo", "--format=json", NULL);
	expect_json(&world, "changes.0.by", "Zoé");
	world_run(&world, "set", "demo", "call", "owner=y", "--by", "Inès", NULL);
	world_run(&world, "log", "demo", "--format=json", NULL);
	expect_json(&world, "changes.0.by", "Inès");
	world_release(&world);
}

Test(program, fails_when_its_output_cannot_be_written)
{
	struct world world;
	struct cli_environment environment;
	const char *const show[] = { "jalon", "show", "demo", NULL };
	const char *const add[] = { "jalon", "add", "demo", "X", NULL };

	world_init(&world);
	world_run(&world, "new", "demo", NULL);
	environment = world.environment;
	environment.in = fopen("/dev/null", "r");
	environment.out = fopen("/dev/full", "w");
	environment.error = fopen("/dev/null", "w");
	cr_expect_eq(run_command_line(&environment, 3, show), 1);
	cr_expect_eq(run_command_line(&environment, 4, add), 0, "what is saved is done");
	fclose(environment.in);
	fclose(environment.out);
	fclose(environment.error);
	world_run(&world, "show", "demo", "--format", "json", NULL);
	expect_json(&world, "revision", "2");
	world_release(&world);
}
