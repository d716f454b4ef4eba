/* SPDX-License-Identifier: MIT */
#include "store/history_parts.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "jalon/text/errors.h"
#include "store/snapshot.h"

enum { TAIL_SIZE = 4 * 1024, READS_MAX = 5 };

static const char ending[] = ".jsonl";

const char *history_part_name(struct arena *arena, const char *name, int number)
{
	return arena_format(
		arena, "%.*s.%d%s", (int)(strlen(name) - strlen(ending)), name, number, ending);
}

bool history_count_parts(
	int folder_fd, struct arena *arena, const char *name, int *count, struct err *err)
{
	bool there = true;

	for (*count = 0; there; *count += there) {
		if (!file_is_there(
			    folder_fd, history_part_name(arena, name, *count + 1), &there, err))
			return false;
	}
	return true;
}

bool history_put_away(int folder_fd, const char *name, struct err *err)
{
	struct arena *arena = arena_new();
	int count;
	bool good = history_count_parts(folder_fd, arena, name, &count, err);

	if (good && renameat(folder_fd, name, folder_fd,
			    history_part_name(arena, name, count + 1)) != 0)
		good = err_set_reason(err, MSG_CANNOT_WRITE, errno, "%s", name);
	arena_free(arena);
	return good;
}

struct part {
	struct history_change *changes;
	size_t count;
};

/* *left: how much more may be read; 0 once a part did not fit. */
static bool read_part(int folder_fd, struct arena *arena, const char *name, int64_t revision_max,
	size_t *left, struct part *part, struct err *err)
{
	struct buf text = BUF_INIT;
	struct err reason;
	enum file_found found = file_read(folder_fd, name, *left, &text, &reason);
	bool good;

	*part = (struct part){ NULL, 0 };
	if (found == FILE_REFUSED && reason.message == MSG_JSON_TOO_LARGE)
		*left = 0;
	else if (found == FILE_REFUSED)
		*err = reason;
	else if (found == FILE_READ)
		*left -= text.len;
	good = (found == FILE_REFUSED && *left == 0) || found == FILE_ABSENT ||
	       (found == FILE_READ && history_parse(text.text, text.len, name, revision_max, arena,
					      &part->changes, &part->count, err));
	buf_release(&text);
	return good;
}

static void join_parts(struct arena *arena, const struct part *parts, int count,
	struct history_change **changes, size_t *change_count)
{
	size_t all = 0;

	for (int i = 0; i < count; i++)
		all += parts[i].count;
	*changes = ARENA_ARRAY(arena, struct history_change, all);
	*change_count = 0;
	for (int i = 0; i < count; i++) {
		if (parts[i].count)
			memcpy(*changes + *change_count, parts[i].changes,
				parts[i].count * sizeof(**changes));
		*change_count += parts[i].count;
	}
}

/* The newest first, since it is the oldest that may have to be left out. */
static bool read_parts(int folder_fd, struct arena *arena, const char *name, int put_away,
	int64_t revision_max, struct part *parts, struct err *err)
{
	size_t left = HISTORY_SIZE_MAX;

	for (int i = put_away; i >= 0 && left > 0; i--) {
		const char *part = i == put_away ? name : history_part_name(arena, name, i + 1);

		if (!read_part(folder_fd, arena, part, revision_max, &left, &parts[i], err))
			return false;
		/* Nothing would be told of what was just done. */
		if (left == 0 && i == put_away)
			return err_set(err, ERR_FAILED, MSG_HISTORY_TOO_LARGE, NULL, "%s", name);
	}
	return true;
}

bool history_read_in(int folder_fd, struct arena *arena, const char *org_id, int64_t revision_max,
	struct history_change **changes, size_t *count, struct err *err)
{
	const char *name = store_file_name(arena, org_id, ".history.jsonl");
	struct part *parts = NULL;
	int before = -1, after = 0;

	*changes = NULL;
	*count = 0;
	/* Who reads holds no lock: a part that is put away meanwhile would be read twice, or not.
	 */
	for (int i = 0; before != after && i < READS_MAX; i++) {
		if (!history_count_parts(folder_fd, arena, name, &before, err))
			return false;
		parts = ARENA_ARRAY(arena, struct part, (size_t)before + 1);
		if (!read_parts(folder_fd, arena, name, before, revision_max, parts, err) ||
			!history_count_parts(folder_fd, arena, name, &after, err))
			return false;
	}
	if (before == 0) {
		*changes = parts[0].changes;
		*count = parts[0].count;
	} else {
		join_parts(arena, parts, before + 1, changes, count);
	}
	return true;
}

bool history_read(struct store *store, const char *org_id, int64_t revision_max,
	struct arena *arena, struct history_change **changes, size_t *count, struct err *err)
{
	bool absent, good;
	int folder_fd = store_folder(store, false, &absent, err);

	*count = 0;
	*changes = NULL;
	if (folder_fd < 0)
		return absent;
	good = history_read_in(folder_fd, arena, org_id, revision_max, changes, count, err);
	close(folder_fd);
	return good;
}

/* What of the history is kept: its size but for debris. The end alone is read, and more of it only
 * where the debris is longer than that, which no save leaves without end. */
bool history_kept_on_disk(
	int folder_fd, const char *name, int64_t revision, size_t *size, struct err *err)
{
	bool endless = false; /* no line is that long */

	for (size_t tail = TAIL_SIZE; tail <= HISTORY_SIZE_MAX && !endless; tail *= 2) {
		struct buf text = BUF_INIT;
		size_t start, cut = 0, kept;
		enum file_found found = file_read_tail(folder_fd, name, tail, &text, &start, err);

		if (found != FILE_READ) {
			buf_release(&text);
			*size = 0;
			return found == FILE_ABSENT;
		}
		while (start > 0 && cut < text.len && text.text[cut] != '\n')
			cut++;
		endless = start > 0 && cut == text.len && tail > JSON_SIZE_MAX;
		cut += start > 0 && cut < text.len;
		kept = history_kept_size(text.text + cut, text.len - cut, revision);
		buf_release(&text);
		if (kept > 0 || start == 0) {
			*size = start + cut + kept;
			return true;
		}
	}
	return err_set(err, ERR_FAILED, MSG_HISTORY_TOO_LARGE, NULL, "%s", name);
}
