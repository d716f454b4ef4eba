/* SPDX-License-Identifier: MIT
 *
 * An organisation is opened, read anew, committed to; each time a snapshot takes another's place,
 * in take_snapshot() and nowhere else. */
#include "jalon/session/session.h"

#include <stdio.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/errors.h"
#include "jalon/text/words.h"
#include "jalon/model/kept_conflict.h"
#include "jalon/model/subject.h"

static void set_text(char *out, const char *text)
{
	snprintf(out, SESSION_ID_SIZE, "%s", text);
}

int64_t session_now(const struct session *session)
{
	return session->options.now_utc();
}

struct change_words session_words(const struct session *session)
{
	return (struct change_words){
		.org = session->org, .lang = session->lang, .today_day = session->today_day
	};
}

bool session_asks_author(const struct session *session)
{
	return session->options.asks_author && session->author.len == 0;
}

bool session_name_author(struct session *session, const char *typed, struct err *err)
{
	const char *name = utf8_tidy(session->arena, typed, false);

	/* Of blanks alone no save would take it. */
	if (utf8_is_blank(name))
		return err_set_nowhere(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL);
	utf8_clean_line(&session->author, name);
	session->options.author = session->people.self = session->author.text;
	return true;
}

bool session_stays(const struct session *session)
{
	return session->options.is_restricted && session->options.org_id;
}

static void choose_language(struct session *session)
{
	const struct organisation *org = session->org;

	if (session->options.has_lang)
		session->lang = session->options.lang;
	else
		session->lang = org && org->language != LANG_NONE ? org->language : LANG_EN;
}

static void drop_plan(struct session *session)
{
	arena_clear(session->plan_arena);
	session->plan = NULL;
}

void session_look_again(struct session *session)
{
	narrowing_show_also(&session->narrowing, "");
	session->version++;
}

void session_check_writable(struct session *session)
{
	struct err err = ERR_INIT;

	if (!store_check_writable(
		    session->options.store, session->org ? session->org_id : NULL, &err))
		session->broken = err;
}

static void count(struct session *session)
{
	if (session->org)
		session->counts = organisation_counts(session->org, session->today_day);
}

/* The id of what stands nearest to the selected entry, once that is no more: what came behind it,
 * else before. NULL where it is there, or nothing near it is. */
static const char *find_neighbour(const struct session *session, const struct organisation *next)
{
	const struct organisation *org = session->org;
	const struct entry *entry = session_entry(session);
	size_t place;

	if (!entry || strcmp(org->id, next->id) != 0 || organisation_find_entry(next, entry->id))
		return NULL;
	place = (size_t)(entry - org->entries);
	for (size_t i = place; i < org->entry_count; i++) {
		if (organisation_find_entry(next, org->entries[i].id))
			return org->entries[i].id;
	}
	for (size_t i = place; i-- > 0;) {
		if (organisation_find_entry(next, org->entries[i].id))
			return org->entries[i].id;
	}
	return NULL;
}

/* The only place where a snapshot is replaced. */
static void take_snapshot(struct session *session, struct snapshot *snapshot)
{
	const char *neighbour = find_neighbour(session, snapshot_organisation(snapshot));

	if (neighbour)
		session_select(session, neighbour);
	snapshot_free(session->snapshot);
	mem_trim();
	session->snapshot = snapshot;
	session->org = snapshot_organisation(snapshot);
	session->broken.code = ERR_NONE;
	session->version++;
	drop_plan(session);
	count(session);
	choose_language(session);
	session_check_writable(session);
}

const struct entry *session_entry(const struct session *session)
{
	return session->org ? organisation_find_entry(session->org, session->entry) : NULL;
}

void session_select(struct session *session, const char *entry_id)
{
	set_text(session->entry, entry_id);
	session->selections++;
}

static bool is_at_risk(const struct session *session, const struct entry *entry)
{
	size_t index = session->plan ? plan_index_of(session->plan, entry) : SIZE_MAX;

	return index != SIZE_MAX && session->plan->actions[index].days_at_risk > 0;
}

bool session_shows(
	const struct session *session, const struct entry *entry, const struct query *query)
{
	if (strcmp(session->narrowing.also.text, entry->id) == 0)
		return true;
	if (session->narrowing.filter.kind == FILTER_AT_RISK && !is_at_risk(session, entry))
		return false;
	return filter_accepts(&session->narrowing.filter, entry, session->options.author,
		       session->today_day) &&
	       (query->count == 0 || query_matches_entry(query, entry, session->lang));
}

/* What one has just made is seen, whatever one looks at else. */
static void show_new(struct session *session)
{
	struct query query = query_make(session->arena, session->narrowing.search.text);
	const struct entry *entry = session_entry(session);

	if (!entry || session_shows(session, entry, &query))
		return;
	narrowing_show_also(&session->narrowing, entry->id);
	notice_say(&session->notice, text_word(WORD_SHOWN_ALL_THE_SAME, session->lang));
}

static const struct entry *first_remaining(const struct session *session)
{
	const struct organisation *org = session->org;

	for (size_t i = 0; i < org->entry_count; i++) {
		if (entry_is_remaining(&org->entries[i], session->today_day))
			return &org->entries[i];
	}
	return org->entry_count ? &org->entries[0] : NULL;
}

struct since_where session_where(const struct session *session)
{
	return (struct since_where){ session->options.store, session->org, session->options.author,
		session_now(session) };
}

/* Where this person left off, else at the first thing to do. */
static void restore_place(struct session *session)
{
	struct since_where where = session_where(session);
	const struct entry *entry =
		organisation_find_entry(session->org, since_open(&session->since, &where));

	if (!entry)
		entry = first_remaining(session);
	session_select(session, entry ? entry->id : "");
}

void session_keep_place(struct session *session)
{
	struct since_where where = session_where(session);

	if (session->org)
		since_keep(&session->since, &where, session->entry);
}

struct drafts_owner session_drafts_owner(const struct session *session)
{
	return (struct drafts_owner){ session->options.store, session->org_id,
		session->options.author, session->options.is_restricted };
}

const char *session_begin_draft(
	struct session *session, const char *purpose, const char *entry_id, const char *text)
{
	struct drafts_owner owner = session_drafts_owner(session);

	/* Should the session be cut off here, this is where the person left off. */
	session_keep_place(session);
	return drafts_begin(&session->drafts, &owner, purpose, entry_id, text);
}

static void meet_people(struct session *session)
{
	people_join(
		&session->people, session->options.store, session->org_id, session->options.author);
	watch_add_presence(session->watch, session->people.presence);
	people_tell(&session->people, session->entry, false, session_now(session));
}

/* One that stays opens no other, whoever asks. */
static struct snapshot *load(struct session *session, const char *org_id, struct err *err)
{
	if (!session_stays(session) || strcmp(org_id, session->options.org_id) == 0)
		return store_load(session->options.store, org_id, err);
	err_set_nowhere(err, ERR_FAILED, MSG_ONE_ORGANISATION, NULL);
	return NULL;
}

bool session_open(struct session *session, const char *org_id)
{
	struct err err = ERR_INIT;
	/* Before anything is read, so that no save falls in between. */
	struct watch *watch = watch_new(session->options.store, org_id);
	struct snapshot *snapshot = load(session, org_id, &err);
	struct drafts_owner owner;

	if (!snapshot) {
		watch_free(watch);
		notice_say_err(&session->notice, session->lang, &err);
		return false;
	}
	watch_free(session->watch);
	session->watch = watch;
	session_keep_place(session);
	set_text(session->org_id, org_id);
	take_snapshot(session, snapshot);
	narrowing_clear(&session->narrowing);
	restore_place(session);
	owner = session_drafts_owner(session);
	drafts_load(&session->drafts, &owner);
	meet_people(session);
	return true;
}

void session_close(struct session *session)
{
	watch_free(session->watch);
	session->watch = watch_new(session->options.store, NULL);
	people_leave(&session->people);
	drop_plan(session);
	snapshot_free(session->snapshot);
	session->snapshot = NULL;
	session->org = NULL;
	set_text(session->org_id, "");
	set_text(session->entry, "");
	session->broken.code = ERR_NONE;
	session->version++;
}

static int today(const struct session_options *options)
{
	return options->today_is_fixed ? options->fixed_day : options->today_day();
}

void session_follow_day(struct session *session)
{
	int day = today(&session->options);

	if (day == session->today_day)
		return;
	session->today_day = day;
	session->version++;
	drop_plan(session);
	count(session);
}

const struct plan *session_plan(struct session *session)
{
	if (!session->plan && session->org)
		session->plan = plan_make(session->plan_arena, session->org, session->today_day);
	return session->plan;
}

void session_refresh(struct session *session)
{
	struct err err = ERR_INIT;
	bool was_broken = session->broken.code != ERR_NONE;
	struct snapshot *snapshot;
	int64_t revision;

	session_follow_day(session);
	session->news++;
	if (!session->org)
		return;
	snapshot = store_load(session->options.store, session->org_id, &err);
	if (!snapshot) {
		/* What was read stays in sight, to be looked at and no more. */
		session->broken = err;
		return;
	}
	/* One's own save is no news. */
	if (snapshot == session->snapshot && !was_broken) {
		snapshot_free(snapshot);
		return;
	}
	revision = session->org->revision;
	take_snapshot(session, snapshot);
	people_mark_changes(&session->people, session->options.store, session->org_id, revision,
		session->org->revision + 1);
	/* The folder may be another one, where nobody has seen us yet. */
	if (was_broken)
		meet_people(session);
}

bool session_wake(struct session *session)
{
	bool changed = watch_changed(session->watch);

	if (changed)
		session_refresh(session);
	return changed;
}

/* Where a change is to be seen: at its entry; of a service, at the first thing that is asked of it;
 * of an action that is gone, at what it stood under. NULL: nowhere. */
static const struct entry *find_changed(
	const struct organisation *org, const char *name, const struct action *gone)
{
	const struct entry *entry = organisation_find_entry(org, name);
	struct subject subject = subject_of(name);

	if (!entry && gone)
		entry = organisation_find_entry(org, gone->item);
	for (size_t i = 0; i < org->entry_count && !entry && subject.of == OBJECT_SERVICE; i++) {
		const struct service *service = org->entries[i].service;

		if (service && strcmp(service->id, subject.key) == 0)
			entry = &org->entries[i];
	}
	return entry;
}

/* What was just made: an action, or a service, whose id is its own. */
static void select_new(struct session *session, const char *id)
{
	const char *service = arena_format(session->arena, SUBJECT_SERVICE "%s", id);
	const struct entry *entry = find_changed(session->org, id, NULL);

	if (!entry)
		entry = find_changed(session->org, service, NULL);
	if (entry)
		session_select(session, entry->id);
	show_new(session);
}

bool session_select_subject(struct session *session, const struct change *change)
{
	const struct service *service =
		change->to.service ? change->to.service : change->from.service;
	const struct action *action = change->to.action ? change->to.action : change->from.action;
	const char *name = service ? arena_format(session->arena, SUBJECT_SERVICE "%s", service->id)
				   : change->entry;
	const struct entry *entry = find_changed(session->org, name, action);

	if (entry)
		session_select(session, entry->id);
	return entry != NULL;
}

static void take_outcome(struct session *session, const struct commit_outcome *outcome)
{
	int64_t revision = session->org->revision;

	take_snapshot(session, outcome->snapshot);
	session->own_revision = session->org->revision;
	limits_count(&session->limits, outcome->stored_bytes);
	people_mark_changes(&session->people, session->options.store, session->org_id, revision,
		session->org->revision);
	if (outcome->unsynced)
		notice_say(&session->notice, text_word(WORD_NOT_SYNCED, session->lang));
}

/* The file holds something else: what was wanted is kept, to be chosen about. */
static enum session_result meet(struct session *session, const struct change_list *wanted,
	struct commit_outcome *outcome, enum conflict_origin origin, const struct err *err)
{
	if (err->code != ERR_CONFLICT || !outcome->conflict.entry || !outcome->snapshot) {
		snapshot_free(outcome->snapshot);
		return SESSION_REFUSED;
	}
	conflict_met_take(&session->conflict, wanted, outcome, origin);
	session_refresh(session);
	return SESSION_CONFLICT;
}

static struct commit make_commit(const struct session *session, const struct change_list *changes)
{
	return (struct commit){ .author = session->options.author,
		.at_utc = session_now(session),
		.changes = changes ? changes->changes : NULL,
		.count = changes ? changes->count : 0,
		.if_revision = COMMIT_ANY_REVISION };
}

static bool may_write(const struct session *session, struct err *err)
{
	if (session->broken.code == ERR_NONE)
		return true;
	*err = session->broken;
	return false;
}

enum session_result session_commit(
	struct session *session, const struct change_list *changes, struct err *err)
{
	struct commit commit = make_commit(session, changes);
	struct commit_outcome outcome;

	if (changes->count == 0)
		return SESSION_DONE;
	if (!may_write(session, err) ||
		!limits_allow_changes(&session->limits, changes->changes, changes->count, err))
		return SESSION_REFUSED;
	limits_keep_pace(&session->limits);
	if (!store_commit(session->options.store, session->org_id, &commit, &outcome, err))
		return meet(session, changes, &outcome, CONFLICT_OF_COMMIT, err);
	answered_note(&session->answered, changes);
	take_outcome(session, &outcome);
	/* Who answers has looked. */
	for (size_t i = 0; i < changes->count; i++)
		since_look(&session->since, changes->changes[i].entry);
	if (outcome.new_id)
		select_new(session, outcome.new_id);
	return SESSION_DONE;
}

enum session_result session_undo(
	struct session *session, bool redo, struct session_taken *taken, struct err *err)
{
	struct commit commit = make_commit(session, NULL);
	struct store *store = session->options.store;
	struct commit_outcome outcome;
	bool done;

	if (!may_write(session, err) || !limits_allow(&session->limits, 0, err))
		return SESSION_REFUSED;
	limits_keep_pace(&session->limits);
	done = redo ? store_redo(store, session->org_id, &commit, &outcome, err)
		    : store_undo(store, session->org_id, &commit, &outcome, err);
	if (!done)
		return meet(session, &outcome.wanted, &outcome,
			redo ? CONFLICT_OF_REDO : CONFLICT_OF_UNDO, err);
	take_outcome(session, &outcome);
	notice_clear(&session->notice);
	*taken = (struct session_taken){ .changes = outcome.taken_back,
		.at_utc = outcome.taken_back_utc,
		.unsynced = outcome.unsynced,
		.has_place =
			session_select_subject(session, change_words_first(&outcome.taken_back)) };
	return SESSION_DONE;
}

void session_say_taken(
	struct session *session, bool redo, const struct session_taken *taken, const char *place)
{
	const struct change_words words = session_words(session);
	struct buf said = BUF_INIT, when = BUF_INIT;

	text_when(&when, session->lang, taken->at_utc, session_now(session));
	change_words_add_taken_back(&said, &words, &taken->changes, redo, place, when.text);
	if (session->notice.text.len)
		buf_add_format(&said, " %s", session->notice.text.text);
	if (taken->unsynced)
		buf_add_format(&said, " %s", text_word(WORD_NOT_SYNCED, session->lang));
	notice_say(&session->notice, said.text);
	buf_release(&said);
	buf_release(&when);
}

struct session *session_new(const struct session_options *options)
{
	struct session *session = mem_alloc(sizeof(*session));

	*session = (struct session){ .options = *options,
		.author = BUF_INIT,
		.today_day = today(options),
		.limits = { .are_set = options->is_restricted },
		.plan_arena = arena_new(),
		.arena = arena_new() };
	session->people.self = options->author;
	notice_init(&session->notice);
	narrowing_init(&session->narrowing);
	drafts_init(&session->drafts);
	since_init(&session->since);
	conflict_met_init(&session->conflict);
	answered_init(&session->answered);
	session->watch = watch_new(options->store, NULL);
	choose_language(session);
	return session;
}

void session_free(struct session *session)
{
	if (!session)
		return;
	session_keep_place(session);
	watch_free(session->watch);
	people_leave(&session->people);
	snapshot_free(session->snapshot);
	conflict_met_release(&session->conflict);
	answered_release(&session->answered);
	drafts_release(&session->drafts);
	since_release(&session->since);
	narrowing_release(&session->narrowing);
	notice_release(&session->notice);
	buf_release(&session->author);
	arena_free(session->plan_arena);
	arena_free(session->arena);
	mem_free(session);
}

bool session_take_kept_conflict(struct session *session)
{
	const struct organisation *org = session->org;
	const struct kept_conflict *found = NULL;

	for (size_t i = 0; org && i < org->conflict_count; i++) {
		const struct kept_conflict *one = &org->conflicts[i];
		bool is_selected = strcmp(one->subject, session->entry) == 0;

		if (!kept_conflict_is_open(org, one) || (found && !is_selected))
			continue;
		found = one;
		if (is_selected)
			break;
	}
	if (!found)
		return false;
	conflict_met_take_kept(&session->conflict, org, found);
	if (organisation_find_entry(org, found->subject))
		session_select(session, found->subject);
	return true;
}
