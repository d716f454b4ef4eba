/* SPDX-License-Identifier: MIT
 *
 * field: what can change, in one row each.
 *
 * For     the command line, forms, JSON, history and conflicts: each field's name, kind, limits,
 *         label, and how its text is read and put.
 * Owner   canonical texts are the arena's or static. A field's value has one canonical text:
 *         "done", "2027-01-15", "0.5", "" for unset. JSON shows it as a string, a number or null
 *         by the row's `json`.
 * Errors  field_parse: ERR_USAGE with the field's own sentence for what it does not accept. */
#ifndef JALON_MODEL_FIELD_H
#define JALON_MODEL_FIELD_H

#include "jalon/base/err.h"
#include "jalon/model/organisation.h"

enum field {
	/* of an entry, in the order of the organisation file */
	FIELD_STATUS,
	FIELD_OWNER,
	FIELD_DUE,
	FIELD_PRIORITY,
	FIELD_IMPACT,
	FIELD_EFFORT,
	FIELD_REASON,
	FIELD_REVIEW,
	FIELD_PIN,
	FIELD_NOTE, /* added, never overwritten; taken back by undo alone */
	/* an own action: `entry` is its id */
	FIELD_ACTION,
	/* of the organisation: `entry` is "" */
	FIELD_NAME,
	FIELD_LANGUAGE,
	FIELD_CAPACITY,
	FIELD_MEMBER,
	FIELD_SERVICE,
	FIELD_COUNT
};

enum field_kind {
	FIELD_KIND_TEXT,    /* any text on one line or several */
	FIELD_KIND_CHOICE,  /* one of a few words */
	FIELD_KIND_DATE,    /* YYYY-MM-DD */
	FIELD_KIND_INTEGER, /* min to max */
	FIELD_KIND_DECIMAL, /* min to max hundredths, at most two decimals; a comma is read as a
			       point */
	FIELD_KIND_ENTRY,   /* the id of an entry */
	FIELD_KIND_OBJECT   /* a note, an action, a member, a service */
};

enum field_json {
	FIELD_JSON_STRING,
	FIELD_JSON_NUMBER,
	FIELD_JSON_STRING_OR_NULL,
	FIELD_JSON_OBJECT
};

struct field_row {
	const char *name; /* as in the file, on the command line and in the history */
	enum field_kind kind;
	enum field_json json;
	bool of_entry;        /* jalon set takes it */
	bool of_organisation; /* jalon edit takes it */
	int min, max;         /* integers as they are, decimals in hundredths */
	int message;          /* what to say of a value that does not fit */
	struct wording label;
	struct wording hint; /* how to write it, beside a form */
};

extern const struct field_row field_rows[FIELD_COUNT];

bool field_find(const char *name, enum field *field);
/* Reads what somebody typed; "" clears. *canonical is in the arena. */
bool field_parse(enum field field, const char *typed, struct arena *arena, const char **canonical,
	struct err *err);
/* The canonical text of what the entry holds itself: "" where it holds the default
 * (a status is never ""). Not for objects. */
const char *field_get(enum field field, const struct entry *entry, struct arena *arena);
/* The same once that canonical text is put: what equals the default is not said. */
const char *field_get_as_set(
	enum field field, const struct entry *entry, const char *canonical, struct arena *arena);
/* Puts a canonical text; a value equal to the default of the entry's item unsets. */
void field_set(enum field field, struct entry *entry, const char *canonical);

/* The same for name, language and capacity, which are the organisation's. A name is never "":
 * cleared, it is the id again; a capacity cleared is the default. */
const char *organisation_field_get(
	enum field field, const struct organisation *org, struct arena *arena);
void organisation_field_set(enum field field, struct organisation *org, const char *canonical);

/* "0.5", "3", "1.25" for hundredths. */
const char *decimal_format(struct arena *arena, int64_t hundredths);
bool decimal_parse(const char *text, int64_t *hundredths);

#endif
