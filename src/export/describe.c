/* SPDX-License-Identifier: MIT */
#include "jalon/export/describe.h"

#include <string.h>

#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/model/field.h"

static const char *const status_signs[STATUS_COUNT][2] = {
	[STATUS_NEW] = { [SIGNS_UNICODE] = "·", [SIGNS_ASCII] = "[?]" },
	[STATUS_TODO] = { [SIGNS_UNICODE] = "○", [SIGNS_ASCII] = "[ ]" },
	[STATUS_DOING] = { [SIGNS_UNICODE] = "▸", [SIGNS_ASCII] = "[>]" },
	[STATUS_DONE] = { [SIGNS_UNICODE] = "✓", [SIGNS_ASCII] = "[x]" },
	[STATUS_NOT_APPLICABLE] = { [SIGNS_UNICODE] = "–", [SIGNS_ASCII] = "[-]" },
};

static const enum word kind_words[KIND_COUNT] = {
	[KIND_RECOMMENDATION] = WORD_KIND_RECOMMENDATION,
	[KIND_QUESTION] = WORD_KIND_QUESTION,
	[KIND_OPPORTUNITY] = WORD_KIND_OPPORTUNITY,
	[KIND_VIGILANCE] = WORD_KIND_VIGILANCE,
	[KIND_ACTION] = WORD_KIND_ACTION,
};

const char *describe_status_sign(enum status status, enum sign_set signs)
{
	return status_signs[status][signs];
}

int describe_status_cells(enum sign_set signs)
{
	return signs == SIGNS_ASCII ? 3 : 1;
}

enum word describe_status_word(enum status status)
{
	return field_rows[FIELD_STATUS].choice_words[status];
}

enum word describe_kind_word(enum kind kind)
{
	return kind_words[kind];
}

enum word describe_priority_word(enum priority priority)
{
	return field_rows[FIELD_PRIORITY].choice_words[priority];
}

void describe_title(struct buf *out, const struct entry *entry, enum lang lang)
{
	struct buf title = BUF_INIT;

	entry_add_title(&title, entry, lang);
	utf8_clean_line(out, title.text);
	buf_release(&title);
}

void describe_group(struct buf *out, const struct group *group, enum lang lang)
{
	if (!group->section) {
		buf_add(out, text_word(WORD_OWN_ACTIONS, lang));
		return;
	}
	buf_add(out, wording_in(group->section->title, lang));
	if (group->service) {
		buf_add(out, " · ");
		buf_add(out, group->service->name);
	}
}

void describe_counts(struct buf *out, const struct counts *counts, enum lang lang)
{
	int not_seen = counts->by_status[STATUS_NEW];
	int doing = counts->by_status[STATUS_DOING];
	int not_applicable = counts->by_status[STATUS_NOT_APPLICABLE];

	text_counts_share(out, lang, counts->by_status[STATUS_DONE], counts_applicable(counts),
		counts_percent(counts));
	if (not_seen > 0) {
		buf_add(out, " · ");
		text_count_new(out, lang, not_seen);
	}
	if (doing > 0) {
		buf_add(out, " · ");
		text_count_doing(out, lang, doing);
	}
	if (not_applicable > 0) {
		buf_add(out, " · ");
		text_count_not_applicable(out, lang, not_applicable);
	}
	if (counts->late > 0) {
		buf_add(out, " · ");
		text_count_late(out, lang, counts->late);
	}
}

static void add_effort(struct buf *out, enum lang lang, bool is_said, int centidays)
{
	if (is_said)
		text_effort(out, lang, centidays);
	else
		buf_add(out, text_word(WORD_EFFORT_NOT_ESTIMATED, lang));
}

static void add_estimates(struct buf *out, enum lang lang, const struct entry *entry, bool is_said,
	int effort_centidays)
{
	if (!entry_has_impact(entry) && !is_said) {
		buf_add(out, text_word(WORD_NEITHER_ESTIMATED, lang));
		return;
	}
	if (entry_has_impact(entry))
		text_impact(out, lang, entry_impact(entry));
	else
		buf_add(out, text_word(WORD_IMPACT_NOT_ESTIMATED, lang));
	buf_add(out, " · ");
	add_effort(out, lang, is_said, effort_centidays);
}

void describe_estimates(struct buf *out, const struct entry *entry, enum lang lang)
{
	add_estimates(out, lang, entry, entry_has_effort(entry), entry_effort_centidays(entry));
}

void describe_plan_estimates(struct buf *out, const struct entry *entry, enum lang lang)
{
	add_estimates(out, lang, entry, entry_has_left(entry), entry_left_centidays(entry));
}

void describe_left(struct buf *out, const struct entry *entry, enum lang lang)
{
	add_effort(out, lang, entry_has_left(entry), entry_left_centidays(entry));
}

void describe_lateness(struct buf *out, int days_late, int days_at_risk, enum lang lang)
{
	if (days_late || days_at_risk)
		buf_add(out, " · ");
	if (days_late)
		text_days_late(out, lang, days_late);
	else if (days_at_risk)
		text_days_at_risk(out, lang, days_at_risk);
}

static void add_part(struct buf *out, size_t start, const char *text)
{
	if (!text[0])
		return;
	if (out->len > start)
		buf_add(out, ", ");
	utf8_clean_line(out, text);
}

void describe_reference(struct buf *out, const struct reference *reference, enum lang lang)
{
	const char *title = wording_in(reference->title, lang);
	size_t start = out->len;

	add_part(out, start, title);
	/* Of a site that bears its owner's name, once is enough. */
	if (strcmp(reference->publisher, title) != 0)
		add_part(out, start, reference->publisher);
	add_part(out, start, reference->date);
}

void describe_note_change(struct buf *out, const struct note *note, enum lang lang, int64_t now_utc)
{
	struct buf when = BUF_INIT;

	if (note->changed_utc) {
		text_when(&when, lang, note->changed_utc, now_utc);
		text_note_changed(out, lang, when.text);
	}
	buf_release(&when);
}
