/* SPDX-License-Identifier: MIT */
#include "tui/history_lines.h"

void history_lines_init(struct history_lines *lines)
{
	*lines = (struct history_lines){ .arena = arena_new() };
	gone_init(&lines->gone);
}

void history_lines_release(struct history_lines *lines)
{
	history_pages_free(lines->pages);
	gone_release(&lines->gone);
	arena_free(lines->arena);
}

bool history_lines_open(struct history_lines *lines, const struct session *session, struct err *err)
{
	history_pages_free(lines->pages);
	arena_clear(lines->arena);
	gone_clear(&lines->gone);
	lines->older = lines->newer = NULL;
	lines->older_count = lines->older_room = lines->newer_count = lines->newer_room = 0;
	lines->pages = history_pages_open(
		session->options.store, session->org_id, session->org->revision, err);
	return lines->pages != NULL;
}

static void add_line(struct history_lines *lines, struct history_line **list, size_t *count,
	size_t *room, const struct history_change *change)
{
	if (*count == *room)
		*list = arena_grow(lines->arena, *list, room, sizeof(**list));
	(*list)[(*count)++] = (struct history_line){ .change = *change };
}

bool history_lines_read(struct history_lines *lines, struct err *err)
{
	struct history_change *changes;
	size_t count;

	if (!history_pages_read(lines->pages, lines->arena, &changes, &count, err))
		return false;
	for (size_t i = count; i-- > 0;) {
		add_line(
			lines, &lines->older, &lines->older_count, &lines->older_room, &changes[i]);
		gone_note(&lines->gone, &changes[i].change, false);
	}
	return count > 0;
}

bool history_lines_follow(struct history_lines *lines, int64_t revision)
{
	struct err ignored = ERR_INIT;
	struct history_change *changes;
	size_t count;

	if (history_pages_follow(lines->pages, revision, lines->arena, &changes, &count,
		    &ignored) != HISTORY_FOLLOWED)
		return false;
	for (size_t i = 0; i < count; i++) {
		add_line(
			lines, &lines->newer, &lines->newer_count, &lines->newer_room, &changes[i]);
		gone_note(&lines->gone, &changes[i].change, true);
	}
	return true;
}

void history_lines_forget_words(struct history_lines *lines)
{
	for (size_t i = 0; i < lines->older_count; i++)
		lines->older[i].folded = NULL;
	for (size_t i = 0; i < lines->newer_count; i++)
		lines->newer[i].folded = NULL;
}

struct history_line *history_lines_at(const struct history_lines *lines, long place)
{
	return place < 0 ? &lines->newer[-place - 1] : &lines->older[place];
}

static bool is_of_commit(struct history_lines *lines, long place, long other)
{
	return history_same_commit(
		&history_lines_at(lines, place)->change, &history_lines_at(lines, other)->change);
}

struct change_list history_lines_commit(
	struct history_lines *lines, long place, struct arena *arena, struct err *err)
{
	struct change_list changes = { NULL, 0, 0 };
	long first = place, last = place, newest = -(long)lines->newer_count;

	while (first > newest && is_of_commit(lines, place, first - 1))
		first--;
	/* A commit may go on in the page before. */
	while (last + 1 < (long)lines->older_count || history_lines_read(lines, err)) {
		if (!is_of_commit(lines, place, last + 1))
			break;
		last++;
	}
	for (; last >= first; last--)
		change_list_add(&changes, arena, history_lines_at(lines, last)->change.change);
	return changes;
}
