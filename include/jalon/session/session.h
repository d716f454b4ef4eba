/* SPDX-License-Identifier: MIT
 *
 * session: what one person has open.
 *
 * For     fronts: the full screen, and whatever else one works with line by line. It opens
 *         organisations, keeps what is selected and searched for, commits, undoes, plans, and
 *         takes in what others save. It knows no screen, no key and no prompt: what is to be asked
 *         is the front's to ask.
 * Owner   session_new/session_free. The store is the caller's. A snapshot is replaced as a whole
 *         whenever the file changed: whoever shows something holds ids, and looks entries up.
 *         What is built for one command is `arena`'s, which the front clears before the next.
 * Errors  functions that return bool say why in the notice, or in the `err` that they take. */
#ifndef JALON_SESSION_SESSION_H
#define JALON_SESSION_SESSION_H

#include "jalon/plan/plan.h"
#include "jalon/store/store.h"
#include "jalon/store/watch.h"
#include "jalon/export/change_words.h"
#include "jalon/session/answered.h"
#include "jalon/session/conflict.h"
#include "jalon/session/drafts.h"
#include "jalon/session/limits.h"
#include "jalon/session/narrowing.h"
#include "jalon/session/notice.h"
#include "jalon/session/people.h"
#include "jalon/session/since.h"

enum { SESSION_ID_SIZE = 160 };

struct session_options {
	struct store *store;
	const char *org_id; /* NULL: none was named */
	const char *author;
	bool asks_author; /* `author` is nobody yet */
	bool has_lang;    /* else the organisation's own, else English */
	enum lang lang;   /* where the store keeps one language, it is told the same */
	int64_t (*now_utc)(void);
	int (*today_day)(void);
	bool today_is_fixed; /* --today: fixed_day is today, whatever the clock says */
	int fixed_day;
	struct string_list
		reserved_ids; /* what no organisation made here may be called: commands */
	bool is_restricted;   /* an account that many share: see jalon/session/limits.h */
};

struct session {
	struct session_options options;
	struct buf author; /* as answered, where they were asked who they are */
	enum lang lang;
	int today_day;

	struct snapshot *snapshot; /* NULL: no organisation is open */
	const struct organisation *org;
	char org_id[SESSION_ID_SIZE];
	struct err broken; /* why it cannot be read, or not be written; code ERR_NONE when it can */
	struct counts counts;
	int64_t own_revision; /* of one's own last commit; 0: none yet */
	unsigned version;     /* another one whenever something else is to be shown */
	unsigned news;        /* how often something was heard of the data folder */

	char entry[SESSION_ID_SIZE]; /* the selected one */
	unsigned selections;         /* how often one was selected */

	struct arena *plan_arena;
	struct plan *plan; /* NULL: to be made anew */

	struct watch *watch;
	struct people people;
	struct since since;
	struct drafts drafts;
	struct narrowing narrowing;
	struct conflict_met conflict;
	struct answered answered;
	struct limits limits;
	struct notice notice;
	struct arena *arena;
};

struct session *session_new(const struct session_options *options);
/* Where one was is kept for the next time. */
void session_free(struct session *session);

/* Whether this person has still to say who they are. */
bool session_asks_author(const struct session *session);
/* Their answer: the name, cleaned and without blanks around it. ERR_USAGE when nothing is left. */
bool session_name_author(struct session *session, const char *typed, struct err *err);
/* Whether other organisations are none of this session's business. */
bool session_stays(const struct session *session);
int64_t session_now(const struct session *session);

/* To say what was changed in the organisation that is open. */
struct change_words session_words(const struct session *session);

/* Opens that one, where this person left off. False: the notice says why. */
bool session_open(struct session *session, const char *org_id);
/* None is open any more; where one was in it is not kept. */
void session_close(struct session *session);
/* Says what keeps one from writing before anybody types; of the folder where none is open. */
void session_check_writable(struct session *session);

/* The watch, or the time that it asked for, woke the front: whether something was saved. */
bool session_wake(struct session *session);
/* After somebody else saved. */
void session_refresh(struct session *session);
/* A session that stays open overnight wakes up on another day. */
void session_follow_day(struct session *session);

/* Whose place it is in the organisation that is open. */
struct since_where session_where(const struct session *session);
/* What was said on opening of what the others did since one was here; nothing where they did
 * nothing. */
void session_add_since(struct buf *out, const struct session *session);
/* "Depuis votre visite du 12 nov." */
void session_add_visit(struct buf *out, const struct session *session);
/* What the others changed since that visit, up to now, oldest first; of the session's arena. */
bool session_read_since(
	struct session *session, struct history_change **changes, size_t *count, struct err *err);

/* The selected entry, NULL where there is none. */
const struct entry *session_entry(const struct session *session);
void session_select(struct session *session, const char *entry_id);
/* What the change is about: an entry, what is asked of a service, what a gone action stood under.
 * False: it is nowhere, and the selection is as it was. */
bool session_select_subject(struct session *session, const struct change *change);
/* Where one is now is kept for the next time. */
void session_keep_place(struct session *session);
/* Search or filter are other ones: something else is to be shown. */
void session_look_again(struct session *session);
/* Whether search and filter let it through; `query` is that of the search. Of what is at risk the
 * plan decides, which must have been made. */
bool session_shows(
	const struct session *session, const struct entry *entry, const struct query *query);
/* Of the organisation that is open; made when first asked for, and again after each change. */
const struct plan *session_plan(struct session *session);

enum session_result {
	SESSION_DONE,
	SESSION_REFUSED, /* nothing was written: `err` says why */
	SESSION_CONFLICT /* nothing was written: `conflict` is to be chosen about */
};
enum session_result session_commit(
	struct session *session, const struct change_list *changes, struct err *err);
/* What an undo or a redo wrote. */
struct session_taken {
	struct change_list changes; /* the snapshot's */
	int64_t at_utc;             /* when what it took back was done */
	bool unsynced;              /* saved, but a power cut may still take it back */
	bool has_place;             /* there is an entry to show it at: it is selected */
};
/* One's own last commit is taken back, or put again. */
enum session_result session_undo(
	struct session *session, bool redo, struct session_taken *taken, struct err *err);
/* Says what it was, before what the notice says already; `place`: where it is shown, or "". */
void session_say_taken(
	struct session *session, bool redo, const struct session_taken *taken, const char *place);

/* Takes up a conflict that a merge kept: one of the selected entry, else the first, whose entry is
 * selected then. False: there is none. */
bool session_take_kept_conflict(struct session *session);

/* A text worth keeping is begun for that purpose and entry; what was left of one, or NULL. */
const char *session_begin_draft(
	struct session *session, const char *purpose, const char *entry_id, const char *text);
struct drafts_owner session_drafts_owner(const struct session *session);

#endif
