/* SPDX-License-Identifier: MIT
 *
 * reader: from a JSON tree to values, with every complaint kept.
 *
 * For     checklist_file and organisation_file. A reader goes on after a complaint, so that
 *         `jalon check` can name all that is wrong; who only wants to load takes the first.
 * Owner   the reader's arena holds values and complaints, copied: the tree that they were read from
 *         may be dropped.
 * Errors  a complaint is a `struct err` with "FILE:LINE: member.path" and what was found. At most
 *         READER_COMPLAINTS_MAX are kept. */
#ifndef JALON_STORE_READER_H
#define JALON_STORE_READER_H

#include "jalon/text/errors.h"
#include "jalon/model/checklist.h"
#include "jalon/store/json.h"

enum { READER_COMPLAINTS_MAX = 200 };

struct reader {
	struct arena *arena;
	const char *file_name;
	/* The one that is kept of a wording that has it; LANG_NONE: all that it has. */
	enum lang lang;
	struct err *complaints;
	size_t complaint_count;
};

struct reader reader_make(struct arena *arena, const char *file_name);
/* Adds a complaint about `json`, or about its member `name` when that is not NULL. False. */
bool reader_complain(struct reader *reader, const struct json *json, const char *name,
	enum message message, const char *value);
/* Adds one that was made elsewhere. False. */
bool reader_add(struct reader *reader, const struct err *complaint);
/* The first complaint as an error; true when there is none. */
bool reader_finish(const struct reader *reader, struct err *err);

/* Members of an object. What is absent is "", empty or `otherwise`; absent and needed, or of the
 * wrong type, which null is too, is a complaint. */
bool reader_expect(struct reader *reader, const struct json *json, enum json_type type);
const char *reader_text(
	struct reader *reader, const struct json *object, const char *name, bool needed);
/* For the members that may be null: NULL where they are, or are absent. */
const char *reader_text_or_null(struct reader *reader, const struct json *object, const char *name);
const char *reader_id(struct reader *reader, const struct json *object, const char *name);
/* All that it has is looked at, whatever is kept of it. */
struct wording reader_wording(
	struct reader *reader, const struct json *object, const char *name, bool needed);
/* A whole number from min to max. */
int64_t reader_integer(struct reader *reader, const struct json *object, const char *name,
	int64_t min, int64_t max, int64_t otherwise, enum message message);
/* The member "version", which must be 1. */
void reader_version(struct reader *reader, const struct json *json);
/* Hundredths, likewise. */
int64_t reader_hundredths(struct reader *reader, const struct json *object, const char *name,
	int64_t min, int64_t max, int64_t otherwise, enum message message);
struct string_list reader_strings(
	struct reader *reader, const struct json *object, const char *name);
/* The array, or NULL; each of its elements has `type`, or is complained of. */
const struct json *reader_array(struct reader *reader, const struct json *object, const char *name,
	enum json_type type, bool needed);
/* A word for one of the model's parsers; NULL when there is none. An empty one is no word, which
 * `message` says. */
const char *reader_word(
	struct reader *reader, const struct json *object, const char *name, enum message message);

/* Where an id stands, to find those that stand in two places without comparing each with each. */
struct id_place {
	const char *id;
	const struct json *json; /* the object that has it */
	size_t order;
};

/* Sorts `ids`, and complains of the member `name` of the later one of each pair that the file
 * spells alike. */
void reader_complain_of_twins(
	struct reader *reader, const char *name, struct id_place *ids, size_t count);

/* The members not named, a line each, as written; NULL when there are none. */
const char *reader_extra(
	struct reader *reader, const struct json *object, const char *const *names, size_t count);

#endif
