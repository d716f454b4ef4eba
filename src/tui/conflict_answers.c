/* SPDX-License-Identifier: MIT */
#include "tui/conflict_answers.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/words.h"
#include "jalon/session/values.h"

enum { WIDTH_FOR_BOTH = 36 };

static void put_value(const struct answer *answer, const struct value *value, struct wish *wish)
{
	struct session *session = answer->call.session;

	wish->changes = conflict_met_put(&session->conflict, value, session->arena);
	wish->kind = WISH_CHANGES;
}

bool conflict_accept(const struct answer *answer, struct wish *wish, struct err *err)
{
	struct session *session = answer->call.session;
	const struct conflict_met *met = &session->conflict;
	struct value value = conflict_met_choice_value(met, answer->choice);

	(void)err;
	if (conflict_met_is_written(met, answer->choice))
		*wish = wish_ask(
			met->origin == CONFLICT_OF_MERGE ? FORM_KEPT_VALUE : FORM_CONFLICT_VALUE,
			met->conflict.entry,
			value_as_typed(session->arena, session->lang, met->conflict.field,
				met->conflict.wanted.text));
	/* Of what a merge kept, the value that stands is a choice too. */
	else if (answer->choice != CONFLICT_THEIRS || met->origin == CONFLICT_OF_MERGE)
		put_value(answer, &value, wish);
	return true;
}

bool conflict_accept_value(const struct answer *answer, struct wish *wish, struct err *err)
{
	struct session *session = answer->call.session;
	enum field field = session->conflict.conflict.field;
	struct value value = VALUE_NONE;

	if (!value_from_typed(
		    field, answer->text, session->today_day, session->arena, &value.text, err))
		return false;
	if (answer->call.entry && field_rows[field].of == OBJECT_ENTRY)
		value.text =
			field_get_as_set(field, answer->call.entry, value.text, session->arena);
	put_value(answer, &value, wish);
	return true;
}

int conflict_count_choices(const struct session *session)
{
	return conflict_met_choice_count(&session->conflict);
}

static void add_choice_value(struct buf *out, const struct session *session, int choice)
{
	const struct conflict_met *met = &session->conflict;
	const struct conflict *conflict = &met->conflict;
	const struct change_words words = session_words(session);
	struct value value = conflict_met_choice_value(met, choice);

	if (conflict_met_is_written(met, choice))
		return;
	change_words_add_value(out, &words, conflict->entry, conflict->field, &value);
	/* Somebody else's. */
	if (choice != (met->origin == CONFLICT_OF_MERGE ? CONFLICT_MINE : CONFLICT_THEIRS))
		return;
	buf_add_format(out, " · %s", conflict_met_author(met, session->lang));
	if (conflict->at_utc) {
		buf_add(out, ", ");
		text_when(out, session->lang, conflict->at_utc, session_now(session));
	}
}

void conflict_draw_choice(
	const struct session *session, struct canvas *canvas, int y, int choice, enum role role)
{
	const struct conflict_met *met = &session->conflict;
	int x = 2, widest = 0;
	struct buf value = BUF_INIT;

	for (int i = 0; i <= CONFLICT_MINE; i++) {
		const char *word = text_word(conflict_met_choice_word(met, i), session->lang);
		int width = utf8_width_cells(word, strlen(word));

		widest = width > widest ? width : widest;
	}
	add_choice_value(&value, session, choice);
	/* Where there is no room for both, the values say it. */
	if (canvas->w >= WIDTH_FOR_BOTH || !value.len) {
		canvas_put(canvas, x, y, canvas->w - x - 1, role,
			text_word(conflict_met_choice_word(met, choice), session->lang));
		x += widest + 2;
	}
	canvas_put(canvas, x, y, canvas->w - x - 1, role, value.text);
	buf_release(&value);
}
