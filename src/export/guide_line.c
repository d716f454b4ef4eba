/* SPDX-License-Identifier: MIT */
#include "jalon/export/guide_line.h"

#include "jalon/base/utf8.h"
#include "jalon/text/messages.h"
#include "jalon/model/object.h"
#include "jalon/export/describe.h"

void guide_line_about(struct buf *out, const struct item *item, enum lang lang)
{
	enum priority priority = item->priority ? item->priority : PRIORITY_SHOULD;
	struct entry unsaid;

	buf_add(out, text_word(describe_kind_word(item->kind), lang));
	buf_add_format(out, " · %s",
		text_word(item->origin == ORIGIN_GUIDE ? WORD_ORIGIN_GUIDE : WORD_ORIGIN_PROJECT,
			lang));
	if (item->scope == SCOPE_SERVICE)
		buf_add_format(out, " · %s", text_word(WORD_FOR_EACH_SERVICE, lang));
	buf_add_format(out, " · %s · ", text_word(describe_priority_word(priority), lang));
	object_unset(OBJECT_ENTRY, &unsaid);
	unsaid.item = item;
	describe_estimates(out, &unsaid, lang);
}

void guide_line_requires(
	struct buf *out, const struct checklist *checklist, const struct item *item, enum lang lang)
{
	if (item->requires.count == 0)
		return;
	buf_add(out, text_word(WORD_REQUIRES, lang));
	buf_add(out, text_word(WORD_COLON, lang));
	for (size_t i = 0; i < item->requires.count; i++) {
		const struct item *required =
			checklist_find_item(checklist, item->requires.texts[i]);

		buf_add(out, i ? ", " : "");
		utf8_clean_line(out,
			required ? wording_in(required->title, lang) : item->requires.texts[i]);
	}
}

void guide_line_references(
	struct buf *out, const struct checklist *checklist, const struct item *item, enum lang lang)
{
	if (item->references.count == 0)
		return;
	buf_add(out, text_word(WORD_REFERENCES, lang));
	buf_add(out, text_word(WORD_COLON, lang));
	for (size_t i = 0; i < item->references.count; i++) {
		const struct reference *reference =
			checklist_find_reference(checklist, item->references.texts[i]);

		if (reference)
			buf_add_format(out, "%s[%d]", i ? " " : "",
				(int)(reference - checklist->references) + 1);
	}
}

void guide_line_reference(
	struct buf *out, size_t index, const struct reference *reference, enum lang lang)
{
	buf_add_format(out, "[%zu] ", index + 1);
	describe_reference(out, reference, lang);
}

void guide_line_theme(struct buf *out, const struct collection_theme *theme, enum lang lang)
{
	buf_add_format(out, "%d. ", theme->theme);
	utf8_clean_line(out, wording_in(theme->title, lang));
	if (!theme->date[0])
		return;
	buf_add(out, " (");
	utf8_clean_line(out, theme->date);
	buf_add_char(out, ')');
}

void guide_line_source(struct buf *out, const struct checklist *checklist, enum lang lang)
{
	const struct checklist_source *source = &checklist->source;
	const struct reference as_reference = {
		.title = source->title, .publisher = source->publisher, .date = source->date
	};

	describe_reference(out, &as_reference, lang);
	if (source->url[0]) {
		buf_add(out, out->len ? ", " : "");
		utf8_clean_line(out, source->url);
	}
	if (source->theme) {
		buf_add(out, " · ");
		text_theme(out, lang, source->theme);
	}
	if (out->len)
		buf_add(out, " · ");
	text_checklist_edition(out, lang, checklist->id, checklist->edition);
}

void guide_line_authors(struct buf *out, const struct checklist *checklist, enum lang lang)
{
	if (checklist->authors.count == 0)
		return;
	buf_add(out, text_word(WORD_AUTHORS, lang));
	buf_add(out, text_word(WORD_COLON, lang));
	for (size_t i = 0; i < checklist->authors.count; i++) {
		buf_add(out, i ? ", " : "");
		utf8_clean_line(out, checklist->authors.texts[i]);
	}
}
