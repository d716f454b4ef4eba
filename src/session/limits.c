/* SPDX-License-Identifier: MIT */
#include "jalon/session/limits.h"

#include <stdint.h>
#include <string.h>
#include <time.h>

#include "jalon/text/errors.h"

/* What a change costs the file beside its text: member names, a time, a name. */
enum { CHANGE_SIZE = 128 };

size_t limits_text_max(const struct limits *limits, bool several_lines)
{
	if (!limits->are_set)
		return SIZE_MAX;
	return several_lines ? LIMITS_NOTE_MAX : LIMITS_LINE_MAX;
}

bool limits_allow(const struct limits *limits, size_t size, struct err *err)
{
	if (!limits->are_set)
		return true;
	if (limits->written_bytes > LIMITS_SESSION_MAX ||
		size > LIMITS_SESSION_MAX - limits->written_bytes)
		return err_set_nowhere(err, ERR_FAILED, MSG_SESSION_FULL, NULL);
	return true;
}

void limits_count(struct limits *limits, size_t size)
{
	limits->written_bytes += size;
}

static size_t value_size(const struct value *value)
{
	const char *object = value_object_text(value);

	return strlen(value->text) + (object ? strlen(object) : 0);
}

bool limits_allow_changes(
	const struct limits *limits, const struct change *changes, size_t count, struct err *err)
{
	size_t size = 0;

	for (size_t i = 0; i < count; i++)
		size += CHANGE_SIZE + value_size(&changes[i].to);
	return limits_allow(limits, size, err);
}

int limits_pause_ms(struct limits *limits, int64_t now_ms)
{
	int pause_ms = limits->are_set ? LIMITS_PAUSE_MS : LIMITS_OWN_PAUSE_MS;
	int64_t back = (now_ms - limits->paid_ms) / pause_ms;

	limits->spent = back < limits->spent ? limits->spent - (int)back : 0;
	limits->paid_ms = limits->spent ? limits->paid_ms + back * pause_ms : now_ms;
	if (limits->spent < LIMITS_BURST) {
		limits->spent++;
		return 0;
	}
	/* What comes back while one waits is what is spent then. */
	limits->paid_ms = now_ms + pause_ms;
	return pause_ms;
}

void limits_keep_pace(struct limits *limits)
{
	struct timespec now, pause = { .tv_sec = 0 };

	clock_gettime(CLOCK_MONOTONIC, &now);
	pause.tv_nsec = 1000000L *
			limits_pause_ms(limits, (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000);
	if (pause.tv_nsec)
		nanosleep(&pause, NULL);
}
