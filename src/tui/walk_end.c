/* SPDX-License-Identifier: MIT */
#include "tui/walk_end.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/errors.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/store/history_filter.h"
#include "jalon/store/history_pages.h"
#include "jalon/export/describe.h"
#include "jalon/screen/pager.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

const struct entry *walk_end_first_new(const struct session *session)
{
	const struct organisation *org = session->org;

	for (size_t i = 0; i < org->entry_count; i++) {
		if (entry_status(&org->entries[i], session->today_day) == STATUS_NEW)
			return &org->entries[i];
	}
	return NULL;
}

static void add_heading(struct buf *out, const struct session *session, enum word word)
{
	buf_add_format(out, "\n" PAGER_ACCENT "%s\n", text_word(word, session->lang));
}

static void add_count(
	struct buf *out, const struct session *session, enum sign_set signs, enum status status)
{
	buf_add_format(out, "%s %s%s%d", describe_status_sign(status, signs),
		text_word(describe_status_word(status), session->lang),
		text_word(WORD_COLON, session->lang), session->counts.by_status[status]);
}

static void add_counts(struct buf *out, const struct session *session, enum sign_set signs)
{
	static const enum status order[] = { STATUS_DONE, STATUS_DOING, STATUS_TODO,
		STATUS_NOT_APPLICABLE, STATUS_NEW };

	for (size_t i = 0; i < ARRAY_LEN(order); i++) {
		add_count(out, session, signs, order[i]);
		if (order[i] == STATUS_NEW && session->counts.by_status[STATUS_NEW])
			buf_add(out, text_word(WORD_WALK_GO_TO_NEW, session->lang));
		buf_add_char(out, '\n');
	}
}

/* Of each entry, whether something was said of it since the day began; NULL with an error. */
static const bool *find_decided(struct session *session, struct arena *arena, struct err *err)
{
	const struct organisation *org = session->org;
	const struct history_filter filter = { .has_since = true,
		.since_utc = (int64_t)session->today_day * DAY_SECONDS };
	struct history_pages *pages =
		history_pages_open(session->options.store, session->org_id, org->revision, err);
	bool *decided = ARENA_ARRAY(arena, bool, org->entry_count);
	struct history_change *changes;
	size_t count = 0;
	bool good = pages != NULL, is_today = good;

	while (good && is_today) {
		good = history_pages_read(pages, arena, &changes, &count, err);
		is_today = good && count && changes[0].at_utc >= filter.since_utc;
		for (size_t i = 0; good && i < count; i++) {
			const struct entry *entry =
				organisation_find_entry(org, changes[i].change.entry);

			if (entry && history_filter_accepts(&filter, &changes[i]))
				decided[entry - org->entries] = true;
		}
	}
	history_pages_free(pages);
	return good ? decided : NULL;
}

/* "▸ Ouvrir une ligne téléphonique · en cours · Marc · 15 janv." */
static void add_decision(struct buf *out, const struct session *session, enum sign_set signs,
	const struct entry *entry)
{
	enum status status = entry_status(entry, session->today_day);

	buf_add_format(out, "- %s ", describe_status_sign(status, signs));
	describe_title(out, entry, session->lang);
	buf_add_format(out, " · %s", text_word(describe_status_word(status), session->lang));
	if (entry->owner[0]) {
		buf_add(out, " · ");
		utf8_clean_line(out, entry->owner);
	}
	if (entry->due_day != DAY_NONE) {
		buf_add(out, " · ");
		text_day(out, session->lang, entry->due_day, session->today_day);
	}
	buf_add_char(out, '\n');
}

static void add_decisions(struct buf *out, struct session *session, enum sign_set signs)
{
	struct arena *arena = arena_new();
	struct err err = ERR_INIT;
	const bool *decided = find_decided(session, arena, &err);
	size_t count = 0;

	add_heading(out, session, WORD_WALK_DECIDED_TODAY);
	for (size_t i = 0; decided && i < session->org->entry_count; i++) {
		if (!decided[i])
			continue;
		add_decision(out, session, signs, &session->org->entries[i]);
		count++;
	}
	if (!decided) {
		text_err(out, session->lang, &err);
		buf_add_char(out, '\n');
	} else if (!count) {
		buf_add_format(out, "%s\n", text_word(WORD_WALK_DECIDED_NOTHING, session->lang));
	}
	arena_free(arena);
}

/* What is to be done, and nobody said by whom or by when. */
static int count_unplaced(const struct session *session, bool by_whom)
{
	int count = 0;

	for (size_t i = 0; i < session->org->entry_count; i++) {
		const struct entry *entry = &session->org->entries[i];
		enum status status = entry_status(entry, session->today_day);

		if (status == STATUS_TODO || status == STATUS_DOING)
			count += by_whom ? !entry->owner[0] : entry->due_day == DAY_NONE;
	}
	return count;
}

static void add_next(struct buf *out, const struct session *session)
{
	int owners = count_unplaced(session, true), dates = count_unplaced(session, false);

	add_heading(out, session, WORD_WALK_NEXT);
	if (session->counts.by_status[STATUS_NEW])
		buf_add_format(out, "- %s\n", text_word(WORD_WALK_NEXT_NEW, session->lang));
	if (owners) {
		buf_add(out, "- ");
		text_walk_without_owner(out, session->lang, owners);
		buf_add_char(out, '\n');
	}
	if (dates) {
		buf_add(out, "- ");
		text_walk_without_date(out, session->lang, dates);
		buf_add_char(out, '\n');
	}
	buf_add_format(out, "- %s\n", text_word(WORD_WALK_NEXT_PLAN, session->lang));
}

void walk_end_add_text(struct buf *out, struct session *session, enum sign_set signs)
{
	add_counts(out, session, signs);
	add_decisions(out, session, signs);
	add_next(out, session);
}
