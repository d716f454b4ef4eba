/* SPDX-License-Identifier: MIT */
#include "tui/removal_answers.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/model/removal.h"
#include "jalon/session/organisations.h"
#include "jalon/screen/pager.h"

// clang-format off
const struct wording removal_choices[REMOVAL_CHOICES] = {
	[REMOVAL_YES] = { .fr = "Retirer", .en = "Remove" },
	[REMOVAL_NO] = { .fr = "Garder", .en = "Keep" },
};
// clang-format on

typedef void count_text(struct buf *out, enum lang lang, int count);

/* "3 réponses, 5 notes": a count of the list, where there are any. */
static void add_count(struct buf *list, enum lang lang, count_text *text, size_t count)
{
	if (!count)
		return;
	if (list->len)
		buf_add(list, ", ");
	text(list, lang, (int)count);
}

static void end_sentence(struct buf *out)
{
	if (out->len)
		buf_add_char(out, ' ');
}

/* What goes along, and what stays otherwise than it was; nothing where it goes alone. */
static void add_told(struct buf *out, const struct removal *told, enum lang lang)
{
	struct buf list = BUF_INIT;

	/* That an action goes with its own status and owner needs no word. */
	if (told->of != OBJECT_ACTION)
		add_count(&list, lang, text_tui_answers, told->entry_count);
	add_count(&list, lang, text_notes, told->note_count);
	add_count(&list, lang, text_tui_links, told->reference_count);
	if (list.len)
		text_tui_goes_along(out, lang, list.text);
	if (told->under_count) {
		end_sentence(out);
		text_tui_stand_alone(out, lang, (int)told->under_count);
	}
	if (told->owned_count) {
		end_sentence(out);
		text_tui_keep_name(out, lang, (int)told->owned_count);
	}
	if (out->len) {
		end_sentence(out);
		buf_add(out, text_word(WORD_UNDO_BRINGS_BACK, lang));
	}
	buf_release(&list);
}

static void say_removed(struct session *session, const struct removal *told)
{
	struct buf name = BUF_INIT;

	utf8_clean_line(&name, told->name);
	text_tui_removed(notice_begin(&session->notice), session->lang, name.text);
	buf_release(&name);
}

static bool make(struct session *session, const char *subject, struct change_list *changes,
	struct removal *told, const char **text, struct err *err)
{
	struct buf sentence = BUF_INIT;
	bool made =
		change_list_add_removal(changes, session->arena, session->org, subject, told, err);

	if (made)
		add_told(&sentence, told, session->lang);
	*text = arena_copy(session->arena, sentence.text);
	buf_release(&sentence);
	return made;
}

struct wish removal_begin(struct session *session, const char *subject, struct err *err)
{
	struct change_list changes = { NULL, 0, 0 };
	struct removal told;
	const char *text;

	if (!make(session, subject, &changes, &told, &text, err))
		return wish_of(WISH_NOTHING);
	if (text[0])
		return wish_ask(FORM_REMOVE, subject, text);
	say_removed(session, &told);
	return wish_changes(changes);
}

bool removal_accept(const struct answer *answer, struct wish *wish, struct err *err)
{
	struct session *session = answer->call.session;
	struct change_list changes = { NULL, 0, 0 };
	struct removal told;
	const char *text;

	if (answer->choice == REMOVAL_NO)
		return true;
	if (!make(session, answer->entry_id, &changes, &told, &text, err))
		return false;
	if (strcmp(text, answer->text) != 0) {
		*wish = wish_ask(FORM_REMOVE, answer->entry_id, text);
		return true;
	}
	say_removed(session, &told);
	*wish = wish_changes(changes);
	return true;
}

bool removal_accept_organisation(const struct answer *answer, struct wish *wish, struct err *err)
{
	struct session *session = answer->call.session;
	const char *org_id = answer->entry_id + strlen(REMOVAL_ORGANISATION);
	struct put_away told;
	struct buf text = BUF_INIT, name = BUF_INIT;

	if (answer->choice == REMOVAL_NO)
		return true;
	if (!session_put_away(session, org_id, &told, err))
		return false;
	utf8_clean_line(&name, told.name);
	text_put_away(&text, session->lang, name.text, org_id);
	buf_add_format(&text, "\n\n" PAGER_DIM "%s\n\n%s\n\n%s\n", told.folder,
		text_word(WORD_PUT_AWAY_BACK, session->lang), told.way_back);
	*wish = (struct wish){ .kind = WISH_TEXT, .text = arena_copy(session->arena, text.text) };
	buf_release(&text);
	buf_release(&name);
	return true;
}
