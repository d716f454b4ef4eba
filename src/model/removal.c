/* SPDX-License-Identifier: MIT
 *
 * The order is that of what needs what: what refers to it goes first, then what was said of it, and
 * it goes last, so that taking the changes back one by one makes it before anything is said of it.
 */
#include "jalon/model/removal.h"

#include <string.h>

#include "jalon/text/errors.h"

struct removing {
	struct change_list *list;
	struct arena *arena;
	const struct organisation *org;
	const struct service *service; /* that goes, or NULL */
	const struct action *action;   /* likewise */
	struct removal *told;
};

static bool goes(const struct removing *removing, const struct entry *entry)
{
	return removing->service ? entry->service == removing->service
				 : entry->action && entry->action == removing->action;
}

static bool names_what_goes(const struct removing *removing, const char *id)
{
	const struct entry *named = organisation_find_entry(removing->org, id);

	return named && goes(removing, named);
}

/* The ids that stay; as many as there were where none goes. */
static struct string_list without_what_goes(const struct removing *removing, struct string_list ids)
{
	const char **kept = ARENA_ARRAY(removing->arena, const char *, ids.count + 1);
	size_t count = 0;

	for (size_t i = 0; i < ids.count; i++) {
		if (!names_what_goes(removing, ids.texts[i]))
			kept[count++] = ids.texts[i];
	}
	return (struct string_list){ kept, count };
}

static void drop_references_of(
	struct removing *removing, const char *entry_id, enum object of, const void *object)
{
	for (enum field field = field_first_of(of); field != FIELD_COUNT;
		field = field_next(field)) {
		struct string_list ids = field_references(field, object);
		struct string_list kept = without_what_goes(removing, ids);
		struct field_value value = { .text = "", .ids = kept };
		size_t dropped = ids.count - kept.count;

		if (dropped == 0)
			continue;
		change_list_add_text(removing->list, removing->arena, entry_id, field,
			field_get(field, object, removing->arena),
			field_value_format(field, value, removing->arena), false);
		if (field == FIELD_ACTION_ITEM)
			removing->told->under_count++;
		else
			removing->told->reference_count += dropped;
	}
}

static void drop_references(struct removing *removing)
{
	for (size_t i = 0; i < removing->org->entry_count; i++) {
		const struct entry *entry = &removing->org->entries[i];

		if (goes(removing, entry))
			continue;
		drop_references_of(removing, entry->id, OBJECT_ENTRY, entry);
		if (entry->action)
			drop_references_of(removing, entry->id, OBJECT_ACTION, entry->action);
	}
}

static void unsay(struct removing *removing, const struct entry *entry)
{
	for (enum field field = field_first_of(OBJECT_ENTRY); field != FIELD_COUNT;
		field = field_next(field))
		change_list_add_text(removing->list, removing->arena, entry->id, field,
			field_get(field, entry, removing->arena),
			field_value_format(field, field_unset_value(field), removing->arena),
			false);
	for (size_t i = entry->note_count; i-- > 0;)
		change_list_add(removing->list, removing->arena,
			(struct change){ .entry = entry->id,
				.field = FIELD_NOTE,
				.from = { .text = "", .note = &entry->notes[i] },
				.to = VALUE_NONE,
				.number = i + 1 });
	removing->told->entry_count += !entry_is_untouched(entry);
	removing->told->note_count += entry->note_count;
}

static void unsay_all(struct removing *removing)
{
	for (size_t i = 0; i < removing->org->entry_count; i++) {
		if (goes(removing, &removing->org->entries[i]))
			unsay(removing, &removing->org->entries[i]);
	}
}

static bool remove_action(struct removing *removing, const char *id, struct err *err)
{
	const struct entry *entry = organisation_find_entry(removing->org, id);

	if (!entry)
		return err_set(err, ERR_FAILED, MSG_NO_SUCH_ENTRY, id, "%s", removing->org->id);
	if (!entry->action)
		return err_set_nowhere(err, ERR_FAILED, MSG_ITEM_STAYS, id);
	removing->action = entry->action;
	removing->told->of = OBJECT_ACTION;
	removing->told->name = arena_copy(removing->arena, entry->action->title);
	drop_references(removing);
	unsay_all(removing);
	change_list_add(removing->list, removing->arena,
		(struct change){ .entry = entry->id,
			.field = FIELD_ACTION,
			.from = { .text = "", .action = entry->action },
			.to = VALUE_NONE });
	return true;
}

static bool remove_service(struct removing *removing, const char *id, struct err *err)
{
	removing->service = organisation_find_service(removing->org, id);
	if (!removing->service)
		return err_set(err, ERR_FAILED, MSG_NO_SUCH_SERVICE, id, "%s", removing->org->id);
	removing->told->of = OBJECT_SERVICE;
	removing->told->name = arena_copy(removing->arena, removing->service->name);
	drop_references(removing);
	unsay_all(removing);
	change_list_add(removing->list, removing->arena,
		(struct change){ .entry = "",
			.field = FIELD_SERVICE,
			.from = { .text = "", .service = removing->service },
			.to = VALUE_NONE });
	return true;
}

static bool remove_member(struct removing *removing, const char *name, struct err *err)
{
	const struct member *member = organisation_find_member(removing->org, name);

	if (!member)
		return err_set(err, ERR_FAILED, MSG_NO_SUCH_MEMBER, name, "%s", removing->org->id);
	removing->told->of = OBJECT_MEMBER;
	removing->told->name = arena_copy(removing->arena, member->name);
	for (size_t i = 0; i < removing->org->entry_count; i++)
		removing->told->owned_count +=
			strcmp(removing->org->entries[i].owner, member->name) == 0;
	change_list_add(removing->list, removing->arena,
		(struct change){ .entry = "",
			.field = FIELD_MEMBER,
			.from = { .text = "", .member = member },
			.to = VALUE_NONE });
	return true;
}

bool change_list_add_removal(struct change_list *list, struct arena *arena,
	const struct organisation *org, const char *subject, struct removal *told, struct err *err)
{
	struct removing removing = { .list = list, .arena = arena, .org = org, .told = told };
	struct subject parts = subject_of(subject);

	*told = (struct removal){ .subject = subject, .name = "" };
	if (parts.of == OBJECT_SERVICE)
		return remove_service(&removing, parts.key, err);
	if (parts.of == OBJECT_MEMBER)
		return remove_member(&removing, parts.key, err);
	return remove_action(&removing, subject, err);
}
