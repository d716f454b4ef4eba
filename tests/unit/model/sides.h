/* SPDX-License-Identifier: MIT
 *
 * sides: copies of one organisation that people changed each by themselves, for merges.
 *
 * For     tests/unit/model/test_merge*.c.
 * Owner   all is the desk's arena's. */
#ifndef JALON_TESTS_SIDES_H
#define JALON_TESTS_SIDES_H

#include "desk.h"

struct dice {
	uint64_t state;
	bool removes; /* side_edit() also removes actions and services */
};
unsigned dice_below(struct dice *dice, unsigned limit);

/* The desk with something of each kind in it: what all sides have in common. */
void sides_init(struct desk *desk);
/* A copy of the desk's, saved once more at that moment. */
struct organisation *side_copy(struct desk *desk, int64_t at_utc);
/* A list of changes on a side, each from what it holds; what a rule refuses is left out. */
void side_set(struct desk *desk, struct organisation *side, const char *subject, enum field field,
	const char *value);
void side_note(struct desk *desk, struct organisation *side, const char *entry, int64_t at_utc,
	const char *by, const char *text);
void side_take_note_back(
	struct desk *desk, struct organisation *side, const char *entry, size_t index);
const char *side_add_action(struct desk *desk, struct organisation *side, const char *title);
const char *side_add_service(struct desk *desk, struct organisation *side, const char *name);
/* NULL: not there. */
void side_member(
	struct desk *desk, struct organisation *side, const char *name, const char *capacity);
/* With all that is said of it and refers to it. */
void side_remove_action(struct desk *desk, struct organisation *side, const char *id);
void side_remove_service(struct desk *desk, struct organisation *side, const char *id);
/* A member of the file that jalon does not know; of an entry, or "" for the organisation. */
void side_put_unknown(
	struct desk *desk, struct organisation *side, const char *subject, const char *member);
/* Something of any kind; `who` makes titles and notes one's own. */
void side_edit(struct desk *desk, struct organisation *side, struct dice *dice, int who);

const char *side_get(
	struct desk *desk, const struct organisation *side, const char *subject, enum field field);
/* As its file. */
const char *side_text(struct desk *desk, const struct organisation *side);
/* The same without revision and modified; and with the least of the values that met in a conflict
 * standing, own actions and services numbered by their names: what two merges have in common that
 * differ in nothing but who was whose. */
const char *side_content(struct desk *desk, const struct organisation *side);
const char *side_neutral(struct desk *desk, const struct organisation *side);

#endif
