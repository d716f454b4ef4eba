/* SPDX-License-Identifier: MIT
 *
 * snapshot: what the files of the store share, and nobody above it needs.
 *
 * For     store.c, commit.c, list.c, watch.c.
 * Owner   a snapshot owns its arena; everything read for it is in there.
 * Errors  as in jalon/store/store.h. */
#ifndef JALON_STORE_SNAPSHOT_H
#define JALON_STORE_SNAPSHOT_H

#include "jalon/store/file.h"
#include "jalon/store/history.h"
#include "jalon/store/organisation_file.h"
#include "jalon/store/store.h"

struct snapshot {
	struct arena *arena;
	struct organisation *org;
	/* The copy that a conflict refused: the values shown with the conflict are in there. */
	struct snapshot *refused;
};

/* The data folder, open; −1 with an error, or without one when it does not exist and `make` is
 * false (*absent). */
int store_folder(const struct store *store, bool make, bool *absent, struct err *err);

/* Reads ORG.json of an open data folder. */
struct snapshot *snapshot_read(
	struct store *store, int folder_fd, const char *org_id, struct err *err);
/* Whether what is to be written for `org` could be read again, links and all. */
bool snapshot_check_text(
	const struct organisation *org, const struct buf *text, const char *name, struct err *err);
/* Finds the checklists that the organisation links to. */
bool store_link_checklists(struct store *store, struct organisation *org, struct err *err);
int store_lock_organisation(
	struct store *store, int folder_fd, const char *org_id, struct err *err);
/* "demo.json" and the like. */
const char *store_file_name(struct arena *arena, const char *org_id, const char *ending);

#endif
