/* SPDX-License-Identifier: MIT */
#include "tui/object_commands.h"

#include "jalon/text/words.h"
#include "jalon/model/subject.h"
#include "tui/removal_answers.h"

static struct wish say(const struct call *call, enum word word)
{
	notice_say(&call->session->notice, text_word(word, call->session->lang));
	return wish_of(WISH_NOTHING);
}

struct wish object_retitle(const struct call *call)
{
	static const enum form_name questions[OBJECT_COUNT] = {
		[OBJECT_ENTRY] = FORM_TITLE,
		[OBJECT_SERVICE] = FORM_SERVICE_NAME,
		[OBJECT_MEMBER] = FORM_MEMBER_NAME,
		[OBJECT_ORGANISATION] = FORM_NAME,
	};

	if (!call->subject)
		return say(call, WORD_NOTHING_TO_RETITLE);
	if (call->entry && !call->entry->action)
		return say(call, WORD_TITLE_STAYS);
	return wish_ask(questions[subject_of(call->subject).of], call->subject, NULL);
}

struct wish object_ask_place(const struct call *call)
{
	if (!call->entry || !call->entry->action)
		return say(call, WORD_ONLY_YOURS_MOVE);
	return wish_ask(FORM_PLACE, call->entry->id, NULL);
}

struct wish object_remove(const struct call *call)
{
	struct session *session = call->session;
	struct err err = ERR_INIT;
	struct wish wish;

	if (!call->subject)
		return say(call, WORD_NOTHING_TO_REMOVE);
	if (!call->subject[0])
		return say(call, WORD_TEAM_STAYS);
	if (call->entry && !call->entry->action)
		return say(call, WORD_ITEM_STAYS);
	wish = removal_begin(session, call->subject, &err);
	if (err.code != ERR_NONE)
		notice_say_err(&session->notice, session->lang, &err);
	return wish;
}
