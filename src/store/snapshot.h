/* SPDX-License-Identifier: MIT
 *
 * snapshot: what the files of the store share, and nobody above it needs.
 *
 * For     store.c, commit.c, list.c, watch.c.
 * Owner   a snapshot owns its arena; everything read for it is in there. One that was read is never
 *         changed, and may have several holders, of which the store is one: each of them frees it.
 * Errors  as in jalon/store/store.h. */
#ifndef STORE_SNAPSHOT_H
#define STORE_SNAPSHOT_H

#include "jalon/store/history.h"
#include "jalon/store/organisation_file.h"
#include "jalon/store/store.h"
#include "store/file.h"
#include "store/rights.h"
#include "store/save.h"

struct snapshot {
	int holders;
	struct arena *arena;
	struct organisation *org;
	struct buf text; /* the bytes that it was read from; empty for a copy */
	/* What a copy borrows from. */
	struct snapshot *original;
	/* The copy that a conflict refused: the values shown with the conflict are in there. */
	struct snapshot *refused;
};

/* The data folder, open; −1 with an error, or without one when it does not exist and `make` is
 * false (*absent). */
int store_folder(const struct store *store, bool make, bool *absent, struct err *err);

/* A folder beside the organisations that is no part of the data, made with that mode unless it is
 * 0; −1 when it cannot be had. */
int store_side_folder(const struct store *store, const char *name, unsigned make_mode);

/* Reads ORG.json of an open data folder. When it holds the very bytes that were read last, and its
 * checklists are the same, what was made of them serves again. */
struct snapshot *snapshot_read(
	struct store *store, int folder_fd, const char *org_id, struct err *err);
/* What the bytes of `text`, which are taken over, say. Checklists are those that `linked` has, or,
 * when that is NULL or has them in another language than is kept now, those that are found. */
struct snapshot *snapshot_parse(struct store *store, struct buf *text, const char *org_id,
	const struct organisation *linked, struct err *err);
/* To be changed. Takes the hold on the original over. */
struct snapshot *snapshot_copy(struct snapshot *original);
struct snapshot *snapshot_hold(struct snapshot *snapshot);
/* From now on the one that was read last. */
void store_keep_snapshot(struct store *store, struct snapshot *snapshot);
/* Finds the checklists that the organisation links to; each that cannot be had is a complaint, at
 * the line that names it. */
bool store_link_checklists(struct store *store, struct reader *reader, const struct json *json,
	struct organisation *org);
/* Between the two each checklist is looked for once, and what was found serves whoever asks for the
 * same. `arena` is the listing's. */
void store_begin_listing(struct store *store, struct arena *arena);
void store_end_listing(struct store *store);
/* How long anybody is waited for. */
int store_lock_wait_ms(const struct store *store);
int store_lock_organisation(
	struct store *store, int folder_fd, const char *org_id, struct err *err);
/* Of an author's name, which may hold anything and must never become a path. */
uint64_t store_hash(const char *text);
/* "demo.json" and the like. */
const char *store_file_name(struct arena *arena, const char *org_id, const char *ending);

#endif
