/* SPDX-License-Identifier: MIT
 *
 * A session writes its file in place, with one write of a fixed size, and keeps it open: so the
 * others are woken once for each change, and an end of writing (the file is closed) means that the
 * session has ended. Whether it lives is asked without taking its lock (F_OFD_GETLK), so that
 * looking never gets in the way of anybody. */
#include "jalon/store/presence.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jalon/base/utf8.h"
#include "store/snapshot.h"

enum { SESSIONS_MAX = 256, NUMBER_MAX = 4 * SESSIONS_MAX, PREFIX_SIZE = 68, FILE_NAME_SIZE = 96 };

static const char first_line[] = "jalon-presence 1";

/* What a session says of itself, cut to what a file has room for. */
struct said {
	char name[PRESENCE_NAME_SIZE];
	char entry[PRESENCE_ENTRY_SIZE];
	bool typing;
};

/* Its texts stand behind it. With a hundred sessions each keeps one of all the others, so it takes
 * what its texts take, and not what they might: room for the longest was a tenth of a session. */
struct session {
	bool typing;
	const char *file_name, *name, *entry;
};

struct presence {
	char prefix[PREFIX_SIZE]; /* "demo." */
	char author[PRESENCE_NAME_SIZE];
	int folder_fd; /* −1: presence cannot be had */
	int own_fd;    /* −1: the others do not see us */
	char own_name[FILE_NAME_SIZE];
	struct said own; /* as it was last written */
	struct session **sessions;
	size_t session_count;
	struct person *people; /* borrow from the sessions */
	size_t person_count;
	size_t room; /* of both: mostly there are few, and seldom hundreds */
};

/* The beginning of a text, whole characters of it, on one line. */
static void copy_line(char *out, size_t size, const char *text)
{
	size_t len = strlen(text);

	if (len >= size) {
		len = size - 1;
		while (len && ((unsigned char)text[len] & 0xc0) == 0x80)
			len--;
	}
	memcpy(out, text, len);
	out[len] = '\0';
	for (char *at = out; *at; at++) {
		if (*at == '\n')
			*at = ' ';
	}
}

/* A new file of one's own, locked. Between its making and its locking somebody may take it for
 * debris: then it has no name any more, and is made again. */
static bool take_number(struct presence *presence, int number)
{
	struct stat status;
	int fd;

	snprintf(presence->own_name, sizeof(presence->own_name), "%s%d", presence->prefix, number);
	fd = file_open_regular(
		presence->folder_fd, presence->own_name, O_RDWR | O_CREAT | O_EXCL, RIGHTS_FILE);
	if (fd < 0)
		return false;
	if (file_try_lock(fd) && fstat(fd, &status) == 0 && status.st_nlink == 1) {
		presence->own_fd = fd;
		return true;
	}
	close(fd);
	errno = EEXIST;
	return false;
}

static void open_own(struct presence *presence)
{
	for (int number = 1; number <= NUMBER_MAX; number++) {
		if (take_number(presence, number))
			return;
		/* Anything but a number that is taken will not get better with the next. */
		if (errno != EEXIST)
			return;
	}
}

struct presence *presence_new(const struct store *store, const char *org_id, const char *author)
{
	struct presence *presence = mem_alloc(sizeof(*presence));

	presence->folder_fd =
		id_is_valid(org_id) ? store_side_folder(store, PRESENCE_FOLDER, RIGHTS_FOLDER) : -1;
	presence->own_fd = -1;
	snprintf(presence->prefix, sizeof(presence->prefix), "%.64s.", org_id);
	copy_line(presence->author, sizeof(presence->author), author);
	if (presence->folder_fd < 0)
		return presence;
	/* Looking first takes away what sessions left that are no more, and frees their numbers. */
	presence_look(presence);
	open_own(presence);
	return presence;
}

void presence_free(struct presence *presence)
{
	if (!presence)
		return;
	if (presence->own_fd >= 0) {
		unlinkat(presence->folder_fd, presence->own_name, 0);
		close(presence->own_fd);
	}
	if (presence->folder_fd >= 0)
		close(presence->folder_fd);
	for (size_t i = 0; i < presence->session_count; i++)
		mem_free(presence->sessions[i]);
	mem_free(presence->sessions);
	mem_free(presence->people);
	mem_free(presence);
}

bool presence_has_said(const struct presence *presence, const char *entry_id, bool typing)
{
	return presence->own_fd < 0 ||
	       (presence->own.name[0] && strcmp(presence->own.entry, entry_id) == 0 &&
		       presence->own.typing == typing);
}

/* Somebody may have emptied the folder. */
static void keep_own(struct presence *presence)
{
	struct stat status;

	if (fstat(presence->own_fd, &status) == 0 && status.st_nlink > 0)
		return;
	close(presence->own_fd);
	presence->own_fd = -1;
	open_own(presence);
}

void presence_say(struct presence *presence, const char *entry_id, bool typing)
{
	char record[PRESENCE_SIZE];
	int len;

	if (presence_has_said(presence, entry_id, typing))
		return;
	keep_own(presence);
	memcpy(presence->own.name, presence->author, sizeof(presence->author));
	copy_line(presence->own.entry, sizeof(presence->own.entry), entry_id);
	presence->own.typing = typing;
	len = snprintf(record, sizeof(record), "%s\n%s\n%s\n%s\n", first_line, presence->own.name,
		presence->own.entry, typing ? "typing" : "");
	memset(record + len, ' ', sizeof(record) - (size_t)len);
	/* On a full disk the others see where one was before: nothing is lost by that. */
	if (pwrite(presence->own_fd, record, sizeof(record), 0) < 0)
		return;
}

static bool read_said(int fd, struct said *said)
{
	char record[PRESENCE_SIZE + 1], *rest = record;
	ssize_t len = pread(fd, record, PRESENCE_SIZE, 0);
	const char *line, *name, *entry, *doing;

	if (len <= 0 || memchr(record, '\0', (size_t)len) || !utf8_is_valid(record, (size_t)len))
		return false;
	record[len] = '\0';
	line = file_cut_line(&rest);
	if (!line || strcmp(line, first_line) != 0)
		return false;
	name = file_cut_line(&rest);
	entry = name ? file_cut_line(&rest) : NULL;
	doing = entry ? file_cut_line(&rest) : NULL;
	if (!doing || !name[0])
		return false;
	copy_line(said->name, sizeof(said->name), name);
	copy_line(said->entry, sizeof(said->entry), entry);
	said->typing = strcmp(doing, "typing") == 0;
	return true;
}

static int compare_place(const struct person *person, const struct session *session)
{
	int order = strcmp(person->name, session->name);

	return order ? order : strcmp(person->entry, session->entry);
}

/* Sessions of one name on one entry are one person: somebody has two windows, or a group shares a
 * name. An insertion each, since there are few. */
static void gather_people(struct presence *presence)
{
	presence->person_count = 0;
	for (size_t i = 0; i < presence->session_count; i++) {
		const struct session *session = presence->sessions[i];
		size_t at = 0;

		while (at < presence->person_count &&
			compare_place(&presence->people[at], session) < 0)
			at++;
		if (at < presence->person_count &&
			compare_place(&presence->people[at], session) == 0) {
			presence->people[at].windows++;
			presence->people[at].typing |= session->typing;
			continue;
		}
		memmove(&presence->people[at + 1], &presence->people[at],
			(presence->person_count - at) * sizeof(*presence->people));
		presence->people[at] =
			(struct person){ session->name, session->entry, session->typing, 1 };
		presence->person_count++;
	}
}

/* NULL where it is none that was seen before. */
static struct session **find_session(struct presence *presence, const char *file_name)
{
	for (size_t i = 0; i < presence->session_count; i++) {
		if (strcmp(presence->sessions[i]->file_name, file_name) == 0)
			return &presence->sessions[i];
	}
	return NULL;
}

static void drop_session(struct presence *presence, struct session **session)
{
	if (!session)
		return;
	mem_free(*session);
	*session = presence->sessions[--presence->session_count];
	gather_people(presence);
}

static const char *put_text(char **at, const char *text)
{
	size_t size = strlen(text) + 1;
	const char *put = memcpy(*at, text, size);

	*at += size;
	return put;
}

static struct session *make_session(const char *file_name, const struct said *said)
{
	size_t size = strlen(file_name) + strlen(said->name) + strlen(said->entry) + 3;
	struct session *session = mem_alloc(sizeof(*session) + size);
	char *at = (char *)(session + 1);

	session->typing = said->typing;
	session->file_name = put_text(&at, file_name);
	session->name = put_text(&at, said->name);
	session->entry = put_text(&at, said->entry);
	return session;
}

static struct session **add_place(struct presence *presence)
{
	if (presence->session_count == presence->room) {
		presence->room = presence->room ? 2 * presence->room : 4;
		presence->sessions = mem_resize(
			presence->sessions, presence->room * sizeof(*presence->sessions));
		presence->people =
			mem_resize(presence->people, presence->room * sizeof(*presence->people));
	}
	return &presence->sessions[presence->session_count++];
}

static void keep_session(struct presence *presence, const char *file_name, const struct said *said)
{
	struct session **place = find_session(presence, file_name);

	if (place && strcmp((*place)->name, said->name) == 0 &&
		strcmp((*place)->entry, said->entry) == 0 && (*place)->typing == said->typing)
		return;
	if (!place && presence->session_count == SESSIONS_MAX)
		return;
	if (place)
		mem_free(*place);
	else
		place = add_place(presence);
	*place = make_session(file_name, said);
	gather_people(presence);
}

static bool is_ours_to_read(const struct presence *presence, const char *file_name)
{
	size_t len = strlen(presence->prefix);

	return strncmp(file_name, presence->prefix, len) == 0 &&
	       strlen(file_name) < FILE_NAME_SIZE && file_name[len] &&
	       file_name[len + strspn(file_name + len, "0123456789")] == '\0' &&
	       (presence->own_fd < 0 || strcmp(file_name, presence->own_name) != 0);
}

void presence_look_at(struct presence *presence, const char *file_name, bool closed)
{
	struct said said;
	int fd;

	if (presence->folder_fd < 0 || !is_ours_to_read(presence, file_name))
		return;
	fd = file_open_regular(presence->folder_fd, file_name, O_RDONLY, 0);
	if (fd < 0) {
		drop_session(presence, find_session(presence, file_name));
		return;
	}
	/* The lock goes a moment after the file is closed; its closing says enough. */
	if (closed || !file_is_held(fd))
		drop_session(presence, find_session(presence, file_name));
	else if (read_said(fd, &said))
		keep_session(presence, file_name, &said);
	if (!file_is_held(fd))
		unlinkat(presence->folder_fd, file_name, 0);
	close(fd);
}

void presence_look(struct presence *presence)
{
	const int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
	int fd = presence->folder_fd < 0 ? -1 : openat(presence->folder_fd, ".", flags);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	struct dirent *found;

	if (!dir)
		return;
	for (size_t i = presence->session_count; i-- > 0;) {
		char name[FILE_NAME_SIZE];

		snprintf(name, sizeof(name), "%s", presence->sessions[i]->file_name);
		presence_look_at(presence, name, false);
	}
	while ((found = readdir(dir)))
		presence_look_at(presence, found->d_name, false);
	closedir(dir);
}

const struct person *presence_people(const struct presence *presence, size_t *count)
{
	*count = presence->person_count;
	return presence->people;
}
