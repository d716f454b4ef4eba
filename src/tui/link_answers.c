/* SPDX-License-Identifier: MIT */
#include "tui/link_answers.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/model/requirement.h"
#include "jalon/model/setting.h"
#include "jalon/export/describe.h"

enum { CIRCLE_CELLS = 60, TITLE_CELLS_MIN = 8 };

static const char *title_of(struct arena *arena, const struct entry *entry, enum lang lang)
{
	struct buf title = BUF_INIT;
	const char *text;

	describe_title(&title, entry, lang);
	text = arena_copy(arena, title.text);
	buf_release(&title);
	return text;
}

/* What the organisation itself said that it requires. */
static struct string_list said_requirements(
	const struct session *session, const struct entry *entry, enum field *field)
{
	*field = subject_field(session->org, entry->id, FIELD_REQUIRES);
	return field_references(*field, subject_find(session->org, entry->id, *field));
}

static void add_entry(const struct finding *finding, struct matches *found,
	const struct query *query, const struct entry *entry, const char *remark)
{
	const char *text = title_of(finding->arena, entry, finding->session->lang);

	if (query_matches(query, text) || query_matches(query, entry->id))
		matches_add(found, finding->arena, (struct match){ entry->id, text, remark });
}

void link_find_requirement(const struct finding *finding, struct matches *found)
{
	const struct session *session = finding->session;
	const struct organisation *org = session->org;
	const struct entry *about = organisation_find_entry(org, finding->subject);
	struct query query = query_make(finding->arena, finding->typed);
	struct string_list said, all;
	enum field field;

	if (!about)
		return;
	said = said_requirements(session, about, &field);
	all = organisation_requires(org, about, finding->arena, NULL);
	for (size_t i = 0; i < all.count; i++)
		add_entry(finding, found, &query, organisation_find_entry(org, all.texts[i]),
			text_word(string_list_has(said, all.texts[i]) ? WORD_REQUIRED
								      : WORD_REQUIRED_BY_GUIDE,
				session->lang));
	for (size_t i = 0; i < org->entry_count; i++) {
		if (&org->entries[i] != about && !string_list_has(all, org->entries[i].id))
			add_entry(finding, found, &query, &org->entries[i], "");
	}
}

/* "Appeler la mission… → Réserver la sa… → Appeler la mission…": as much of each title as an error
 * has room for. */
static bool refuse_circle(const struct session *session, struct string_list circle, struct err *err)
{
	int cells = CIRCLE_CELLS / (int)circle.count;
	struct buf text = BUF_INIT;

	if (cells < TITLE_CELLS_MIN)
		cells = TITLE_CELLS_MIN;
	for (size_t i = 0; i < circle.count; i++) {
		const char *title = title_of(session->arena,
			organisation_find_entry(session->org, circle.texts[i]), session->lang);
		size_t len = utf8_fit(title, strlen(title), cells, NULL);

		buf_add_format(
			&text, "%s%.*s%s", i ? " > " : "", (int)len, title, title[len] ? "…" : "");
	}
	err_set_nowhere(err, ERR_USAGE, MSG_REQUIRES_ROUND, text.text);
	buf_release(&text);
	return false;
}

/* The list without it, and with it again where `adds`. */
static const char *list_with(
	struct arena *arena, struct string_list said, const char *id, bool adds)
{
	struct buf list = BUF_INIT;
	const char *text;

	for (size_t i = 0; i < said.count; i++) {
		if (strcmp(said.texts[i], id) != 0)
			buf_add_format(&list, "%s%s", list.len ? "," : "", said.texts[i]);
	}
	if (adds)
		buf_add_format(&list, "%s%s", list.len ? "," : "", id);
	text = arena_copy(arena, list.text);
	buf_release(&list);
	return text;
}

static void tell(struct session *session, const struct entry *required, bool adds)
{
	const char *title = title_of(session->arena, required, session->lang);

	if (adds)
		text_tui_now_required(notice_begin(&session->notice), session->lang, title);
	else
		text_tui_no_more_required(notice_begin(&session->notice), session->lang, title);
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

/* The entry that the answer chose; NULL with an error where nothing was found, or either is gone.
 */
static const struct entry *chosen(const struct answer *answer, struct err *err)
{
	const struct entry *entry =
		answer->match ? organisation_find_entry(answer->call.session->org, answer->match)
			      : NULL;

	if (!answer->call.entry)
		err_set_nowhere(err, ERR_FAILED, MSG_NO_SUCH_ENTRY, answer->entry_id);
	else if (!entry)
		err_set_nowhere(err, ERR_USAGE, MSG_NOT_FOUND, answer->text);
	return answer->call.entry ? entry : NULL;
}

static bool set_requirement(
	const struct answer *answer, bool may_add, struct wish *wish, struct err *err)
{
	struct session *session = answer->call.session;
	const struct entry *required = chosen(answer, err);
	struct string_list said, circle;
	enum field field;
	bool adds;

	if (!required)
		return false;
	said = said_requirements(session, answer->call.entry, &field);
	adds = !string_list_has(said, required->id);
	if (adds && string_list_has(organisation_requires(
					    session->org, answer->call.entry, session->arena, NULL),
			    required->id))
		return err_set_nowhere(err, ERR_USAGE, MSG_GUIDE_REQUIRES, NULL);
	if (adds && !may_add)
		return err_set_nowhere(err, ERR_USAGE, MSG_NOT_REQUIRED, NULL);
	circle = adds ? requirement_circle(
				session->org, session->arena, answer->entry_id, required->id)
		      : (struct string_list){ NULL, 0 };
	if (circle.count)
		return refuse_circle(session, circle, err);
	tell(session, required, adds);
	return put(answer, field, list_with(session->arena, said, required->id, adds), wish, err);
}

bool link_accept_requirement(const struct answer *answer, struct wish *wish, struct err *err)
{
	return set_requirement(answer, true, wish, err);
}

bool link_remove_requirement(const struct answer *answer, struct wish *wish, struct err *err)
{
	return set_requirement(answer, false, wish, err);
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
