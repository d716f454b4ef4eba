/* SPDX-License-Identifier: MIT */
#include "cli/help.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/export/page.h"
#include "jalon/cli/arguments.h"
#include "cli/table.h"

enum { NAME_CELLS = 10 };
static const char indent[] = "    ";
static const char deeper_indent[] = "        ";

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
		subcommand->add_formats(out);
	else
		buf_add(out, row->value);
}

void help_add_synopsis(struct buf *out, const struct subcommand *subcommand, enum lang lang)
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

static const enum word unit_words[] = {
	[UNIT_DAYS] = WORD_UNIT_DAYS,
	[UNIT_DAYS_A_WEEK] = WORD_UNIT_DAYS_A_WEEK,
};

static bool has_unit_word(const struct field_row *row)
{
	return row->unit == UNIT_DAYS || row->unit == UNIT_DAYS_A_WEEK;
}

/* "new, todo, doing, done", and what each means where the words of files are not of the language.
 */
static void add_choices(
	struct buf *out, const struct field_row *row, enum lang lang, bool explained)
{
	size_t start = out->len;

	for (int i = 0; i < row->choice_count; i++) {
		const char *name = field_choice_name((enum field)(row - field_rows), i);

		if (!name)
			continue;
		buf_add_format(out, "%s%s", out->len > start ? ", " : "", name);
		if (explained && row->choice_words && lang != LANG_EN)
			buf_add_format(out, " (%s)", text_word(row->choice_words[i], lang));
	}
}

/* "status (todo, doing, done), owner, effort (in person-days)" */
static void add_fields(struct buf *out, enum object of, enum lang lang)
{
	size_t start = out->len;

	for (int i = 0; i < FIELD_COUNT; i++) {
		const struct field_row *row = &field_rows[i];

		if (!field_is_value_of((enum field)i, of))
			continue;
		buf_add_format(out, "%s%s", out->len > start ? ", " : "", row->name);
		if (row->choice_count) {
			buf_add(out, " (");
			add_choices(out, row, lang, false);
			buf_add_char(out, ')');
		} else if (has_unit_word(row)) {
			buf_add_format(out, " (%s)", text_word(unit_words[row->unit], lang));
		}
	}
}

void help_add_explanation(struct buf *out, const struct subcommand *subcommand, enum lang lang)
{
	struct buf fields = BUF_INIT;

	if (subcommand->lists_fields) {
		add_fields(&fields, subcommand->fields_of, lang);
		text_fields_are(out, lang, fields.text);
		buf_add_char(out, ' ');
	}
	buf_add(out, wording_in(subcommand->help, lang));
	buf_release(&fields);
}

static void add_decimals(struct buf *out, const struct field_row *row, enum lang lang)
{
	struct arena *arena = arena_new();

	text_field_decimal(
		out, lang, decimal_format(arena, row->min), decimal_format(arena, row->max));
	if (has_unit_word(row))
		buf_add_format(out, ", %s", text_word(unit_words[row->unit], lang));
	buf_add_char(out, '.');
	arena_free(arena);
}

void help_add_field(struct buf *out, enum field field, enum lang lang)
{
	const struct field_row *row = &field_rows[field];
	struct buf choices = BUF_INIT;

	buf_add_format(out, "%s ", wording_in(row->help, lang));
	switch (row->kind) {
	case FIELD_KIND_CHOICE:
		add_choices(&choices, row, lang, true);
		text_field_choices(out, lang, choices.text);
		break;
	case FIELD_KIND_DATE:
		buf_add(out, text_word(WORD_FIELD_DATE, lang));
		break;
	case FIELD_KIND_INTEGER:
		text_field_integer(out, lang, row->min, row->max);
		break;
	case FIELD_KIND_DECIMAL:
		add_decimals(out, row, lang);
		break;
	case FIELD_KIND_ENTRY:
		buf_add(out, text_word(WORD_FIELD_ENTRY, lang));
		break;
	case FIELD_KIND_ENTRIES:
		buf_add(out, text_word(WORD_FIELD_ENTRIES, lang));
		break;
	case FIELD_KIND_RANGES:
		buf_add(out, text_word(WORD_FIELD_RANGES, lang));
		break;
	case FIELD_KIND_TEXT:
	case FIELD_KIND_TIME:
	case FIELD_KIND_OBJECT:
		buf_cut(out, out->len - 1);
	}
	buf_release(&choices);
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

	help_add_synopsis(&synopsis, subcommand, lang);
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

void help_add(struct buf *out, const struct subcommand *subcommand, enum lang lang)
{
	struct page page = { out, arena_new(), PAGE_WIDTH_CELLS };
	struct buf title = BUF_INIT, explanation = BUF_INIT;

	buf_add(&title, "jalon");
	if (subcommand->name[0])
		buf_add_format(&title, " %s", subcommand->name);
	buf_add(&title, " — ");
	buf_add(&title, wording_in(subcommand->summary, lang));
	page_add_text(&page, "", "", title.text);
	page_add_blank(&page);
	add_synopsis_lines(&page, subcommand, lang);
	page_add_blank(&page);
	help_add_explanation(&explanation, subcommand, lang);
	page_add_text(&page, "", "", explanation.text);
	if (!subcommand->name[0])
		add_commands(&page, lang);
	if (subcommand->options) {
		add_heading(&page, WORD_HELP_OPTIONS, lang);
		add_options(&page, subcommand, false, lang);
	}
	add_heading(&page, WORD_HELP_OPTIONS_EVERYWHERE, lang);
	add_options(&page, subcommand, true, lang);
	add_heading(&page, WORD_HELP_EXAMPLE, lang);
	page_add_text(&page, indent, indent, wording_in(subcommand->example, lang));
	page_add_blank(&page);
	page_add_text(&page, "", "", text_word(WORD_HELP_MORE, lang));
	arena_free(page.arena);
	buf_release(&title);
	buf_release(&explanation);
}
