/* SPDX-License-Identifier: MIT */
#include "jalon/export/format.h"

#include <string.h>

#include "jalon/text/messages.h"
#include "jalon/export/describe.h"
#include "jalon/export/guide_line.h"
#include "jalon/export/page.h"

static const char indent[] = "    ";
static const char deeper_indent[] = "      ";

struct guide {
	struct page page;
	const struct checklist *checklist;
	enum lang lang;
};

static void add_title(struct guide *guide, const char *title)
{
	page_add_blank(&guide->page);
	page_add_title(&guide->page, title, '-');
}

/* A text of several lines stands under its label, a short one behind it. */
static void add_labelled(struct guide *guide, enum word word, struct wording wording)
{
	const char *wanted = wording_in(wording, guide->lang);
	struct buf text = BUF_INIT;

	if (!wanted[0])
		return;
	buf_add(&text, text_word(word, guide->lang));
	buf_add(&text, text_word(WORD_COLON, guide->lang));
	if (strchr(wanted, '\n')) {
		page_add_text(&guide->page, indent, indent, text.text);
		page_add_lines(&guide->page, deeper_indent, deeper_indent, wanted);
	} else {
		buf_add(&text, wanted);
		page_add_text(&guide->page, indent, deeper_indent, text.text);
	}
	buf_release(&text);
}

static void add_item(struct guide *guide, const struct item *item)
{
	struct buf text = BUF_INIT;

	page_add_blank(&guide->page);
	page_add_text(&guide->page, item->origin == ORIGIN_PROJECT ? "  + " : "  * ", indent,
		wording_in(item->title, guide->lang));
	guide_line_about(&text, item, guide->lang);
	page_add_text(&guide->page, indent, indent, text.text);
	page_add_lines(&guide->page, indent, indent, wording_in(item->plain, guide->lang));
	add_labelled(guide, WORD_WHY, item->why);
	add_labelled(guide, WORD_EXPORT_HOW, item->how);
	add_labelled(guide, WORD_EXAMPLE, item->example);
	buf_clear(&text);
	guide_line_requires(&text, guide->checklist, item, guide->lang);
	page_add_text(&guide->page, indent, deeper_indent, text.text);
	buf_clear(&text);
	guide_line_references(&text, guide->checklist, item, guide->lang);
	page_add_text(&guide->page, indent, deeper_indent, text.text);
	buf_release(&text);
}

static void add_section(struct guide *guide, const struct section *section)
{
	add_title(guide, wording_in(section->title, guide->lang));
	page_add_lines(&guide->page, "", "", wording_in(section->text, guide->lang));
	for (size_t i = 0; i < section->item_count; i++)
		add_item(guide, &section->items[i]);
}

static void add_glossary(struct guide *guide)
{
	const struct checklist *checklist = guide->checklist;

	if (checklist->glossary_count > 0)
		add_title(guide, text_word(WORD_GLOSSARY, guide->lang));
	for (size_t i = 0; i < checklist->glossary_count; i++) {
		page_add_text(&guide->page, "  ", indent,
			wording_in(checklist->glossary[i].term, guide->lang));
		page_add_lines(&guide->page, indent, indent,
			wording_in(checklist->glossary[i].definition, guide->lang));
	}
}

static void add_references(struct guide *guide)
{
	const struct checklist *checklist = guide->checklist;

	if (checklist->reference_count > 0)
		add_title(guide, text_word(WORD_REFERENCES, guide->lang));
	for (size_t i = 0; i < checklist->reference_count; i++) {
		struct buf text = BUF_INIT;

		guide_line_reference(&text, i, &checklist->references[i], guide->lang);
		page_add_text(&guide->page, "  ", deeper_indent, text.text);
		page_add_line(&guide->page, deeper_indent, checklist->references[i].url);
		buf_release(&text);
	}
}

static void add_collection(struct guide *guide)
{
	const struct checklist *checklist = guide->checklist;

	if (checklist->collection_count > 0)
		add_title(guide, text_word(WORD_COLLECTION, guide->lang));
	for (size_t i = 0; i < checklist->collection_count; i++) {
		const struct collection_theme *theme = &checklist->collection[i];
		struct buf text = BUF_INIT;

		guide_line_theme(&text, theme, guide->lang);
		page_add_text(&guide->page, "  ", deeper_indent, text.text);
		for (size_t k = 0; k < theme->part_count; k++)
			page_add_text(&guide->page, "      - ", "        ",
				wording_in(theme->parts[k], guide->lang));
		buf_release(&text);
	}
}

static void add_origin(struct guide *guide)
{
	struct buf text = BUF_INIT;

	add_title(guide, text_word(WORD_WHOSE_IT_IS, guide->lang));
	guide_line_source(&text, guide->checklist, guide->lang);
	page_add_text(&guide->page, "", "", text.text);
	buf_clear(&text);
	guide_line_authors(&text, guide->checklist, guide->lang);
	page_add_text(&guide->page, "", "", text.text);
	page_add_lines(&guide->page, "", "", wording_in(guide->checklist->terms, guide->lang));
	buf_release(&text);
}

static void write_guide(struct buf *out, const struct checklist *checklist, enum lang lang)
{
	struct guide guide = { { out, arena_new(), PAGE_WIDTH_CELLS }, checklist, lang };

	page_add_title(&guide.page, wording_in(checklist->title, lang), '=');
	page_add_lines(&guide.page, "", "", wording_in(checklist->summary, lang));
	page_add_blank(&guide.page);
	page_add_text(&guide.page, "", "", text_word(WORD_HOW_TO_READ_GUIDE, lang));
	for (size_t i = 0; i < checklist->section_count; i++)
		add_section(&guide, &checklist->sections[i]);
	add_glossary(&guide);
	add_references(&guide);
	add_collection(&guide);
	add_origin(&guide);
	arena_free(guide.page.arena);
}

const struct export_guide_format export_guide_text = {
	.name = "text",
	.label = { .fr = "Du texte, à lire.", .en = "Text, to read." },
	.write = write_guide,
};
