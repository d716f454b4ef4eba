/* SPDX-License-Identifier: MIT */
#include "cli/change_text.h"

#include "jalon/text/messages.h"
#include "jalon/text/words.h"

static void add_object(struct buf *out, const struct value *value)
{
	buf_add(out, value_object_text(value));
	if (value->member)
		buf_add_format(out, " (%d.%02d)", value->member->capacity_centidays / 100,
			value->member->capacity_centidays % 100);
}

/* A scalar's. */
static void add_text(struct buf *out, enum lang lang, enum field field, const char *text)
{
	const enum word *words = field_rows[field].choice_words;
	int choice;

	if (!text[0])
		buf_add(out, text_word(WORD_NOTHING, lang));
	else if (words && field_choice_parse(field, text, &choice))
		buf_add(out, text_word(words[choice], lang));
	else
		buf_add(out, text);
}

static void add_side(
	struct buf *out, enum lang lang, const struct kept_conflict *conflict, const char *text)
{
	if (conflict->field < FIELD_COUNT)
		add_text(out, lang, (enum field)conflict->field, text);
	else
		buf_add(out, text);
}

void conflict_text(struct buf *out, enum lang lang, const struct kept_conflict *conflict)
{
	struct buf about = BUF_INIT, stands = BUF_INIT, waits = BUF_INIT;

	if (conflict->subject[0])
		buf_add_format(&about, "%s · ", conflict->subject);
	buf_add(&about, conflict->field < FIELD_COUNT
				? wording_in(field_rows[conflict->field].label, lang)
				: conflict->name);
	add_side(&stands, lang, conflict, conflict->ours);
	add_side(&waits, lang, conflict, conflict->theirs);
	text_kept_conflict(out, lang, about.text, stands.text, waits.text);
	if (conflict->by[0])
		buf_add_format(out, " (%s)", conflict->by);
	buf_release(&about);
	buf_release(&stands);
	buf_release(&waits);
}

static void add_value(struct buf *out, enum lang lang, enum field field, const struct value *value)
{
	if (value->kept)
		conflict_text(out, lang, value->kept);
	else if (value_object_text(value))
		add_object(out, value);
	else
		add_text(out, lang, field, value->text);
}

void change_text(struct buf *out, enum lang lang, const struct change *change)
{
	if (change->entry[0])
		buf_add_format(out, "%s · ", change->entry);
	buf_add(out, wording_in(field_rows[change->field].label, lang));
	buf_add(out, text_word(WORD_COLON, lang));
	/* What was added or taken back had nothing before or after it; an arrow would only
	 * puzzle. */
	if (field_rows[change->field].kind == FIELD_KIND_OBJECT && value_is_none(&change->from)) {
		add_value(out, lang, change->field, &change->to);
		return;
	}
	add_value(out, lang, change->field, &change->from);
	buf_add(out, " → ");
	add_value(out, lang, change->field, &change->to);
}
