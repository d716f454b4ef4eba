/* SPDX-License-Identifier: MIT
 *
 * object_file: what has fields, from its JSON object and back, by the rows of the model.
 *
 * For     the files of the store, and what prints a value as the file has it.
 * Owner   what is read is the reader's arena's.
 * Errors  complaints of the reader. */
#ifndef JALON_STORE_OBJECT_FILE_H
#define JALON_STORE_OBJECT_FILE_H

#include "jalon/base/json_write.h"
#include "jalon/model/object.h"
#include "jalon/store/reader.h"

int64_t object_read_time(
	struct reader *reader, const struct json *json, const char *name, bool needed);
/* All fields of an object. What is in the file beside them is kept as it is, but for `others`,
 * which somebody else reads. */
void object_read(struct reader *reader, const struct json *json, enum object of, void *object,
	const char *const *others, size_t other_count);

/* The members that jalon does not know. */
void extra_write(struct json_writer *writer, const char *extra);
/* Of an entry what is said is written, of all else what has a value. */
void object_write_field(struct json_writer *writer, enum field field, const void *object);
void object_write_fields(struct json_writer *writer, enum object of, const void *object);
void object_write(struct json_writer *writer, const char *name, enum object of, const void *object);

/* A field's value as the file has it. */
void field_write(
	struct json_writer *writer, const char *name, enum field field, struct field_value value);
/* A value by its canonical text; what is unset, or null, is "". */
void canonical_write(
	struct json_writer *writer, const char *name, enum field field, const char *canonical);
const char *canonical_read(
	struct reader *reader, const struct json *object, const char *name, enum field field);

#endif
