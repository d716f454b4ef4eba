/* SPDX-License-Identifier: MIT
 *
 * Saves that fail, or die, at each system call in turn. The calls below stand before those of the
 * C library because they are in the program itself, so that the store needs no seam for tests;
 * they do as usual until a fault is armed. */
#define _GNU_SOURCE /* syscall */
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "box.h"
#include "jalon/text/errors.h"

enum { DIED = 77 };

static struct {
	int countdown; /* 0: no fault is armed */
	int error;     /* 0: the process dies there */
	bool folder_sync;
	bool answer_is_lost; /* of a rename that was done all the same */
	char order[32];      /* f: a file synced, d: the folder, r: a rename */
} fault;

static void note_order(char what)
{
	size_t len = strlen(fault.order);

	if (len + 1 < sizeof(fault.order))
		fault.order[len] = what;
}

static bool is_due(void)
{
	if (fault.countdown == 0 || --fault.countdown > 0)
		return false;
	if (fault.error == 0)
		_exit(DIED);
	errno = fault.error;
	return true;
}

int openat(int folder_fd, const char *name, int flags, ...)
{
	va_list arguments;
	int mode;

	va_start(arguments, flags);
	mode = (flags & O_CREAT) ? va_arg(arguments, int) : 0;
	va_end(arguments);
	return is_due() ? -1 : (int)syscall(SYS_openat, folder_fd, name, flags, mode);
}

/* The first half is written all the same, as on a disk that fills up. */
ssize_t write(int fd, const void *bytes, size_t len)
{
	size_t half = fault.countdown == 1 ? len / 2 : 0;

	if (half > 0 && syscall(SYS_write, fd, bytes, half) < 0)
		return -1;
	return is_due() ? -1 : (ssize_t)syscall(SYS_write, fd, bytes, len);
}

int fsync(int fd)
{
	int flags = fcntl(fd, F_GETFL);

	note_order(flags & O_DIRECTORY ? 'd' : 'f');
	if (is_due()) {
		fault.folder_sync = (flags & O_DIRECTORY) != 0;
		return -1;
	}
	return (int)syscall(SYS_fsync, fd);
}

int ftruncate(int fd, off_t len)
{
	return is_due() ? -1 : (int)syscall(SYS_ftruncate, fd, len);
}

int renameat(int from_fd, const char *from, int to_fd, const char *to)
{
	note_order('r');
	if (fault.answer_is_lost) {
		syscall(SYS_renameat2, from_fd, from, to_fd, to, 0);
		errno = EIO;
		return -1;
	}
	return is_due() ? -1 : (int)syscall(SYS_renameat2, from_fd, from, to_fd, to, 0);
}

static void arm(int countdown, int error)
{
	fault.countdown = countdown;
	fault.error = error;
	fault.folder_sync = false;
}

static const struct change change = {
	.entry = "one", .field = FIELD_OWNER, .from = VALUE_NONE, .to = { .text = "Zoé" }
};

static const int errors[] = { ENOSPC, EIO, EDQUOT, EROFS, EACCES };

/* True once the save came to its end before the fault. */
static bool save_fails_at(int call, int error)
{
	struct box box;
	const char *file, *history;
	enum err_code code;
	bool reached;

	box_init_demo(&box);
	file = box_read(&box, "data/demo.json");
	history = box_read(&box, "data/demo.history.jsonl");
	arm(call, error);
	code = box_commit(&box, "Zoé", &change, 1);
	reached = fault.countdown == 0;
	arm(0, 0);
	if (!reached) {
		cr_expect_eq(code, ERR_NONE);
	} else if (fault.folder_sync || box.outcome.unsynced) {
		cr_expect_eq(code, ERR_NONE, "call %d: it is in place", call);
		cr_expect(box.outcome.unsynced, "call %d: and people are told", call);
	} else {
		cr_expect_eq(code, ERR_FAILED, "call %d, %s", call, strerror(error));
		cr_expect_str_eq(box_read(&box, "data/demo.json"), file, "call %d", call);
		cr_expect_str_eq(
			box_read(&box, "data/demo.history.jsonl"), history, "call %d", call);
		cr_expect_str_eq(box_names(&box), "demo.history.jsonl demo.json demo.lock",
			"call %d: %s", call, box_names(&box));
		cr_expect_eq(box_commit(&box, "Zoé", &change, 1), ERR_NONE, "call %d", call);
	}
	box_release(&box);
	return !reached;
}

Test(save, syncs_file_and_history_then_renames_then_syncs_the_folder)
{
	struct box box;

	box_init_demo(&box);
	memset(fault.order, 0, sizeof(fault.order));
	cr_assert_eq(box_commit(&box, "Zoé", &change, 1), ERR_NONE);
	cr_expect_str_eq(fault.order, "ffrd");
	box_release(&box);
}

Test(faults, leave_the_old_file_and_no_debris)
{
	for (size_t i = 0; i < ARRAY_LEN(errors); i++) {
		int call = 1;

		while (!save_fails_at(call, errors[i]))
			call++;
		cr_expect_gt(call, 9, "all calls of a save are tried, not %d", call);
	}
}

Test(faults, believe_what_stands_there_when_the_answer_to_a_rename_is_lost)
{
	struct box box;

	box_init_demo(&box);
	fault.answer_is_lost = true;
	cr_expect_eq(box_commit(&box, "Zoé", &change, 1), ERR_NONE);
	fault.answer_is_lost = false;
	cr_expect_not_null(strstr(box_content(&box), "\"Zoé\""));
	cr_expect_not_null(strstr(box_read(&box, "data/demo.history.jsonl"), "Zoé"));
	cr_expect_str_eq(box_names(&box), "demo.history.jsonl demo.json demo.lock");
	box_release(&box);
}

/* The same with the end of the process in place of an error. */
static bool save_dies_at(int call)
{
	struct box box;
	const char *old, *found;
	pid_t child;
	int status;

	box_init_demo(&box);
	old = box_content(&box);
	child = fork();
	if (child == 0) {
		arm(call, 0);
		_exit(box_commit(&box, "Zoé", &change, 1) == ERR_NONE ? 0 : 1);
	}
	waitpid(child, &status, 0);
	found = box_content(&box);
	cr_expect(strcmp(found, old) == 0 || strstr(found, "\"Zoé\""), "call %d", call);
	cr_expect_not_null(box_load(&box, "demo"), "call %d: %s", call, box.err.where);
	cr_expect_eq(box_set(&box, "Inès", "two", FIELD_OWNER, "I"), ERR_NONE, "call %d", call);
	cr_expect_str_eq(box_names(&box), "demo.history.jsonl demo.json demo.lock", "call %d: %s",
		call, box_names(&box));
	cr_expect_eq(strstr(box_read(&box, "data/demo.history.jsonl"), "Zoé") != NULL,
		strcmp(found, old) != 0, "call %d: the history says what the file does", call);
	cr_expect_eq(box_undo(&box, "Inès"), ERR_NONE, "call %d", call);
	cr_expect_str_eq(box_content(&box), found, "call %d", call);
	box_release(&box);
	return WIFEXITED(status) && WEXITSTATUS(status) != DIED;
}

Test(faults, leave_one_whole_file_behind_a_dead_process)
{
	int call = 1;

	while (!save_dies_at(call))
		call++;
	cr_expect_gt(call, 9, "all calls of a save are tried, not %d", call);
}

Test(faults, make_no_half_organisation)
{
	for (int call = 1;; call++) {
		struct box box;
		enum err_code code;
		bool reached;

		box_init(&box);
		arm(call, ENOSPC);
		code = box_create(&box, "demo", "guide");
		reached = fault.countdown == 0;
		arm(0, 0);
		if (code != ERR_NONE) {
			cr_expect_null(box_read(&box, "data/demo.json"), "call %d", call);
			cr_expect_null(box_read(&box, "data/demo.json.1.new"), "call %d", call);
			cr_expect_null(box_read(&box, "data/demo.history.jsonl"), "call %d", call);
		}
		box_release(&box);
		if (!reached)
			return;
	}
}
