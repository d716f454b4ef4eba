/* SPDX-License-Identifier: MIT
 *
 * `--help`, made from the rows, so that it cannot lag behind them. */
#include "jalon/cli/subcommand.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/cli/arguments.h"
#include "jalon/cli/summary.h"
#include "jalon/export/format.h"
#include "jalon/export/page.h"
#include "jalon/text/words.h"

enum { NAME_CELLS = 10 };
static const char indent[] = "    ";
static const char deeper_indent[] = "        ";

void subcommand_add_formats(struct buf *out, const struct subcommand *subcommand)
{
	if (!subcommand->formats)
		return;
	buf_add(out, subcommand->formats);
	for (size_t i = 0; subcommand->exports && i < export_plan_format_count; i++) {
		const char *name = export_plan_formats[i].name;

		if (strcmp(name, "text") == 0)
			continue;
		buf_add_char(out, '|');
		buf_add(out, name);
	}
}

/* "--format text|json" */
static void add_option(struct buf *out, const struct subcommand *subcommand, enum option option)
{
	const struct option_row *row = &option_rows[option];

	buf_add(out, "--");
	buf_add(out, row->name);
	if (!row->value)
		return;
	buf_add_char(out, ' ');
	if (option == OPTION_FORMAT)
		subcommand_add_formats(out, subcommand);
	else
		buf_add(out, row->value);
}

void subcommand_add_synopsis(struct buf *out, const struct subcommand *subcommand, enum lang lang)
{
	buf_add(out, "jalon");
	if (subcommand->name[0])
		buf_add_format(out, " %s", subcommand->name);
	if (subcommand->arguments.en[0])
		buf_add_format(out, " %s", wording_in(subcommand->arguments, lang));
	for (int i = 0; i < OPTION_COUNT; i++) {
		if (!(subcommand->options & OPTION_BIT(i)))
			continue;
		buf_add(out, " [");
		add_option(out, subcommand, (enum option)i);
		buf_add(out, i == OPTION_CHECKLIST ? "]..." : "]");
	}
}

static void add_heading(struct page *page, enum word word, enum lang lang)
{
	page_add_blank(page);
	page_add_text(page, "", "", text_word(word, lang));
}

static void add_options(
	struct page *page, const struct subcommand *subcommand, bool everywhere, enum lang lang)
{
	for (int i = 0; i < OPTION_COUNT; i++) {
		struct buf option = BUF_INIT;
		bool taken = everywhere ? option_rows[i].everywhere
					: (subcommand->options & OPTION_BIT(i)) != 0;

		if (!taken)
			continue;
		add_option(&option, subcommand, (enum option)i);
		page_add_text(page, indent, deeper_indent, option.text);
		page_add_text(
			page, deeper_indent, deeper_indent, wording_in(option_rows[i].help, lang));
		buf_release(&option);
	}
}

/* Blanks inside [--option VALUE] do not break. */
static void add_synopsis_lines(
	struct page *page, const struct subcommand *subcommand, enum lang lang)
{
	struct buf synopsis = BUF_INIT, joined = BUF_INIT;
	size_t start = page->out->len;
	int depth = 0;

	subcommand_add_synopsis(&synopsis, subcommand, lang);
	for (size_t i = 0; i < synopsis.len; i++) {
		char c = synopsis.text[i];

		depth += (c == '[') - (c == ']');
		if (c == ' ' && depth > 0)
			buf_add(&joined, "\u00a0");
		else
			buf_add_char(&joined, c);
	}
	page_add_text(page, indent, deeper_indent, joined.text);
	/* What people copy has plain blanks. */
	for (size_t i = start; i + 1 < page->out->len; i++) {
		if (memcmp(page->out->text + i, "\u00a0", 2) == 0) {
			buf_remove(page->out, i, 1);
			page->out->text[i] = ' ';
		}
	}
	buf_release(&synopsis);
	buf_release(&joined);
}

static void add_commands(struct page *page, enum lang lang)
{
	add_heading(page, WORD_HELP_COMMANDS, lang);
	for (size_t i = 0; i < subcommand_count; i++) {
		struct buf name = BUF_INIT;

		buf_add(&name, indent);
		buf_add(&name, subcommands[i]->name);
		buf_add_repeated(
			&name, " ", NAME_CELLS - utf8_width_cells(name.text + 4, name.len - 4));
		page_add_text(page, name.text, "              ",
			wording_in(subcommands[i]->summary, lang));
		buf_release(&name);
	}
}

void subcommand_add_help(struct buf *out, const struct subcommand *subcommand, enum lang lang)
{
	const struct subcommand *row = subcommand ? subcommand : &cli_program;
	struct page page = { out, arena_new(), PAGE_WIDTH_CELLS };
	struct buf title = BUF_INIT;

	buf_add(&title, "jalon");
	if (row->name[0])
		buf_add_format(&title, " %s", row->name);
	buf_add(&title, " — ");
	buf_add(&title, wording_in(row->summary, lang));
	page_add_text(&page, "", "", title.text);
	page_add_blank(&page);
	add_synopsis_lines(&page, row, lang);
	page_add_blank(&page);
	page_add_text(&page, "", "", wording_in(row->help, lang));
	if (!subcommand)
		add_commands(&page, lang);
	if (row->options) {
		add_heading(&page, WORD_HELP_OPTIONS, lang);
		add_options(&page, row, false, lang);
	}
	add_heading(&page, WORD_HELP_OPTIONS_EVERYWHERE, lang);
	add_options(&page, row, true, lang);
	add_heading(&page, WORD_HELP_EXAMPLE, lang);
	page_add_text(&page, indent, indent, wording_in(row->example, lang));
	page_add_blank(&page);
	page_add_text(&page, "", "", text_word(WORD_HELP_MORE, lang));
	arena_free(page.arena);
	buf_release(&title);
}
