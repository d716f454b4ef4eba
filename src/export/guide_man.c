/* SPDX-License-Identifier: MIT
 *
 * A page for man(7). Text is wrapped first and escaped after, line by line, so that no line of
 * words can begin like a request, and no escape is cut. The coding line tells preconv that the
 * page is UTF-8. */
#include "jalon/export/format.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/messages.h"
#include "jalon/export/describe.h"
#include "jalon/export/guide_line.h"

enum { LINE_CELLS = 72 };

struct guide {
	struct buf *out;
	struct arena *arena;
	const struct checklist *checklist;
	enum lang lang;
	bool under_heading; /* where .PP would be one too many */
};

/* What roff reads as its own, or prints as another sign than the one written. */
static const struct escape {
	const char *text, *roff;
} escapes[] = {
	{ "\\", "\\(rs" },
	{ "'", "\\(aq" },
	{ "`", "\\(ga" },
	{ "^", "\\(ha" },
	{ "~", "\\(ti" },
	{ "\"", "\\(dq" },
	{ "-", "\\-" },
	{ "\u00a0", "\\~" },
	{ "\u202f", "\\~" },
	{ "\t", " " },
};

/* How many bytes of `text` were written as something else; 0 for none. */
static size_t add_escape(struct buf *out, const char *text)
{
	for (size_t i = 0; i < ARRAY_LEN(escapes); i++) {
		size_t len = strlen(escapes[i].text);

		if (strncmp(text, escapes[i].text, len) == 0) {
			buf_add(out, escapes[i].roff);
			return len;
		}
	}
	return 0;
}

static void add_escaped(struct buf *out, const char *text, size_t len)
{
	size_t taken = 1;

	/* A dot at the start of a line is a request; an apostrophe would be, but is escaped. */
	if (len > 0 && text[0] == '.')
		buf_add(out, "\\&");
	for (size_t at = 0; at < len; at += taken) {
		taken = add_escape(out, text + at);
		if (taken == 0) {
			buf_add_char(out, text[at]);
			taken = 1;
		}
	}
}

/* Lines of words; a newline in the text is a break, an empty line a paragraph. */
static void add_words(struct guide *guide, const char *text)
{
	struct buf clean = BUF_INIT;
	struct utf8_line *lines;
	size_t start = 0;
	bool broken = false;

	guide->under_heading = false;
	utf8_clean(&clean, text, strlen(text), true);
	while (start < clean.len) {
		size_t len = strcspn(clean.text + start, "\n");
		size_t count =
			len ? utf8_wrap(guide->arena, clean.text + start, len, LINE_CELLS, &lines)
			    : 0;

		if (broken && len)
			buf_add(guide->out, ".br\n");
		for (size_t i = 0; i < count; i++) {
			if (lines[i].len == 0)
				continue;
			add_escaped(guide->out, clean.text + start + lines[i].start, lines[i].len);
			buf_add_char(guide->out, '\n');
		}
		broken = broken || count > 0;
		start += len + 1;
	}
	buf_release(&clean);
}

static void add_paragraph(struct guide *guide, const char *text)
{
	if (!text[strspn(text, " \t\n")])
		return;
	if (!guide->under_heading)
		buf_add(guide->out, ".PP\n");
	add_words(guide, text);
}

static void add_one_line(struct guide *guide, const char *text)
{
	struct buf clean = BUF_INIT;

	utf8_clean(&clean, text, strlen(text), false);
	add_escaped(guide->out, clean.text, clean.len);
	buf_release(&clean);
}

/* .SH "…" and the like: the argument on one line, between quotes. */
static void add_request(struct guide *guide, const char *request, const char *argument)
{
	buf_add_format(guide->out, ".%s \"", request);
	add_one_line(guide, argument);
	buf_add(guide->out, "\"\n");
	guide->under_heading = request[0] == 'S';
}

static void add_term(struct guide *guide, const char *term, const char *text)
{
	if (!text[strspn(text, " \t\n")])
		return;
	buf_add(guide->out, ".TP\n");
	add_request(guide, "B", term);
	add_words(guide, text);
}

static void add_labelled(struct guide *guide, enum word word, struct wording wording)
{
	add_term(guide, text_word(word, guide->lang), wording_in(wording, guide->lang));
}

static void add_item(struct guide *guide, const struct item *item)
{
	struct buf text = BUF_INIT;

	if (item->origin == ORIGIN_PROJECT)
		buf_add(&text, "+ ");
	buf_add(&text, wording_in(item->title, guide->lang));
	add_request(guide, "SS", text.text);
	buf_clear(&text);
	guide_line_about(&text, item, guide->lang);
	add_words(guide, text.text);
	add_paragraph(guide, wording_in(item->plain, guide->lang));
	add_labelled(guide, WORD_WHY, item->why);
	add_labelled(guide, WORD_EXPORT_HOW, item->how);
	add_labelled(guide, WORD_EXAMPLE, item->example);
	buf_clear(&text);
	guide_line_requires(&text, guide->checklist, item, guide->lang);
	add_paragraph(guide, text.text);
	buf_clear(&text);
	guide_line_references(&text, guide->checklist, item, guide->lang);
	add_paragraph(guide, text.text);
	buf_release(&text);
}

static void add_section(struct guide *guide, const struct section *section)
{
	add_request(guide, "SH", wording_in(section->title, guide->lang));
	add_words(guide, wording_in(section->text, guide->lang));
	for (size_t i = 0; i < section->item_count; i++)
		add_item(guide, &section->items[i]);
}

static void add_glossary(struct guide *guide)
{
	const struct checklist *checklist = guide->checklist;

	if (checklist->glossary_count > 0)
		add_request(guide, "SH", text_word(WORD_GLOSSARY, guide->lang));
	for (size_t i = 0; i < checklist->glossary_count; i++)
		add_term(guide, wording_in(checklist->glossary[i].term, guide->lang),
			wording_in(checklist->glossary[i].definition, guide->lang));
}

static void add_references(struct guide *guide)
{
	const struct checklist *checklist = guide->checklist;

	if (checklist->reference_count > 0)
		add_request(guide, "SH", text_word(WORD_REFERENCES, guide->lang));
	for (size_t i = 0; i < checklist->reference_count; i++) {
		struct buf text = BUF_INIT;

		guide_line_reference(&text, i, &checklist->references[i], guide->lang);
		add_paragraph(guide, text.text);
		if (checklist->references[i].url[0]) {
			buf_add(guide->out, ".br\n");
			add_one_line(guide, checklist->references[i].url);
			buf_add_char(guide->out, '\n');
		}
		buf_release(&text);
	}
}

static void add_collection(struct guide *guide)
{
	const struct checklist *checklist = guide->checklist;

	if (checklist->collection_count > 0)
		add_request(guide, "SH", text_word(WORD_COLLECTION, guide->lang));
	for (size_t i = 0; i < checklist->collection_count; i++) {
		const struct collection_theme *theme = &checklist->collection[i];
		struct buf title = BUF_INIT, parts = BUF_INIT;

		guide_line_theme(&title, theme, guide->lang);
		for (size_t k = 0; k < theme->part_count; k++) {
			if (parts.len)
				buf_add_char(&parts, '\n');
			utf8_clean_line(&parts, wording_in(theme->parts[k], guide->lang));
		}
		if (parts.len)
			add_term(guide, title.text, parts.text);
		else
			add_paragraph(guide, title.text);
		buf_release(&title);
		buf_release(&parts);
	}
}

static void add_origin(struct guide *guide)
{
	struct buf text = BUF_INIT;

	add_request(guide, "SH", text_word(WORD_WHOSE_IT_IS, guide->lang));
	guide_line_source(&text, guide->checklist, guide->lang);
	add_words(guide, text.text);
	buf_clear(&text);
	guide_line_authors(&text, guide->checklist, guide->lang);
	add_paragraph(guide, text.text);
	add_paragraph(guide, wording_in(guide->checklist->terms, guide->lang));
	buf_release(&text);
}

/* man wants a whole day, guides know their month or year: the first one of it. */
static void add_head(struct guide *guide)
{
	const struct checklist *checklist = guide->checklist;
	static const char first_day[] = "0001-01-01";
	const char *given = checklist->source.date[0] ? checklist->source.date : checklist->edition;
	size_t len = strlen(given);
	char date[sizeof(first_day)];
	int day;

	memcpy(date, first_day, sizeof(date));
	if (len < sizeof(date))
		memcpy(date, given, len);
	if (!date_parse(date, &day))
		memcpy(date, "1970-01-01", sizeof(date));
	buf_add(guide->out, "'\\\" -*- coding: UTF-8 -*-\n.\\\" SPDX-License-Identifier: MIT\n");
	buf_add_format(guide->out, ".TH %s 7 \"%s\" jalon \"", "JALON\\-GUIDE", date);
	add_one_line(guide, wording_in(checklist->title, guide->lang));
	buf_add(guide->out, "\"\n");
	add_request(guide, "SH", text_word(WORD_MAN_NAME, guide->lang));
	buf_add(guide->out, "jalon\\-guide \\- ");
	add_one_line(guide, wording_in(checklist->title, guide->lang));
	buf_add_char(guide->out, '\n');
}

static void write_guide(struct buf *out, const struct checklist *checklist, enum lang lang)
{
	struct guide guide = {
		.out = out, .arena = arena_new(), .checklist = checklist, .lang = lang
	};

	add_head(&guide);
	add_request(&guide, "SH", text_word(WORD_MAN_DESCRIPTION, lang));
	add_words(&guide, wording_in(checklist->summary, lang));
	add_paragraph(&guide, text_word(WORD_HOW_TO_READ_GUIDE, lang));
	for (size_t i = 0; i < checklist->section_count; i++)
		add_section(&guide, &checklist->sections[i]);
	add_glossary(&guide);
	add_references(&guide);
	add_collection(&guide);
	add_origin(&guide);
	arena_free(guide.arena);
}

const struct export_guide_format export_guide_man = {
	.name = "man",
	.label = { .fr = "Une page de manuel, pour man(1).", .en = "A manual page, for man(1)." },
	.write = write_guide,
};
