/* SPDX-License-Identifier: MIT
 *
 * store: the one door to the disk.
 *
 * For     cli and tui. Opens organisations as snapshots, and commits lists of changes: all or
 *         none, under a lock, on what the file holds at that moment, never on what was read
 *         before. Order of a save: temporary file written and synced, history appended and
 *         synced, rename, folder synced.
 * Owner   the store owns the checklists it read and outlives every snapshot. A snapshot owns
 *         its arena; snapshot_free(NULL) does nothing.
 * Units   times in seconds since 1970, UTC.
 * Errors  ERR_FAILED: nothing changed (no such organisation, an invalid file with line and
 *         member, the disk, the lock not had within 5 s). ERR_USAGE: a value or rule.
 *         ERR_CONFLICT: nothing changed; outcome->conflict and outcome->snapshot tell.
 * Source  DESIGN.md, "Files on disk" and "Saving, undoing, refusing". */
#ifndef JALON_STORE_STORE_H
#define JALON_STORE_STORE_H

#include "jalon/model/change.h"
#include "jalon/model/progress.h"

struct store;
struct snapshot;

struct store_options {
	const char *data_dir;              /* made when first needed */
	const char *const *checklist_dirs; /* --checklists, in order */
	size_t checklist_dir_count;
	const char *shipped_dir; /* the checklists that come with jalon */
	int lock_wait_ms;        /* 0: the 5 s of the contract */
	/* Who reads what is loaded reads one language: of the texts of checklists, which are most
	 * of what a session holds, no other is kept where they have that one. */
	bool keeps_one_language;
	enum lang lang; /* that one; LANG_NONE: each organisation's own, else English */
};

struct store *store_new(const struct store_options *options);
void store_free(struct store *store);
const char *store_data_dir(const struct store *store);

/* Reads one organisation. No lock is taken. */
struct snapshot *store_load(struct store *store, const char *org_id, struct err *err);
/* The same for who reads another one's in `lang`, which is the language kept where one is. */
struct snapshot *store_load_in(
	struct store *store, const char *org_id, enum lang lang, struct err *err);
void snapshot_free(struct snapshot *snapshot);
const struct organisation *snapshot_organisation(const struct snapshot *snapshot);

/* By id: in the data folder, then in checklist_dirs (ID.json), then among the shipped ones;
 * `edition` NULL for any. From a file: store_read_checklist. The store's. */
const struct checklist *store_find_checklist(
	struct store *store, const char *id, const char *edition, struct err *err);
const struct checklist *store_read_checklist(
	struct store *store, const char *path, struct err *err);
/* The id of the checklist that jalon ships. */
#define STORE_DEFAULT_CHECKLIST "agit-9-ancrage-territorial"

struct organisation_new {
	const char *id, *name;         /* name "" : the id */
	const char *const *checklists; /* ids, or files; none: the shipped one */
	size_t checklist_count;
	bool has_language; /* the organisation's own, written to its file */
	enum lang language;
	const char *author;
	int64_t at_utc;
};
/* Makes the organisation's file, revision 1. A checklist given as a file is kept as a copy in the
 * data folder; another text under an id and edition already there is refused. *unsynced as in a
 * commit's outcome. */
bool store_create(struct store *store, const struct organisation_new *wanted, bool *unsynced,
	struct err *err);

/* Whether that folder is there and opens. ERR_FAILED names the folder on the way that does not, and
 * the right that is missing. */
bool store_check_folder(const char *path, struct err *err);

/* Whether one may write at all: in the folder, and, of an organisation (NULL: none), its lock and
 * history. A full disk is no reason. A folder that does not exist yet is fine. */
bool store_check_writable(const struct store *store, const char *org_id, struct err *err);

struct commit {
	const char *author;
	int64_t at_utc;
	const struct change *changes;
	size_t count;
	bool checks_new;     /* see changes_check_new(); else a cleared status is taken as it is */
	bool is_merge;       /* two halves may close a circle of requirements: see requirement.h */
	int64_t if_revision; /* COMMIT_ANY_REVISION, or ERR_CONFLICT when the file is at another */
};
#define COMMIT_ANY_REVISION (-1)

struct commit_outcome {
	struct snapshot
		*snapshot;  /* after success or conflict: what the file holds; the caller's */
	size_t applied;     /* how many changes made a difference; 0: nothing was written */
	const char *new_id; /* the snapshot's: of the action or service made, or NULL */
	/* What an undo or a redo wrote, and when what it took back was done; the snapshot's. */
	struct change_list taken_back;
	int64_t taken_back_utc;
	struct conflict conflict; /* after ERR_CONFLICT; strings are the snapshot's */
	/* What an undo or a redo wanted to write as it met the conflict; the snapshot's too. */
	struct change_list wanted;
	bool unsynced;       /* saved, but a power cut may still take it back: say so */
	size_t stored_bytes; /* by which file and history have grown */
};

bool store_commit(struct store *store, const char *org_id, const struct commit *commit,
	struct commit_outcome *outcome, struct err *err);
/* The author's own last commit not yet undone is taken back, or put again. Nothing to undo or
 * redo is ERR_FAILED; a field that somebody else changed since is ERR_CONFLICT. `changes` and
 * `count` of the commit are not read. */
bool store_undo(struct store *store, const char *org_id, const struct commit *commit,
	struct commit_outcome *outcome, struct err *err);
bool store_redo(struct store *store, const char *org_id, const struct commit *commit,
	struct commit_outcome *outcome, struct err *err);

struct listing {
	const char *id, *name;
	int64_t revision, modified_utc;
	struct counts counts;
	size_t conflict_count; /* that wait for somebody to choose */
	const char *last_by;   /* who made the last change, "" if unknown */
	const struct err *err; /* NULL, or why it cannot be read: name and what follows are empty */
};
/* All organisations of the data folder, by id. Files whose names are no ids are passed over. A
 * folder that does not exist yet holds none. */
bool store_list(struct store *store, struct arena *arena, int today_day, struct listing **listings,
	size_t *count, struct err *err);

#endif
