/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* OFD locks, syscall */
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "box.h"
#include "jalon/store/watch.h"

/* "Inès:one Marc:two*", a star for who types, ×2 for two windows. */
static const char *people(struct box *box, const struct presence *presence)
{
	struct buf text = BUF_INIT;
	size_t count;
	const struct person *found = presence_people(presence, &count);
	const char *copy;

	for (size_t i = 0; i < count; i++) {
		buf_add_format(&text, "%s%s:%s%s", i ? " " : "", found[i].name, found[i].entry,
			found[i].typing ? "*" : "");
		if (found[i].windows > 1)
			buf_add_format(&text, "×%d", found[i].windows);
	}
	copy = arena_copy(box->arena, text.text);
	buf_release(&text);
	return copy;
}

Test(presence, shows_the_others_and_not_oneself)
{
	struct box box;
	struct presence *ines, *marc, *other;

	box_init_demo(&box);
	ines = presence_new(box.store, "demo", "Inès");
	presence_say(ines, "one", false);
	marc = presence_new(box.store, "demo", "Marc");
	cr_expect_str_eq(people(&box, marc), "Inès:one");
	presence_say(marc, "two", true);
	presence_look(ines);
	cr_expect_str_eq(people(&box, ines), "Marc:two*");
	other = presence_new(box.store, "demo-2", "Léa");
	cr_expect_str_eq(people(&box, other), "", "another organisation");
	presence_free(other);
	presence_free(marc);
	presence_look(ines);
	cr_expect_str_eq(people(&box, ines), "");
	presence_free(ines);
	box_release(&box);
}

Test(presence, counts_one_name_on_one_entry_once)
{
	struct box box;
	struct presence *windows[3], *marc;

	box_init_demo(&box);
	for (int i = 0; i < 3; i++) {
		windows[i] = presence_new(box.store, "demo", "Inès");
		presence_say(windows[i], i < 2 ? "one" : "two", false);
	}
	marc = presence_new(box.store, "demo", "Marc");
	cr_expect_str_eq(people(&box, marc), "Inès:one×2 Inès:two");
	for (int i = 0; i < 3; i++)
		presence_free(windows[i]);
	presence_free(marc);
	box_release(&box);
}

/* A session in a process of its own, which says where it is and then waits. */
static pid_t start_session(struct box *box, const char *author)
{
	int ready[2];
	char letter;
	pid_t pid;

	cr_assert_eq(pipe(ready), 0);
	pid = fork();
	if (pid == 0) {
		presence_say(presence_new(box->store, "demo", author), "one", true);
		if (write(ready[1], "r", 1) == 1)
			pause();
		_exit(1);
	}
	cr_assert_eq(read(ready[0], &letter, 1), 1);
	close(ready[0]);
	close(ready[1]);
	return pid;
}

static int watches_left = INT_MAX;

/* A system that has no more of them than that. */
int inotify_add_watch(int fd, const char *path, uint32_t mask)
{
	if (watches_left == 0) {
		errno = ENOSPC;
		return -1;
	}
	watches_left--;
	return (int)syscall(SYS_inotify_add_watch, fd, path, mask);
}

Test(presence, is_looked_for_where_no_watch_is_left_for_it)
{
	struct presence *ines, *marc;
	struct watch *watch;
	struct box box;

	box_init_demo(&box);
	ines = presence_new(box.store, "demo", "Inès");
	watches_left = 1;
	watch = watch_new(box.store, "demo");
	watch_add_presence(watch, ines);
	cr_expect_eq(watch_wait_ms(watch), 2000);
	marc = presence_new(box.store, "demo", "Marc");
	presence_say(marc, "one", true);
	cr_expect_not(watch_changed(watch), "nobody saved");
	cr_expect_str_eq(people(&box, ines), "Marc:one*");
	watches_left = 1;
	watch_changed(watch);
	cr_expect_eq(watch_wait_ms(watch), -1, "one is left again");
	presence_free(marc);
	watch_free(watch);
	presence_free(ines);
	box_release(&box);
}

Test(presence, ends_with_its_session_however_that_ends, .timeout = 20)
{
	struct box box;
	struct presence *ines;
	struct watch *watch;
	struct stat status;
	pid_t pid;

	box_init_demo(&box);
	pid = start_session(&box, "Marc");
	ines = presence_new(box.store, "demo", "Inès");
	watch = watch_new(box.store, "demo");
	watch_add_presence(watch, ines);
	cr_expect_str_eq(people(&box, ines), "Marc:one*");
	cr_assert_eq(kill(pid, SIGSTOP), 0);
	presence_look(ines);
	cr_expect_str_eq(people(&box, ines), "Marc:one*", "stopped, and still here");
	cr_assert_eq(kill(pid, SIGKILL), 0);
	for (int tries = 0; tries < 50 && people(&box, ines)[0]; tries++) {
		struct pollfd waiting = { .fd = watch_fd(watch), .events = POLLIN };

		poll(&waiting, 1, 100);
		cr_expect_not(watch_changed(watch), "nobody saved");
	}
	cr_expect_str_eq(people(&box, ines), "", "the watch tells");
	waitpid(pid, NULL, 0);
	presence_look(ines);
	presence_free(presence_new(box.store, "demo", "Léa"));
	cr_expect_eq(stat(box_path(&box, "data/.presence/demo.1"), &status), -1, "no debris");
	watch_free(watch);
	presence_free(ines);
	box_release(&box);
}

Test(presence, passes_over_what_is_no_such_file, .timeout = 10)
{
	static char large[100000];
	static const struct {
		const char *name, *text;
	} files[] = {
		{ "demo.90", "" },
		{ "demo.91", "\377\376 binary" },
		{ "demo.92", "jalon-presence 1\nAnna" },
		{ "demo.93", "jalon-presence 9\nAnna\none\n\n" },
		{ "demo.94", large },
		{ "demo.95", "jalon-presence 1\n\none\n\n" },
	};
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	int fds[ARRAY_LEN(files)];
	struct presence *ines;
	struct box box;

	memset(large, 'a', sizeof(large) - 1);
	box_init_demo(&box);
	ines = presence_new(box.store, "demo", "Inès");
	for (size_t i = 0; i < ARRAY_LEN(files); i++) {
		const char *name = arena_format(box.arena, "data/.presence/%s", files[i].name);

		box_write(&box, name, files[i].text);
		/* Held, as if a session were behind it. */
		fds[i] = open(box_path(&box, name), O_RDWR);
		cr_assert_eq(fcntl(fds[i], F_OFD_SETLK, &lock), 0);
	}
	mkfifo(box_path(&box, "data/.presence/demo.96"), 0600);
	cr_assert_eq(symlink("/etc/passwd", box_path(&box, "data/.presence/demo.97")), 0);
	mkdir(box_path(&box, "data/.presence/demo.98"), 0700);
	box_write(&box, "data/.presence/demo.x", "jalon-presence 1\nAnna\none\n\n");
	presence_look(ines);
	cr_expect_str_eq(people(&box, ines), "");
	cr_expect_not_null(box_read(&box, "data/.presence/demo.91"), "what is held stays");
	for (size_t i = 0; i < ARRAY_LEN(files); i++)
		close(fds[i]);
	presence_look(ines);
	cr_expect_null(box_read(&box, "data/.presence/demo.91"), "what nobody holds is debris");
	cr_expect_not_null(box_read(&box, "data/.presence/demo.x"), "what is not ours stays");
	presence_free(ines);
	box_release(&box);
}

Test(presence, does_without_where_nothing_can_be_written)
{
	struct presence *ines;
	struct box box;

	box_init_demo(&box);
	box_write(&box, "data/.presence", "in the way");
	ines = presence_new(box.store, "demo", "Inès");
	presence_say(ines, "one", true);
	presence_look(ines);
	cr_expect_str_eq(people(&box, ines), "");
	cr_expect(presence_has_said(ines, "one", true), "no reason to try again");
	presence_free(ines);
	presence_free(presence_new(box.store, "../x", "Inès"));
	box_release(&box);
}
