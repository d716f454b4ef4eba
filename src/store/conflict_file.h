/* SPDX-License-Identifier: MIT
 *
 * conflict_file: the member `conflicts` of an organisation from its JSON, and back.
 *
 * For     organisation_file.c, and the history, which has conflicts as values of changes.
 * Owner   what is read is the reader's arena's.
 * Errors  complaints of the reader. A field that jalon does not know is no fault: a newer one
 *         may; its two values are kept as written.
 * Source  DESIGN.md, "Files on disk". */
#ifndef STORE_CONFLICT_FILE_H
#define STORE_CONFLICT_FILE_H

#include "jalon/base/json_write.h"
#include "jalon/model/objects.h"
#include "jalon/store/reader.h"

void conflict_read(struct reader *reader, const struct json *json, struct kept_conflict *conflict);
void conflict_write(
	struct json_writer *writer, const char *name, const struct kept_conflict *conflict);
/* The whole list; written only where there is one. */
void conflicts_read(struct reader *reader, const struct json *json, struct organisation *org);
void conflicts_write(struct json_writer *writer, const struct organisation *org);

#endif
