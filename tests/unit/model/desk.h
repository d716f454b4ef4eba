/* SPDX-License-Identifier: MIT
 *
 * desk: an organisation made in memory, and changes applied to it.
 *
 * For     tests/unit/model.
 * Owner   desk_init/desk_release; all of it is the arena's.
 *
 * Its one checklist "guide" asks, in section "s": `one` (must, impact 4, half a day), `two`
 * (vigilance, requires one); and in section "t": `three` (a question for each service, requires
 * one and four), `four` (for each service), `five` (requires three). */
#ifndef JALON_TESTS_DESK_H
#define JALON_TESTS_DESK_H

#include "jalon/model/change.h"

struct desk {
	struct arena *arena;
	struct organisation *org;
	struct change_list applied; /* by the last desk_apply */
	const char *new_id;         /* NULL where it gave none */
	struct conflict conflict;
	struct err err;
};

void desk_init(struct desk *desk);
void desk_release(struct desk *desk);

enum err_code desk_apply(struct desk *desk, const struct change *changes, size_t count);
/* One field, from what it holds now; `value` is canonical. */
enum err_code desk_set(
	struct desk *desk, const char *entry_id, enum field field, const char *value);
enum err_code desk_note(struct desk *desk, const char *entry_id, int64_t at_utc, const char *text);
/* `requires` is one id, or NULL. The id of the action or service is in new_id. */
enum err_code desk_add_action(
	struct desk *desk, const char *title, const char *item, const char *requires);
enum err_code desk_add_service(struct desk *desk, const char *name);
/* Takes back what the last change did. */
enum err_code desk_take_back(struct desk *desk, const struct change_list *applied);

/* What the field of the entry holds; "(none)" where there is no such entry. */
const char *desk_get(struct desk *desk, const char *entry_id, enum field field);
/* The ids, a blank between them. */
const char *desk_join(struct desk *desk, struct string_list ids);
const char *desk_entry_ids(struct desk *desk);

#endif
