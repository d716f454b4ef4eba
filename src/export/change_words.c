/* SPDX-License-Identifier: MIT */
#include "jalon/export/change_words.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/model/kept_conflict.h"
#include "jalon/model/subject.h"
#include "jalon/export/describe.h"

static const char *gone_name(const struct change_words *words, const char *key)
{
	return words->gone ? gone_find(words->gone, key) : NULL;
}

static void add_service_name(struct buf *out, const struct change_words *words, const char *id)
{
	const struct service *service = organisation_find_service(words->org, id);
	struct buf key = BUF_INIT;
	const char *name;

	buf_add_format(&key, SUBJECT_SERVICE "%s", id);
	name = service ? service->name : gone_name(words, key.text);
	utf8_clean_line(out, name ? name : id);
	buf_release(&key);
}

/* An item's title behind an id that is no entry: that of a service that is no more. */
static bool add_item_title(struct buf *out, const struct change_words *words, const char *item_id)
{
	const struct organisation *org = words->org;

	for (size_t i = 0; i < org->checklist_count; i++) {
		const struct item *item = checklist_find_item(org->checklists[i], item_id);

		if (item) {
			utf8_clean_line(out, wording_in(item->title, words->lang));
			return true;
		}
	}
	return false;
}

static void add_entry_title(struct buf *out, const struct change_words *words, const char *id)
{
	const struct entry *entry = organisation_find_entry(words->org, id);
	const char *at = strchr(id, '@'), *name = gone_name(words, id);
	struct buf item = BUF_INIT;

	buf_add_len(&item, id, at ? (size_t)(at - id) : strlen(id));
	if (entry) {
		describe_title(out, entry, words->lang);
	} else if (name) {
		utf8_clean_line(out, name);
	} else if (!add_item_title(out, words, item.text)) {
		utf8_clean_line(out, id);
	} else if (at) {
		buf_add(out, " · ");
		add_service_name(out, words, at + 1);
	}
	buf_release(&item);
}

static void add_subject(struct buf *out, const struct change_words *words, const char *name)
{
	struct subject subject = subject_of(name);

	if (subject.of == OBJECT_SERVICE)
		add_service_name(out, words, subject.key);
	else if (subject.of == OBJECT_MEMBER)
		utf8_clean_line(out, subject.key);
	else if (subject.of == OBJECT_ENTRY)
		add_entry_title(out, words, name);
}

/* What is required, or what one stands under: titles, in quotation marks. */
static void add_titles(struct buf *out, const struct change_words *words, const char *ids)
{
	struct buf id = BUF_INIT, title = BUF_INIT;

	for (const char *at = ids; *at;) {
		size_t len = strcspn(at, ",");

		buf_clear(&id);
		buf_clear(&title);
		buf_add_len(&id, at, len);
		add_entry_title(&title, words, id.text);
		if (at > ids)
			buf_add(out, ", ");
		text_quoted(out, words->lang, title.text);
		at += len + (at[len] == ',');
	}
	buf_release(&id);
	buf_release(&title);
}

static void add_figure(struct buf *out, enum lang lang, enum unit unit, const char *text)
{
	struct buf effort = BUF_INIT;
	int64_t centidays;

	if (!decimal_parse(text, &centidays))
		return;
	text_effort(&effort, lang, centidays);
	if (unit == UNIT_DAYS_A_WEEK)
		text_capacity_a_week(out, lang, effort.text);
	else
		buf_add(out, effort.text);
	buf_release(&effort);
}

/* What one says of a field of which nothing was said; of an own action no guide says anything. */
static void add_unset(
	struct buf *out, const struct change_words *words, const char *subject, enum field field)
{
	const struct field_row *row = &field_rows[field];
	bool is_own = action_id_is_valid(subject);

	/* Somebody made an own action, so it is never new. */
	if (is_own && field == FIELD_STATUS)
		buf_add(out, text_word(WORD_STATUS_TODO, words->lang));
	else if ((is_own && row->is_inherited) || !row->none.fr)
		buf_add(out, text_word(WORD_NOTHING, words->lang));
	else
		buf_add(out, wording_in(row->none, words->lang));
}

static void add_scalar(struct buf *out, const struct change_words *words, const char *subject,
	enum field field, const char *text)
{
	const struct field_row *row = &field_rows[field];
	struct buf titles = BUF_INIT;
	int day, choice;

	if (!text[0]) {
		add_unset(out, words, subject, field);
	} else if (row->choice_words && field_choice_parse(field, text, &choice)) {
		buf_add(out, text_word(row->choice_words[choice], words->lang));
	} else if (row->kind == FIELD_KIND_DATE && date_parse(text, &day)) {
		text_day(out, words->lang, day, words->today_day);
	} else if (row->kind == FIELD_KIND_DECIMAL) {
		add_figure(out, words->lang, row->unit, text);
	} else if (row->kind == FIELD_KIND_ENTRY || row->kind == FIELD_KIND_ENTRIES) {
		add_titles(&titles, words, text);
		if (field == FIELD_PIN)
			text_before_it(out, words->lang, titles.text);
		else
			buf_add(out, titles.text);
	} else {
		utf8_clean_line(out, text);
	}
	buf_release(&titles);
}

void change_words_add_conflict(
	struct buf *out, const struct change_words *words, const struct kept_conflict *kept)
{
	struct buf about = BUF_INIT, stands = BUF_INIT, waits = BUF_INIT;

	if (kept->field == FIELD_COUNT) {
		text_kept_conflict(out, words->lang, kept->name, kept->ours, kept->theirs);
		return;
	}
	buf_add(&about, wording_in(field_rows[kept->field].label, words->lang));
	add_scalar(&stands, words, kept->subject, (enum field)kept->field, kept->ours);
	add_scalar(&waits, words, kept->subject, (enum field)kept->field, kept->theirs);
	text_kept_conflict(out, words->lang, about.text, stands.text, waits.text);
	buf_release(&about);
	buf_release(&stands);
	buf_release(&waits);
}

void change_words_add_value(struct buf *out, const struct change_words *words, const char *subject,
	enum field field, const struct value *value)
{
	const char *object = value_object_text(value);

	if (value->kept)
		change_words_add_conflict(out, words, value->kept);
	else if (object)
		utf8_clean_line(out, object);
	else
		add_scalar(out, words, subject, field, value->text);
}

/* Of the change that makes a thing, or takes it away: the thing. */
static const struct value *thing_of(const struct change *change)
{
	return value_is_none(&change->to) ? &change->from : &change->to;
}

/* Whether the change is about what its own value names: an action, a service, a member. */
static bool names_itself(const struct change *change)
{
	const struct value *thing = thing_of(change);

	return thing->action || thing->service || thing->member;
}

void change_words_add_about(
	struct buf *out, const struct change_words *words, const struct change *change)
{
	const struct value *thing = thing_of(change);

	if (names_itself(change))
		utf8_clean_line(out, value_object_text(thing));
	else
		add_subject(out, words, thing->kept ? thing->kept->subject : change->entry);
}

/* "action ajoutée", "service retiré": by what was made or taken away. */
static enum word deed_of(const struct change *change)
{
	const struct value *thing = thing_of(change);
	bool gone = value_is_none(&change->to);

	if (!value_is_none(&change->to) && !value_is_none(&change->from))
		return WORD_THING_CHANGED;
	if (thing->action)
		return gone ? WORD_ACTION_REMOVED : WORD_ACTION_ADDED;
	if (thing->service)
		return gone ? WORD_SERVICE_REMOVED : WORD_SERVICE_ADDED;
	return gone ? WORD_MEMBER_REMOVED : WORD_MEMBER_ADDED;
}

static void add_from_to(
	struct buf *out, const struct change_words *words, const struct change *change)
{
	change_words_add_value(out, words, change->entry, change->field, &change->from);
	buf_add(out, " → ");
	change_words_add_value(out, words, change->entry, change->field, &change->to);
}

/* Of an object: what was added, taken away, or took another's place. */
static void add_object(
	struct buf *out, const struct change_words *words, const struct change *change)
{
	if (!value_is_none(&change->from) && !value_is_none(&change->to))
		add_from_to(out, words, change);
	else
		change_words_add_value(out, words, change->entry, change->field, thing_of(change));
}

void change_words_add_done(
	struct buf *out, const struct change_words *words, const struct change *change)
{
	const struct field_row *row = &field_rows[change->field];
	bool is_object = row->kind == FIELD_KIND_OBJECT, is_gone = value_is_none(&change->to);

	if (is_object && names_itself(change)) {
		buf_add(out, text_word(deed_of(change), words->lang));
		return;
	}
	if (change->field == FIELD_NOTE && is_gone)
		buf_add(out, text_word(WORD_NOTE_REMOVED, words->lang));
	else if (change->field == FIELD_CONFLICT && is_gone)
		buf_add(out, text_word(WORD_CONFLICT_ENDED, words->lang));
	else
		buf_add(out, wording_in(row->label, words->lang));
	buf_add(out, text_word(WORD_COLON, words->lang));
	if (is_object)
		add_object(out, words, change);
	else
		add_from_to(out, words, change);
}

/* In a sentence a label begins with a small letter: those of French and English that have one begin
 * with ASCII, É or À. */
static void add_noun(struct buf *out, const struct change_words *words, enum field field)
{
	const struct field_row *row = &field_rows[field];
	size_t at = out->len;
	unsigned char *first;

	buf_add(out, wording_in(row->noun.fr ? row->noun : row->label, words->lang));
	first = (unsigned char *)out->text + at;
	if (first[0] >= 'A' && first[0] <= 'Z')
		first[0] = (unsigned char)(first[0] - 'A' + 'a');
	else if (first[0] == 0xc3 && first[1] >= 0x80 && first[1] <= 0x9e)
		first[1] = (unsigned char)(first[1] + 0x20);
}

static enum word removal_of(const struct change *change)
{
	const struct value *thing = thing_of(change);

	if (thing->action)
		return WORD_REMOVAL_OF_ACTION;
	if (thing->service)
		return WORD_REMOVAL_OF_SERVICE;
	if (thing->member)
		return WORD_REMOVAL_OF_MEMBER;
	return thing->note ? WORD_REMOVAL_OF_NOTE : WORD_SETTLED_CONFLICT;
}

/* The noun, and what it is of: "échéance de « Appeler la mission locale »". */
static void add_noun_of(
	struct buf *out, const struct change_words *words, const struct change *change)
{
	struct buf noun = BUF_INIT, about = BUF_INIT;

	if (field_rows[change->field].kind == FIELD_KIND_OBJECT && value_is_none(&change->to))
		buf_add(&noun, text_word(removal_of(change), words->lang));
	else
		add_noun(&noun, words, change->field);
	change_words_add_about(&about, words, change);
	if (names_itself(change))
		text_change_thing(out, words->lang, noun.text, about.text);
	else if (!about.len)
		text_change_of_organisation(out, words->lang, noun.text);
	else if (change->field == FIELD_NOTE || change->field == FIELD_CONFLICT)
		text_change_on(out, words->lang, noun.text, about.text);
	else
		text_change_of(out, words->lang, noun.text, about.text);
	buf_release(&noun);
	buf_release(&about);
}

void change_words_add(
	struct buf *out, const struct change_words *words, const struct change *change)
{
	bool is_object = field_rows[change->field].kind == FIELD_KIND_OBJECT;

	add_noun_of(out, words, change);
	if (is_object && names_itself(change))
		return;
	buf_add(out, is_object ? text_word(WORD_COLON, words->lang) : ", ");
	if (is_object)
		add_object(out, words, change);
	else
		add_from_to(out, words, change);
}

const struct change *change_words_first(const struct change_list *changes)
{
	for (size_t i = 0; i < changes->count; i++) {
		if (names_itself(&changes->changes[i]))
			return &changes->changes[i];
	}
	return &changes->changes[0];
}

void change_words_add_taken_back(struct buf *out, const struct change_words *words,
	const struct change_list *applied, bool is_redo, const char *place, const char *when)
{
	struct change first = *change_words_first(applied);

	buf_add(out, text_word(is_redo ? WORD_PUT_BACK : WORD_TOOK_BACK, words->lang));
	buf_add(out, text_word(WORD_COLON, words->lang));
	/* Of a thing one says what was done at first: to take back an action that was added is no
	 * removal that somebody asked for. */
	if (!is_redo && field_rows[first.field].kind == FIELD_KIND_OBJECT) {
		struct value to = first.from;

		first.from = first.to;
		first.to = to;
	}
	change_words_add(out, words, &first);
	if (applied->count > 1) {
		buf_add(out, ", ");
		text_and_more_changes(out, words->lang, (int)applied->count - 1);
	}
	buf_add_format(out, " (%s%s%s)", place, place[0] ? ", " : "", when);
}
