/* SPDX-License-Identifier: MIT
 *
 * What others save in the very moment in which one's own screen reads, or watches, must arrive all
 * the same. Calls of the C library that fall into such a moment are taken in their place here. */
#define _DEFAULT_SOURCE /* syscall */
#include <criterion/criterion.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "jalon/store/watch.h"
#include "play.h"

int malloc_trim(size_t pad);

static struct play *the_play;

/* Straight to the disk, as another program would. */
static void save_as_paul(struct play *play, const char *org_id, const char *owner)
{
	const struct store_options places = { .data_dir = play->folder,
		.shipped_dir = "tests/screens/checklists" };
	struct store *store = store_new(&places);
	struct change change = {
		.entry = "papier", .field = FIELD_OWNER, .from = VALUE_NONE, .to = { .text = owner }
	};
	const struct commit commit = { .author = "Paul",
		.at_utc = 1800000000,
		.changes = &change,
		.count = 1,
		.if_revision = COMMIT_ANY_REVISION };
	struct commit_outcome outcome;
	struct err err = ERR_INIT;

	cr_assert(store_commit(store, org_id, &commit, &outcome, &err), "%d", err.message);
	snapshot_free(outcome.snapshot);
	store_free(store);
}

static void save_now(void)
{
	struct play *play = the_play;

	the_play = NULL;
	if (play)
		save_as_paul(play, "demo", "Paul");
}

/* Called when a watch begins: the screen has read the file before, or reads it after. */
int inotify_init1(int flags)
{
	save_now();
	return (int)syscall(SYS_inotify_init1, flags);
}

/* Called when the screen takes what its own save brought. */
int malloc_trim(size_t pad)
{
	(void)pad;
	save_now();
	return 0;
}

static const char *owner_shown(const struct play *play)
{
	return organisation_find_entry(play->app->session->org, "papier")->owner;
}

Test(news, sees_a_save_that_came_while_it_opened)
{
	struct play play = play_open_french(NULL, 120, 40);

	the_play = &play;
	cr_assert(session_open(play.app->session, "demo"));
	app_wake(play.app);
	cr_expect_str_eq(owner_shown(&play), "Paul");
	play_close(&play);
}

Test(news, sees_a_save_that_came_right_after_its_own)
{
	struct play play = play_open_french("demo", 120, 40);

	session_select(play.app->session, "recenser");
	the_play = &play;
	play_keys(&play, "d");
	cr_expect_null(the_play);
	app_wake(play.app);
	cr_expect_str_eq(owner_shown(&play), "Paul");
	cr_expect_eq(
		organisation_find_entry(play.app->session->org, "recenser")->status, STATUS_DOING);
	play_close(&play);
}

Test(news, keeps_its_plan_where_its_own_save_is_the_only_news)
{
	struct play play = play_open_french("demo", 120, 40);
	const struct plan *plan;

	play_keys(&play, "d");
	plan = session_plan(play.app->session);
	app_wake(play.app);
	cr_expect_eq(play.app->session->plan, plan);
	play_close(&play);
}

static void run(const char *format, const char *folder)
{
	struct buf command = BUF_INIT;
	char *at = strstr(format, "%s");

	while (at) {
		buf_add_len(&command, format, (size_t)(at - format));
		buf_add(&command, folder);
		format = at + 2;
		at = strstr(format, "%s");
	}
	buf_add(&command, format);
	cr_assert_eq(system(command.text), 0, "%s", command.text);
	buf_release(&command);
}

Test(news, follows_every_organisation_while_they_are_listed)
{
	struct play play = play_open_french("demo", 120, 40);

	play_keys(&play, "1");
	play_write(&play, "autre.json", "{");
	app_wake(play.app);
	cr_expect(play_shows(&play, "autre"));
	run("mv %s/autre.json %s/autrement.json", play.folder);
	app_wake(play.app);
	cr_expect(play_shows(&play, "autrement"), "the same file under another name");
	play_keys(&play, "2");
	save_as_paul(&play, "demo", "Paul");
	app_wake(play.app);
	cr_expect_str_eq(owner_shown(&play), "Paul");
	play_close(&play);
}

Test(news, comes_back_with_a_folder_that_was_put_back)
{
	struct play play = play_open_french("demo", 120, 40);
	struct pollfd wakes = { .events = POLLIN };

	run("cp -a %s %s.kept && rm -rf %s", play.folder);
	app_wake(play.app);
	cr_expect_neq(play.app->session->broken.code, ERR_NONE);
	cr_expect_geq(
		watch_wait_ms(play.app->session->watch), 0, "no folder tells of its own return");
	run("mv %s.kept %s", play.folder);
	app_wake(play.app);
	cr_expect_eq(play.app->session->broken.code, ERR_NONE);
	cr_expect_eq(watch_wait_ms(play.app->session->watch), -1);
	save_as_paul(&play, "demo", "Paul");
	wakes.fd = watch_fd(play.app->session->watch);
	cr_expect_eq(poll(&wakes, 1, 2000), 1, "the folder that is there now is watched");
	app_wake(play.app);
	cr_expect_str_eq(owner_shown(&play), "Paul");
	play_join(&play, "Groupe A", "papier", "Up Down");
	cr_expect(play_shows(&play, "2 ici"), "people meet there again");
	play_close(&play);
}
