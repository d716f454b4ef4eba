/* SPDX-License-Identifier: MIT */
#include "tui/object_answers.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"
#include "jalon/text/messages.h"
#include "jalon/model/setting.h"
#include "jalon/session/values.h"
#include "tui/view_team.h"

bool object_accept_value(const struct answer *answer, struct wish *wish, struct err *err)
{
	struct session *session = answer->call.session;
	const char *seen = answer->seen[answer->field], *canonical;

	if (!value_from_typed(answer->field, answer->text, session->today_day, session->arena,
		    &canonical, err))
		return false;
	/* Who leaves it as it was wants nothing, whatever somebody else made of it meanwhile. */
	if (strcmp(canonical, seen) == 0)
		return true;
	if (!change_list_add_setting(&wish->changes, session->arena, session->org, answer->entry_id,
		    answer->field, canonical, err))
		return false;
	if (wish->changes.count)
		wish->changes.changes[0].from.text = arena_copy(session->arena, seen);
	wish->kind = WISH_CHANGES;
	return true;
}

bool object_accept_name(const struct answer *answer, struct wish *wish, struct err *err)
{
	if (utf8_is_blank(answer->text))
		return err_set_nowhere(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL);
	return object_accept_value(answer, wish, err);
}

bool object_accept_member_name(const struct answer *answer, struct wish *wish, struct err *err)
{
	struct session *session = answer->call.session;

	if (!object_accept_name(answer, wish, err))
		return false;
	/* The first is the name, the others are owners. */
	if (wish->changes.count > 1)
		text_tui_follow(notice_begin(&session->notice), session->lang,
			(int)wish->changes.count - 1);
	return true;
}

bool object_accept_member(const struct answer *answer, struct wish *wish, struct err *err)
{
	struct session *session = answer->call.session;
	struct member *member = ARENA_NEW(session->arena, struct member);
	const char *name = utf8_tidy(session->arena, answer->text, false);

	if (utf8_is_blank(name))
		return err_set_nowhere(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL);
	if (organisation_find_member(session->org, name))
		return err_set_nowhere(err, ERR_USAGE, MSG_NAME_TAKEN, name);
	*member = (struct member){ .name = name, .capacity_centidays = CAPACITY_CENTIDAYS_DEFAULT };
	change_list_add(&wish->changes, session->arena,
		(struct change){ .entry = "",
			.field = FIELD_MEMBER,
			.from = VALUE_NONE,
			.to = { .text = "", .member = member } });
	team_select(answer->call.view, name);
	wish->kind = WISH_CHANGES;
	wish->entry = arena_format(session->arena, SUBJECT_MEMBER "%s", name);
	return true;
}
