/* SPDX-License-Identifier: MIT
 *
 * RFC 5545: one VTODO for each action. Lines end with CRLF and are folded at 75 octets; texts are
 * escaped. The UID of an action never changes, so importing again updates. DTSTART is left out:
 * 3.8.2.3 wants DUE strictly after it, which an action of one day cannot give. Requirements are
 * RELATED-TO with the type that RFC 9253 registered for them. */
#include "jalon/export/format.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/export/describe.h"

enum { LINE_BYTES_MAX = 75 };

/* One content line: folded between characters, or between code points where a single character is
 * longer than a line. */
static void add_line(struct buf *out, const char *line, size_t len)
{
	size_t in_line = 0, at = 0;

	while (at < len) {
		size_t size = utf8_next(line, len, at) - at;
		uint32_t code_point;

		if (size >= LINE_BYTES_MAX)
			size = utf8_decode(line + at, len - at, &code_point);
		if (in_line + size > LINE_BYTES_MAX) {
			buf_add(out, "\r\n ");
			in_line = 1;
		}
		buf_add_len(out, line + at, size);
		in_line += size;
		at += size;
	}
	buf_add(out, "\r\n");
}

/* NAME:value with the value escaped as TEXT (3.3.11). */
static void add_text(struct buf *out, const char *name, const char *text)
{
	struct buf clean = BUF_INIT, line = BUF_INIT;

	utf8_clean(&clean, text, strlen(text), true);
	buf_add_format(&line, "%s:", name);
	for (size_t i = 0; i < clean.len; i++) {
		char c = clean.text[i];

		if (c == '\\' || c == ';' || c == ',')
			buf_add_char(&line, '\\');
		if (c == '\n')
			buf_add(&line, "\\n");
		else
			buf_add_char(&line, c == '\t' ? ' ' : c);
	}
	add_line(out, line.text, line.len);
	buf_release(&clean);
	buf_release(&line);
}

static void add_day(struct buf *out, const char *name, int day)
{
	struct date date = date_from_day(day);

	buf_add_format(
		out, "%s;VALUE=DATE:%04d%02d%02d\r\n", name, date.year, date.month, date.day);
}

static void add_stamp(struct buf *out, int64_t at_utc)
{
	char text[TIME_TEXT_SIZE];

	buf_add(out, "DTSTAMP:");
	time_format(text, at_utc);
	for (size_t i = 0; text[i]; i++) {
		if (text[i] != '-' && text[i] != ':')
			buf_add_char(out, text[i]);
	}
	buf_add(out, "\r\n");
}

/* Ids have no dot, so this stays one to one. */
static void add_uid(
	struct buf *out, const char *name, const struct export_plan *input, const char *entry_id)
{
	struct buf uid = BUF_INIT;

	buf_add_format(&uid, "%s:%s.", name, input->plan->org->id);
	for (const char *at = entry_id; *at; at++)
		buf_add_char(&uid, *at == '@' ? '.' : *at);
	buf_add(&uid, "@jalon");
	add_line(out, uid.text, uid.len);
	buf_release(&uid);
}

static int priority_number(enum priority tier)
{
	return tier == PRIORITY_MUST ? 1 : tier == PRIORITY_COULD ? 9 : 5;
}

static void add_description(struct buf *out, const struct export_plan *input, size_t index)
{
	const struct plan_action *action = &input->plan->actions[index];
	struct buf text = BUF_INIT, start = BUF_INIT, finish = BUF_INIT;

	plan_reason(&text, input->lang, input->plan, index);
	text_day_long(&start, input->lang, action->start_day);
	text_day_long(&finish, input->lang, action->finish_day);
	buf_add_char(&text, '\n');
	text_planned_from_to(&text, input->lang, start.text, finish.text);
	buf_add(&text, " · ");
	describe_left(&text, action->entry, input->lang);
	add_text(out, "DESCRIPTION", text.text);
	buf_release(&text);
	buf_release(&start);
	buf_release(&finish);
}

static void add_action(struct buf *out, const struct export_plan *input, size_t index)
{
	const struct plan_action *action = &input->plan->actions[index];
	const struct entry *entry = action->entry;
	bool has_due = entry->due_day != DAY_NONE;
	struct buf title = BUF_INIT;

	buf_add(out, "BEGIN:VTODO\r\n");
	add_uid(out, "UID", input, entry->id);
	add_stamp(out, input->now_utc);
	buf_add_format(out, "SEQUENCE:%lld\r\n", (long long)input->plan->org->revision);
	describe_title(&title, entry, input->lang);
	add_text(out, "SUMMARY", title.text);
	add_description(out, input, index);
	/* The date that was promised, else the one that the plan reaches. */
	add_day(out, "DUE", has_due ? entry->due_day : action->finish_day);
	buf_add_format(out, "PRIORITY:%d\r\n", priority_number(action->tier));
	buf_add_format(out, "STATUS:%s\r\n",
		entry_status(entry, input->plan->today_day) == STATUS_DOING ? "IN-PROCESS"
									    : "NEEDS-ACTION");
	if (entry->owner[0])
		add_text(out, "CONTACT", entry->owner);
	for (size_t i = 0; i < action->requires.count; i++)
		add_uid(out, "RELATED-TO;RELTYPE=DEPENDS-ON", input, action->requires.texts[i]);
	buf_add(out, "END:VTODO\r\n");
	buf_release(&title);
}

static void write_plan(struct buf *out, const struct export_plan *input)
{
	size_t count = input->plan->count;

	if (input->limit && input->limit < count)
		count = input->limit;
	buf_add(out, "BEGIN:VCALENDAR\r\n");
	buf_add(out, "VERSION:2.0\r\n");
	buf_add(out, "PRODID:-//jalon//jalon//EN\r\n");
	add_text(out, "X-WR-CALNAME", input->plan->org->name);
	for (size_t i = 0; i < count; i++)
		add_action(out, input, i);
	buf_add(out, "END:VCALENDAR\r\n");
}

const struct export_plan_format export_plan_icalendar = {
	.name = "ics",
	.label = { .fr = "Pour un agenda (iCalendar).", .en = "For a calendar (iCalendar)." },
	.write = write_plan,
};
