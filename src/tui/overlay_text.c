/* SPDX-License-Identifier: MIT */
#include "jalon/tui/overlay_text.h"

#include <stdio.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/store/history.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/tui/command.h"
#include "jalon/tui/key_name.h"
#include "jalon/tui/view.h"

static void add_title(struct buf *out, const char *title)
{
	buf_add_format(out, PAGER_TITLE "%s\n\n", title);
}

/* A key or a sign in the column that PAGER_HANG leaves free, and what it says beside it. */
static void add_line(struct buf *out, const char *sign, const char *text)
{
	size_t start;

	buf_add(out, PAGER_HANG "  ");
	start = out->len;
	buf_add(out, sign);
	do {
		buf_add_char(out, ' ');
	} while (2 + utf8_width_cells(out->text + start, out->len - start) < PAGER_HANG_CELLS);
	buf_add_format(out, "%s\n", text);
}

static void add_command(struct buf *out, enum lang lang, const struct command *command)
{
	struct buf keys = BUF_INIT;
	struct key key;

	key_parse(command->key, &key);
	key_name_add(&keys, lang, key);
	if (command->also && key_parse(command->also, &key)) {
		buf_add(&keys, ", ");
		key_name_add(&keys, lang, key);
	}
	add_line(out, keys.text, wording_in(command->help, lang));
	buf_release(&keys);
}

void overlay_follow_entry(struct app *app)
{
	const struct entry *entry = app_entry(app);
	bool same = entry && strcmp(app->read_entry, entry->id) == 0;
	struct buf text = BUF_INIT;

	if (!entry) {
		app->overlay = OVERLAY_NONE;
		return;
	}
	if (same && app->read_revision == app->org->revision)
		return;
	entry_text(&text, app, entry, false);
	pager_set(&app->overlay_text, text.text, same);
	buf_release(&text);
	snprintf(app->read_entry, sizeof(app->read_entry), "%s", entry->id);
	app->read_revision = app->org->revision;
}

void overlay_open_entry(struct app *app)
{
	app->read_entry[0] = '\0';
	app->overlay = OVERLAY_ENTRY;
}

void help_text(struct buf *out, const struct app *app)
{
	int place = command_place(app);

	add_title(out, text_word(WORD_KEYS, app->lang));
	for (size_t i = 0; i < command_count; i++) {
		if (commands[i].where & place)
			add_command(out, app->lang, &commands[i]);
	}
	buf_add(out, "\n");
	add_title(out, text_word(WORD_SIGNS, app->lang));
	for (int i = 0; i < STATUS_COUNT; i++)
		add_line(out, describe_status_sign(i),
			text_word(describe_status_word((enum status)i), app->lang));
	add_line(out, "!", text_word(WORD_LATE_SIGN, app->lang));
	add_line(out, "2✎", text_word(WORD_NOTES_SIGN, app->lang));
	add_line(out, "+", text_word(WORD_PROJECT_SIGN, app->lang));
	add_line(out, "»", text_word(WORD_KIND_ACTION, app->lang));
	add_line(out, "✎", text_word(WORD_DRAFT_SIGN, app->lang));
	add_line(out, "✎ …", text_word(WORD_WRITES_SIGN, app->lang));
	add_line(out, "●", text_word(WORD_CHANGED_SIGN, app->lang));
	add_line(out, "◂", text_word(WORD_HERE_SIGN, app->lang));
}

static bool add_object(struct buf *out, const struct value *value)
{
	if (value->note)
		utf8_clean_line(out, value->note->text);
	else if (value->action)
		utf8_clean_line(out, value->action->title);
	else if (value->member)
		utf8_clean_line(out, value->member->name);
	else if (value->service)
		utf8_clean_line(out, value->service->name);
	else
		return false;
	return true;
}

static void add_effort(struct buf *out, enum lang lang, const char *text)
{
	int64_t centidays;

	if (decimal_parse(text, &centidays))
		text_effort(out, lang, centidays);
}

void value_text(struct buf *out, const struct app *app, enum field field, const struct value *value)
{
	enum status status;
	enum priority priority;
	int day;

	if (add_object(out, value))
		return;
	if (!value->text[0])
		buf_add(out, "–");
	else if (field == FIELD_STATUS && status_parse(value->text, &status))
		buf_add(out, text_word(describe_status_word(status), app->lang));
	else if (field == FIELD_PRIORITY && priority_parse(value->text, &priority))
		buf_add(out, text_word(describe_priority_word(priority), app->lang));
	else if ((field == FIELD_DUE || field == FIELD_REVIEW) && date_parse(value->text, &day))
		text_day(out, app->lang, day, app->today_day);
	else if (field == FIELD_EFFORT)
		add_effort(out, app->lang, value->text);
	else
		utf8_clean_line(out, value->text);
}

static void add_change(struct buf *out, const struct app *app, const struct history_change *line)
{
	const struct change *change = &line->change;
	const struct entry *entry = organisation_find_entry(app->org, change->entry);

	text_when(out, app->lang, line->at_utc, app->options.now_utc());
	buf_add(out, " · ");
	utf8_clean_line(out, line->by);
	if (line->undoes)
		buf_add_format(out, " · %s", text_word(WORD_TAKEN_BACK, app->lang));
	if (change->entry[0]) {
		buf_add(out, " · ");
		utf8_clean_line(
			out, entry ? wording_in(entry_title(entry), app->lang) : change->entry);
	}
	if (entry && entry->service) {
		buf_add(out, " · ");
		utf8_clean_line(out, entry->service->name);
	}
	buf_add_format(out,
		"\n    "
		"%s%s",
		wording_in(field_rows[change->field].label, app->lang),
		text_word(WORD_COLON, app->lang));
	if (!value_is_none(&change->from)) {
		value_text(out, app, change->field, &change->from);
		buf_add(out, " → ");
	}
	value_text(out, app, change->field, &change->to);
	buf_add(out, "\n");
}

bool history_text(struct buf *out, struct app *app, struct err *err)
{
	struct history_change *history;
	size_t count;

	if (!history_read(app->options.store, app->org_id, app->org->revision, app->command_arena,
		    &history, &count, err))
		return false;
	add_title(out, text_word(WORD_HISTORY, app->lang));
	if (!count)
		buf_add(out, text_word(WORD_NO_CHANGE_YET, app->lang));
	while (count-- > 0)
		add_change(out, app, &history[count]);
	return true;
}
