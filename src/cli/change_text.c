/* SPDX-License-Identifier: MIT */
#include "cli/change_text.h"

#include "jalon/text/words.h"

static void add_object(struct buf *out, const struct value *value)
{
	buf_add(out, value_object_text(value));
	if (value->member)
		buf_add_format(out, " (%d.%02d)", value->member->capacity_centidays / 100,
			value->member->capacity_centidays % 100);
}

static void add_value(struct buf *out, enum lang lang, enum field field, const struct value *value)
{
	const enum word *words = field_rows[field].choice_words;
	int choice;

	if (value_is_none(value))
		buf_add(out, text_word(WORD_NOTHING, lang));
	else if (!value->text[0])
		add_object(out, value);
	else if (words && field_choice_parse(field, value->text, &choice))
		buf_add(out, text_word(words[choice], lang));
	else
		buf_add(out, value->text);
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
