/* SPDX-License-Identifier: MIT */
#include "tui/since_text.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/store/history.h"
#include "jalon/export/change_words.h"
#include "jalon/screen/pager.h"

/* What was done to one thing on one day: what it is called, then what changed, notes on lines of
 * their own. Returns how many changes that took. */
static size_t add_thing(struct buf *out, const struct change_words *words,
	const struct history_change *changes, size_t count)
{
	const struct change *first = &changes[0].change;
	bool goes_on = false;
	size_t done = 0;

	buf_add(out, "    ");
	if (first->entry[0])
		change_words_add_about(out, words, first);
	else
		utf8_clean_line(out, words->org->name);
	for (; done < count && strcmp(changes[done].change.entry, first->entry) == 0; done++) {
		const struct change *change = &changes[done].change;
		bool is_long = field_rows[change->field].kind == FIELD_KIND_OBJECT;

		buf_add(out, goes_on && !is_long ? " · " : "\n        ");
		change_words_add_done(out, words, change);
		goes_on = !is_long;
	}
	buf_add(out, "\n");
	return done;
}

/* What one person did, the newest day first, and within a day as it was done. */
static void add_person(struct buf *out, const struct change_words *words, const char *name,
	const struct history_change *changes, size_t count)
{
	buf_add(out, "\n" PAGER_TITLE);
	utf8_clean_line(out, name);
	buf_add(out, "\n");
	for (size_t end = count; end > 0;) {
		int day = time_day(changes[end - 1].at_utc);
		size_t first = end - 1;

		while (first > 0 && time_day(changes[first - 1].at_utc) == day)
			first--;
		buf_add(out, PAGER_ACCENT "  ");
		text_day_long(out, words->lang, day);
		buf_add(out, "\n");
		for (size_t i = first; i < end;)
			i += add_thing(out, words, &changes[i], end - i);
		end = first;
	}
}

/* The changes of that person alone, into `own`. */
static size_t pick(const char *name, const struct history_change *changes, size_t count,
	struct history_change *own)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		if (strcmp(changes[i].by, name) == 0)
			own[kept++] = changes[i];
	}
	return kept;
}

static void add_text(struct buf *out, const struct session *session,
	const struct history_change *changes, size_t count)
{
	const struct since *since = &session->since;
	struct history_change *own = ARENA_ARRAY(session->arena, struct history_change, count + 1);
	struct change_words words = session_words(session);
	struct gone gone;

	gone_init(&gone);
	for (size_t i = 0; i < count; i++)
		gone_note(&gone, &changes[i].change, true);
	words.gone = &gone;
	buf_add(out, PAGER_TITLE);
	session_add_since(out, session);
	buf_add(out, "\n");
	if (since->mark_count) {
		text_since_marks(out, session->lang, (int)since->mark_count);
		buf_add(out, "\n");
	}
	for (size_t i = 0; i < since->name_count; i++)
		add_person(out, &words, since->names[i], own,
			pick(since->names[i], changes, count, own));
	gone_release(&gone);
}

static void say_nothing(struct session *session)
{
	struct buf visit = BUF_INIT;

	if (session->since.visit.revision) {
		session_add_visit(&visit, session);
		text_since_nothing(notice_begin(&session->notice), session->lang, visit.text);
	} else {
		notice_say(&session->notice, text_word(WORD_FIRST_VISIT, session->lang));
	}
	buf_release(&visit);
}

struct wish since_show(const struct call *call)
{
	struct session *session = call->session;
	struct wish wish = wish_of(WISH_NOTHING);
	struct history_change *changes;
	struct buf text = BUF_INIT;
	struct err err = ERR_INIT;
	size_t count = 0;

	if (session->since.visit.revision && !session_read_since(session, &changes, &count, &err)) {
		notice_say_err(&session->notice, session->lang, &err);
	} else if (count == 0) {
		say_nothing(session);
	} else {
		add_text(&text, session, changes, count);
		wish = wish_of(WISH_TEXT);
		wish.text = arena_copy(session->arena, text.text);
	}
	buf_release(&text);
	return wish;
}
