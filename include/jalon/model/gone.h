/* SPDX-License-Identifier: MIT
 *
 * gone: what own actions and services that are no more were called.
 *
 * For     whoever tells a history: what was taken away, and what was said of it before, is named by
 *         an id in the history, and by nothing any more in the organisation.
 * Owner   gone_init/gone_release; names and keys are copied.
 * Errors  none. */
#ifndef JALON_MODEL_GONE_H
#define JALON_MODEL_GONE_H

#include "jalon/model/change.h"

struct gone_name {
	const char *key; /* an action's id, or "service:ID"; NULL: the slot is free */
	const char *name;
};

struct gone {
	struct arena *arena;
	struct gone_name *slots; /* by the hash of the key, the next free one where that is taken */
	size_t count, room;
};

void gone_init(struct gone *gone);
void gone_release(struct gone *gone);
void gone_clear(struct gone *gone);
/* What the change says of names. Told from the newest change back, the first that names a thing
 * counts; told forward (`is_newer`), the last. */
void gone_note(struct gone *gone, const struct change *change, bool is_newer);
/* Of an action's id or a "service:ID"; NULL where no change named it. */
const char *gone_find(const struct gone *gone, const char *key);

#endif
