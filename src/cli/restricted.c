/* SPDX-License-Identifier: MIT
 *
 * Nothing here is needed where sshd_config is as `jalon server` prints it; all of it holds where it
 * is not, or where somebody finds a way to make jalon do what it should not. */
#define _DEFAULT_SOURCE /* RLIMIT_NPROC */
#include "jalon/cli/restricted.h"

#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

#include "jalon/base/terminal_name.h"
#include "jalon/cli/cli.h"
#include "cli/split.h"

enum { MEMORY_MAX = 512 * 1024 * 1024, FILE_MAX = 64 * 1024 * 1024, FILES_OPEN_MAX = 64 };

/* login(1) and sshd mark the shell of a login with a hyphen. */
bool restricted_is_login(int argc, const char *const *argv)
{
	return (argc > 0 && argv[0][0] == '-') || (argc > 1 && strcmp(argv[1], "-c") == 0);
}

bool restricted_is_asked(int argc, const char *const *argv)
{
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--restricted") == 0)
			return true;
	}
	return restricted_is_login(argc, argv);
}

static bool names_jalon(const char *word)
{
	const char *slash = strrchr(word, '/');

	return strcmp(slash ? slash + 1 : word, "jalon") == 0;
}

bool restricted_unpack(struct arena *arena, int *argc, const char *const **argv, struct err *err)
{
	struct string_list words = { NULL, 0 };

	if (!restricted_is_login(*argc, *argv))
		return true;
	if (*argc != 3 || strcmp((*argv)[1], "-c") != 0)
		return err_set_nowhere(err, ERR_FAILED, MSG_ONLY_JALON, NULL);
	if (!split_words(arena, (*argv)[2], strlen((*argv)[2]), &words, err) || words.count == 0 ||
		!names_jalon(words.texts[0]))
		return err_set_nowhere(err, ERR_FAILED, MSG_ONLY_JALON, (*argv)[2]);
	*argc = (int)words.count;
	*argv = words.texts;
	return true;
}

const char *restricted_terminal(const char *said)
{
	/* Those that Debian's ncurses-base describes, and that clients are likely to be. */
	static const char *const known[] = {
		"xterm-256color",
		"xterm",
		"xterm-color",
		"xterm-mono",
		"screen",
		"screen-256color",
		"tmux",
		"tmux-256color",
		"linux",
		"rxvt",
		"vt100",
		"vt102",
		"vt220",
		"cygwin",
		/* Knows no way to move its cursor: refused as such, and not by surprise. */
		"dumb",
	};
	const char *like = terminal_name_like(said);

	for (size_t i = 0; i < ARRAY_LEN(known); i++) {
		if (strcmp(known[i], said) == 0)
			return known[i];
	}
	return like ? like : "vt100";
}

const char *restricted_locale(const char *said)
{
	enum lang lang;

	if (!lang_from_locale(said, &lang))
		return "";
	return lang == LANG_FR ? "fr_FR" : "en_US";
}

static bool limit(int resource, rlim_t max)
{
	const struct rlimit wanted = { max, max };
	struct rlimit found;

	/* What the administrator allows may be less already. */
	if (getrlimit(resource, &found) == 0 && found.rlim_max < max)
		return true;
	return setrlimit(resource, &wanted) == 0;
}

#if defined(__x86_64__)
#define OUR_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCH AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define OUR_ARCH AUDIT_ARCH_RISCV64
#endif

/* A filter of system calls (seccomp(2)): starting a program, opening a connection and looking into
 * another session are refused with EPERM; calls made as another machine end the program. On
 * machines that it is not written for, the limits alone must do. */
static bool refuse_calls(void)
{
#ifdef OUR_ARCH
#define REFUSE(call)                                                                               \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1),                                         \
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | 1 /* EPERM */)
	struct sock_filter filter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCH, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
#ifdef __x86_64__
		/* The same calls under other numbers: x32. */
		BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
#endif
		REFUSE(SYS_execve),
		REFUSE(SYS_execveat),
		REFUSE(SYS_socket),
		REFUSE(SYS_ptrace),
		REFUSE(SYS_process_vm_readv),
		REFUSE(SYS_process_vm_writev),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	const struct sock_fprog program = { ARRAY_LEN(filter), filter };

	return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
#else
	return true;
#endif
}

bool restricted_lock_down(void)
{
	umask(007);
	return limit(RLIMIT_CORE, 0) && limit(RLIMIT_AS, MEMORY_MAX) &&
	       limit(RLIMIT_FSIZE, FILE_MAX) && limit(RLIMIT_NOFILE, FILES_OPEN_MAX) &&
	       limit(RLIMIT_NPROC, 0) && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 &&
	       prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && refuse_calls();
}

bool restricted_check(const struct cli *cli, struct err *err)
{
	const char *data = arguments_value(&cli->arguments, OPTION_DATA);
	struct stat status;

	if (!cli->environment->is_locked_down)
		return err_set_nowhere(err, ERR_FAILED, MSG_CANNOT_RESTRICT, NULL);
	if (!data || data[0] != '/')
		return err_set(err, ERR_USAGE, MSG_WHOLE_PATH_NEEDED, data, "--data");
	if (stat(data, &status) != 0 || !S_ISDIR(status.st_mode))
		return err_set(err, ERR_FAILED, MSG_NO_SUCH_FOLDER, data, "--data");
	if (!cli->environment->open_screen)
		return err_set_nowhere(err, ERR_FAILED, MSG_ONLY_JALON, NULL);
	return true;
}
