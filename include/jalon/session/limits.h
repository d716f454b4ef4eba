/* SPDX-License-Identifier: MIT
 *
 * limits: what a session on an account that many people share may do.
 *
 * For     whatever writes. What such a session may write is bounded, and how fast, so that nobody
 *         fills the others' file, or holds its lock, by a paste or a stuck key.
 * Owner   a plain value.
 * Units   bytes as they are on the disk, in the file and in its history; milliseconds.
 * Errors  ERR_FAILED when the session has written enough.
 * Source  the pace is a token bucket (ITU-T I.371, annex A). */
#ifndef JALON_SESSION_LIMITS_H
#define JALON_SESSION_LIMITS_H

#include "jalon/base/err.h"
#include "jalon/model/change.h"

enum {
	LIMITS_NAME_MAX = 60,
	LIMITS_LINE_MAX = 400,
	LIMITS_NOTE_MAX = 8 * 1024,
	LIMITS_NEW_SIZE = 4 * 1024,      /* what a new organisation counts for */
	LIMITS_SESSION_MAX = 512 * 1024, /* a note is stored twice */
	LIMITS_BURST = 20, /* commits without a pause; quicker than any room answers */
	LIMITS_PAUSE_MS = 250,
	LIMITS_OWN_PAUSE_MS = 50 /* where nothing else is limited: the lock is the others' too */
};

struct limits {
	bool are_set; /* else everything is allowed, but to hold the lock for ever */
	size_t written_bytes;
	int spent;       /* of the burst */
	int64_t paid_ms; /* when it was last looked what came back of it */
};

/* How long a text may be; SIZE_MAX for as long as one likes. */
size_t limits_text_max(const struct limits *limits, bool several_lines);
/* Whether so much more may be written, as far as that can be told before. */
bool limits_allow(const struct limits *limits, size_t size, struct err *err);
bool limits_allow_changes(
	const struct limits *limits, const struct change *changes, size_t count, struct err *err);
/* So much was written. */
void limits_count(struct limits *limits, size_t size);
/* How long to wait before the next commit, which is then spent; `now_ms` by a clock that only goes
 * forward. */
int limits_pause_ms(struct limits *limits, int64_t now_ms);
/* Waits as long, before a commit: who types is never held up. */
void limits_keep_pace(struct limits *limits);

#endif
