/* SPDX-License-Identifier: MIT */
#include "jalon/store/stray.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jalon/base/natural.h"
#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"
#include "jalon/text/messages.h"
#include "store/snapshot.h"

static int compare_strays(const void *a, const void *b)
{
	const struct stray *one = a, *other = b;

	return natural_compare(one->file, other->file);
}

static const char *lower(struct arena *arena, const char *text)
{
	char *copy = arena_copy(arena, text);

	for (char *at = copy; *at; at++)
		*at = (char)tolower((unsigned char)*at);
	return copy;
}

/* "13.new" and the like: what a save has there for a moment. */
static bool is_of_a_save(const char *ending)
{
	size_t digits = strspn(ending, "0123456789");

	return digits && (strcmp(ending + digits, ".new") == 0 ||
				 strncmp(ending + digits, ".far", strlen(".far")) == 0);
}

/* Whether a file of that name is an organisation's, or looks as if it were. Histories go with the
 * file that they are of. */
static bool looks_like_one(struct arena *arena, const char *name, bool *is_one)
{
	const char *json = strstr(lower(arena, name), ".json"), *ending;
	size_t stem;

	if (!json || name[0] == '.' || json[strlen(".json")] == 'l')
		return false;
	stem = strcspn(name, ".");
	ending = name + stem;
	*is_one = strcmp(ending, ".json") == 0 && id_is_valid(arena_copy_len(arena, name, stem));
	return strncmp(ending, ".json.", strlen(".json.")) != 0 ||
	       !is_of_a_save(ending + strlen(".json."));
}

static bool is_part_of_id(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

static bool names(const char *text, const char *id)
{
	size_t len = strlen(id);

	for (const char *at = strstr(text, id); at; at = strstr(at + 1, id)) {
		if ((at == text || !is_part_of_id(at[-1])) && !is_part_of_id(at[len]))
			return true;
	}
	return false;
}

/* The organisation whose id the name holds, the longest of them; "" where it holds none. */
static const char *whose(
	struct arena *arena, const char *file, const char *const *ids, size_t count)
{
	const char *text = lower(arena, file), *found = "";

	for (size_t i = 0; i < count; i++) {
		if (strlen(ids[i]) > strlen(found) && names(text, ids[i]))
			found = ids[i];
	}
	return found;
}

struct names {
	const char **all;
	size_t count, room;
};

static void add_name(struct arena *arena, struct names *names, const char *name)
{
	if (names->count == names->room) {
		const char **more = ARENA_ARRAY(arena, const char *, names->room * 2 + 16);

		if (names->count)
			memcpy(more, names->all, names->count * sizeof(*more));
		names->all = more;
		names->room = names->room * 2 + 16;
	}
	names->all[names->count++] = name;
}

static bool is_regular(int folder_fd, const char *name)
{
	struct stat status;

	return fstatat(folder_fd, name, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
	       S_ISREG(status.st_mode);
}

bool store_list_strays(struct store *store, struct arena *arena, struct stray **strays,
	size_t *count, struct err *err)
{
	struct names ids = { NULL, 0, 0 }, files = { NULL, 0, 0 };
	DIR *dir = opendir(store_data_dir(store));
	struct dirent *found;

	*strays = NULL;
	*count = 0;
	if (!dir)
		return errno == ENOENT ||
		       err_set_reason(err, MSG_CANNOT_OPEN, errno, "%s", store_data_dir(store));
	while ((found = readdir(dir))) {
		const char *name = arena_copy(arena, found->d_name);
		bool is_one;

		if (!looks_like_one(arena, name, &is_one))
			continue;
		if (is_one)
			add_name(arena, &ids, arena_copy_len(arena, name, strcspn(name, ".")));
		else if (is_regular(dirfd(dir), name))
			add_name(arena, &files, name);
	}
	closedir(dir);
	*strays = ARENA_ARRAY(arena, struct stray, files.count);
	for (; *count < files.count; ++*count)
		(*strays)[*count] = (struct stray){ .file = files.all[*count],
			.path = arena_format(
				arena, "%s/%s", store_data_dir(store), files.all[*count]),
			.org_id = whose(arena, files.all[*count], ids.all, ids.count) };
	if (*count)
		qsort(*strays, *count, sizeof(**strays), compare_strays);
	return true;
}

/* As a shell takes it for one word. */
static void add_quoted(struct buf *out, const char *name)
{
	buf_add_char(out, '\'');
	for (const char *at = name; *at; at++) {
		if (*at == '\'')
			buf_add(out, "'\\''");
		else
			buf_add_char(out, *at);
	}
	buf_add_char(out, '\'');
}

void stray_describe(struct buf *out, enum lang lang, const struct stray *stray)
{
	struct buf file = BUF_INIT;

	utf8_clean_line(&file, stray->file);
	if (stray->org_id[0])
		text_stray_copy(out, lang, file.text, stray->org_id);
	else
		text_stray_name(out, lang, file.text);
	buf_release(&file);
}

void stray_add_command(struct buf *out, const struct stray *stray)
{
	struct buf path = BUF_INIT, quoted = BUF_INIT;

	if (!stray->org_id[0])
		return;
	utf8_clean_line(&path, stray->path);
	add_quoted(&quoted, path.text);
	/* A command is the same in any language. */
	text_stray_command(out, LANG_EN, stray->org_id, quoted.text);
	buf_release(&path);
	buf_release(&quoted);
}
