/* SPDX-License-Identifier: MIT */
#include "program.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "cli/help.h"
#include "cli/subcommands.h"
#include "cli/summary.h"
#include "jalon/export/format.h"

/* The rows' French is set like that of the tables: no-break spaces, and no ASCII apostrophe. */
static void expect_french(const char *text)
{
	static const char *const wrong[] = { " :", " ;", " !", " ?", "« ", " »", "'" };

	for (size_t i = 0; i < ARRAY_LEN(wrong); i++)
		cr_expect_not(has(text, wrong[i]), "“%s” in: %s", wrong[i], text);
}

static void expect_wording(struct wording wording, const char *what)
{
	expect_french(wording.fr);
	cr_expect(wording.fr && wording.fr[0] && wording.en && wording.en[0], "%s", what);
}

Test(subcommands, say_everything_in_both_languages)
{
	for (size_t i = 0; i < subcommand_count; i++) {
		const struct subcommand *row = subcommands[i];

		cr_expect(id_is_valid(row->name), "%s", row->name);
		cr_expect_eq(subcommand_find(row->name), row, "%s: once", row->name);
		cr_expect_not_null(row->run, "%s", row->name);
		cr_expect_leq(row->words_min, row->words_max, "%s", row->name);
		expect_wording(row->summary, row->name);
		expect_wording(row->help, row->name);
		expect_wording(row->example, row->name);
		cr_expect(has(row->example.en, row->name), "%s", row->name);
		cr_expect_eq(row->add_formats != NULL,
			(row->options & OPTION_BIT(OPTION_FORMAT)) != 0, "%s", row->name);
	}
	for (int i = 0; i < OPTION_COUNT; i++)
		expect_wording(option_rows[i].help, option_rows[i].name);
}

/* The formats stand between the two; the tables of jalon/export/format.h say which. */
static const struct {
	const char *name, *synopsis, *behind_formats;
} synopses[] = {
	{ "list", "jalon list [--format ", "] [--today DATE]" },
	{ "show", "jalon show ORG [ENTRY] [--format ", "] [--today DATE]" },
	{ "new", "jalon new ORG [--name NAME] [--checklist ID|FILE]... [--if-revision N]", "" },
	{ "note", "jalon note ORG ENTRY [TEXT] [--replace N] [--remove N] [--if-revision N]", "" },
	{ "plan", "jalon plan ORG [--format ",
		"] [--today DATE] [--why ENTRY ENTRY] [--if-done ENTRY] [--limit N] [--group "
		"owner|date]" },
	{ "guide", "jalon guide [CHECKLIST] [--format ", "]" },
	{ "log", "jalon log ORG [--format ",
		"] [--since DATE|REVISION] [--author NAME] [--entry ENTRY]" },
};

Test(subcommands, show_their_options_in_the_synopsis)
{
	for (size_t i = 0; i < ARRAY_LEN(synopses); i++) {
		const struct subcommand *row = subcommand_find(synopses[i].name);
		struct buf synopsis = BUF_INIT, wanted = BUF_INIT;

		buf_add(&wanted, synopses[i].synopsis);
		if (row->add_formats)
			row->add_formats(&wanted);
		buf_add(&wanted, synopses[i].behind_formats);
		help_add_synopsis(&synopsis, row, LANG_EN);
		cr_expect_str_eq(synopsis.text, wanted.text);
		buf_release(&synopsis);
		buf_release(&wanted);
	}
}

Test(subcommands, offer_text_first_and_each_format_of_the_plan)
{
	struct buf formats = BUF_INIT;

	cli_plan.add_formats(&formats);
	cr_expect_eq(strncmp(formats.text, "text|", 5), 0, "%s", formats.text);
	for (size_t i = 0; i < export_plan_format_count; i++)
		cr_expect(has(formats.text, export_plan_formats[i]->name), "%s", formats.text);
	buf_release(&formats);
}

static void expect_help_of(const struct subcommand *row, enum lang lang)
{
	const char *name = row->name[0] ? row->name : "jalon";
	struct buf help = BUF_INIT;

	help_add(&help, row, lang);
	cr_expect(has(help.text, name), "%s", name);
	cr_expect(has(help.text, wording_in(row->summary, lang)), "%s", name);
	for (int i = 0; i < OPTION_COUNT; i++) {
		bool taken = option_rows[i].everywhere || (row->options & OPTION_BIT(i));
		char option[32];

		/* Formats are the command's. */
		snprintf(option, sizeof(option), "\n    --%s%s%s", option_rows[i].name,
			option_rows[i].value ? " " : "\n",
			option_rows[i].value && i != OPTION_FORMAT ? option_rows[i].value : "");
		cr_expect_eq(has(help.text, option), taken, "%s%s", name, option);
	}
	for (char *line = strtok(help.text, "\n"); line; line = strtok(NULL, "\n"))
		cr_expect_leq(utf8_width_cells(line, strlen(line)), 80, "%s: %s", name, line);
	buf_release(&help);
}

Test(subcommands, are_helped_within_80_columns)
{
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		expect_help_of(&cli_program, (enum lang)lang);
		for (size_t i = 0; i < subcommand_count; i++)
			expect_help_of(subcommands[i], (enum lang)lang);
	}
}

Test(program, helps_after_any_command_on_standard_output)
{
	struct world world;

	world_init(&world);
	world_run(&world, "--help", NULL);
	expect_done(&world, "help");
	for (size_t i = 0; i < subcommand_count; i++) {
		cr_expect(has(world.out, subcommands[i]->summary.en), "%s", subcommands[i]->name);
	}
	for (size_t i = 0; i < subcommand_count; i++) {
		world_run(&world, subcommands[i]->name, "--help", "--lang", "fr", NULL);
		expect_done(&world, subcommands[i]->name);
		cr_expect(has(world.out, subcommands[i]->summary.fr), "%s", subcommands[i]->name);
	}
	world_run(&world, "frobnicate", "x", "--help", NULL);
	expect_refused(&world, 2, "frobnicate", "help of no command");
	world_release(&world);
}

Test(program, says_its_version)
{
	struct world world;

	world_init(&world);
	world_run(&world, "--version", NULL);
	expect_done(&world, "version");
	cr_expect_str_eq(world.out, "jalon 1.2.3\n");
	world_release(&world);
}
