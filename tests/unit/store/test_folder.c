/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* mkdtemp, seteuid */
#include "jalon/store/store.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jalon/text/errors.h"

enum { PATH_SIZE = 128, NOBODY = 65534 };

static const struct {
	const char *name, *path;
	enum message message; /* MSG_COUNT: none */
	const char *where;
} ways[] = {
	{ "a folder", "open/data", MSG_COUNT, "" },
	{ "with slashes to spare", "open//data/", MSG_COUNT, "" },
	{ "none of that name", "open/other", MSG_NO_SUCH_FOLDER, "open/other" },
	{ "none on the way", "gone/data/more", MSG_NO_SUCH_FOLDER, "gone" },
	{ "a file", "open/file", MSG_NO_SUCH_FOLDER, "open/file" },
	{ "a file on the way", "open/file/data", MSG_NO_SUCH_FOLDER, "open/file" },
	{ "one that cannot be passed", "shut/data", MSG_FOLDER_NOT_PASSED, "shut" },
	{ "further below it", "shut/data/more", MSG_FOLDER_NOT_PASSED, "shut" },
	{ "itself", "shut", MSG_FOLDER_NOT_PASSED, "shut" },
	{ "one that cannot be read", "blind", MSG_FOLDER_NOT_READ, "blind" },
	{ "below one that cannot be read", "blind/data", MSG_COUNT, "" },
};

static void in(char path[PATH_SIZE], const char *top, const char *name)
{
	snprintf(path, PATH_SIZE, "%s/%s", top, name);
}

/* Root is stopped by nothing: as nobody it is. */
static void make_ways(char *top)
{
	static const struct {
		const char *name;
		mode_t mode;
	} folders[] = { { "open", 0755 }, { "open/data", 0755 }, { "shut", 0700 },
		{ "shut/data", 0755 }, { "blind", 0700 }, { "blind/data", 0755 }, { "shut", 0444 },
		{ "blind", 0111 } };
	char path[PATH_SIZE];

	cr_assert_not_null(mkdtemp(top));
	chmod(top, 0755);
	for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
		in(path, top, folders[i].name);
		mkdir(path, folders[i].mode);
		cr_assert_eq(chmod(path, folders[i].mode), 0, "%s", path);
	}
	in(path, top, "open/file");
	close(open(path, O_WRONLY | O_CREAT, 0644));
	if (geteuid() == 0)
		cr_assert_eq(seteuid(NOBODY), 0);
}

static void remove_ways(const char *top)
{
	static const char *const names[] = { "open/file", "open/data", "open", "shut/data", "shut",
		"blind/data", "blind", "" };
	char path[PATH_SIZE];

	cr_assert_eq(seteuid(getuid()), 0);
	in(path, top, "shut");
	chmod(path, 0700);
	in(path, top, "blind");
	chmod(path, 0700);
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		in(path, top, names[i]);
		remove(path);
	}
}

Test(folder, names_the_one_on_the_way_that_does_not_open)
{
	char top[] = "/tmp/jalon-folder-XXXXXX", path[PATH_SIZE], where[PATH_SIZE];

	make_ways(top);
	for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
		struct err err = ERR_INIT;
		bool good;

		in(path, top, ways[i].path);
		in(where, top, ways[i].where);
		good = store_check_folder(path, &err);
		cr_expect_eq(good, ways[i].message == MSG_COUNT, "%s", ways[i].name);
		if (ways[i].message == MSG_COUNT || good)
			continue;
		cr_expect_eq(
			err.message, (int)ways[i].message, "%s: %d", ways[i].name, err.message);
		cr_expect_str_eq(err.where, where, "%s", ways[i].name);
		cr_expect_str_eq(
			err.value, strcmp(path, where) == 0 ? "" : path, "%s", ways[i].name);
	}
	remove_ways(top);
}

Test(folder, says_so_whoever_looks_for_an_organisation)
{
	char top[] = "/tmp/jalon-folder-XXXXXX", path[PATH_SIZE];
	struct store_options options = { .data_dir = path };
	struct err err = ERR_INIT;
	struct store *store;

	make_ways(top);
	in(path, top, "shut/data");
	store = store_new(&options);
	cr_expect_null(store_load(store, "demo", &err));
	cr_expect_eq(err.message, MSG_FOLDER_NOT_PASSED, "%d", err.message);
	store_free(store);
	remove_ways(top);
}
