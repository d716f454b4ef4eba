/* SPDX-License-Identifier: MIT */
#include "cli/show_text.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/export/describe.h"
#include "cli/conflicts.h"

/* Titles stand behind the widest word for a status in that language. */
static int status_cells(enum lang lang)
{
	int widest = 0;

	for (int i = 0; i < STATUS_COUNT; i++) {
		const char *word = text_word(describe_status_word((enum status)i), lang);
		int width_cells = utf8_width_cells(word, strlen(word));

		if (width_cells > widest)
			widest = width_cells;
	}
	return widest;
}

void show_text_head(struct cli *cli, const struct organisation *org, const struct plan *plan)
{
	struct page page = cli_page(cli);
	struct counts counts = organisation_counts(org, cli->today_day);
	struct buf text = BUF_INIT;

	page_add_title(&page, org->name, '=');
	describe_counts(&text, &counts, cli->lang);
	if (plan && plan->at_risk_count) {
		buf_add(&text, " · ");
		text_count_at_risk(&text, cli->lang, plan->at_risk_count);
	}
	buf_add(&text, " · ");
	text_revision(&text, cli->lang, (long long)org->revision);
	page_add_text(&page, "", "", text.text);
	buf_release(&text);
}

/* Only a date to come can be at risk, and only the plan knows; NULL where there is none. */
static const struct plan *plan_of_dates(struct cli *cli, const struct organisation *org)
{
	for (size_t i = 0; i < org->entry_count; i++) {
		const struct entry *entry = &org->entries[i];

		if (entry->due_day != DAY_NONE && entry->due_day >= cli->today_day &&
			entry_is_remaining(entry, cli->today_day))
			return plan_make(cli->arena, org, cli->today_day);
	}
	return NULL;
}

static void add_lateness(
	struct cli *cli, struct buf *text, const struct entry *entry, const struct plan *plan)
{
	size_t index = plan ? plan_index_of(plan, entry) : SIZE_MAX;

	describe_lateness(text, entry_days_late(entry, cli->today_day),
		index == SIZE_MAX ? 0 : plan->actions[index].days_at_risk, cli->lang);
}

/* "associations-locales · Inès · 15 janv. · 3 jours de retard · 2 notes" */
static void add_details(
	struct cli *cli, struct buf *text, const struct entry *entry, const struct plan *plan)
{
	buf_add(text, entry->id);
	if (entry->owner[0])
		buf_add_format(text, " · %s", entry->owner);
	if (entry->due_day != DAY_NONE) {
		buf_add(text, " · ");
		text_day(text, cli->lang, entry->due_day, cli->today_day);
	}
	add_lateness(cli, text, entry, plan);
	if (entry->note_count) {
		buf_add(text, " · ");
		text_notes(text, cli->lang, (int)entry->note_count);
	}
	if (entry->status == STATUS_NOT_APPLICABLE && entry->reason[0])
		buf_add_format(text, " · %s", entry->reason);
}

static void add_entry_line(struct cli *cli, struct page *page, const struct entry *entry,
	int word_cells, const struct plan *plan)
{
	enum status status = entry_status(entry, cli->today_day);
	const char *word = text_word(describe_status_word(status), cli->lang);
	struct buf first = BUF_INIT, next = BUF_INIT, details = BUF_INIT;

	buf_add_format(&first, "  %s %s", describe_status_sign(status, SIGNS_UNICODE), word);
	buf_add_repeated(&first, " ", word_cells - utf8_width_cells(word, strlen(word)) + 2);
	buf_add_repeated(&next, " ", utf8_width_cells(first.text, first.len));
	/* The same sign as in the guide and on the screen. */
	if (entry->item && entry->item->origin == ORIGIN_PROJECT)
		buf_add(&details, "+ ");
	buf_add(&details, wording_in(entry_title(entry), cli->lang));
	page_add_text(page, first.text, next.text, details.text);
	buf_clear(&details);
	add_details(cli, &details, entry, plan);
	page_add_text(page, next.text, next.text, details.text);
	buf_release(&first);
	buf_release(&next);
	buf_release(&details);
}

static void add_group(struct cli *cli, struct page *page, const struct organisation *org,
	const struct group *group, int word_cells, const struct plan *plan)
{
	struct counts counts =
		entries_counts(org->entries + group->first, group->count, cli->today_day);
	struct buf title = BUF_INIT;

	/* A section that only tells something is for `jalon guide`. */
	if (group->count == 0 && !group->wants_service)
		return;
	page_add_blank(page);
	describe_group(&title, group, cli->lang);
	if (group->count > 0)
		buf_add_format(&title, "  %d/%d", counts.by_status[STATUS_DONE],
			counts_applicable(&counts));
	page_add_text(page, "", "  ", title.text);
	if (group->wants_service)
		page_add_text(page, "  ", "  ", text_word(WORD_WANTS_SERVICE, cli->lang));
	for (size_t i = 0; i < group->count; i++)
		add_entry_line(cli, page, &org->entries[group->first + i], word_cells, plan);
	buf_release(&title);
}

void show_text_organisation(struct cli *cli, const struct organisation *org)
{
	struct page page = cli_page(cli);
	const struct plan *plan = plan_of_dates(cli, org);
	int word_cells = status_cells(cli->lang);

	show_text_head(cli, org, plan);
	conflicts_add_text(cli, org, NULL);
	for (size_t i = 0; i < org->group_count; i++)
		add_group(cli, &page, org, &org->groups[i], word_cells, plan);
}

static void add_labelled(struct cli *cli, struct page *page, const char *label, const char *text)
{
	struct buf first = BUF_INIT;

	if (!text[0])
		return;
	buf_add_format(&first, "%s%s", label, text_word(WORD_COLON, cli->lang));
	page_add_text(page, first.text, "    ", text);
	buf_release(&first);
}

static void add_part(struct cli *cli, struct page *page, enum word heading, struct wording wording)
{
	const char *text = wording_in(wording, cli->lang);

	if (!text[0])
		return;
	page_add_blank(page);
	page_add_text(page, "", "", text_word(heading, cli->lang));
	page_add_lines(page, "    ", "    ", text);
}

static void add_field(
	struct cli *cli, struct page *page, const struct entry *entry, enum field field)
{
	const struct field_row *row = &field_rows[field];
	const char *text = field_get(field, entry, cli->arena);

	struct buf days = BUF_INIT;

	if (row->choice_words && text[0])
		text = text_word(row->choice_words[field_value_of(field, entry).number], cli->lang);
	if (row->unit == UNIT_DAYS && text[0]) {
		text_effort(&days, cli->lang, field_value_of(field, entry).number);
		text = days.text;
	}
	add_labelled(cli, page, wording_in(row->label, cli->lang), text);
	buf_release(&days);
}

/* "priorité haute · impact 4 · ½ j": what the item says too counts, said or not. */
static void add_estimates(struct cli *cli, struct page *page, const struct entry *entry)
{
	struct buf text = BUF_INIT;

	buf_add_format(&text, "%s · ",
		text_word(describe_priority_word(entry_priority(entry)), cli->lang));
	describe_estimates(&text, entry, cli->lang);
	add_labelled(cli, page, text_word(WORD_CLI_ESTIMATES, cli->lang), text.text);
	buf_release(&text);
}

/* "2026-11-20 · 4 jours de retard" */
static void add_due(struct cli *cli, struct page *page, const struct organisation *org,
	const struct entry *entry)
{
	struct buf text = BUF_INIT;

	if (entry->due_day == DAY_NONE)
		return;
	buf_add(&text, field_get(FIELD_DUE, entry, cli->arena));
	add_lateness(cli, &text, entry, plan_of_dates(cli, org));
	add_labelled(cli, page, wording_in(field_rows[FIELD_DUE].label, cli->lang), text.text);
	buf_release(&text);
}

/* The reason belongs to the status. */
static void add_fields(struct cli *cli, struct page *page, const struct organisation *org,
	const struct entry *entry)
{
	enum status status = entry_status(entry, cli->today_day);
	struct buf text = BUF_INIT;

	buf_add_format(&text, "%s %s", describe_status_sign(status, SIGNS_UNICODE),
		text_word(describe_status_word(status), cli->lang));
	add_labelled(cli, page, wording_in(field_rows[FIELD_STATUS].label, cli->lang), text.text);
	buf_release(&text);
	add_field(cli, page, entry, FIELD_REASON);
	for (int i = 0; i < FIELD_COUNT; i++) {
		if (i == FIELD_DUE)
			add_due(cli, page, org, entry);
		else if (field_is_value_of((enum field)i, OBJECT_ENTRY) && i != FIELD_STATUS &&
			 i != FIELD_REASON && i != FIELD_REQUIRES && !field_rows[i].is_inherited)
			add_field(cli, page, entry, (enum field)i);
	}
	add_estimates(cli, page, entry);
}

static void add_requires(struct cli *cli, struct page *page, const struct organisation *org,
	const struct entry *entry)
{
	struct string_list missing;
	struct string_list found = organisation_requires(org, entry, cli->arena, &missing);

	if (found.count + missing.count == 0)
		return;
	page_add_blank(page);
	page_add_text(page, "", "", text_word(WORD_REQUIRES, cli->lang));
	for (size_t i = 0; i < found.count; i++) {
		const struct entry *required = organisation_find_entry(org, found.texts[i]);
		struct buf text = BUF_INIT;

		buf_add_format(&text, "%s ",
			describe_status_sign(
				entry_status(required, cli->today_day), SIGNS_UNICODE));
		describe_title(&text, required, cli->lang);
		buf_add_format(&text, " (%s)", required->id);
		page_add_text(page, "    ", "      ", text.text);
		buf_release(&text);
	}
	for (size_t i = 0; i < missing.count; i++)
		page_add_text(page, "    ? ", "      ", missing.texts[i]);
}

static void add_references(struct cli *cli, struct page *page, const struct organisation *org,
	const struct entry *entry)
{
	const struct group *group = organisation_group_of(org, entry);

	if (!entry->item || entry->item->references.count == 0 || !group->checklist)
		return;
	page_add_blank(page);
	page_add_text(page, "", "", text_word(WORD_REFERENCES, cli->lang));
	for (size_t i = 0; i < entry->item->references.count; i++) {
		const struct reference *reference = checklist_find_reference(
			group->checklist, entry->item->references.texts[i]);
		struct buf text = BUF_INIT;

		if (!reference)
			continue;
		describe_reference(&text, reference, cli->lang);
		page_add_text(page, "    ", "      ", text.text);
		if (reference->url[0])
			page_add_line(page, "      ", reference->url);
		buf_release(&text);
	}
}

static void add_notes(struct cli *cli, struct page *page, const struct entry *entry)
{
	if (entry->note_count == 0)
		return;
	page_add_blank(page);
	page_add_text(page, "", "", text_word(WORD_CLI_NOTES, cli->lang));
	for (size_t i = 0; i < entry->note_count; i++) {
		const struct note *note = &entry->notes[i];
		struct buf head = BUF_INIT;

		buf_add_format(&head, "%zu. %s · ", i + 1, note->by);
		text_when(&head, cli->lang, note->at_utc, cli->now_utc);
		describe_note_change(&head, note, cli->lang, cli->now_utc);
		page_add_text(page, "    ", "    ", head.text);
		page_add_lines(page, "        ", "        ", note->text);
		buf_release(&head);
	}
}

void show_text_entry(struct cli *cli, const struct organisation *org, const struct entry *entry)
{
	struct page page = cli_page(cli);
	const struct item *item = entry->item;
	struct buf text = BUF_INIT;

	describe_title(&text, entry, cli->lang);
	page_add_title(&page, text.text, '=');
	buf_clear(&text);
	buf_add_format(&text, "%s · %s", entry->id,
		text_word(describe_kind_word(entry_kind(entry)), cli->lang));
	if (item)
		buf_add_format(&text, " · %s",
			text_word(item->origin == ORIGIN_GUIDE ? WORD_ORIGIN_GUIDE
							       : WORD_ORIGIN_PROJECT,
				cli->lang));
	page_add_text(&page, "", "", text.text);
	page_add_blank(&page);
	conflicts_add_text(cli, org, entry);
	add_fields(cli, &page, org, entry);
	if (item) {
		page_add_blank(&page);
		page_add_lines(&page, "", "", wording_in(item->plain, cli->lang));
		add_part(cli, &page, WORD_WHY, item->why);
		add_part(cli, &page, WORD_EXPORT_HOW, item->how);
		add_part(cli, &page, WORD_EXAMPLE, item->example);
	}
	add_requires(cli, &page, org, entry);
	add_references(cli, &page, org, entry);
	add_notes(cli, &page, entry);
	buf_release(&text);
}
