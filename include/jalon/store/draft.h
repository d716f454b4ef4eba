/* SPDX-License-Identifier: MIT
 *
 * draft: what somebody was writing and has not saved.
 *
 * For     the full screen: a line that drops, a session that is killed, an item that vanished, a
 *         file that became invalid, an Esc too many: what was typed comes back. One small file
 *         DATA/.drafts/ORG.HASH.NUMBER a draft, for its owner's eyes alone, HASH being that of the
 *         author's name. A session that writes holds a lock on its draft, so that nobody is
 *         offered what another window is still typing.
 * Owner   draft_open/draft_close, which leaves the file, or draft_remove, which takes it away.
 *         NULL does nothing.
 * Units   at most DRAFTS_MAX drafts of one author and organisation, of DRAFT_SIZE_MAX bytes each.
 * Errors  none but false: it cannot be kept. Nothing is synced: a power cut may take the last
 *         words. What is no such file is passed over.
 * Source  the file: "jalon-draft 1 SIZE", what it is for, its entry, a line each, then the text. */
#ifndef JALON_STORE_DRAFT_H
#define JALON_STORE_DRAFT_H

#include "jalon/store/store.h"

enum { DRAFTS_MAX = 16, DRAFT_SIZE_MAX = 64 * 1024 };

struct draft_text {
	const char *purpose; /* a word: "note" */
	const char *entry;   /* "" for none */
	const char *text;
	int64_t at_utc; /* when it was last written */
};

struct draft;

/* The draft for that purpose and entry that nobody is writing: its text is then in *found, the
 * arena's. Else a new one, of which there is no file before something is written, and *found is
 * NULL. */
struct draft *draft_open(const struct store *store, struct arena *arena, const char *org_id,
	const char *author, const char *purpose, const char *entry_id, const char **found);
/* The file that holds it, among those that are there at the same time (0: none yet), and when that
 * was last written before it was opened. */
uint64_t draft_file(const struct draft *draft);
int64_t draft_at_utc(const struct draft *draft);
/* From the next writing on it is for another purpose and entry. */
void draft_turn(struct draft *draft, const char *purpose, const char *entry_id);
bool draft_write(struct draft *draft, const char *text, size_t len);
void draft_close(struct draft *draft);
void draft_remove(struct draft *draft);

/* Those that wait for this author, the last written first; DRAFTS_MAX at most. */
size_t draft_list(const struct store *store, struct arena *arena, const char *org_id,
	const char *author, struct draft_text drafts[DRAFTS_MAX]);

#endif
