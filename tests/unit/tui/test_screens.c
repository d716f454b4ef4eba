/* SPDX-License-Identifier: MIT
 *
 * Golden screens. tests/screens/NAME.keys says what to open and what to press:
 *
 *	organisation demo          none: the list of organisations
 *	empty                      a data folder without anything
 *	data tests/screens/merged  another one than tests/screens/data
 *	workshop                   an account that many share, which asks who one is
 *	ascii                      a terminal without the signs of Unicode
 *	calm                       for a voice or a braille display
 *	by Inès                    who presses the keys
 *	today 2026-11-24
 *	size 80x24 20x6            each in turn
 *	language fr en             each in turn
 *	visited 10 2026-11-20T…    at which revision and when `by` was there last
 *	keys Down Space            from here on in order
 *	type three words
 *	paste one\ntwo
 *	resize 40x12
 *	rest                       the keyboard is left alone for a while
 *	joins Groupe_A calls n     somebody else comes to that entry, presses keys and stays
 *	others Marc D + 2 s Enter  somebody else presses keys meanwhile, on the same entry
 *
 * NAME.screen holds what must be seen, for each size and language: the rows, then a letter for
 * each cell's role, both without the blanks (or plain cells) at their ends. With JALON_UPDATE in
 * the environment the files are written anew; JALON_SCREEN chooses some by a name or a pattern. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jalon/base/date.h"
#include "play.h"

enum { NAMES_MAX = 128, ACTIONS_MAX = 64 };

static const char folder[] = "tests/screens";

struct script {
	char *text;
	char *org_id, *data, *by, *today, *sizes, *languages, *visited;
	bool is_empty, is_workshop, is_ascii, is_calm;
	char *actions[ACTIONS_MAX];
	size_t action_count;
};

/* What stands behind the word, or NULL when the line begins otherwise. */
static char *after(char *line, const char *word)
{
	size_t len = strlen(word);

	if (strncmp(line, word, len) != 0 || (line[len] != ' ' && line[len] != '\0'))
		return NULL;
	return line + len + (line[len] == ' ');
}

static void read_script(struct script *script, const char *path)
{
	struct buf text = BUF_INIT;
	char *rest;

	cr_assert(file_text(path, &text), "%s", path);
	*script = (struct script){ .text = mem_copy_text(text.text) };
	buf_release(&text);
	for (char *line = strtok_r(script->text, "\n", &rest); line;
		line = strtok_r(NULL, "\n", &rest)) {
		char *value;

		if (line[0] == '#')
			continue;
		if ((value = after(line, "organisation")))
			script->org_id = value;
		else if ((value = after(line, "data")))
			script->data = value;
		else if ((value = after(line, "by")))
			script->by = value;
		else if ((value = after(line, "today")))
			script->today = value;
		else if ((value = after(line, "size")))
			script->sizes = value;
		else if ((value = after(line, "language")))
			script->languages = value;
		else if ((value = after(line, "visited")))
			script->visited = value;
		else if (after(line, "empty"))
			script->is_empty = true;
		else if (after(line, "workshop"))
			script->is_workshop = true;
		else if (after(line, "ascii"))
			script->is_ascii = true;
		else if (after(line, "calm"))
			script->is_calm = true;
		else
			script->actions[script->action_count++] = line;
		cr_assert(script->action_count < ACTIONS_MAX, "%s", path);
	}
	cr_assert(script->by && script->today && script->sizes && script->languages, "%s", path);
}

static void parse_size(const char *text, int *w, int *h)
{
	cr_assert_eq(sscanf(text, "%dx%d", w, h), 2, "%s", text);
}

static void paste(struct play *play, const char *typed)
{
	struct buf text = BUF_INIT;

	for (; *typed; typed++) {
		bool newline = typed[0] == '\\' && typed[1] == 'n';

		buf_add_char(&text, newline ? '\n' : *typed);
		typed += newline;
	}
	app_paste(play->app, text.text, text.len);
	buf_release(&text);
}

static void act(struct play *play, char *line)
{
	char *value;
	int w, h;

	if ((value = after(line, "keys"))) {
		play_keys(play, value);
	} else if ((value = after(line, "type"))) {
		play_type(play, value);
	} else if ((value = after(line, "paste"))) {
		paste(play, value);
	} else if ((value = after(line, "others"))) {
		char *keys = strchr(value, ' ');

		cr_assert_not_null(keys, "%s", line);
		*keys = '\0';
		/* Where the first person is. */
		play_leave_at(play, value, play->app->session->entry);
		play_others_keys(play, value, keys + 1);
		*keys = ' ';
	} else if ((value = after(line, "joins"))) {
		char *copy = mem_copy_text(value), *rest;
		char *by = strtok_r(copy, " ", &rest), *entry = strtok_r(NULL, " ", &rest);

		for (char *at = by; *at; at++)
			*at = *at == '_' ? ' ' : *at;
		play_join(play, by, entry, rest);
		mem_free(copy);
	} else if (after(line, "rest")) {
		app_settle(play->app);
		app_rest(play->app);
	} else if ((value = after(line, "resize"))) {
		parse_size(value, &w, &h);
		app_resize(play->app, w, h);
	} else {
		cr_assert_fail("what is “%s”?", line);
	}
}

/* Without what ends each line and says nothing. */
static void add_trimmed(struct buf *out, const char *text)
{
	while (*text) {
		size_t len = strcspn(text, "\n"), kept = len;

		while (kept && (text[kept - 1] == ' ' || text[kept - 1] == '.') &&
			text[kept - 1] == text[len - 1])
			kept--;
		buf_add_len(out, text, kept);
		buf_add_char(out, '\n');
		text += len + (text[len] == '\n');
	}
}

static void perform(
	const struct script *script, const char *size, const char *lang, struct buf *out)
{
	struct play_options options = { .org_id = script->org_id,
		.data = script->data,
		.by = script->by,
		.has_lang = true,
		.lang = strcmp(lang, "fr") == 0 ? LANG_FR : LANG_EN,
		.today = script->today,
		.is_empty = script->is_empty,
		.is_ascii = script->is_ascii,
		.is_calm = script->is_calm,
		.is_restricted = script->is_workshop,
		.asks_author = script->is_workshop };
	struct buf screen = BUF_INIT;
	struct play play;
	char visited[TIME_TEXT_SIZE];
	long long revision;

	if (script->visited) {
		cr_assert_eq(sscanf(script->visited, "%lld %31s", &revision, visited), 2, "%s",
			script->visited);
		options.visited = visited;
		options.visited_revision = revision;
	}
	parse_size(size, &options.w, &options.h);
	play_open(&play, &options);
	for (size_t i = 0; i < script->action_count; i++)
		act(&play, script->actions[i]);
	play_dump(&play, &screen);
	buf_add_format(out, "== %s %s, cursor at %d,%d\n", size, lang, play.canvas->cursor_x,
		play.canvas->cursor_y);
	add_trimmed(out, screen.text);
	buf_release(&screen);
	play_close(&play);
}

static void perform_all(const struct script *script, struct buf *out)
{
	char *sizes = mem_copy_text(script->sizes), *rest_sizes, *rest;

	for (char *size = strtok_r(sizes, " ", &rest_sizes); size;
		size = strtok_r(NULL, " ", &rest_sizes)) {
		char *languages = mem_copy_text(script->languages);

		for (char *lang = strtok_r(languages, " ", &rest); lang;
			lang = strtok_r(NULL, " ", &rest))
			perform(script, size, lang, out);
		mem_free(languages);
	}
	mem_free(sizes);
}

/* Line by line: screens do not shift, so that no cleverer comparison is needed. */
static void print_difference(const char *wanted, const char *found)
{
	for (int line = 1; *wanted || *found; line++) {
		int wanted_len = (int)strcspn(wanted, "\n"), found_len = (int)strcspn(found, "\n");

		if (wanted_len != found_len || strncmp(wanted, found, (size_t)found_len) != 0)
			fprintf(stderr, "%d\n- %.*s\n+ %.*s\n", line, wanted_len, wanted, found_len,
				found);
		wanted += wanted_len + (wanted[wanted_len] == '\n');
		found += found_len + (found[found_len] == '\n');
	}
}

static void write_golden(const char *path, const struct buf *text)
{
	FILE *file = fopen(path, "w");

	cr_assert_not_null(file, "%s", path);
	fwrite(text->text, 1, text->len, file);
	fclose(file);
}

static void check(const char *name)
{
	struct buf keys = BUF_INIT, golden = BUF_INIT, wanted = BUF_INIT, found = BUF_INIT;
	struct script script;

	buf_add_format(&keys, "%s/%s.keys", folder, name);
	buf_add_format(&golden, "%s/%s.screen", folder, name);
	read_script(&script, keys.text);
	perform_all(&script, &found);
	if (getenv("JALON_UPDATE")) {
		write_golden(golden.text, &found);
	} else if (!file_text(golden.text, &wanted) || strcmp(wanted.text, found.text) != 0) {
		print_difference(wanted.text, found.text);
		cr_expect_fail("%s differs; if it is better so: make update", golden.text);
	}
	mem_free(script.text);
	buf_release(&keys);
	buf_release(&golden);
	buf_release(&wanted);
	buf_release(&found);
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

Test(screens, are_as_they_were_accepted, .timeout = 120)
{
	const char *chosen = getenv("JALON_SCREEN");
	char *names[NAMES_MAX];
	size_t count = 0;
	DIR *dir = opendir(folder);
	struct dirent *found;

	cr_assert_not_null(dir, "run the tests from the project's folder");
	while ((found = readdir(dir))) {
		char *dot = strrchr(found->d_name, '.');

		if (!dot || strcmp(dot, ".keys") != 0)
			continue;
		*dot = '\0';
		if (chosen && fnmatch(chosen, found->d_name, 0) != 0)
			continue;
		cr_assert_lt(count, NAMES_MAX);
		names[count++] = mem_copy_text(found->d_name);
	}
	closedir(dir);
	qsort(names, count, sizeof(*names), compare_names);
	cr_assert_gt(count, 0, "no such screen");
	for (size_t i = 0; i < count; i++) {
		check(names[i]);
		mem_free(names[i]);
	}
}
