/* SPDX-License-Identifier: MIT */
#include "jalon/store/history_since.h"

#include <string.h>

#include "jalon/store/history_pages.h"

/* Pages as they come, the newest first. */
struct page_list {
	struct page {
		struct history_change *changes;
		size_t count;
	} * pages;
	size_t count, room, change_count;
};

static bool read_pages(struct history_pages *from, int64_t after, struct arena *arena,
	struct page_list *list, struct err *err)
{
	for (;;) {
		struct page page;

		if (!history_pages_read(from, arena, &page.changes, &page.count, err))
			return false;
		if (page.count == 0)
			return true;
		if (list->count == list->room)
			list->pages =
				arena_grow(arena, list->pages, &list->room, sizeof(*list->pages));
		list->pages[list->count++] = page;
		list->change_count += page.count;
		if (page.changes[0].revision <= after)
			return true;
	}
}

/* A commit; where histories were merged, its number alone may be that of two. */
struct commit_name {
	int64_t revision;
	const char *by;
};

struct commit_names {
	struct commit_name *names;
	size_t count, room;
};

static bool is_among(const struct commit_names *list, int64_t revision, const char *by)
{
	for (size_t i = list->count; i-- > 0;) {
		if (list->names[i].revision == revision && strcmp(list->names[i].by, by) == 0)
			return true;
	}
	return false;
}

/* Leaves out what was undone, and what undid it, from the newest back: so an undo that was itself
 * undone takes nothing along. What took back something older is a change like any other. */
static void drop_undone(
	struct arena *arena, int64_t after, struct history_change *changes, size_t *count)
{
	struct commit_names undone = { NULL, 0, 0 };
	size_t kept = *count;

	for (size_t i = *count; i-- > 0;) {
		const struct history_change *change = &changes[i];

		if (is_among(&undone, change->revision, change->by))
			continue;
		if (change->undoes <= after) {
			changes[--kept] = *change;
			continue;
		}
		if (is_among(&undone, change->undoes, change->by))
			continue;
		if (undone.count == undone.room)
			undone.names = arena_grow(
				arena, undone.names, &undone.room, sizeof(*undone.names));
		undone.names[undone.count++] = (struct commit_name){ change->undoes, change->by };
	}
	*count -= kept;
	memmove(changes, changes + kept, *count * sizeof(*changes));
}

bool history_read_since(struct store *store, const char *org_id, int64_t after,
	int64_t revision_max, struct arena *arena, struct history_change **changes, size_t *count,
	struct err *err)
{
	struct history_pages *from = history_pages_open(store, org_id, revision_max, err);
	struct page_list list = { NULL, 0, 0, 0 };
	bool good = from && read_pages(from, after, arena, &list, err);

	history_pages_free(from);
	*count = 0;
	*changes = ARENA_ARRAY(arena, struct history_change, list.change_count + 1);
	for (size_t i = list.count; good && i-- > 0;) {
		for (size_t at = 0; at < list.pages[i].count; at++) {
			if (list.pages[i].changes[at].revision > after)
				(*changes)[(*count)++] = list.pages[i].changes[at];
		}
	}
	drop_undone(arena, after, *changes, count);
	return good;
}
