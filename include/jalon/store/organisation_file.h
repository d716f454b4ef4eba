/* SPDX-License-Identifier: MIT
 *
 * organisation_file: an organisation from its JSON, and back.
 *
 * For     the store, and `jalon check`.
 * Owner   what is read is the reader's arena's.
 * Errors  every rule of the format that the file breaks is a complaint of the reader; the result is
 *         to be used only when there is none. Checklists are found by the caller, between the two
 *         steps of reading: the first gives their ids and editions, the second joins.
 * Source  DESIGN.md, "Files on disk". */
#ifndef JALON_STORE_ORGANISATION_FILE_H
#define JALON_STORE_ORGANISATION_FILE_H

#include "jalon/base/json_write.h"
#include "jalon/model/change.h"
#include "jalon/store/reader.h"

struct organisation_file {
	struct organisation *org;
	struct entry *said;
	size_t said_count;
};

/* `id` is the file's name without ".json", which the id inside must be. */
struct organisation_file organisation_file_read(
	struct reader *reader, const struct json *json, const char *id);
/* Once org->checklists is filled. */
void organisation_file_join(
	struct reader *reader, const struct json *json, struct organisation_file *file);
void organisation_file_write(struct buf *out, const struct organisation *org);

/* Values of changes, as the history has them. */
void value_write(
	struct json_writer *writer, const char *name, enum field field, const struct value *value);
struct value value_read(
	struct reader *reader, const struct json *object, const char *name, enum field field);

#endif
