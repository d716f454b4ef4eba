/* SPDX-License-Identifier: MIT
 *
 * The list is of what is allowed. One of what is refused ages: a new call (io_uring, once) does
 * what an old one did, and nobody adds it.
 *
 * What is refused fails with ENOSYS. Ending the program, as a filter may, would throw a group out,
 * with what they had not saved, on the day that a C library tries a newer call first; libraries
 * fall back to the older one where the kernel says that it has none. Only calls that come as
 * another machine's end it, since no library makes them: their numbers mean other things.
 *
 * Calls that reach further than they seem are on the list by what they are asked: fcntl() and
 * ioctl() may send signals to other processes or type into a terminal, mmap() may bring code. */
#define _GNU_SOURCE /* F_OFD_SETLK, O_PATH, syscall() */
#include "cli/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

#include "jalon/base/mem.h"

#if defined(__x86_64__)
#define OUR_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCH AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define OUR_ARCH AUDIT_ARCH_RISCV64
#endif

/* The same numbers on every machine; older headers have none. */
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

#ifdef OUR_ARCH
enum check {
	ALWAYS,
	ARGUMENT_IS,    /* `value` */
	ARGUMENT_LACKS, /* every bit of `value` */
	ARGUMENT_IS_US  /* the id of this process */
};

struct allowed_call {
	long number;
	enum check check;
	unsigned argument; /* which of them, from 0 */
	uint32_t value;    /* its lower half, which is all that the kernel looks at in these */
};

// clang-format off
static const struct allowed_call allowed_calls[] = {
	/* Files. */
	{ .number = SYS_read }, { .number = SYS_write }, { .number = SYS_readv }, { .number = SYS_writev },
	{ .number = SYS_pread64 }, { .number = SYS_pwrite64 }, { .number = SYS_lseek },
	{ .number = SYS_openat }, { .number = SYS_close }, { .number = SYS_getdents64 },
	{ .number = SYS_fstat }, { .number = SYS_newfstatat }, { .number = SYS_statx },
	{ .number = SYS_statfs }, { .number = SYS_fstatfs },
	{ .number = SYS_faccessat }, { .number = SYS_faccessat2 }, { .number = SYS_readlinkat },
	{ .number = SYS_mkdirat }, { .number = SYS_unlinkat }, { .number = SYS_renameat2 },
	{ .number = SYS_ftruncate }, { .number = SYS_fsync }, { .number = SYS_fdatasync },
	{ .number = SYS_flock }, { .number = SYS_umask }, { .number = SYS_pipe2 },
	/* A save keeps the rights of what it replaces, and gives nobody's to a program. */
	{ SYS_fchmod, ARGUMENT_LACKS, 1, S_ISUID }, { .number = SYS_fchown },
	{ .number = SYS_fgetxattr }, { .number = SYS_fsetxattr },
#ifdef SYS_renameat
	{ .number = SYS_renameat },
#endif
	{ SYS_fcntl, ARGUMENT_IS, 1, F_GETFD }, { SYS_fcntl, ARGUMENT_IS, 1, F_SETFD },
	{ SYS_fcntl, ARGUMENT_IS, 1, F_GETFL }, { SYS_fcntl, ARGUMENT_IS, 1, F_SETFL },
	{ SYS_fcntl, ARGUMENT_IS, 1, F_OFD_SETLK }, { SYS_fcntl, ARGUMENT_IS, 1, F_OFD_GETLK },
	/* The terminal. */
	{ SYS_ioctl, ARGUMENT_IS, 1, TCGETS }, { SYS_ioctl, ARGUMENT_IS, 1, TCSETS },
	{ SYS_ioctl, ARGUMENT_IS, 1, TCSETSW }, { SYS_ioctl, ARGUMENT_IS, 1, TCSETSF },
	{ SYS_ioctl, ARGUMENT_IS, 1, TCFLSH }, { SYS_ioctl, ARGUMENT_IS, 1, TIOCGWINSZ },
	/* TCGETS2 and its sisters, which newer C libraries ask for; their names want a struct that is not
	 * there beside termios.h. */
	{ SYS_ioctl, ARGUMENT_IS, 1, 0x802c542a }, { SYS_ioctl, ARGUMENT_IS, 1, 0x402c542b },
	{ SYS_ioctl, ARGUMENT_IS, 1, 0x402c542c }, { SYS_ioctl, ARGUMENT_IS, 1, 0x402c542d },
	/* Waiting. */
	{ .number = SYS_ppoll }, { .number = SYS_pselect6 }, { .number = SYS_nanosleep },
	{ .number = SYS_clock_nanosleep }, { .number = SYS_futex }, { .number = SYS_restart_syscall },
	{ .number = SYS_inotify_init1 }, { .number = SYS_inotify_add_watch }, { .number = SYS_inotify_rm_watch },
	{ .number = SYS_setitimer }, { .number = SYS_clock_gettime }, { .number = SYS_clock_getres },
	{ .number = SYS_gettimeofday },
	/* Memory; no code. */
	{ .number = SYS_brk }, { .number = SYS_munmap }, { .number = SYS_mremap }, { .number = SYS_madvise },
	{ SYS_mmap, ARGUMENT_LACKS, 2, PROT_EXEC }, { SYS_mprotect, ARGUMENT_LACKS, 2, PROT_EXEC },
	/* Signals, to oneself alone. */
	{ .number = SYS_rt_sigaction }, { .number = SYS_rt_sigprocmask }, { .number = SYS_rt_sigreturn },
	{ .number = SYS_sigaltstack },
	{ .number = SYS_kill, .check = ARGUMENT_IS_US }, { .number = SYS_tgkill, .check = ARGUMENT_IS_US },
	/* Oneself. */
	{ .number = SYS_exit }, { .number = SYS_exit_group }, { .number = SYS_getpid }, { .number = SYS_gettid },
	{ .number = SYS_getuid }, { .number = SYS_geteuid }, { .number = SYS_getgid }, { .number = SYS_getegid },
	{ SYS_prlimit64, ARGUMENT_IS, 0, 0 }, { .number = SYS_getrandom }, { .number = SYS_sysinfo },
	/* What closes the second door. */
	{ .number = SYS_landlock_create_ruleset }, { .number = SYS_landlock_add_rule },
	{ .number = SYS_landlock_restrict_self },
#ifdef __x86_64__ /* the names that only this machine still has */
	{ .number = SYS_open }, { .number = SYS_stat }, { .number = SYS_lstat }, { .number = SYS_access },
	{ .number = SYS_readlink }, { .number = SYS_mkdir }, { .number = SYS_unlink }, { .number = SYS_rename },
	{ .number = SYS_pipe }, { .number = SYS_poll }, { .number = SYS_select }, { .number = SYS_alarm },
	{ .number = SYS_time },
#endif
};
// clang-format on

enum { STEPS_A_CALL = 5, STEPS_AROUND = 5 };

struct program {
	struct sock_filter steps[STEPS_A_CALL * ARRAY_LEN(allowed_calls) + STEPS_AROUND];
	unsigned short count;
};

static void add(struct program *program, unsigned code, size_t value, unsigned yes, unsigned no)
{
	program->steps[program->count++] = (struct sock_filter){ (unsigned short)code,
		(unsigned char)yes, (unsigned char)no, (uint32_t)value };
}

static void add_load(struct program *program, size_t offset)
{
	add(program, BPF_LD | BPF_W | BPF_ABS, offset, 0, 0);
}

static void add_return(struct program *program, uint32_t verdict)
{
	add(program, BPF_RET | BPF_K, verdict, 0, 0);
}

/* What is not allowed here goes on to the next of the list, with the call's number as before. */
static void add_call(struct program *program, const struct allowed_call *call)
{
	const unsigned equal = BPF_JMP | BPF_JEQ | BPF_K, any_bit = BPF_JMP | BPF_JSET | BPF_K;
	const size_t value = call->check == ARGUMENT_IS_US ? (size_t)getpid() : call->value;

	add(program, equal, (size_t)call->number, 0, call->check == ALWAYS ? 1 : 4);
	if (call->check != ALWAYS) {
		/* The lower half comes first on all these machines. */
		add_load(program,
			offsetof(struct seccomp_data, args) + call->argument * sizeof(uint64_t));
		if (call->check == ARGUMENT_LACKS)
			add(program, any_bit, value, 1, 0);
		else
			add(program, equal, value, 0, 1);
	}
	add_return(program, SECCOMP_RET_ALLOW);
	if (call->check != ALWAYS)
		add_load(program, offsetof(struct seccomp_data, nr));
}

bool sandbox_filter_calls(void)
{
	struct program program = { .count = 0 };
	struct sock_fprog taken = { 0, program.steps };

	add_load(&program, offsetof(struct seccomp_data, arch));
	add(&program, BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCH, 1, 0);
	add_return(&program, SECCOMP_RET_KILL_PROCESS);
	add_load(&program, offsetof(struct seccomp_data, nr));
	for (size_t i = 0; i < ARRAY_LEN(allowed_calls); i++)
		add_call(&program, &allowed_calls[i]);
	add_return(&program, SECCOMP_RET_ERRNO | ENOSYS);
	taken.len = program.count;
	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &taken) == 0;
}

bool sandbox_has_filter(void)
{
	return true;
}
#else
bool sandbox_filter_calls(void)
{
	return true;
}

bool sandbox_has_filter(void)
{
	return false;
}
#endif

/* linux/landlock.h says all this too, as far as the kernel that it came with. */
enum { CREATE_VERSION = 1, RULE_PATH_BENEATH = 1 };

/* What may be handled at all grew with each version. */
#define RIGHTS_OF_FIRST UINT64_C(0x1fff)
#define RIGHT_REFER (UINT64_C(1) << 13)
#define RIGHT_TRUNCATE (UINT64_C(1) << 14)
#define RIGHT_IOCTL (UINT64_C(1) << 15)
#define RIGHTS_OF_NET UINT64_C(3)
#define SCOPES UINT64_C(3)
enum { HAS_REFER = 2, HAS_TRUNCATE = 3, HAS_NET = 4, HAS_IOCTL = 5, HAS_SCOPES = 6 };

#define RIGHT_WRITE_FILE (UINT64_C(1) << 1)
#define RIGHT_READ_FILE (UINT64_C(1) << 2)
#define RIGHT_READ_FOLDER (UINT64_C(1) << 3)
#define RIGHT_REMOVE_FILE (UINT64_C(1) << 5)
#define RIGHT_MAKE_FOLDER (UINT64_C(1) << 7)
#define RIGHT_MAKE_FILE (UINT64_C(1) << 8)

struct ruleset {
	uint64_t files, net, scopes;
};

struct rule {
	uint64_t allowed;
	int32_t fd;
} __attribute__((packed));

static int landlock_version(void)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, CREATE_VERSION);

	return version > 0 ? (int)version : 0;
}

static struct ruleset ruleset_of(int version, size_t *size)
{
	struct ruleset ruleset = { .files = RIGHTS_OF_FIRST };

	ruleset.files |= version >= HAS_REFER ? RIGHT_REFER : 0;
	ruleset.files |= version >= HAS_TRUNCATE ? RIGHT_TRUNCATE : 0;
	ruleset.files |= version >= HAS_IOCTL ? RIGHT_IOCTL : 0;
	ruleset.net = version >= HAS_NET ? RIGHTS_OF_NET : 0;
	ruleset.scopes = version >= HAS_SCOPES ? SCOPES : 0;
	*size = version >= HAS_SCOPES ? sizeof(ruleset)
		: version >= HAS_NET  ? offsetof(struct ruleset, scopes)
				      : offsetof(struct ruleset, net);
	return ruleset;
}

/* Of a file that stands in the place of a folder, what files have. */
static bool allow(int ruleset_fd, const char *path, uint64_t rights)
{
	struct rule rule = { .fd = open(path, O_PATH | O_CLOEXEC) };
	struct stat status;
	bool good;

	if (rule.fd < 0)
		return true;
	rule.allowed = rights;
	if (fstat(rule.fd, &status) != 0 || !S_ISDIR(status.st_mode))
		rule.allowed &= RIGHT_READ_FILE | RIGHT_WRITE_FILE | RIGHT_TRUNCATE;
	good = syscall(SYS_landlock_add_rule, ruleset_fd, RULE_PATH_BENEATH, &rule, 0) == 0;
	close(rule.fd);
	return good;
}

static bool allow_all(int ruleset_fd, struct string_list paths, uint64_t rights)
{
	bool good = true;

	for (size_t i = 0; good && i < paths.count; i++)
		good = allow(ruleset_fd, paths.texts[i], rights);
	return good;
}

bool sandbox_keep_to(struct string_list written, struct string_list read)
{
	const uint64_t reading = RIGHT_READ_FILE | RIGHT_READ_FOLDER;
	const uint64_t writing = reading | RIGHT_WRITE_FILE | RIGHT_REMOVE_FILE |
				 RIGHT_MAKE_FOLDER | RIGHT_MAKE_FILE | RIGHT_REFER | RIGHT_TRUNCATE;
	const int version = landlock_version();
	size_t size;
	const struct ruleset ruleset = ruleset_of(version, &size);
	bool good;
	int fd;

	if (version == 0)
		return true;
	fd = (int)syscall(SYS_landlock_create_ruleset, &ruleset, size, 0);
	if (fd < 0)
		return false;
	good = allow_all(fd, written, writing & ruleset.files) && allow_all(fd, read, reading) &&
	       syscall(SYS_landlock_restrict_self, fd, 0) == 0;
	close(fd);
	return good;
}

bool sandbox_has_folders(void)
{
	return landlock_version() > 0;
}
