/* SPDX-License-Identifier: MIT
 *
 * json_write: stable JSON out: the same calls give the same bytes.
 *
 * For     the files of the store, every `--format json`, and the formats of jalon/export/format.h.
 * Owner   a writer borrows its buf.
 * Units   decimals in hundredths; days and times as in jalon/base/date.h.
 * Errors  none: that names and brackets match is the caller's promise.
 * Source  RFC 8259. */
#ifndef JALON_BASE_JSON_WRITE_H
#define JALON_BASE_JSON_WRITE_H

#include <stdint.h>

#include "jalon/base/buf.h"

struct json_writer {
	struct buf *out;
	int depth;
	bool compact; /* all on one line */
	bool after_value;
};

/* `name` is the member's name, NULL in an array and at the top. Two spaces a level. */
void json_begin_object(struct json_writer *writer, const char *name);
void json_end_object(struct json_writer *writer);
void json_begin_array(struct json_writer *writer, const char *name);
void json_end_array(struct json_writer *writer);
void json_add_text(struct json_writer *writer, const char *name, const char *text);
void json_add_texts(
	struct json_writer *writer, const char *name, const char *const *texts, size_t count);
void json_add_integer(struct json_writer *writer, const char *name, int64_t number);
/* Hundredths, as a decimal without needless zeros. */
void json_add_decimal(struct json_writer *writer, const char *name, int64_t hundredths);
void json_add_bool(struct json_writer *writer, const char *name, bool value);
void json_add_null(struct json_writer *writer, const char *name);
/* null for "". */
void json_add_text_or_null(struct json_writer *writer, const char *name, const char *text);
/* "2026-11-24"; null for DAY_NONE. */
void json_add_day(struct json_writer *writer, const char *name, int day);
/* "2026-11-24T09:00:00Z" */
void json_add_time(struct json_writer *writer, const char *name, int64_t at_utc);
/* JSON as it is, but that what is hidden (utf8_is_hidden) is escaped, as in every text. */
void json_add_source(struct json_writer *writer, const char *name, const char *source);
/* A whole member, `"name":value`, as it is. */
void json_add_member(struct json_writer *writer, const char *source, size_t len);

#endif
