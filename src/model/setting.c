/* SPDX-License-Identifier: MIT */
#include "jalon/model/setting.h"

#include <string.h>

#include "jalon/text/errors.h"
#include "jalon/model/kept_conflict.h"

static bool refuse_unknown(
	const struct organisation *org, const char *subject, enum object of, struct err *err)
{
	enum message message = of == OBJECT_SERVICE  ? MSG_NO_SUCH_SERVICE
			       : of == OBJECT_MEMBER ? MSG_NO_SUCH_MEMBER
						     : MSG_NO_SUCH_ENTRY;

	return err_set(err, ERR_FAILED, message, subject_of(subject).key, "%s", org->id);
}

/* What they own is told from what the list has done to it so far. */
static void rename_owner(struct change_list *list, struct arena *arena,
	const struct organisation *org, const char *old, const char *name)
{
	for (size_t i = 0; i < org->entry_count; i++) {
		const struct entry *entry = &org->entries[i];
		const char *owner = change_list_value(list, entry->id, FIELD_OWNER, entry->owner);

		if (strcmp(owner, old) == 0)
			change_list_add_field(list, arena, entry, FIELD_OWNER, name);
	}
}

static void add_listed(struct change_list *list, struct arena *arena,
	const struct organisation *org, const char *subject, enum field field, const void *object,
	const char *canonical)
{
	const char *old = field_get(field, object, arena);

	change_list_add_text(list, arena, subject, field, old, canonical,
		organisation_has_conflict(org, subject, field));
	if (field == FIELD_MEMBER_NAME && strcmp(old, canonical) != 0)
		rename_owner(list, arena, org, old, canonical);
}

bool change_list_add_setting(struct change_list *list, struct arena *arena,
	const struct organisation *org, const char *subject, enum field field,
	const char *canonical, struct err *err)
{
	enum object of = subject_of(subject).of;
	const void *object;

	field = subject_field(org, subject, field);
	object = subject_find(org, subject, field);
	if (!object && (of != OBJECT_ENTRY || !organisation_find_entry(org, subject)))
		return refuse_unknown(org, subject, of, err);
	if (!object)
		return err_set(
			err, ERR_USAGE, MSG_NOT_OWN_ACTION, subject, "%s", field_rows[field].name);
	if (field_rows[field].of == OBJECT_ENTRY)
		change_list_add_field(list, arena, object, field, canonical);
	else if (of == OBJECT_ORGANISATION)
		change_list_add_organisation_field(list, arena, org, field, canonical);
	else
		add_listed(list, arena, org, subject, field, object, canonical);
	return true;
}
