/* SPDX-License-Identifier: MIT
 *
 * Places are small files DATA/.places/ORG.HASH, HASH being that of the author's name, which may
 * hold any characters and must never become a path. */
#include "jalon/store/store.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "jalon/base/utf8.h"
#include "store/snapshot.h"

enum { PLACE_SIZE_MAX = 256 };
#define PLACES_FOLDER ".places"

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
uint64_t store_hash(const char *text)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * UINT64_C(1099511628211);
	return hash;
}

static const char *place_name(struct arena *arena, const char *org_id, const char *author)
{
	return arena_format(arena, "%s.%016llx", org_id, (unsigned long long)store_hash(author));
}

const char *store_read_place(
	struct store *store, struct arena *arena, const char *org_id, const char *author)
{
	int places_fd = id_is_valid(org_id) ? store_side_folder(store, PLACES_FOLDER, 0) : -1;
	struct buf text = BUF_INIT;
	const char *place = "";
	struct err ignored;

	if (places_fd < 0)
		return place;
	if (file_read(places_fd, place_name(arena, org_id, author), PLACE_SIZE_MAX, &text,
		    &ignored) == FILE_READ &&
		utf8_is_valid(text.text, text.len))
		place = arena_copy(arena, text.text);
	buf_release(&text);
	close(places_fd);
	return place;
}

void store_write_place(
	struct store *store, const char *org_id, const char *author, const char *entry_id)
{
	int places_fd =
		id_is_valid(org_id) ? store_side_folder(store, PLACES_FOLDER, RIGHTS_FOLDER) : -1;
	struct arena *arena;
	int fd;

	if (places_fd < 0)
		return;
	arena = arena_new();
	fd = file_open_regular(places_fd, place_name(arena, org_id, author),
		O_WRONLY | O_CREAT | O_TRUNC, RIGHTS_FILE);
	/* Losing a place costs a few key presses, so nothing is synced and nothing is said. */
	if (fd >= 0) {
		if (write(fd, entry_id, strlen(entry_id)) < 0)
			unlinkat(places_fd, place_name(arena, org_id, author), 0);
		close(fd);
	}
	arena_free(arena);
	close(places_fd);
}
