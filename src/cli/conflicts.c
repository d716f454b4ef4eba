/* SPDX-License-Identifier: MIT */
#include "cli/conflicts.h"

#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/store/organisation_file.h"

struct shown {
	const struct kept_conflict *conflicts;
	size_t count;
};

static struct shown shown(const struct organisation *org, const struct entry *only)
{
	return only ? (struct shown){ only->conflicts, only->conflict_count }
		    : (struct shown){ org->conflicts, org->conflict_count };
}

/* "associations-locales · Responsable : « Inès » est en place, « Marc » attend": the id is what
 * `set` wants. */
static void add_conflict(
	struct buf *out, const struct change_words *words, const struct kept_conflict *kept)
{
	if (kept->subject[0])
		buf_add_format(out, "%s · ", kept->subject);
	change_words_add_conflict(out, words, kept);
	if (kept->by[0])
		buf_add_format(out, " (%s)", kept->by);
}

void conflicts_add_text(struct cli *cli, const struct organisation *org, const struct entry *only)
{
	const struct change_words words = cli_change_words(cli, org);
	struct shown these = shown(org, only);
	struct page page = cli_page(cli);
	struct buf text = BUF_INIT;

	if (these.count == 0)
		return;
	text_conflicts_to_settle(&text, cli->lang, (int)these.count);
	buf_add(&text, text_word(WORD_SETTLE_BY_SET, cli->lang));
	page_add_text(&page, "", "", text.text);
	for (size_t i = 0; i < these.count; i++) {
		buf_clear(&text);
		add_conflict(&text, &words, &these.conflicts[i]);
		page_add_text(&page, "    ", "        ", text.text);
	}
	buf_release(&text);
}

void conflicts_add_json(
	struct json_writer *writer, const struct organisation *org, const struct entry *only)
{
	struct shown these = shown(org, only);

	if (these.count == 0)
		return;
	json_begin_array(writer, "conflicts");
	for (size_t i = 0; i < these.count; i++) {
		const struct value value = { .text = "", .kept = &these.conflicts[i] };

		value_write(writer, NULL, FIELD_CONFLICT, &value);
	}
	json_end_array(writer);
}
