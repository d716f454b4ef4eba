/* SPDX-License-Identifier: MIT
 *
 * All there is to say about an entry, as text for a pager: what is asked, why, how, and what was
 * said; whole, or in the parts that the walk shows: calm, without figures. */
#include "tui/entry_text.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/export/describe.h"
#include "jalon/screen/pager.h"
#include "tui/plan_detail.h"
#include "tui/view.h"

static void add_part(struct buf *out, enum lang lang, enum word title, struct wording text)
{
	const char *words = wording_in(text, lang);

	if (!words[0])
		return;
	buf_add(out, "\n" PAGER_ACCENT);
	buf_add(out, text_word(title, lang));
	buf_add(out, "\n");
	buf_add(out, words);
	buf_add(out, "\n");
}

static const char *origin_text(const struct item *item, enum lang lang)
{
	return text_word(
		item->origin == ORIGIN_GUIDE ? WORD_ORIGIN_GUIDE : WORD_ORIGIN_PROJECT, lang);
}

/* What an own action stands under. */
static void add_parent(struct buf *out, const struct session *session, const struct entry *entry)
{
	const struct entry *parent =
		entry->action ? organisation_find_entry(session->org, entry->action->item) : NULL;

	if (!parent)
		return;
	buf_add(out, text_word(WORD_PART_OF, session->lang));
	buf_add(out, text_word(WORD_COLON, session->lang));
	describe_title(out, parent, session->lang);
	buf_add(out, "\n");
}

/* Where the plan reckons with less than the effort. */
static void add_left(struct buf *out, enum lang lang, const struct entry *entry)
{
	struct buf days = BUF_INIT;

	if (entry_left_centidays(entry) != entry_effort_centidays(entry)) {
		text_effort(&days, lang, entry_left_centidays(entry));
		buf_add(out, " · ");
		text_days_left(out, lang, days.text);
	}
	buf_release(&days);
}

static void add_figures(struct buf *out, const struct session *session, const struct entry *entry)
{
	buf_add(out, PAGER_DIM);
	buf_add(out, text_word(describe_kind_word(entry_kind(entry)), session->lang));
	/* The origin is the item's: behind the estimates it would look like theirs. */
	if (entry->item)
		buf_add_format(out, " · %s", origin_text(entry->item, session->lang));
	buf_add(out, " · ");
	buf_add(out, text_word(describe_priority_word(entry_priority(entry)), session->lang));
	buf_add(out, " · ");
	describe_estimates(out, entry, session->lang);
	add_left(out, session->lang, entry);
	buf_add(out, "\n");
}

static void add_answer(struct buf *out, const struct session *session, const struct entry *entry,
	enum sign_set signs)
{
	enum status status = entry_status(entry, session->today_day);

	buf_add_format(out, "%s %s", describe_status_sign(status, signs),
		text_word(describe_status_word(status), session->lang));
	if (status == STATUS_NOT_APPLICABLE) {
		buf_add(out, " (");
		utf8_clean_line(out, entry->reason);
		buf_add_char(out, ')');
		if (entry->review_day != DAY_NONE) {
			struct buf day = BUF_INIT;

			text_day(&day, session->lang, entry->review_day, session->today_day);
			buf_add(out, " · ");
			text_tui_review_on(out, session->lang, day.text);
			buf_release(&day);
		}
	}
	if (entry->owner[0]) {
		buf_add(out, " · ");
		utf8_clean_line(out, entry->owner);
	}
	if (entry->due_day != DAY_NONE) {
		struct buf day = BUF_INIT;

		text_day(&day, session->lang, entry->due_day, session->today_day);
		buf_add(out, entry_is_late(entry, session->today_day) ? " · ! " : " · ");
		text_tui_due_on(out, session->lang, day.text);
		describe_lateness(
			out, entry_days_late(entry, session->today_day), 0, session->lang);
		buf_release(&day);
	}
	buf_add(out, "\n");
}

/* What a merge left to be settled. */
static void add_conflicts(struct buf *out, const struct session *session, const struct entry *entry)
{
	const struct change_words words = session_words(session);

	for (size_t i = 0; i < entry->conflict_count; i++) {
		const struct kept_conflict *one = &entry->conflicts[i];

		if (one->field == FIELD_COUNT)
			continue;
		buf_add(out, "! ");
		change_words_add_conflict(out, &words, one);
		buf_add(out, "\n");
	}
}

static void add_notes(struct buf *out, const struct session *session, const struct entry *entry)
{
	if (entry->note_count == 0)
		return;
	buf_add(out, "\n" PAGER_ACCENT);
	buf_add(out, text_word(WORD_NOTES, session->lang));
	buf_add(out, "\n");
	/* The newest first: that is what the room wants to go on from. */
	for (size_t i = entry->note_count; i-- > 0;) {
		const struct note *note = &entry->notes[i];

		buf_add(out, PAGER_DIM);
		utf8_clean_line(out, note->by);
		buf_add(out, ", ");
		text_when(out, session->lang, note->at_utc, session_now(session));
		describe_note_change(out, note, session->lang, session_now(session));
		buf_add_format(out, "\n%s\n", note->text);
	}
}

static void add_requires(struct buf *out, const struct session *session, const struct entry *entry,
	enum sign_set signs)
{
	struct arena *arena = arena_new();
	struct string_list requires = organisation_requires(session->org, entry, arena, NULL);

	if (requires.count) {
		buf_add(out, "\n" PAGER_ACCENT);
		buf_add(out, text_word(WORD_REQUIRES, session->lang));
		buf_add(out, "\n");
	}
	for (size_t i = 0; i < requires.count; i++) {
		const struct entry *required =
			organisation_find_entry(session->org, requires.texts[i]);

		buf_add_format(out, "- %s ",
			describe_status_sign(entry_status(required, session->today_day), signs));
		utf8_clean_line(out, wording_in(entry_title(required), session->lang));
		buf_add(out, "\n");
	}
	arena_free(arena);
}

static void add_references(
	struct buf *out, const struct session *session, const struct entry *entry)
{
	const struct group *group = organisation_group_of(session->org, entry);

	if (!entry->item || entry->item->references.count == 0 || !group->checklist)
		return;
	buf_add(out, "\n" PAGER_ACCENT);
	buf_add(out, text_word(WORD_REFERENCES, session->lang));
	buf_add(out, "\n");
	for (size_t i = 0; i < entry->item->references.count; i++) {
		const struct reference *reference = checklist_find_reference(
			group->checklist, entry->item->references.texts[i]);

		if (!reference)
			continue;
		buf_add(out, "- ");
		describe_reference(out, reference, session->lang);
		buf_add(out, "\n  ");
		utf8_clean_line(out, reference->url);
		buf_add(out, "\n");
	}
}

/* What a room is asked: under what, by whom, and in plain words. */
static void add_question(struct buf *out, const struct session *session, const struct entry *entry)
{
	const char *plain = entry->item ? wording_in(entry->item->plain, session->lang) : "";

	add_parent(out, session, entry);
	/* A room that discusses should know who asks. */
	if (entry->item)
		buf_add_format(out, PAGER_DIM "%s · %s\n",
			text_word(describe_kind_word(entry->item->kind), session->lang),
			origin_text(entry->item, session->lang));
	if (plain[0])
		buf_add_format(out, "\n%s\n", plain);
}

static void add_item_parts(struct buf *out, const struct session *session, const struct item *item)
{
	add_part(out, session->lang, WORD_WHY, item->why);
	add_part(out, session->lang, WORD_HOW, item->how);
	add_part(out, session->lang, WORD_EXAMPLE, item->example);
}

/* What a room goes on from. */
static void add_discussion(struct buf *out, const struct session *session,
	const struct entry *entry, enum sign_set signs)
{
	if (entry->item && (entry->due_day != DAY_NONE || entry->reason[0]))
		add_answer(out, session, entry, signs);
	add_notes(out, session, entry);
	if (entry->item)
		add_item_parts(out, session, entry->item);
}

static void add_whole(struct buf *out, const struct session *session, const struct entry *entry,
	enum sign_set signs)
{
	add_parent(out, session, entry);
	if (entry->item && wording_in(entry->item->plain, session->lang)[0])
		buf_add_format(out, "%s\n", wording_in(entry->item->plain, session->lang));
	add_figures(out, session, entry);
	add_answer(out, session, entry, signs);
	add_conflicts(out, session, entry);
	view_add_people_sentences(out, session, entry->id);
	if (entry->item)
		add_item_parts(out, session, entry->item);
	add_notes(out, session, entry);
	add_requires(out, session, entry, signs);
	add_references(out, session, entry);
	buf_add(out, "\n" PAGER_DIM);
	buf_add(out,
		text_word(entry_has_impact(entry) || entry_has_effort(entry) ? WORD_ESTIMATES
									     : WORD_TO_BE_ESTIMATED,
			session->lang));
	buf_add(out, "\n");
}

void entry_add_text(struct buf *out, const struct session *session, const struct entry *entry,
	int parts, enum sign_set signs)
{
	if (parts & ENTRY_TITLE) {
		buf_add(out, PAGER_TITLE);
		describe_title(out, entry, session->lang);
		buf_add(out, "\n");
	}
	if (parts & ENTRY_QUESTION)
		add_question(out, session, entry);
	if (parts & ENTRY_DISCUSSION)
		add_discussion(out, session, entry, signs);
	if (parts & ENTRY_PLACE)
		plan_detail_add_place(out, session, entry);
	if (parts & ENTRY_REST)
		add_whole(out, session, entry, signs);
}
