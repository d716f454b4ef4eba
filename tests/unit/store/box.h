/* SPDX-License-Identifier: MIT
 *
 * box: a temporary data folder with a small checklist, for the tests of the store.
 *
 * For     tests/unit/store. The checklist "guide" has the items "one", "two" (which requires
 *         "one") and "three", which is for services.
 * Owner   what box_read and box_load give lives until box_release, which removes the folder.
 * Units   commits are made at box->at_utc, which goes on by a second with each.
 * Errors  the last one is box->err; helpers that cannot fail abort the test. */
#ifndef JALON_TESTS_STORE_BOX_H
#define JALON_TESTS_STORE_BOX_H

#include "jalon/store/history.h"
#include "jalon/store/store.h"

struct box {
	char path[64];
	const char *data;
	struct arena *arena;
	struct store *store;
	struct commit_outcome outcome; /* of the last commit */
	struct err err;
	int64_t at_utc;
};

extern const char box_guide[];

void box_init(struct box *box);
/* The same, with the organisation "demo" made by Inès. */
void box_init_demo(struct box *box);
void box_release(struct box *box);

/* Paths are relative to the box: "data/demo.json". */
const char *box_path(struct box *box, const char *name);
void box_write(struct box *box, const char *name, const char *text);
/* NULL when there is no such file. */
const char *box_read(struct box *box, const char *name);
/* The names in the data folder, sorted, a blank between them. */
const char *box_names(struct box *box);

enum err_code box_create(struct box *box, const char *org_id, const char *checklist);
const struct organisation *box_load(struct box *box, const char *org_id);
/* Changes of "demo", from what it holds now. */
enum err_code box_set(
	struct box *box, const char *by, const char *entry, enum field field, const char *value);
enum err_code box_note(struct box *box, const char *by, const char *entry, const char *text);
enum err_code box_add_action(struct box *box, const char *by, const char *title);
enum err_code box_add_service(struct box *box, const char *by, const char *name);
enum err_code box_undo(struct box *box, const char *by);
enum err_code box_redo(struct box *box, const char *by);
enum err_code box_commit(
	struct box *box, const char *by, const struct change *changes, size_t count);
/* What the entry of "demo" holds, as its canonical text. */
const char *box_get(struct box *box, const char *entry, enum field field);
/* The organisation's file without the lines of revision and modified. */
const char *box_content(struct box *box);

#endif
