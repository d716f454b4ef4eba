/* SPDX-License-Identifier: MIT */
#include "jalon/model/subject.h"

#include <string.h>

static const char *behind(const char *name, const char *prefix)
{
	size_t len = strlen(prefix);

	return strncmp(name, prefix, len) == 0 ? name + len : NULL;
}

struct subject subject_of(const char *name)
{
	const char *service = behind(name, SUBJECT_SERVICE), *member = behind(name, SUBJECT_MEMBER);

	if (service)
		return (struct subject){ OBJECT_SERVICE, service };
	if (member)
		return (struct subject){ OBJECT_MEMBER, member };
	return (struct subject){ name[0] ? OBJECT_ENTRY : OBJECT_ORGANISATION, name };
}

bool subject_find_field(const char *name, const char *field_name, enum field *field)
{
	struct subject subject = subject_of(name);

	/* By the look of it, since there may be nothing to ask: see subject_field(). */
	if (subject.of == OBJECT_ENTRY && action_id_is_valid(name) &&
		field_find(OBJECT_ACTION, field_name, field))
		return true;
	return field_find(subject.of, field_name, field) ||
	       (subject.of == OBJECT_ENTRY && field_find(OBJECT_ACTION, field_name, field));
}

enum field subject_field(const struct organisation *org, const char *name, enum field field)
{
	const struct entry *entry;

	if (field != FIELD_REQUIRES && field != FIELD_ACTION_REQUIRES)
		return field;
	entry = organisation_find_entry(org, name);
	if (!entry)
		return field;
	return entry->action ? FIELD_ACTION_REQUIRES : FIELD_REQUIRES;
}

const void *subject_find(const struct organisation *org, const char *name, enum field field)
{
	struct subject subject = subject_of(name);
	const struct entry *entry;

	if (subject.of == OBJECT_ORGANISATION)
		return org;
	if (subject.of == OBJECT_SERVICE)
		return organisation_find_service(org, subject.key);
	if (subject.of == OBJECT_MEMBER)
		return organisation_find_member(org, subject.key);
	entry = organisation_find_entry(org, name);
	if (entry && field_rows[field].of == OBJECT_ACTION)
		return entry->action;
	return entry;
}
