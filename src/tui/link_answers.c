/* SPDX-License-Identifier: MIT */
#include "tui/link_answers.h"

#include <string.h>

#include "jalon/text/errors.h"
#include "jalon/text/words.h"
#include "jalon/model/setting.h"
#include "jalon/export/describe.h"

static const char *title_of(struct arena *arena, const struct entry *entry, enum lang lang)
{
	struct buf title = BUF_INIT;
	const char *text;

	describe_title(&title, entry, lang);
	text = arena_copy(arena, title.text);
	buf_release(&title);
	return text;
}

static void add_entry(const struct finding *finding, struct matches *found,
	const struct query *query, const struct entry *entry, const char *remark)
{
	const char *text = title_of(finding->arena, entry, finding->session->lang);

	if (query_matches(query, text) || query_matches(query, entry->id))
		matches_add(found, finding->arena, (struct match){ entry->id, text, remark });
}

/* From what the person saw as they began: somebody else's word in between is a conflict. */
static bool put(const struct answer *answer, enum field field, const char *canonical,
	struct wish *wish, struct err *err)
{
	struct session *session = answer->call.session;

	if (!change_list_add_setting(&wish->changes, session->arena, session->org, answer->entry_id,
		    field, canonical, err))
		return false;
	for (size_t i = 0; i < wish->changes.count; i++)
		wish->changes.changes[i].from.text =
			arena_copy(session->arena, answer->seen[field]);
	wish->kind = WISH_CHANGES;
	return true;
}

void link_find_place(const struct finding *finding, struct matches *found)
{
	const struct session *session = finding->session;
	const struct organisation *org = session->org;
	const struct entry *about = organisation_find_entry(org, finding->subject);
	struct query query = query_make(finding->arena, finding->typed);
	const char *here = text_word(WORD_STANDS_HERE, session->lang);

	if (!about || !about->action)
		return;
	if (!query.count)
		matches_add(found, finding->arena,
			(struct match){ "", text_word(WORD_UNDER_NO_ITEM, session->lang),
				about->action->item[0] ? "" : here });
	for (size_t i = 0; i < org->entry_count; i++) {
		const struct entry *entry = &org->entries[i];

		if (entry->item)
			add_entry(finding, found, &query, entry,
				strcmp(about->action->item, entry->id) == 0 ? here : "");
	}
}

bool link_accept_place(const struct answer *answer, struct wish *wish, struct err *err)
{
	if (!answer->call.entry)
		return err_set_nowhere(err, ERR_FAILED, MSG_NO_SUCH_ENTRY, answer->entry_id);
	if (!answer->match)
		return err_set_nowhere(err, ERR_USAGE, MSG_NOT_FOUND, answer->text);
	if (strcmp(answer->match, answer->seen[FIELD_ACTION_ITEM]) == 0)
		return true;
	return put(answer, FIELD_ACTION_ITEM, answer->match, wish, err);
}
