/* SPDX-License-Identifier: MIT
 *
 * Places are small files DATA/.places/ORG.HASH, HASH being that of the author's name, which may
 * hold any characters and must never become a path. The first line is an entry's id, and all there
 * was once; then a line for each thing that is known, by its first word:
 *
 *	trois-questions-publics@portail
 *	last 2026-11-12T10:00:00Z 41
 *	before 2026-10-09T08:30:00Z 30
 *	unseen associations-locales Marc
 *
 * A line that says nothing known is passed over. Each writing puts a whole file in the other's
 * place, for a line that drops in the middle of it must not take the last visit along. */
#include "jalon/store/place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "store/snapshot.h"

enum { PLACE_SIZE_MAX = 512 * 1024, DIGITS_MAX = 18 };
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

/* What stands behind the word and a blank; NULL where the line begins otherwise. */
static char *behind(char *line, const char *word)
{
	size_t len = strlen(word);

	return strncmp(line, word, len) == 0 && line[len] == ' ' ? line + len + 1 : NULL;
}

/* "2026-11-12T10:00:00Z 41" */
static void read_visit(char *text, struct visit *visit)
{
	char *blank = strchr(text, ' ');
	const char *number = blank ? blank + 1 : "";
	size_t digits = strspn(number, "0123456789");
	int64_t at_utc;

	if (!blank || digits == 0 || digits > DIGITS_MAX || number[digits])
		return;
	*blank = '\0';
	if (time_parse(text, &at_utc))
		*visit = (struct visit){ at_utc, strtoll(number, NULL, 10) };
}

/* "associations-locales Marc" */
static void read_unseen(struct arena *arena, char *text, struct kept_place *place)
{
	char *blank = strchr(text, ' ');

	if (!blank || place->unseen_count == PLACE_UNSEEN_MAX)
		return;
	*blank = '\0';
	if (!place->unseen)
		place->unseen = ARENA_ARRAY(arena, struct unseen, PLACE_UNSEEN_MAX);
	place->unseen[place->unseen_count++] = (struct unseen){ arena_copy(arena, text),
		arena_copy(arena, utf8_tidy(arena, blank + 1, false)) };
}

static struct kept_place parse(struct arena *arena, char *rest)
{
	struct kept_place place = { .entry = "" };
	size_t first = strcspn(rest, "\n");
	bool has_more = rest[first] == '\n';
	char *line;

	/* Of a place from before there were visits, the line has no end. */
	rest[first] = '\0';
	place.entry = arena_copy(arena, rest);
	rest += first + has_more;
	while ((line = file_cut_line(&rest))) {
		char *text;

		if ((text = behind(line, "last")))
			read_visit(text, &place.last);
		else if ((text = behind(line, "before")))
			read_visit(text, &place.before);
		else if ((text = behind(line, "unseen")))
			read_unseen(arena, text, &place);
	}
	return place;
}

struct kept_place store_read_place(
	struct store *store, struct arena *arena, const char *org_id, const char *author)
{
	int places_fd = id_is_valid(org_id) ? store_side_folder(store, PLACES_FOLDER, 0) : -1;
	struct kept_place place = { .entry = "" };
	struct buf text = BUF_INIT;
	struct err ignored;

	if (places_fd < 0)
		return place;
	if (file_read(places_fd, place_name(arena, org_id, author), PLACE_SIZE_MAX, &text,
		    &ignored) == FILE_READ &&
		utf8_is_valid(text.text, text.len))
		place = parse(arena, text.text);
	buf_release(&text);
	close(places_fd);
	return place;
}

static void add_visit(struct buf *out, const char *word, const struct visit *visit)
{
	char at[TIME_TEXT_SIZE];

	if (visit->revision < 1)
		return;
	time_format(at, visit->at_utc);
	buf_add_format(out, "%s %s %lld\n", word, at, (long long)visit->revision);
}

static void add_place(struct buf *out, const struct kept_place *place)
{
	buf_add_format(out, "%s\n", place->entry);
	add_visit(out, "last", &place->last);
	add_visit(out, "before", &place->before);
	for (size_t i = 0; i < place->unseen_count && i < PLACE_UNSEEN_MAX; i++)
		buf_add_format(out, "unseen %s %s\n", place->unseen[i].entry, place->unseen[i].by);
}

/* Losing a place costs a few key presses, so nothing is synced and nothing is said. Two windows of
 * one person may write at the same moment: each has a file of its own to write in. */
void store_write_place(
	struct store *store, const char *org_id, const char *author, const struct kept_place *place)
{
	int places_fd =
		id_is_valid(org_id) ? store_side_folder(store, PLACES_FOLDER, RIGHTS_FOLDER) : -1;
	struct arena *arena;
	struct buf text = BUF_INIT;
	const char *name, *beside;
	int fd;

	if (places_fd < 0)
		return;
	arena = arena_new();
	name = place_name(arena, org_id, author);
	beside = arena_format(arena, "%s.%ld", name, (long)getpid());
	fd = file_open_regular(places_fd, beside, O_WRONLY | O_CREAT | O_TRUNC, RIGHTS_FILE);
	if (fd >= 0) {
		add_place(&text, place);
		if (!file_write_all(fd, &text) || renameat(places_fd, beside, places_fd, name) != 0)
			unlinkat(places_fd, beside, 0);
		close(fd);
	}
	buf_release(&text);
	arena_free(arena);
	close(places_fd);
}
