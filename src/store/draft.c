/* SPDX-License-Identifier: MIT */
#include "jalon/store/draft.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jalon/base/utf8.h"
#include "store/snapshot.h"

enum { PREFIX_SIZE = 96, NAME_SIZE = PREFIX_SIZE + 16, LINES_SIZE_MAX = 512 };

static const char first_line[] = "jalon-draft 1 %zu\n%s\n%s\n";

struct draft {
	int folder_fd; /* −1: nothing can be kept */
	int fd;        /* −1: there is no file yet */
	char prefix[PREFIX_SIZE], name[NAME_SIZE];
	size_t size; /* of the file, or more: what is shorter is cut */
	char *purpose, *entry;
	int64_t at_utc; /* when what was found was written */
};

/* Sticky: a group shares the folder, and nobody takes away another's draft. */
static int open_folder(const struct store *store, bool make)
{
	return store_side_folder(store, ".drafts", make ? 01770 : 0);
}

static void make_prefix(char prefix[PREFIX_SIZE], const char *org_id, const char *author)
{
	snprintf(prefix, PREFIX_SIZE, "%.64s.%016llx", org_id,
		(unsigned long long)store_hash(author));
}

static void make_name(char name[NAME_SIZE], const char prefix[PREFIX_SIZE], int number)
{
	snprintf(name, NAME_SIZE, "%s.%d", prefix, number);
}

/* What a whole file says. A text that a kill cut short, or left longer than it was to be, is told
 * by its size. */
static bool parse(char *bytes, struct draft_text *draft)
{
	char *rest = bytes;
	const char *line = file_cut_line(&rest);
	size_t size;
	int end = 0;

	draft->purpose = line ? file_cut_line(&rest) : NULL;
	draft->entry = draft->purpose ? file_cut_line(&rest) : NULL;
	if (!draft->entry || sscanf(line, "jalon-draft 1 %5zu%n", &size, &end) != 1 || line[end] ||
		size > strlen(rest))
		return false;
	rest[size] = '\0';
	draft->text = rest;
	return utf8_is_valid(draft->purpose, strlen(draft->purpose)) &&
	       utf8_is_valid(draft->entry, strlen(draft->entry)) && utf8_is_valid(rest, size);
}

static bool read_draft(int fd, struct arena *arena, struct draft_text *draft)
{
	struct stat status;
	size_t size, len = 0;
	char *bytes;

	if (fstat(fd, &status) != 0 || status.st_size > DRAFT_SIZE_MAX + LINES_SIZE_MAX)
		return false;
	size = (size_t)status.st_size;
	bytes = arena_alloc(arena, size + 1);
	while (len < size) {
		ssize_t got = pread(fd, bytes + len, size - len, (off_t)len);

		if (got <= 0)
			break;
		len += (size_t)got;
	}
	bytes[len] = '\0';
	draft->at_utc = (int64_t)status.st_mtime;
	return parse(bytes, draft);
}

/* Takes the draft of that number if it is the one; *found tells. */
static bool take(struct draft *draft, struct arena *arena, int number, const char **found)
{
	struct draft_text text;
	int fd;

	make_name(draft->name, draft->prefix, number);
	fd = file_open_regular(draft->folder_fd, draft->name, O_RDWR, 0600);
	if (fd < 0)
		return false;
	if (file_try_lock(fd) && read_draft(fd, arena, &text) &&
		strcmp(text.purpose, draft->purpose) == 0 &&
		strcmp(text.entry, draft->entry) == 0) {
		draft->fd = fd;
		draft->size = DRAFT_SIZE_MAX + LINES_SIZE_MAX;
		draft->at_utc = text.at_utc;
		*found = text.text;
		return true;
	}
	close(fd);
	return false;
}

struct draft *draft_open(const struct store *store, struct arena *arena, const char *org_id,
	const char *author, const char *purpose, const char *entry_id, const char **found)
{
	struct draft *draft = mem_alloc(sizeof(*draft));

	*draft = (struct draft){ .folder_fd = id_is_valid(org_id) ? open_folder(store, true) : -1,
		.fd = -1,
		.purpose = mem_copy_text(purpose),
		.entry = mem_copy_text(entry_id) };
	make_prefix(draft->prefix, org_id, author);
	*found = NULL;
	for (int number = 1; draft->folder_fd >= 0 && number <= DRAFTS_MAX; number++) {
		if (take(draft, arena, number, found))
			break;
	}
	return draft;
}

uint64_t draft_file(const struct draft *draft)
{
	struct stat status;

	return draft && draft->fd >= 0 && fstat(draft->fd, &status) == 0 ? (uint64_t)status.st_ino
									 : 0;
}

int64_t draft_at_utc(const struct draft *draft)
{
	return draft->at_utc;
}

void draft_turn(struct draft *draft, const char *purpose, const char *entry_id)
{
	mem_free(draft->purpose);
	mem_free(draft->entry);
	draft->purpose = mem_copy_text(purpose);
	draft->entry = mem_copy_text(entry_id);
}

static bool make_file(struct draft *draft)
{
	for (int number = 1; draft->folder_fd >= 0 && number <= DRAFTS_MAX; number++) {
		make_name(draft->name, draft->prefix, number);
		draft->fd = file_open_regular(
			draft->folder_fd, draft->name, O_RDWR | O_CREAT | O_EXCL, 0600);
		if (draft->fd >= 0)
			return file_try_lock(draft->fd);
		if (errno != EEXIST)
			return false;
	}
	return false;
}

bool draft_write(struct draft *draft, const char *text, size_t len)
{
	struct buf bytes = BUF_INIT;
	bool written;

	if (len > DRAFT_SIZE_MAX || (draft->fd < 0 && !make_file(draft)))
		return false;
	buf_add_format(&bytes, first_line, len, draft->purpose, draft->entry);
	buf_add_len(&bytes, text, len);
	written = pwrite(draft->fd, bytes.text, bytes.len, 0) == (ssize_t)bytes.len &&
		  (bytes.len >= draft->size || ftruncate(draft->fd, (off_t)bytes.len) == 0);
	draft->size = bytes.len;
	buf_release(&bytes);
	return written;
}

void draft_close(struct draft *draft)
{
	if (!draft)
		return;
	if (draft->fd >= 0)
		close(draft->fd);
	if (draft->folder_fd >= 0)
		close(draft->folder_fd);
	mem_free(draft->purpose);
	mem_free(draft->entry);
	mem_free(draft);
}

void draft_remove(struct draft *draft)
{
	if (draft && draft->fd >= 0)
		unlinkat(draft->folder_fd, draft->name, 0);
	draft_close(draft);
}

static int compare_drafts(const void *a, const void *b)
{
	const struct draft_text *one = a, *other = b;

	return one->at_utc < other->at_utc ? 1 : -(one->at_utc > other->at_utc);
}

size_t draft_list(const struct store *store, struct arena *arena, const char *org_id,
	const char *author, struct draft_text drafts[DRAFTS_MAX])
{
	int folder_fd = id_is_valid(org_id) ? open_folder(store, false) : -1;
	char prefix[PREFIX_SIZE], name[NAME_SIZE];
	size_t count = 0;

	make_prefix(prefix, org_id, author);
	for (int number = 1; folder_fd >= 0 && number <= DRAFTS_MAX; number++) {
		int fd;

		make_name(name, prefix, number);
		fd = file_open_regular(folder_fd, name, O_RDWR, 0600);
		if (fd < 0)
			continue;
		count += !file_is_held(fd) && read_draft(fd, arena, &drafts[count]);
		close(fd);
	}
	if (folder_fd >= 0)
		close(folder_fd);
	qsort(drafts, count, sizeof(*drafts), compare_drafts);
	return count;
}
