/* SPDX-License-Identifier: MIT
 *
 * conflict: two people gave one field two values, and one of them chooses.
 *
 * For     fronts, which show the choices and take one: keep theirs, put mine, or a third value. So
 *         too for what a merge kept.
 *         Nothing is written before somebody chose, and what was wanted besides (other fields) is
 *         written with it.
 * Owner   conflict_met_init/conflict_met_release. What was met is copied, with the snapshot that it
 *         was met in; changes that a choice makes are the given arena's.
 * Errors  none: a third value is checked where it is read. */
#ifndef JALON_SESSION_CONFLICT_H
#define JALON_SESSION_CONFLICT_H

#include "jalon/text/words.h"
#include "jalon/store/store.h"

/* What met it. */
enum conflict_origin {
	CONFLICT_OF_COMMIT,
	CONFLICT_OF_UNDO,
	CONFLICT_OF_REDO,
	CONFLICT_OF_MERGE /* kept in the organisation: "theirs" stands, "mine" waits */
};

enum conflict_choice { CONFLICT_THEIRS, CONFLICT_MINE, CONFLICT_OTHER };

struct conflict_met {
	struct conflict conflict;
	enum conflict_origin origin;
	struct change_list pending; /* what was wanted */
	struct string_list others;  /* of a merge: more values that wait for the same field */
	struct arena *arena;
	struct snapshot *snapshot; /* the strings of what was found are its */
};

void conflict_met_init(struct conflict_met *met);
void conflict_met_release(struct conflict_met *met);
/* Takes the outcome's snapshot over. */
void conflict_met_take(struct conflict_met *met, const struct change_list *wanted,
	struct commit_outcome *outcome, enum conflict_origin origin);
/* One that a merge kept about that field: its change is what one chooses, even the value that
 * stands. */
void conflict_met_take_kept(
	struct conflict_met *met, const struct organisation *org, const struct kept_conflict *kept);
/* Both want the same, as where somebody else took it back first: there is nothing to choose. */
bool conflict_met_is_settled(const struct conflict_met *met);

/* Who put what was found, or "somebody". */
const char *conflict_met_author(const struct conflict_met *met, enum lang lang);
/* The choices, in the order of enum conflict_choice; from CONFLICT_OTHER on one for each word that
 * neither of the two wants, or a single one where a third value is written. */
int conflict_met_choice_count(const struct conflict_met *met);
enum word conflict_met_choice_word(const struct conflict_met *met, int choice);
/* The value that it gives; none where it is still to be written. */
struct value conflict_met_choice_value(const struct conflict_met *met, int choice);
bool conflict_met_is_written(const struct conflict_met *met, int choice);

/* All that was wanted, with that value where it met the conflict. */
struct change_list conflict_met_put(
	const struct conflict_met *met, const struct value *value, struct arena *arena);

#endif
