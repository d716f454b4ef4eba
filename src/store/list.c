/* SPDX-License-Identifier: MIT */
#include "jalon/store/store.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "jalon/base/natural.h"
#include "jalon/base/sort.h"
#include "jalon/text/errors.h"
#include "jalon/model/kept_conflict.h"
#include "store/snapshot.h"

enum { TAIL_SIZE = 4096 };

static int compare_listings(const void *a, const void *b)
{
	const struct listing *one = a, *other = b;

	return natural_compare(one->id, other->id);
}

/* "demo" for "demo.json"; NULL for what is no organisation's file. */
static const char *id_of_file(struct arena *arena, const char *name)
{
	size_t len = strlen(name);
	const char *id;

	if (len < 6 || strcmp(name + len - 5, ".json") != 0)
		return NULL;
	id = arena_copy_len(arena, name, len - 5);
	return id_is_valid(id) ? id : NULL;
}

/* From the end of the history; "" where that cannot be told. */
static const char *last_author(int folder_fd, struct arena *arena, const struct organisation *org)
{
	const char *name = store_file_name(arena, org->id, ".history.jsonl");
	struct history_change *changes;
	struct buf tail = BUF_INIT;
	struct err ignored;
	const char *by = "";
	size_t start, count = 0, end, line;
	bool good =
		file_read_tail(folder_fd, name, TAIL_SIZE, &tail, &start, &ignored) == FILE_READ;

	/* The last line mostly says it; those of a revision that the file never reached do not. */
	for (end = good ? tail.len : 0; end > 0 && count == 0; end = line) {
		line = end - 1;
		while (line > 0 && tail.text[line - 1] != '\n')
			line--;
		/* The first may have lost its beginning. */
		if ((line == 0 && start > 0) ||
			!history_parse(tail.text + line, end - line, name, org->revision, arena,
				&changes, &count, &ignored))
			break;
	}
	if (count > 0)
		by = changes[count - 1].by;
	buf_release(&tail);
	return by;
}

static void fill(struct store *store, int folder_fd, struct arena *arena, int today_day,
	struct listing *listing)
{
	struct err *err = ARENA_NEW(arena, struct err);
	struct snapshot *snapshot = snapshot_read(store, folder_fd, listing->id, err);

	listing->name = listing->last_by = "";
	if (!snapshot) {
		listing->err = err;
		return;
	}
	listing->name = arena_copy(arena, snapshot->org->name);
	listing->revision = snapshot->org->revision;
	listing->modified_utc = snapshot->org->modified_utc;
	listing->counts = organisation_counts(snapshot->org, today_day);
	listing->conflict_count = organisation_open_conflicts(snapshot->org);
	listing->last_by = last_author(folder_fd, arena, snapshot->org);
	snapshot_free(snapshot);
}

bool store_list(struct store *store, struct arena *arena, int today_day, struct listing **listings,
	size_t *count, struct err *err)
{
	bool absent;
	int folder_fd = store_folder(store, false, &absent, err);
	size_t room = 0;
	struct dirent *found;
	DIR *dir;

	*listings = NULL;
	*count = 0;
	if (folder_fd < 0)
		return absent;
	dir = opendir(store_data_dir(store));
	if (!dir) {
		close(folder_fd);
		return err_set_reason(err, MSG_CANNOT_OPEN, errno, "%s", store_data_dir(store));
	}
	while ((found = readdir(dir))) {
		const char *id = id_of_file(arena, found->d_name);

		if (!id)
			continue;
		if (*count == room) {
			struct listing *more = ARENA_ARRAY(arena, struct listing, room * 2 + 16);

			if (*count)
				memcpy(more, *listings, *count * sizeof(*more));
			*listings = more;
			room = room * 2 + 16;
		}
		(*listings)[(*count)++].id = id;
	}
	closedir(dir);
	sort_array(*listings, *count, sizeof(**listings), compare_listings);
	store_begin_listing(store, arena);
	for (size_t i = 0; i < *count; i++)
		fill(store, folder_fd, arena, today_day, &(*listings)[i]);
	store_end_listing(store);
	close(folder_fd);
	return true;
}
