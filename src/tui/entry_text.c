/* SPDX-License-Identifier: MIT
 *
 * All there is to say about an entry, as text for a pager: what is asked, why, how, and what was
 * said. `large` is the walk's: calm, without figures. */
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/tui/people.h"
#include "jalon/tui/view.h"

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
static void add_parent(struct buf *out, const struct app *app, const struct entry *entry)
{
	const struct entry *parent =
		entry->action ? organisation_find_entry(app->org, entry->action->item) : NULL;

	if (!parent)
		return;
	buf_add(out, text_word(WORD_PART_OF, app->lang));
	buf_add(out, text_word(WORD_COLON, app->lang));
	describe_title(out, parent, app->lang);
	buf_add(out, "\n");
}

static void add_figures(struct buf *out, const struct app *app, const struct entry *entry)
{
	buf_add(out, PAGER_DIM);
	buf_add(out, text_word(describe_kind_word(entry_kind(entry)), app->lang));
	buf_add(out, " · ");
	buf_add(out, text_word(describe_priority_word(entry_priority(entry)), app->lang));
	buf_add(out, " · ");
	text_tui_impact(out, app->lang, entry_impact(entry));
	buf_add(out, " · ");
	text_effort(out, app->lang, entry_effort_centidays(entry));
	if (entry->item)
		buf_add_format(out, " · %s", origin_text(entry->item, app->lang));
	buf_add(out, "\n");
}

static void add_answer(struct buf *out, const struct app *app, const struct entry *entry)
{
	enum status status = entry_status(entry, app->today_day);

	buf_add_format(out, "%s %s", describe_status_sign(status),
		text_word(describe_status_word(status), app->lang));
	if (status == STATUS_NOT_APPLICABLE) {
		buf_add(out, " (");
		utf8_clean_line(out, entry->reason);
		buf_add_char(out, ')');
		if (entry->review_day != DAY_NONE) {
			struct buf day = BUF_INIT;

			text_day(&day, app->lang, entry->review_day, app->today_day);
			buf_add(out, " · ");
			text_tui_review_on(out, app->lang, day.text);
			buf_release(&day);
		}
	}
	if (entry->owner[0]) {
		buf_add(out, " · ");
		utf8_clean_line(out, entry->owner);
	}
	if (entry->due_day != DAY_NONE) {
		struct buf day = BUF_INIT;

		text_day(&day, app->lang, entry->due_day, app->today_day);
		buf_add(out, entry_is_late(entry, app->today_day) ? " · ! " : " · ");
		text_tui_due_on(out, app->lang, day.text);
		buf_release(&day);
	}
	buf_add(out, "\n");
}

static void add_notes(struct buf *out, const struct app *app, const struct entry *entry)
{
	if (entry->note_count == 0)
		return;
	buf_add(out, "\n" PAGER_ACCENT);
	buf_add(out, text_word(WORD_NOTES, app->lang));
	buf_add(out, "\n");
	/* The newest first: that is what the room wants to go on from. */
	for (size_t i = entry->note_count; i-- > 0;) {
		const struct note *note = &entry->notes[i];

		buf_add(out, PAGER_DIM);
		utf8_clean_line(out, note->by);
		buf_add(out, ", ");
		text_when(out, app->lang, note->at_utc, app->options.now_utc());
		buf_add_format(out, "\n%s\n", note->text);
	}
}

static void add_requires(struct buf *out, const struct app *app, const struct entry *entry)
{
	struct arena *arena = arena_new();
	struct string_list requires = organisation_requires(app->org, entry, arena, NULL);

	if (requires.count) {
		buf_add(out, "\n" PAGER_ACCENT);
		buf_add(out, text_word(WORD_REQUIRES, app->lang));
		buf_add(out, "\n");
	}
	for (size_t i = 0; i < requires.count; i++) {
		const struct entry *required = organisation_find_entry(app->org, requires.texts[i]);

		buf_add_format(
			out, "- %s ", describe_status_sign(entry_status(required, app->today_day)));
		utf8_clean_line(out, wording_in(entry_title(required), app->lang));
		buf_add(out, "\n");
	}
	arena_free(arena);
}

void reference_text(struct buf *out, const struct reference *reference, enum lang lang)
{
	const char *title = wording_in(reference->title, lang);

	utf8_clean_line(out, title);
	/* Of the site of an association, title and publisher are one. */
	if (reference->publisher[0] && strcmp(reference->publisher, title) != 0) {
		buf_add(out, ", ");
		utf8_clean_line(out, reference->publisher);
	}
	if (reference->date[0]) {
		buf_add(out, ", ");
		utf8_clean_line(out, reference->date);
	}
}

static void add_references(struct buf *out, const struct app *app, const struct entry *entry)
{
	const struct group *group = organisation_group_of(app->org, entry);

	if (!entry->item || entry->item->references.count == 0 || !group->checklist)
		return;
	buf_add(out, "\n" PAGER_ACCENT);
	buf_add(out, text_word(WORD_REFERENCES, app->lang));
	buf_add(out, "\n");
	for (size_t i = 0; i < entry->item->references.count; i++) {
		const struct reference *reference = checklist_find_reference(
			group->checklist, entry->item->references.texts[i]);

		if (!reference)
			continue;
		buf_add(out, "- ");
		reference_text(out, reference, app->lang);
		buf_add(out, "\n  ");
		utf8_clean_line(out, reference->url);
		buf_add(out, "\n");
	}
}

void entry_text(struct buf *out, const struct app *app, const struct entry *entry, bool large)
{
	buf_add(out, PAGER_TITLE);
	describe_title(out, entry, app->lang);
	buf_add(out, "\n");
	add_parent(out, app, entry);
	/* A room that discusses should know who asks. */
	if (large && entry->item)
		buf_add_format(out, PAGER_DIM "%s · %s\n",
			text_word(describe_kind_word(entry->item->kind), app->lang),
			origin_text(entry->item, app->lang));
	if (entry->item) {
		const char *plain = wording_in(entry->item->plain, app->lang);

		if (plain[0])
			buf_add_format(out, "%s%s\n", large ? "\n" : "", plain);
	}
	if (!large) {
		add_figures(out, app, entry);
		add_answer(out, app, entry);
		people_sentences(out, app, entry->id);
	}
	if (entry->item) {
		if (large && (entry->due_day != DAY_NONE || entry->reason[0]))
			add_answer(out, app, entry);
		if (large)
			add_notes(out, app, entry);
		add_part(out, app->lang, WORD_WHY, entry->item->why);
		add_part(out, app->lang, WORD_HOW, entry->item->how);
		add_part(out, app->lang, WORD_EXAMPLE, entry->item->example);
	} else if (large) {
		add_notes(out, app, entry);
	}
	if (large)
		return;
	add_notes(out, app, entry);
	add_requires(out, app, entry);
	add_references(out, app, entry);
	buf_add(out, "\n" PAGER_DIM);
	buf_add(out, text_word(WORD_ESTIMATES, app->lang));
	buf_add(out, "\n");
}
