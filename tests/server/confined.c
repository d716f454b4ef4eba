/* SPDX-License-Identifier: MIT
 *
 * confined: what the sandbox of jalon --restricted refuses, tried one thing after the other, each
 * in a process of its own: once free, where it must succeed or it would prove nothing, and once
 * behind the two doors, as main.c shuts them.
 *
 *   confined DATA READ OTHER     folders: one to write in, one to read, and one that is none of its
 *                                business; all empty
 *
 * It says what did not go as it should, and ends with "N passed, N failed". A program of its own,
 * since what valgrind or a sanitizer does beside a test is not on the list of calls. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <linux/io_uring.h>

#include "jalon/base/mem.h"
#include "jalon/cli/restricted.h"
#include "cli/sandbox.h"

enum { PATH_SIZE = 512, KILLED = 255 };

struct place {
	const char *data, *read, *other;
	pid_t sibling; /* another process of the same user */
};

static const char *in(const char *folder, const char *name)
{
	static char path[PATH_SIZE];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return path;
}

/* Each returns 0, or why it was refused. */
static int said(long result)
{
	return result < 0 ? errno : 0;
}

static int open_socket(int family, int type)
{
	return said(socket(family, type, 0));
}

static int try_tcp(const struct place *place)
{
	(void)place;
	return open_socket(AF_INET, SOCK_STREAM);
}

static int try_udp6(const struct place *place)
{
	(void)place;
	return open_socket(AF_INET6, SOCK_DGRAM);
}

static int try_unix(const struct place *place)
{
	(void)place;
	return open_socket(AF_UNIX, SOCK_STREAM);
}

static int try_netlink(const struct place *place)
{
	(void)place;
	return open_socket(AF_NETLINK, SOCK_RAW);
}

static int try_pair(const struct place *place)
{
	int pair[2];

	(void)place;
	return said(socketpair(AF_UNIX, SOCK_STREAM, 0, pair));
}

static int try_io_uring(const struct place *place)
{
	struct io_uring_params params;

	(void)place;
	memset(&params, 0, sizeof(params));
	return said(syscall(SYS_io_uring_setup, 4, &params));
}

static int try_unshare(const struct place *place)
{
	(void)place;
	return said(unshare(CLONE_NEWUSER));
}

static int try_fork(const struct place *place)
{
	pid_t child = fork();

	(void)place;
	if (child == 0)
		_exit(0);
	return said(child);
}

static void *do_nothing(void *nothing)
{
	return nothing;
}

static int try_thread(const struct place *place)
{
	pthread_t thread;

	(void)place;
	return pthread_create(&thread, NULL, do_nothing, NULL);
}

static int try_exec(const struct place *place)
{
	(void)place;
	return said(execl("/bin/true", "true", (char *)NULL));
}

static int try_exec_at(const struct place *place)
{
	const char *const argv[] = { "true", NULL };
	int fd = open("/", O_PATH);

	(void)place;
	return said(syscall(SYS_execveat, fd < 0 ? AT_FDCWD : fd, "/bin/true", argv, NULL, 0));
}

static int try_memfd(const struct place *place)
{
	(void)place;
	return said(memfd_create("x", 0));
}

static int try_kill(const struct place *place)
{
	return said(kill(place->sibling, SIGTERM));
}

static int try_kill_all(const struct place *place)
{
	(void)place;
	return said(kill(-1, 0));
}

static int try_thread_kill(const struct place *place)
{
	return said(syscall(SYS_tgkill, place->sibling, place->sibling, SIGTERM));
}

static int try_pidfd(const struct place *place)
{
	return said(syscall(SYS_pidfd_open, place->sibling, 0));
}

/* A file that is made asynchronous sends signals to its owner, whoever that is. */
static int try_owner(const struct place *place)
{
	return said(fcntl(STDIN_FILENO, F_SETOWN, place->sibling));
}

static int try_other_ioctl(const struct place *place)
{
	(void)place;
	return said(ioctl(STDIN_FILENO, FIOCLEX));
}

static int try_ptrace(const struct place *place)
{
	return said(ptrace(PTRACE_ATTACH, place->sibling, NULL, NULL));
}

static int try_peek(const struct place *place)
{
	static char here[8];
	struct iovec one = { here, sizeof(here) };

	return said(process_vm_readv(place->sibling, &one, 1, &one, 1, 0));
}

static int try_their_limits(const struct place *place)
{
	struct rlimit found;

	return said(prlimit(place->sibling, RLIMIT_CORE, NULL, &found));
}

static int try_code(const struct place *place)
{
	void *at = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	(void)place;
	return at == MAP_FAILED ? errno : 0;
}

static int try_code_later(const struct place *place)
{
	void *at = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	(void)place;
	return at == MAP_FAILED ? 0 : said(mprotect(at, 4096, PROT_READ | PROT_EXEC));
}

static int try_privileges(const struct place *place)
{
	(void)place;
	return said(prctl(PR_SET_DUMPABLE, 1, 0, 0, 0));
}

static int try_folder(const struct place *place)
{
	(void)place;
	return said(chdir("/"));
}

static int try_passwd(const struct place *place)
{
	(void)place;
	return said(open("/etc/passwd", O_RDONLY));
}

static int try_root_folder(const struct place *place)
{
	(void)place;
	return said(open("/", O_RDONLY | O_DIRECTORY));
}

static int try_memory_file(const struct place *place)
{
	(void)place;
	return said(open("/proc/self/mem", O_RDWR));
}

static int try_other_file(const struct place *place)
{
	return said(open(in(place->other, "new"), O_WRONLY | O_CREAT, 0600));
}

static int try_other_folder(const struct place *place)
{
	return said(mkdir(in(place->other, "folder"), 0700));
}

static int try_move_out(const struct place *place)
{
	char from[PATH_SIZE];

	snprintf(from, sizeof(from), "%s/moved", place->data);
	close(open(from, O_WRONLY | O_CREAT, 0600));
	return said(rename(from, in(place->other, "moved")));
}

static int try_link(const struct place *place)
{
	return said(symlink("/etc/passwd", in(place->data, "link")));
}

static int try_fifo(const struct place *place)
{
	return said(mkfifo(in(place->data, "fifo"), 0600));
}

static int try_read_only(const struct place *place)
{
	return said(open(in(place->read, "new"), O_WRONLY | O_CREAT, 0600));
}

/* A core holds what was in memory. */
static int try_core(const struct place *place)
{
	struct rlimit core;

	(void)place;
	return getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_max > 0 ? 0 : EPERM;
}

static int try_large_file(const struct place *place)
{
	int fd = open(in(place->data, "new"), O_WRONLY | O_CREAT, 0600);

	signal(SIGXFSZ, SIG_IGN);
	return said(ftruncate(fd, 65L * 1024 * 1024));
}

static int try_much_memory(const struct place *place)
{
	void *at = mmap(NULL, (size_t)1 << 30, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	(void)place;
	return at == MAP_FAILED ? errno : 0;
}

static int try_many_files(const struct place *place)
{
	int fd = 0;

	for (int i = 0; fd >= 0 && i < 100; i++)
		fd = open(in(place->data, "new"), O_WRONLY | O_CREAT, 0600);
	return said(fd);
}

#ifdef __x86_64__
/* getpid() under the number that another machine gives it. */
static int try_other_machine(const struct place *place)
{
	long result = 20;

	(void)place;
	__asm__ volatile("int $0x80" : "+a"(result) : : "memory", "r8", "r9", "r10", "r11");
	return result < 0 ? (int)-result : 0;
}
#endif

/* What jalon lives from. */
static int need_files(const struct place *place)
{
	char path[PATH_SIZE];
	int fd = open(in(place->data, "kept.new"), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	if (fd < 0 || write(fd, "x", 1) != 1 || fsync(fd) != 0 || ftruncate(fd, 0) != 0 ||
		fcntl(fd, F_OFD_SETLK, &lock) != 0)
		return errno;
	close(fd);
	snprintf(path, sizeof(path), "%s/kept", place->data);
	if (rename(in(place->data, "kept.new"), path) != 0 || unlink(path) != 0)
		return errno;
	/* To another folder of its own, as what is removed goes. */
	mkdir(in(place->data, "folder"), 0700);
	close(open(in(place->data, "file"), O_WRONLY | O_CREAT, 0600));
	snprintf(path, sizeof(path), "%s/file", place->data);
	return said(rename(path, in(place->data, "folder/file")));
}

static int need_watch(const struct place *place)
{
	int fd = inotify_init1(IN_NONBLOCK);

	return said(fd < 0 ? fd : inotify_add_watch(fd, place->data, IN_MOVED_TO));
}

static int need_terminfo(const struct place *place)
{
	(void)place;
	return said(open("/lib/terminfo/x/xterm", O_RDONLY));
}

static int need_signals(const struct place *place)
{
	(void)place;
	signal(SIGUSR1, SIG_IGN);
	alarm(1);
	alarm(0);
	return kill(getpid(), 0) == 0 && raise(SIGUSR1) == 0 ? 0 : errno;
}

static int need_memory(const struct place *place)
{
	char *text = malloc(1 << 20);

	(void)place;
	if (text)
		memset(text, 1, 1 << 20);
	text = realloc(text, 1 << 22);
	free(text);
	return text ? 0 : ENOMEM;
}

static int need_time(const struct place *place)
{
	struct timespec pause = { .tv_nsec = 1 };
	struct tm local;
	time_t now = time(NULL);

	(void)place;
	return localtime_r(&now, &local) && nanosleep(&pause, NULL) == 0 ? 0 : errno;
}

enum verdict {
	REFUSED,
	REFUSED_BY_FOLDERS, /* where the kernel has Landlock */
	ALLOWED
};

// clang-format off
static const struct attempt {
	const char *name;
	int (*run)(const struct place *place);
	enum verdict verdict;
} attempts[] = {
	{ "a TCP socket", try_tcp, REFUSED },
	{ "a UDP socket", try_udp6, REFUSED },
	{ "a socket of the machine", try_unix, REFUSED },
	{ "a netlink socket", try_netlink, REFUSED },
	{ "a pair of sockets", try_pair, REFUSED },
	{ "io_uring", try_io_uring, REFUSED },
	{ "unshare", try_unshare, REFUSED },
	{ "fork", try_fork, REFUSED },
	{ "a thread", try_thread, REFUSED },
	{ "execve", try_exec, REFUSED },
	{ "execveat", try_exec_at, REFUSED },
	{ "a file in memory", try_memfd, REFUSED },
	{ "kill of another", try_kill, REFUSED },
	{ "kill of all", try_kill_all, REFUSED },
	{ "tgkill of another", try_thread_kill, REFUSED },
	{ "a descriptor of another process", try_pidfd, REFUSED },
	{ "an owner for a file’s signals", try_owner, REFUSED },
	{ "an ioctl that is no terminal’s", try_other_ioctl, REFUSED },
	{ "ptrace", try_ptrace, REFUSED },
	{ "another’s memory", try_peek, REFUSED },
	{ "another’s limits", try_their_limits, REFUSED },
	{ "memory that is code", try_code, REFUSED },
	{ "memory that becomes code", try_code_later, REFUSED },
	{ "prctl", try_privileges, REFUSED },
	{ "chdir", try_folder, REFUSED },
	{ "/etc/passwd", try_passwd, REFUSED_BY_FOLDERS },
	{ "the root folder", try_root_folder, REFUSED_BY_FOLDERS },
	{ "/proc/self/mem", try_memory_file, REFUSED_BY_FOLDERS },
	{ "a file elsewhere", try_other_file, REFUSED_BY_FOLDERS },
	{ "a folder elsewhere", try_other_folder, REFUSED_BY_FOLDERS },
	{ "moving a file out", try_move_out, REFUSED_BY_FOLDERS },
	{ "a link", try_link, REFUSED },
	{ "a FIFO", try_fifo, REFUSED },
	{ "writing where one reads", try_read_only, REFUSED_BY_FOLDERS },
	{ "a core", try_core, REFUSED },
	{ "a file of 65 MiB", try_large_file, REFUSED },
	{ "a gibibyte of memory", try_much_memory, REFUSED },
	{ "a hundred open files", try_many_files, REFUSED },
#ifdef __x86_64__
	{ "a call of another machine", try_other_machine, REFUSED },
#endif
	{ "files in the data folder", need_files, ALLOWED },
	{ "watching it", need_watch, ALLOWED },
	{ "a terminal’s description", need_terminfo, ALLOWED },
	{ "signals to oneself", need_signals, ALLOWED },
	{ "memory", need_memory, ALLOWED },
	{ "the time", need_time, ALLOWED },
};
// clang-format on

static bool confine(const struct place *place)
{
	const char *const read[] = { "/lib/terminfo", place->read };

	return restricted_lock_down() && sandbox_keep_to((struct string_list){ &place->data, 1 },
						 (struct string_list){ read, ARRAY_LEN(read) });
}

/* What one attempt leaves is not in the way of the next. */
static void tidy(const struct place *place)
{
	static const char *const names[] = { "new", "moved", "link", "fifo", "kept.new", "kept",
		"file", "folder/file" };
	const char *const folders[] = { place->data, place->read, place->other };

	for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
		for (size_t k = 0; k < ARRAY_LEN(names); k++)
			unlink(in(folders[i], names[k]));
		rmdir(in(folders[i], "folder"));
	}
}

static pid_t start_sibling(void)
{
	pid_t sibling = fork();

	if (sibling == 0) {
		/* Free to be looked into: what refuses is the sandbox. */
		for (;;)
			pause();
	}
	return sibling;
}

/* 0, an errno, or KILLED. */
static int outcome(const struct attempt *attempt, struct place *place, bool confined)
{
	int status = 0;
	pid_t child;

	place->sibling = start_sibling();
	child = fork();
	if (child == 0) {
		if (confined && !confine(place))
			_exit(0);
		_exit(attempt->run(place));
	}
	waitpid(child, &status, 0);
	kill(place->sibling, SIGKILL);
	waitpid(place->sibling, NULL, 0);
	tidy(place);
	return WIFEXITED(status) ? WEXITSTATUS(status) : KILLED;
}

/* By a door or a limit, and not by chance. */
static bool is_refusal(int outcome)
{
	static const int refusals[] = { ENOSYS, EACCES, EPERM, EXDEV, EAGAIN, EFBIG, ENOMEM, EMFILE,
		KILLED };

	for (size_t i = 0; i < ARRAY_LEN(refusals); i++) {
		if (outcome == refusals[i])
			return true;
	}
	return false;
}

int main(int argc, char **argv)
{
	struct place place = { .sibling = -1 };
	int passed = 0, failed = 0;

	if (argc != 4)
		return 2;
	place.data = argv[1];
	place.read = argv[2];
	place.other = argv[3];
	for (size_t i = 0; i < ARRAY_LEN(attempts); i++) {
		const struct attempt *attempt = &attempts[i];
		int open = outcome(attempt, &place, false);
		int shut = outcome(attempt, &place, true);

		if (attempt->verdict == REFUSED_BY_FOLDERS && !sandbox_has_folders()) {
			printf("no Landlock here: %s\n", attempt->name);
		} else if (open != 0 && attempt->verdict != ALLOWED) {
			printf("proves nothing here: %s (%s)\n", attempt->name, strerror(open));
		} else if (attempt->verdict == ALLOWED ? open == 0 && shut == 0
						       : is_refusal(shut)) {
			passed++;
		} else {
			failed++;
			printf("FAILED %s: free %d, confined %d\n", attempt->name, open, shut);
		}
	}
	printf("%d passed, %d failed\n", passed, failed);
	return failed != 0;
}
