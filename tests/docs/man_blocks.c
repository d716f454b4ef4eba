/* SPDX-License-Identifier: MIT
 *
 * man_blocks: the parts of man pages and completions that the program's tables say.
 *
 * For     `make update` puts them between the markers of man/jalon.1, man/fr/jalon.1 and
 *         src/completions; a test compares.
 *         usage: man_blocks fr|en synopsis|commands|fields|options|formats|keys|bash|zsh|fish */
#include <stdio.h>
#include <string.h>

#include "blocks.h"

#include "jalon/cli/arguments.h"
#include "cli/help.h"
#include "cli/summary.h"
#include "cli/table.h"
#include "jalon/export/format.h"
#include "tui/command.h"
#include "tui/key_name.h"

/* Backslashes, hyphens that are typed, and what begins a line as a request would. */
static void print_roff(const char *text)
{
	if (*text == '.' || *text == '\'')
		fputs("\\&", stdout);
	for (; *text; text++) {
		if (*text == '\\')
			fputs("\\e", stdout);
		else if (*text == '-')
			fputs("\\-", stdout);
		else
			putchar(*text);
	}
}

static void print_line(const char *before, const char *text)
{
	fputs(before, stdout);
	print_roff(text);
	putchar('\n');
}

static void print_synopsis(enum lang lang)
{
	struct buf line = BUF_INIT;

	puts(".nf");
	help_add_synopsis(&line, &cli_program, lang);
	print_line("", line.text);
	for (size_t i = 0; i < subcommand_count; i++) {
		buf_clear(&line);
		help_add_synopsis(&line, subcommands[i], lang);
		print_line("", line.text);
	}
	puts(".fi");
	buf_release(&line);
}

static void print_commands(enum lang lang)
{
	for (size_t i = 0; i < subcommand_count; i++) {
		struct buf line = BUF_INIT;

		buf_add_format(&line, "%s %s", subcommands[i]->name,
			wording_in(subcommands[i]->arguments, lang));
		puts(".TP");
		print_line(".B ", line.text);
		buf_clear(&line);
		help_add_explanation(&line, subcommands[i], lang);
		print_line("", line.text);
		buf_release(&line);
	}
}

static void print_fields(enum lang lang)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		struct buf line = BUF_INIT;

		if (!field_is_value_of((enum field)i, OBJECT_ENTRY))
			continue;
		help_add_field(&line, (enum field)i, lang);
		puts(".TP");
		print_line(".B ", field_rows[i].name);
		print_line("", line.text);
		buf_release(&line);
	}
}

static void print_options(enum lang lang)
{
	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = &option_rows[i];

		puts(".TP");
		fputs(".B ", stdout);
		print_roff("--");
		print_roff(row->name);
		if (row->value)
			printf(" %s", row->value);
		putchar('\n');
		print_line("", wording_in(row->help, lang));
	}
}

static void print_format(
	const char *command, const char *name, struct wording label, enum lang lang)
{
	struct buf line = BUF_INIT;

	buf_add_format(&line, "%s --format %s", command, name);
	puts(".TP");
	print_line(".B ", line.text);
	print_line("", wording_in(label, lang));
	buf_release(&line);
}

static void print_formats(enum lang lang)
{
	for (size_t i = 0; i < export_plan_format_count; i++)
		print_format(
			"plan", export_plan_formats[i]->name, export_plan_formats[i]->label, lang);
	for (size_t i = 0; i < export_guide_format_count; i++)
		print_format("guide", export_guide_formats[i]->name, export_guide_formats[i]->label,
			lang);
}

static void print_keys(enum lang lang)
{
	for (size_t i = 0; i < command_count; i++) {
		struct buf keys = BUF_INIT;
		struct key key;

		puts(".TP");
		fputs(".B ", stdout);
		key_parse(commands[i].key, &key);
		key_name_add(&keys, lang, key);
		if (commands[i].also && key_parse(commands[i].also, &key)) {
			buf_add(&keys, ", ");
			key_name_add(&keys, lang, key);
		}
		print_roff(keys.text);
		buf_release(&keys);
		printf(" (");
		print_roff(commands[i].name);
		puts(")");
		print_line("", wording_in(commands[i].help, lang));
	}
}

int main(int argc, char **argv)
{
	enum lang lang;

	if (argc != 3 || !lang_parse(argv[1], &lang))
		return 2;
	if (strcmp(argv[2], "synopsis") == 0)
		print_synopsis(lang);
	else if (strcmp(argv[2], "commands") == 0)
		print_commands(lang);
	else if (strcmp(argv[2], "fields") == 0)
		print_fields(lang);
	else if (strcmp(argv[2], "options") == 0)
		print_options(lang);
	else if (strcmp(argv[2], "formats") == 0)
		print_formats(lang);
	else if (strcmp(argv[2], "keys") == 0)
		print_keys(lang);
	else if (strcmp(argv[2], "bash") == 0)
		print_bash();
	else if (strcmp(argv[2], "zsh") == 0)
		print_zsh();
	else if (strcmp(argv[2], "fish") == 0)
		print_fish();
	else
		return 2;
	return 0;
}
