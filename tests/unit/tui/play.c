/* SPDX-License-Identifier: MIT */
#include "play.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"

static const char data_folder[] = "tests/screens/data";
static int the_day;

/* Ten in the morning of that day. */
static int64_t the_time(void)
{
	return (int64_t)the_day * 86400 + 10 * 3600;
}

static int the_today(void)
{
	return the_day;
}

bool file_text(const char *path, struct buf *out)
{
	FILE *file = fopen(path, "r");
	char chunk[4096];
	size_t len;

	if (!file)
		return false;
	while ((len = fread(chunk, 1, sizeof(chunk), file)) > 0)
		buf_add_len(out, chunk, len);
	fclose(file);
	return true;
}

static void write_text(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	cr_assert_not_null(file, "%s", path);
	fputs(text, file);
	fclose(file);
}

void play_read(const struct play *play, const char *name, struct buf *out)
{
	struct buf path = BUF_INIT;

	buf_add_format(&path, "%s/%s", play->folder, name);
	file_text(path.text, out);
	buf_release(&path);
}

void play_write(const struct play *play, const char *name, const char *text)
{
	struct buf path = BUF_INIT;

	buf_add_format(&path, "%s/%s", play->folder, name);
	write_text(path.text, text);
	buf_release(&path);
}

static void copy_data(const struct play *play, const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *found;

	cr_assert_not_null(dir, "run the tests from the project's folder");
	while ((found = readdir(dir))) {
		struct buf path = BUF_INIT, text = BUF_INIT;

		buf_add_format(&path, "%s/%s", folder, found->d_name);
		if (found->d_name[0] != '.' && file_text(path.text, &text))
			play_write(play, found->d_name, text.text);
		buf_release(&path);
		buf_release(&text);
	}
	closedir(dir);
}

static void remove_folder(const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *found;

	while (dir && (found = readdir(dir))) {
		struct buf inside = BUF_INIT;

		if (strcmp(found->d_name, ".") == 0 || strcmp(found->d_name, "..") == 0)
			continue;
		buf_add_format(&inside, "%s/%s", path, found->d_name);
		if (unlink(inside.text) != 0)
			remove_folder(inside.text);
		buf_release(&inside);
	}
	if (dir)
		closedir(dir);
	rmdir(path);
}

static void visit(const struct play *play, const struct play_options *options)
{
	struct kept_place place = { .entry = "", .last.revision = options->visited_revision };

	cr_assert(time_parse(options->visited, &place.last.at_utc), "%s", options->visited);
	store_write_place(play->store, options->org_id, options->by, &place);
}

void play_open(struct play *play, const struct play_options *options)
{
	static const char *const dirs[] = { "tests/screens/checklists" };
	struct store_options places = { .checklist_dirs = dirs,
		.checklist_dir_count = 1,
		.shipped_dir = "checklists",
		.keeps_one_language = true,
		.lang = options->has_lang ? options->lang : LANG_NONE };
	struct session_options wanted = { .org_id = options->org_id,
		.author = options->by,
		.has_lang = options->has_lang,
		.lang = options->lang,
		.is_restricted = options->is_restricted,
		.asks_author = options->asks_author,
		.now_utc = the_time,
		.today_day = the_today };

	snprintf(play->folder, sizeof(play->folder), "/tmp/jalon-play-XXXXXX");
	cr_assert_not_null(mkdtemp(play->folder));
	cr_assert(date_parse(options->today, &the_day), "%s", options->today);
	if (!options->is_empty)
		copy_data(play, options->data ? options->data : data_folder);
	places.data_dir = play->folder;
	play->store = wanted.store = store_new(&places);
	play->options = wanted;
	play->guest_count = 0;
	if (options->visited)
		visit(play, options);
	play->app = app_new(&wanted, options->w, options->h);
	play->app->appearance.signs = options->is_ascii ? SIGNS_ASCII : SIGNS_UNICODE;
	play->app->appearance.is_calm = options->is_calm;
	play->canvas = canvas_new(options->w, options->h);
	app_settle(play->app);
}

struct play play_open_french(const char *org_id, int w, int h)
{
	const struct play_options options = { .org_id = org_id,
		.by = "Inès",
		.has_lang = true,
		.lang = LANG_FR,
		.today = "2026-11-24",
		.w = w,
		.h = h };
	struct play play;

	play_open(&play, &options);
	return play;
}

void play_close(struct play *play)
{
	for (size_t i = 0; i < play->guest_count; i++)
		app_free(play->guests[i]);
	app_free(play->app);
	store_free(play->store);
	canvas_free(play->canvas);
	remove_folder(play->folder);
}

static void press(struct play *play, struct key key)
{
	/* As the loop does: what is on the screen is what the key is about. */
	app_settle(play->app);
	app_key(play->app, key);
}

void play_keys(struct play *play, const char *names)
{
	char *copy = mem_copy_text(names), *rest;

	for (char *name = strtok_r(copy, " ", &rest); name; name = strtok_r(NULL, " ", &rest)) {
		struct key key;

		cr_assert(key_parse(name, &key), "no such key: %s", name);
		press(play, key);
	}
	mem_free(copy);
}

void play_others_keys(struct play *play, const char *by, const char *names)
{
	struct session_options options = play->options;
	struct play other = *play;

	options.author = by;
	options.org_id = play->app->session->org_id;
	other.app = app_new(&options, play->app->w, play->app->h);
	app_settle(other.app);
	play_keys(&other, names);
	app_free(other.app);
}

void play_leave_at(struct play *play, const char *by, const char *entry_id)
{
	const struct kept_place place = { .entry = entry_id };

	store_write_place(play->store, play->app->session->org_id, by, &place);
}

void play_join(struct play *play, const char *by, const char *entry_id, const char *names)
{
	struct session_options options = play->options;
	struct play other = *play;
	char *name = play->guest_names[play->guest_count];

	cr_assert(play->guest_count < ARRAY_LEN(play->guests));
	cr_assert(strlen(by) < sizeof(play->guest_names[0]), "%s", by);
	strcpy(name, by);
	if (entry_id)
		play_leave_at(play, by, entry_id);
	options.author = name;
	options.org_id = play->app->session->org_id;
	other.app = play->guests[play->guest_count++] =
		app_new(&options, play->app->w, play->app->h);
	app_settle(other.app);
	play_keys(&other, names);
	app_rest(other.app);
	app_wake(play->app);
}

void play_type(struct play *play, const char *text)
{
	for (size_t at = 0, len = strlen(text); at < len;) {
		struct key key = { .alt = false };

		at += utf8_decode(text + at, len - at, &key.code);
		press(play, key);
	}
}

void play_show_view(struct play *play, enum view view)
{
	dialogue_close(&play->app->dialogue);
	press(play, (struct key){ .code = '1' + (uint32_t)view });
}

const char *play_selected(struct play *play)
{
	const struct entry *entry;

	app_settle(play->app);
	entry = app_entry(play->app);
	return entry ? entry->id : "";
}

void play_dump(struct play *play, struct buf *out)
{
	app_settle(play->app);
	app_draw(play->app, play->canvas);
	canvas_dump(out, play->canvas);
}

bool play_shows(struct play *play, const char *text)
{
	struct buf screen = BUF_INIT;
	bool shown;

	play_dump(play, &screen);
	shown = strstr(screen.text, text) != NULL;
	buf_release(&screen);
	return shown;
}
