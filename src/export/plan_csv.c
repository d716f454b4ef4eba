/* SPDX-License-Identifier: MIT
 *
 * RFC 4180: a header, CRLF, quotes around what needs them, quotes doubled. A cell that a
 * spreadsheet would take for a formula begins with an apostrophe (OWASP, "CSV Injection"). */
#include "jalon/export/groups.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/model/field.h"
#include "jalon/model/object.h"
#include "jalon/export/describe.h"

static const char *const columns[] = { "rank", "id", "title", "kind", "status", "priority", "tier",
	"impact", "effort", "owner", "due", "start_date", "finish_date", "requires", "reason",
	"days_late", "days_at_risk", "not_estimated" };

/* The signs as typed, and as East Asian keyboards type them. */
static const char *const formula_signs[] = { "=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢",
	"﹣", "﹫" };

static bool begins_formula(const char *text)
{
	text += strspn(text, " \"'");
	for (size_t i = 0; i < ARRAY_LEN(formula_signs); i++) {
		if (strncmp(text, formula_signs[i], strlen(formula_signs[i])) == 0)
			return true;
	}
	return false;
}

/* Where the decimal sign is a comma, a spreadsheet begins another cell behind a semicolon, whatever
 * the quotes around both say. */
static bool begins_cell(const char *text, size_t at)
{
	return at == 0 || text[at - 1] == ';';
}

/* One line, so that no reader takes a part of it for a record of its own. */
static void add_cell(struct buf *out, const char *text)
{
	struct buf clean = BUF_INIT;
	bool quoted;

	utf8_clean_line(&clean, text);
	quoted = clean.text[strcspn(clean.text, "\",;")] != '\0';
	if (quoted)
		buf_add_char(out, '"');
	for (size_t i = 0; i < clean.len; i++) {
		if (begins_cell(clean.text, i) && begins_formula(clean.text + i))
			buf_add_char(out, '\'');
		if (clean.text[i] == '"')
			buf_add_char(out, '"');
		buf_add_char(out, clean.text[i]);
	}
	if (quoted)
		buf_add_char(out, '"');
	buf_release(&clean);
}

static void add_text(struct buf *out, const char *text)
{
	buf_add_char(out, ',');
	add_cell(out, text);
}

static void add_day(struct buf *out, int day)
{
	char text[DATE_TEXT_SIZE];

	date_format(text, day);
	add_text(out, text);
}

static void add_ids(struct buf *out, struct string_list ids)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < ids.count; i++)
		buf_add_format(&text, "%s%s", i ? " " : "", ids.texts[i]);
	add_text(out, text.text);
	buf_release(&text);
}

/* Names of fields, with blanks between, as ids are. */
static void add_not_estimated(struct buf *out, const struct entry *entry)
{
	struct buf names = BUF_INIT;

	for (int i = 0; i < FIELD_COUNT; i++) {
		if (field_rows[i].is_estimate && !field_is_said((enum field)i, entry))
			buf_add_format(&names, "%s%s", names.len ? " " : "", field_rows[i].name);
	}
	add_text(out, names.text);
	buf_release(&names);
}

static void add_row(
	struct buf *out, struct arena *arena, const struct export_plan *input, size_t index)
{
	const struct plan_action *action = &input->plan->actions[index];
	const struct entry *entry = action->entry;
	struct buf text = BUF_INIT;

	buf_add_format(out, "%zu", index + 1);
	add_text(out, entry->id);
	describe_title(&text, entry, input->lang);
	add_text(out, text.text);
	add_text(out, kind_name(entry_kind(entry)));
	add_text(out, status_name(entry_status(entry, input->plan->today_day)));
	add_text(out, priority_name(entry_priority(entry)));
	add_text(out, priority_name(action->tier));
	buf_add_format(out, ",%d", entry_impact(entry));
	add_text(out, decimal_format(arena, entry_left_centidays(entry)));
	add_text(out, entry->owner);
	add_day(out, entry->due_day);
	add_day(out, action->start_day);
	add_day(out, action->finish_day);
	add_ids(out, action->requires);
	buf_clear(&text);
	plan_reason(&text, input->lang, input->plan, index);
	add_text(out, text.text);
	buf_add_format(out, ",%d,%d", action->days_late, action->days_at_risk);
	add_not_estimated(out, entry);
	buf_add(out, "\r\n");
	buf_release(&text);
}

static void write_plan(struct buf *out, const struct export_plan *input)
{
	struct arena *arena = arena_new();
	struct export_groups made = export_group_actions(arena, input);

	for (size_t i = 0; i < ARRAY_LEN(columns); i++)
		buf_add_format(out, "%s%s", i ? "," : "", columns[i]);
	buf_add(out, "\r\n");
	for (size_t i = 0; i < made.count; i++) {
		for (size_t k = 0; k < made.groups[i].count; k++)
			add_row(out, arena, input, made.groups[i].actions[k]);
	}
	arena_free(arena);
}

const struct export_plan_format export_plan_csv = {
	.name = "csv",
	.label = { .fr = "Pour un tableur.", .en = "For a spreadsheet." },
	.write = write_plan,
};
