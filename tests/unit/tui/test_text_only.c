/* SPDX-License-Identifier: MIT
 *
 * Every screen, walked over the table of commands: whatever files, names and keys hold, what
 * reaches the canvas is text and no more. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "../base/breadth.h"
#include "../cli/hostile.h"
#include "tui/command.h"
#include "play.h"

static void expect_text(struct play *play, const char *what)
{
	struct buf screen = BUF_INIT;
	const char *found;

	play_dump(play, &screen);
	found = hostile_find(screen.text, screen.len, false);
	cr_expect_str_empty(found, "%s: %s", what, found);
	found = hostile_find_marks(screen.text, screen.len);
	cr_expect_str_empty(found, "%s: %s", what, found);
	cr_expect_null(strstr(screen.text, "\nFORGED"), "%s: a row of %s", what, screen.text);
	buf_release(&screen);
}

static void open_hostile(struct play *play, const struct buf *author, int w, int h)
{
	const struct play_options options = { .by = author->text,
		.today = "2026-11-24",
		.w = w,
		.h = h,
		.has_lang = true,
		.lang = LANG_FR,
		.is_empty = true };
	struct buf text = BUF_INIT, path = BUF_INIT;

	play_open(play, &options);
	play_keys(play, "Esc");
	buf_add_format(&path, "%s/checklists", play->folder);
	cr_assert_eq(mkdir(path.text, 0777), 0);
	hostile_add_checklist(&text);
	play_write(play, "checklists/hostile@1.json", text.text);
	buf_clear(&text);
	hostile_add_organisation(&text);
	play_write(play, "demo.json", text.text);
	play_write(play, "broken.json", "{\"format\": \"\\u001b[31m\"}");
	cr_assert(session_open(play->app->session, "demo"), "%s",
		play->app->session->notice.text.text);
	buf_release(&text);
	buf_release(&path);
}

static void run_command(
	struct play *play, enum view view, const struct command *command, const struct buf *all)
{
	char what[96];
	struct key key;

	snprintf(what, sizeof(what), "%s, in view %d", command->name, view);
	play_show_view(play, view);
	play->app->quitting = false;
	cr_assert(key_parse(command->key, &key));
	app_settle(play->app);
	app_key(play->app, key);
	expect_text(play, what);
	if (!dialogue_is_open(&play->app->dialogue))
		return;
	app_paste(play->app, all->text, all->len);
	expect_text(play, what);
	play_keys(play, "Enter");
	expect_text(play, what);
}

/* In each view where it applies; for less breadth, in the first one. */
static bool is_walked(const struct command *command, int view)
{
	int earlier = (1 << view) - 1;

	return command->where & (1 << view) && (breadth_is_whole() || !(command->where & earlier));
}

static void walk(const struct buf *all, int w, int h)
{
	struct play play;

	open_hostile(&play, all, w, h);
	for (int view = 0; view < VIEW_COUNT; view++) {
		for (size_t i = 0; i < command_count; i++) {
			if (is_walked(&commands[i], view))
				run_command(&play, (enum view)view, &commands[i], all);
			/* Opening another organisation, or none, ends the walk too early. */
			if (!play.app->session->org ||
				strcmp(play.app->session->org_id, "demo") != 0)
				cr_assert(session_open(play.app->session, "demo"));
		}
	}
	play_close(&play);
}

Test(text_only, reaches_the_canvas_from_every_command)
{
	struct buf all = BUF_INIT;

	hostile_add_all(&all, false);
	walk(&all, 80, 24);
	walk(&all, 40, 12);
	buf_release(&all);
}

Test(text_only, scrolls_through_every_entry_and_the_guide)
{
	struct buf all = BUF_INIT;
	struct play play;

	hostile_add_all(&all, false);
	open_hostile(&play, &all, 80, 24);
	for (int view = 0; view < VIEW_COUNT; view++) {
		play_show_view(&play, (enum view)view);
		play_keys(&play, "Home");
		for (int i = 0; i < breadth(60); i++) {
			play_keys(&play, "Down");
			expect_text(&play, "Down");
		}
	}
	play_show_view(&play, VIEW_CHECKLIST);
	play_keys(&play, "H");
	expect_text(&play, "history");
	cr_expect(play_shows(&play, "␛"), "signs are seen");
	play_close(&play);
	buf_release(&all);
}

/* Another text of the same file comes while somebody looks. */
Test(text_only, says_what_broke_as_text)
{
	for (size_t i = 0; i < hostile_text_count; i++) {
		struct buf author = BUF_INIT, text = BUF_INIT;
		struct play play;

		buf_add(&author, "Inès");
		open_hostile(&play, &author, 80, 24);
		hostile_add_json(&text, "{\"format\":%}", hostile_texts[i].text);
		play_write(&play, "demo.json", text.text);
		session_refresh(play.app->session);
		expect_text(&play, hostile_texts[i].name);
		play_keys(&play, "1");
		expect_text(&play, hostile_texts[i].name);
		play_close(&play);
		buf_release(&author);
		buf_release(&text);
	}
}
