/* SPDX-License-Identifier: MIT */
#include "tui/history_text.h"

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/words.h"
#include "jalon/store/history.h"
#include "jalon/export/describe.h"
#include "jalon/session/values.h"
#include "jalon/screen/pager.h"

static void add_change(
	struct buf *out, const struct session *session, const struct history_change *line)
{
	const struct change_words words = session_words(session);
	const struct change *change = &line->change;
	const struct entry *entry = organisation_find_entry(session->org, change->entry);

	text_when(out, session->lang, line->at_utc, session_now(session));
	buf_add(out, " · ");
	utf8_clean_line(out, line->by);
	if (line->undoes)
		buf_add_format(out, " · %s", text_word(WORD_TAKEN_BACK, session->lang));
	if (change->entry[0])
		buf_add(out, " · ");
	if (entry)
		describe_title(out, entry, session->lang);
	else
		utf8_clean_line(out, change->entry);
	buf_add(out, "\n    ");
	change_words_add_done(out, &words, change);
	buf_add(out, "\n");
}

bool history_add_text(struct buf *out, struct session *session, struct err *err)
{
	struct history_change *history;
	size_t count;

	if (!history_read(session->options.store, session->org_id, session->org->revision,
		    session->arena, &history, &count, err))
		return false;
	buf_add_format(out, PAGER_TITLE "%s\n\n", text_word(WORD_HISTORY, session->lang));
	if (!count)
		buf_add(out, text_word(WORD_NO_CHANGE_YET, session->lang));
	while (count-- > 0)
		add_change(out, session, &history[count]);
	return true;
}
