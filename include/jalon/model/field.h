/* SPDX-License-Identifier: MIT
 *
 * field: what can be said, in one row each.
 *
 * For     everything that reads, writes, shows or changes a member of an entry, of the
 *         organisation, or of what it lists (own actions, members, services, notes). Nobody else
 *         lists fields: files, history, conflicts, undo, the command line and the man page loop
 *         over the rows, and a new row in field.c, with its member in the struct, is in all.
 * Owner   canonical texts are the arena's or static. A field's value has one canonical text:
 *         "done", "2027-01-15", "0.5", "a1,a2"; "" for unset, but where unset has a text of its
 *         own. Where unset has a name ("new"), it is understood and told, and never written.
 * Units   days since 1970-01-01, hundredths, seconds: as the row's member holds them.
 * Errors  field_parse: ERR_USAGE with the row's own sentence for what it does not accept. */
#ifndef JALON_MODEL_FIELD_H
#define JALON_MODEL_FIELD_H

#include "jalon/base/err.h"
#include "jalon/text/words.h"
#include "jalon/model/objects.h"

/* Those of one object stand together, in the order of the organisation file. */
enum field {
	FIELD_STATUS,
	FIELD_OWNER,
	FIELD_DUE,
	FIELD_PRIORITY,
	FIELD_IMPACT,
	FIELD_EFFORT,
	FIELD_LEFT,
	FIELD_REASON,
	FIELD_REVIEW,
	FIELD_PIN,
	FIELD_REQUIRES, /* of an own action FIELD_ACTION_REQUIRES: see subject_field() */
	FIELD_NOTE,     /* added; put right or taken back by who wrote it */
	FIELD_ACTION,   /* an own action, whole: `entry` of the change is its id */
	/* of the organisation: `entry` is "" */
	FIELD_NAME,
	FIELD_LANGUAGE,
	FIELD_CAPACITY,
	FIELD_HOLIDAYS,
	FIELD_CLOSED,
	FIELD_MEMBER,
	FIELD_SERVICE,
	FIELD_CONFLICT, /* kept by a merge; ended by whoever sets what it is about */
	/* of what is listed */
	FIELD_ACTION_ID,
	FIELD_ACTION_TITLE,
	FIELD_ACTION_ITEM,
	FIELD_ACTION_REQUIRES,
	FIELD_MEMBER_NAME,
	FIELD_MEMBER_CAPACITY,
	FIELD_MEMBER_AWAY,
	FIELD_SERVICE_ID,
	FIELD_SERVICE_NAME,
	FIELD_NOTE_AT,
	FIELD_NOTE_BY,
	FIELD_NOTE_TEXT,
	FIELD_NOTE_CHANGED,
	FIELD_COUNT
};

/* What a field is a member of: the structs of those names. */
enum object {
	OBJECT_ENTRY,
	OBJECT_ORGANISATION,
	OBJECT_ACTION,
	OBJECT_MEMBER,
	OBJECT_SERVICE,
	OBJECT_NOTE,
	OBJECT_COUNT
};

enum field_kind {           /* its member; how it is written */
	FIELD_KIND_TEXT,    /* const char *; any text, kept as utf8_tidy() makes it */
	FIELD_KIND_CHOICE,  /* int or enum; one of a few words */
	FIELD_KIND_DATE,    /* int; YYYY-MM-DD */
	FIELD_KIND_INTEGER, /* int; min to max */
	FIELD_KIND_DECIMAL, /* int, hundredths; min to max, at most two decimals, a comma is read as
			       a point */
	FIELD_KIND_TIME,    /* int64_t; YYYY-MM-DDTHH:MM:SSZ */
	FIELD_KIND_ENTRY,   /* const char *; the id of an entry */
	FIELD_KIND_ENTRIES, /* struct string_list; ids, with commas between */
	FIELD_KIND_RANGES,  /* struct day_range_list; days or ranges of them, with commas between;
			       kept in order, and as one where they touch */
	FIELD_KIND_OBJECT   /* a note, an action, a member, a service, a kept conflict, whole */
};

enum unit { UNIT_NONE, UNIT_IMPACT, UNIT_DAYS, UNIT_DAYS_A_WEEK };

struct field_row {
	const char *name; /* as in the file, on the command line and in the history */
	enum object of;
	enum field_kind kind;
	size_t place;    /* of its member in the struct */
	bool is_key;     /* tells it from the others of its list; nobody sets it, but where… */
	bool is_renamed; /* …it is a name that people give another */
	bool is_needed;  /* the file must have it */
	bool has_lines;  /* of a text: it may have several, and what its ends hold is its own */
	int unset;       /* of numbers, choices and dates; a text is "", a list empty */
	int min, max;    /* integers as they are, decimals in hundredths */
	enum unit unit;
	/* Of a choice: its words in files, of which "" is none, and for people; people read those
	 * of files where there are no others. */
	const char *const *choices;
	const enum word *choice_words;
	int choice_count;
	const char *unset_name; /* what unset is called where it is never written, or NULL */
	/* Where an entry says nothing, its item does, and for an own action this counts. */
	bool is_inherited;
	bool is_estimate; /* that: said by somebody, or told as not estimated */
	size_t item_place;
	int otherwise;
	int message; /* what to say of a value that does not fit */
	struct wording label;
	struct wording noun; /* in a sentence, where that is not the label with a small letter */
	struct wording none; /* what one says where nothing was said of it */
	struct wording help; /* for the man page: what it is for */
};

extern const struct field_row field_rows[FIELD_COUNT];

/* What an object holds in a field: one of them, by the kind; the others are "", 0 and none. */
struct field_value {
	const char *text;
	int64_t number;
	struct string_list ids;
	struct day_range_list ranges;
};

bool field_find(enum object of, const char *name, enum field *field);
/* A value of such an object, and nothing that is listed: what files and `set` loop over. */
bool field_is_value_of(enum field field, enum object of);
/* Those of an object one after the other, all that field_is_value_of() is true of; FIELD_COUNT
 * behind the last. */
enum field field_first_of(enum object of);
enum field field_next(enum field field);
/* Where unset has no text, not even an empty one: JSON says null. */
bool field_unset_is_null(enum field field);

/* Reads what somebody typed; "" clears. *canonical is in the arena. */
bool field_parse(enum field field, const char *typed, struct arena *arena, const char **canonical,
	struct err *err);
const char *field_value_format(enum field field, struct field_value value, struct arena *arena);
struct field_value field_value_parse(enum field field, const char *canonical, struct arena *arena);
struct field_value field_unset_value(enum field field);
bool field_value_equals(struct field_value a, struct field_value b);
/* What a choice is called when it is told or typed; NULL for one that has no name. */
const char *field_choice_name(enum field field, int choice);
/* The place of a word among the choices. */
bool field_choice_parse(enum field field, const char *word, int *choice);

/* "0.5", "3", "1.25" for hundredths. */
const char *decimal_format(struct arena *arena, int64_t hundredths);
bool decimal_parse(const char *text, int64_t *hundredths);

#endif
