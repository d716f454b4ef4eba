/* SPDX-License-Identifier: MIT */
#include "tui/note_answers.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/errors.h"
#include "jalon/text/words.h"

/* Numbers move as others take theirs back: a note is known by all that it says. */
static const char *id_of(struct arena *arena, const struct note *note)
{
	return arena_format(arena, "%lld %s\n%s", (long long)note->at_utc, note->by, note->text);
}

/* The place of the chosen one among the entry's notes; note_count where it is no more. */
static size_t find(const struct answer *answer)
{
	const struct entry *entry = answer->call.entry;
	size_t i = 0;

	while (i < entry->note_count &&
		strcmp(id_of(answer->call.session->arena, &entry->notes[i]), answer->match) != 0)
		i++;
	return i;
}

static bool is_own(const struct session *session, const struct note *note)
{
	return strcmp(note->by, utf8_tidy(session->arena, session->options.author, false)) == 0;
}

void note_find(const struct finding *finding, struct matches *found)
{
	const struct session *session = finding->session;
	const struct entry *entry = organisation_find_entry(session->org, finding->subject);
	struct query query = query_make(finding->arena, finding->typed);

	for (size_t i = entry ? entry->note_count : 0; i-- > 0;) {
		const struct note *note = &entry->notes[i];
		struct buf text = BUF_INIT;

		utf8_clean_line(&text, note->by);
		buf_add(&text, ", ");
		text_when(&text, session->lang, note->at_utc, session_now(session));
		buf_add(&text, text_word(WORD_COLON, session->lang));
		utf8_clean_line(&text, note->text);
		if (query_matches(&query, text.text))
			matches_add(found, finding->arena,
				(struct match){ id_of(finding->arena, note),
					arena_copy(finding->arena, text.text),
					is_own(session, note)
						? ""
						: text_word(WORD_NOT_YOURS, session->lang) });
		buf_release(&text);
	}
}

/* One's own, NULL with an error where it is not, or no more. */
static const struct note *own_note(const struct answer *answer, size_t *place, struct err *err)
{
	const struct entry *entry = answer->call.entry;

	if (!entry) {
		err_set_nowhere(err, ERR_FAILED, MSG_NO_SUCH_ENTRY, answer->entry_id);
		return NULL;
	}
	*place = answer->match ? find(answer) : entry->note_count;
	if (*place == entry->note_count) {
		err_set_nowhere(err, ERR_USAGE, MSG_NOT_FOUND, answer->text);
		return NULL;
	}
	if (!is_own(answer->call.session, &entry->notes[*place])) {
		err_set_nowhere(err, ERR_FAILED, MSG_OTHERS_NOTE, entry->notes[*place].by);
		return NULL;
	}
	return &entry->notes[*place];
}

static void change_note(const struct answer *answer, const struct note *from, const struct note *to,
	struct wish *wish)
{
	struct session *session = answer->call.session;

	change_list_add(&wish->changes, session->arena,
		(struct change){ .entry = answer->entry_id,
			.field = FIELD_NOTE,
			.from = { .text = "", .note = from },
			.to = { .text = "", .note = to } });
	wish->kind = WISH_CHANGES;
}

bool note_accept_choice(const struct answer *answer, struct wish *wish, struct err *err)
{
	size_t place;
	const struct note *note = own_note(answer, &place, err);

	if (!note)
		return false;
	*wish = wish_ask(FORM_NOTE_AGAIN, answer->entry_id, note->text);
	wish->choice = (int)place + 1;
	return true;
}

bool note_take_back(const struct answer *answer, struct wish *wish, struct err *err)
{
	struct session *session = answer->call.session;
	size_t place;
	const struct note *note = own_note(answer, &place, err);

	if (!note)
		return false;
	notice_say(&session->notice, text_word(WORD_NOTE_TAKEN_BACK, session->lang));
	change_note(answer, note, NULL, wish);
	return true;
}

bool note_accept_text(const struct answer *answer, struct wish *wish, struct err *err)
{
	struct session *session = answer->call.session;
	const struct note *seen = answer->seen_note;
	struct note *note;

	if (!answer->call.entry || !seen)
		return err_set_nowhere(err, ERR_FAILED, MSG_NO_SUCH_ENTRY, answer->entry_id);
	if (utf8_is_blank(answer->text)) {
		notice_say(&session->notice, text_word(WORD_NOTE_TAKEN_BACK, session->lang));
		change_note(answer, seen, NULL, wish);
		return true;
	}
	if (strcmp(utf8_tidy(session->arena, answer->text, true), seen->text) == 0)
		return true;
	note = object_copy(OBJECT_NOTE, seen, session->arena);
	note->text = answer->text;
	note->changed_utc = session_now(session);
	change_note(answer, seen, note, wish);
	return true;
}
