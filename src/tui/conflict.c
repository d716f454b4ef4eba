/* SPDX-License-Identifier: MIT */
#include "jalon/tui/conflict.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/errors.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/tui/form.h"
#include "jalon/tui/overlay_text.h"
#include "jalon/tui/typed.h"

enum { CHOICE_THEIRS, CHOICE_MINE, CHOICE_OTHER };
enum { WIDTH_FOR_BOTH = 36 };

static const char *conflict_author(const struct app *app)
{
	return app->conflict.by[0] ? app->conflict.by : text_word(WORD_SOMEBODY, app->lang);
}

void conflict_drop(struct app *app)
{
	snapshot_free(app->conflict_snapshot);
	app->conflict_snapshot = NULL;
	arena_clear(app->pending_arena);
	app->pending = (struct change_list){ NULL, 0, 0 };
}

static struct change_list copy_changes(struct arena *arena, const struct change_list *changes)
{
	struct change_list copies = { NULL, 0, 0 };

	for (size_t i = 0; changes && i < changes->count; i++) {
		struct change change = changes->changes[i];

		change.entry = arena_copy(arena, change.entry);
		change.from = value_copy(arena, &change.from);
		change.to = value_copy(arena, &change.to);
		change_list_add(&copies, arena, change);
	}
	return copies;
}

/* Both are the same, as where somebody else took it back first. */
static void say_nothing_to_choose(struct app *app)
{
	const struct conflict *conflict = &app->conflict;
	struct buf value = BUF_INIT;

	value_text(&value, app, conflict->field, &conflict->found);
	buf_clear(&app->notice);
	text_tui_already_back(&app->notice, app->lang, conflict_author(app), value.text);
	app->notice_is_error = false;
	buf_release(&value);
}

void conflict_meet(struct app *app, const struct change_list *changes,
	struct commit_outcome *outcome, enum conflict_origin origin)
{
	const struct conflict *met = &outcome->conflict;
	struct arena *arena = app->pending_arena;

	conflict_drop(app);
	/* The strings of what was found are the snapshot's. */
	app->conflict_snapshot = outcome->snapshot;
	app->pending = copy_changes(arena, changes);
	app->conflict = *met;
	app->conflict.entry = arena_copy(arena, met->entry);
	app->conflict.found = value_copy(arena, &met->found);
	app->conflict.wanted = value_copy(arena, &met->wanted);
	app->conflict.by = arena_copy(arena, met->by ? met->by : "");
	app->conflict_origin = origin;
	app_refresh(app);
	if (value_equals(&met->found, &met->wanted))
		say_nothing_to_choose(app);
	else
		form_open(app, FORM_CONFLICT, app->conflict.entry, "");
}

/* The statuses or priorities that neither of the two wants; "not applicable" needs a reason, which
 * its own key asks for. NULL after the last. */
static const char *other_choice(const struct app *app, int index)
{
	static const char *const statuses[] = { "todo", "doing", "done" };
	static const char *const priorities[] = { "must", "should", "could" };
	const struct conflict *conflict = &app->conflict;
	const char *const *names = conflict->field == FIELD_STATUS ? statuses : priorities;

	if (conflict->field != FIELD_STATUS && conflict->field != FIELD_PRIORITY)
		return NULL;
	for (int i = 0; i < 3; i++) {
		if (strcmp(names[i], conflict->found.text) != 0 &&
			strcmp(names[i], conflict->wanted.text) != 0 && index-- == 0)
			return names[i];
	}
	return NULL;
}

/* Whether a third value can be typed. */
static bool is_written(const struct app *app)
{
	enum field_kind kind = field_rows[app->conflict.field].kind;

	return kind != FIELD_KIND_CHOICE && kind != FIELD_KIND_ENTRY && kind != FIELD_KIND_OBJECT;
}

int conflict_choice_count(const struct app *app)
{
	int count = CHOICE_OTHER;

	while (other_choice(app, count - CHOICE_OTHER))
		count++;
	return is_written(app) ? CHOICE_OTHER + 1 : count;
}

static void add_theirs(struct buf *out, const struct app *app)
{
	const struct conflict *conflict = &app->conflict;

	value_text(out, app, conflict->field, &conflict->found);
	buf_add_format(out, " · %s", conflict_author(app));
	if (conflict->at_utc) {
		buf_add(out, ", ");
		text_when(out, app->lang, conflict->at_utc, app->options.now_utc());
	}
}

static enum word choice_word(const struct app *app, int choice)
{
	static const enum word mine[] = {
		[CONFLICT_OF_COMMIT] = WORD_PUT_MINE,
		[CONFLICT_OF_UNDO] = WORD_UNDO_ANYWAY,
		[CONFLICT_OF_REDO] = WORD_REDO_ANYWAY,
	};

	if (choice == CHOICE_THEIRS)
		return WORD_KEEP_THEIRS;
	if (choice == CHOICE_MINE)
		return mine[app->conflict_origin];
	return is_written(app) ? WORD_WRITE_ANOTHER : WORD_NEITHER;
}

void conflict_draw_choice(
	const struct app *app, struct canvas *canvas, int y, int choice, enum role role)
{
	const char *word = text_word(choice_word(app, choice), app->lang);
	int x = 2, widest = 0;
	struct buf value = BUF_INIT;

	for (int i = 0; i <= CHOICE_MINE; i++) {
		const char *other = text_word(choice_word(app, i), app->lang);
		int width = utf8_width_cells(other, strlen(other));

		widest = width > widest ? width : widest;
	}
	if (choice == CHOICE_THEIRS) {
		add_theirs(&value, app);
	} else if (choice == CHOICE_MINE) {
		value_text(&value, app, app->conflict.field, &app->conflict.wanted);
	} else if (!is_written(app)) {
		const struct value other = { .text = other_choice(app, choice - CHOICE_OTHER) };

		value_text(&value, app, app->conflict.field, &other);
	}
	/* Where there is no room for both, the values say it. */
	if (canvas->w >= WIDTH_FOR_BOTH || !value.len) {
		canvas_put(canvas, x, y, canvas->w - x - 1, role, word);
		x += widest + 2;
	}
	canvas_put(canvas, x, y, canvas->w - x - 1, role, value.text);
	buf_release(&value);
}

/* All that was wanted, over what the others put there, now that both were seen. */
static void add_wanted(struct app *app, const struct value *value, struct change_list *changes)
{
	for (size_t i = 0; i < app->pending.count; i++) {
		struct change *change = &app->pending.changes[i];

		if (change->field != app->conflict.field ||
			strcmp(change->entry, app->conflict.entry) != 0)
			continue;
		change->from = app->conflict.found;
		change->to = *value;
	}
	/* Another field may meet a conflict in turn, and take this one's place. */
	*changes = copy_changes(app->command_arena, &app->pending);
}

bool conflict_accept(
	struct app *app, const char *text, struct change_list *changes, struct err *err)
{
	int choice = app->dialogue.choice;

	(void)text;
	(void)err;
	if (choice == CHOICE_MINE) {
		add_wanted(app, &app->conflict.wanted, changes);
	} else if (choice >= CHOICE_OTHER && is_written(app)) {
		form_open(app, FORM_CONFLICT_VALUE, app->conflict.entry,
			typed_value(app, app->conflict.field, app->conflict.wanted.text));
	} else if (choice >= CHOICE_OTHER) {
		const struct value other = { .text = other_choice(app, choice - CHOICE_OTHER) };

		add_wanted(app, &other, changes);
	}
	return true;
}

bool conflict_accept_value(
	struct app *app, const char *text, struct change_list *changes, struct err *err)
{
	enum field field = app->conflict.field;
	const struct entry *entry = organisation_find_entry(app->org, app->conflict.entry);
	char iso[DATE_TEXT_SIZE];
	struct value value = VALUE_NONE;
	int day;

	if (field_rows[field].kind == FIELD_KIND_DATE && text[strspn(text, " \t")]) {
		if (!text_parse_day(text, app->today_day, &day))
			return err_set(err, ERR_USAGE, MSG_NOT_A_DAY, text, "%s", "");
		date_format(iso, day);
		text = iso;
	}
	if (!field_parse(field, text, app->command_arena, &value.text, err))
		return false;
	if (entry)
		value.text = field_get_as_set(field, entry, value.text, app->command_arena);
	add_wanted(app, &value, changes);
	return true;
}
