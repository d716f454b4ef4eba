/* SPDX-License-Identifier: MIT */
#include "jalon/session/organisations.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"
#include "jalon/text/words.h"

/* Room for a number behind it. */
enum { ID_STEM_MAX = ID_LEN_MAX - 6 };

/* Whether there is one already, of another name. */
static bool id_is_taken(const struct session *session, const char *id, const char *name)
{
	struct err ignored = ERR_INIT;
	struct snapshot *snapshot = store_load(session->options.store, id, &ignored);
	bool taken = snapshot ? strcmp(snapshot_organisation(snapshot)->name, name) != 0
			      : ignored.message != MSG_NO_SUCH_ORGANISATION;

	snapshot_free(snapshot);
	return taken;
}

/* A name without a letter or digit that an id may have gets a number: two such names are not one
 * organisation. */
static const char *choose_id(const struct session *session, const char *name)
{
	const char *id = id_from_text(session->arena, name);

	if (id[0])
		return id;
	id = "organisation";
	for (int number = 2; id_is_taken(session, id, name); number++)
		id = arena_format(session->arena, "organisation-%d", number);
	return id;
}

/* "demo-2" beside "demo". */
static const char *choose_another_id(const struct session *session, const char *name)
{
	const char *first = choose_id(session, name), *id = first;
	struct err err = ERR_INIT;

	for (int number = 2;; number++) {
		struct snapshot *snapshot = store_load(session->options.store, id, &err);

		snapshot_free(snapshot);
		if (!snapshot && err.message == MSG_NO_SUCH_ORGANISATION)
			return id;
		err = (struct err)ERR_INIT;
		id = arena_format(session->arena, "%.*s-%d", (int)ID_STEM_MAX, first, number);
	}
}

static const char *create(
	struct session *session, const char *name, bool is_another, struct err *err)
{
	struct organisation_new wanted = { .name = name,
		.has_language = session->options.has_lang,
		.language = session->lang,
		.author = session->options.author,
		.at_utc = session_now(session) };
	bool unsynced, good = true;

	if (session_stays(session))
		good = err_set_nowhere(err, ERR_FAILED, MSG_ONE_ORGANISATION, NULL);
	else if (utf8_is_blank(name))
		good = err_set_nowhere(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL);
	if (!good)
		return NULL;
	wanted.id = is_another ? choose_another_id(session, name) : choose_id(session, name);
	if (string_list_has(session->options.reserved_ids, wanted.id))
		good = err_set_nowhere(err, ERR_USAGE, MSG_ID_IS_COMMAND, wanted.id);
	if (!good || !limits_allow(&session->limits, LIMITS_NEW_SIZE, err))
		return NULL;
	limits_keep_pace(&session->limits);
	if (!store_create(session->options.store, &wanted, &unsynced, err))
		return NULL;
	limits_count(&session->limits, LIMITS_NEW_SIZE);
	notice_say(&session->notice,
		text_word(unsynced ? WORD_NOT_SYNCED : WORD_WELCOME, session->lang));
	return wanted.id;
}

const char *session_create(struct session *session, const char *name, struct err *err)
{
	return create(session, name, false, err);
}

const char *session_create_another(struct session *session, const char *name, struct err *err)
{
	return create(session, name, true, err);
}

static bool is_named(struct session *session, const char *one, const char *other)
{
	return utf8_folds_alike(
		utf8_tidy(session->arena, one, false), utf8_tidy(session->arena, other, false));
}

const char *session_find_named(struct session *session, const char *name)
{
	struct listing *listings;
	struct err ignored = ERR_INIT;
	size_t count;

	if (session_stays(session) || !store_list(session->options.store, session->arena,
					      session->today_day, &listings, &count, &ignored))
		return NULL;
	for (size_t i = 0; i < count; i++) {
		if (!listings[i].err && is_named(session, listings[i].name, name))
			return listings[i].id;
	}
	return NULL;
}

bool session_put_away(
	struct session *session, const char *org_id, struct put_away *told, struct err *err)
{
	if (session->options.is_restricted)
		return err_set_nowhere(err, ERR_FAILED, MSG_REMOVED_BY_KEEPER, NULL);
	limits_keep_pace(&session->limits);
	if (!store_put_away(session->options.store, session->arena, org_id, session_now(session),
		    COMMIT_ANY_REVISION, told, err))
		return false;
	if (session->org && strcmp(session->org_id, org_id) == 0)
		session_close(session);
	session->news++;
	return true;
}
