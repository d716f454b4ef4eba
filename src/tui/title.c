/* SPDX-License-Identifier: MIT */
#include "tui/title.h"

#include "jalon/base/utf8.h"
#include "jalon/text/words.h"
#include "jalon/model/subject.h"
#include "jalon/export/describe.h"

static int width_of(const struct buf *text)
{
	return utf8_width_cells(text->text, text->len);
}

/* All of it, or its beginning and "…". */
static void cut(struct buf *text, int cells)
{
	if (width_of(text) <= cells)
		return;
	buf_cut(text, utf8_fit(text->text, text->len, cells - 1, NULL));
	buf_add(text, "…");
}

static void add(struct buf *out, const char *title, const struct service *service, int cells)
{
	struct buf head = BUF_INIT, tail = BUF_INIT;
	int half = cells / 2, left;

	utf8_clean_line(&head, title);
	if (service) {
		buf_add(&tail, " · ");
		utf8_clean_line(&tail, service->name);
	}
	left = cells - width_of(&head);
	cut(&tail, left > half ? left : half);
	cut(&head, cells - width_of(&tail));
	buf_add(out, head.text);
	buf_add(out, tail.text);
	buf_release(&head);
	buf_release(&tail);
}

void title_add_entry(struct buf *out, const struct entry *entry, enum lang lang, int cells)
{
	add(out, wording_in(entry_title(entry), lang), entry->service, cells);
}

void title_add_subject(
	struct buf *out, const struct organisation *org, const char *subject, enum lang lang)
{
	const struct entry *entry = organisation_find_entry(org, subject);
	struct subject named = subject_of(subject);
	const struct service *service =
		named.of == OBJECT_SERVICE ? organisation_find_service(org, named.key) : NULL;

	if (entry)
		describe_title(out, entry, lang);
	else if (service)
		utf8_clean_line(out, service->name);
	else if (named.of == OBJECT_MEMBER)
		utf8_clean_line(out, named.key);
}

void title_add_group(struct buf *out, const struct group *group, enum lang lang, int cells)
{
	add(out,
		group->section ? wording_in(group->section->title, lang)
			       : text_word(WORD_OWN_ACTIONS, lang),
		group->service, cells);
}
