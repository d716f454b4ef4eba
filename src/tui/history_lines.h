/* SPDX-License-Identifier: MIT
 *
 * history_lines: as much of a history as somebody has looked at.
 *
 * For     the history view. The newest changes are read first, and older ones as they are asked
 *         for; what is saved meanwhile comes in at the other end.
 * Owner   history_lines_init/history_lines_release; lines live until the next
 *         history_lines_open(), and keep their place: a line is named by how far it is from the
 *         one that was the newest when the history was opened, older ones from 0 up, newer ones
 *         from −1 down.
 * Errors  those of history_pages.h. */
#ifndef TUI_HISTORY_LINES_H
#define TUI_HISTORY_LINES_H

#include "jalon/store/history_pages.h"
#include "jalon/session/session.h"

struct history_line {
	struct history_change change;
	const char *folded; /* what is searched in it; NULL: not asked for yet */
};

struct history_lines {
	struct arena *arena;
	struct history_pages *pages; /* NULL: not open */
	struct history_line *older, *newer;
	size_t older_count, older_room, newer_count, newer_room;
	struct gone gone;
};

void history_lines_init(struct history_lines *lines);
void history_lines_release(struct history_lines *lines);
/* Anew, and nothing is read yet. */
bool history_lines_open(
	struct history_lines *lines, const struct session *session, struct err *err);
/* A page more; false with an error, or without one at the beginning. */
bool history_lines_read(struct history_lines *lines, struct err *err);
/* What was saved since; false: to be opened anew. */
bool history_lines_follow(struct history_lines *lines, int64_t revision);
/* The names may be others, or in another language. */
void history_lines_forget_words(struct history_lines *lines);

struct history_line *history_lines_at(const struct history_lines *lines, long place);
/* All changes of the commit that the line is of, oldest first. */
struct change_list history_lines_commit(
	struct history_lines *lines, long place, struct arena *arena, struct err *err);

#endif
