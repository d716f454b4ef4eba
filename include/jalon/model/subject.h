/* SPDX-License-Identifier: MIT
 *
 * subject: what a change is about, by its name.
 *
 * For     changes, the history and kept conflicts, which name it all alike: an entry's id,
 *         "service:ID", "member:NAME", or "" for the organisation itself.
 * Owner   names and what is found are borrowed.
 * Errors  none.
 * Source  DESIGN.md, "Command line". */
#ifndef JALON_MODEL_SUBJECT_H
#define JALON_MODEL_SUBJECT_H

#include "jalon/model/field.h"
#include "jalon/model/organisation.h"

#define SUBJECT_SERVICE "service:"
#define SUBJECT_MEMBER "member:"

struct subject {
	enum object of;
	const char *key; /* behind the colon; of an entry its id */
};

struct subject subject_of(const char *name);
/* A field of it by its name; of an own action both its entry's and its own. */
bool subject_find_field(const char *name, const char *field_name, enum field *field);
/* What an own action requires and what an entry does have one name, and nothing has both: the one
 * that this subject has. All other fields are themselves. */
enum field subject_field(const struct organisation *org, const char *name, enum field field);
/* The struct that the field is a member of, NULL where there is none. */
const void *subject_find(const struct organisation *org, const char *name, enum field field);

#endif
