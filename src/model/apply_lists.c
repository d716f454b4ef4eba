/* SPDX-License-Identifier: MIT */
#include "model/apply_lists.h"

#include <string.h>

#include "jalon/base/natural.h"
#include "jalon/text/errors.h"
#include "jalon/model/subject.h"
#include "model/apply_conflicts.h"

bool apply_member(struct apply *apply, const struct change *change)
{
	struct organisation *org = apply->org;
	const struct member *wanted = change->to.member;
	const char *name = wanted ? wanted->name : change->from.member->name;
	const struct member *present = organisation_find_member(org, name);
	const struct member *next =
		change->before ? organisation_find_member(org, change->before) : NULL;
	struct value found = { .text = "", .member = present };
	size_t index = org->member_count;
	struct member *members;

	if (value_equals(&found, &change->to))
		return true;
	if (!value_equals(&found, &change->from))
		return apply_refuse(apply, change, &found, MSG_CHANGED_MEANWHILE);
	if (!apply_check_text(apply, name, true, "member"))
		return false;
	members = ARENA_ARRAY(apply->arena, struct member, org->member_count + 1);
	if (org->member_count)
		memcpy(members, org->members, org->member_count * sizeof(*members));
	if (!wanted)
		apply_end_conflicts_of(apply, OBJECT_MEMBER, name);
	if (present || next)
		index = (size_t)((present ? present : next) - org->members);
	apply_note_change(apply, "", FIELD_MEMBER, change->from, change->to)->before =
		!wanted && index + 1 < org->member_count ? org->members[index + 1].name : NULL;
	if (wanted) {
		if (!present)
			memmove(members + index + 1, members + index,
				(org->member_count++ - index) * sizeof(*members));
		members[index] =
			*(const struct member *)object_copy(OBJECT_MEMBER, wanted, apply->arena);
	} else {
		memmove(members + index, members + index + 1,
			(org->member_count - index - 1) * sizeof(*members));
		org->member_count--;
	}
	org->members = members;
	return true;
}

/* Whether an id names an entry of this service, or this action. */
static bool names_one_of(const struct organisation *org, const char *id,
	const struct service *service, const struct action *action)
{
	const struct entry *named = organisation_find_entry(org, id);

	return named && (service ? named->service == service : named->action == action);
}

static bool refers_to_one_of(struct apply *apply, enum object of, const void *object,
	const struct service *service, const struct action *action)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		struct string_list ids = { NULL, 0 };

		if (field_rows[i].of == of)
			ids = field_references((enum field)i, object);
		for (size_t k = 0; k < ids.count; k++) {
			if (names_one_of(apply->org, ids.texts[k], service, action))
				return true;
		}
	}
	return false;
}

/* The entry that would lose what was said, what it refers to or what it stands under, if those of
 * this service (or this action) went away; NULL when nothing would be lost. */
static const struct entry *find_user(
	struct apply *apply, const struct service *service, const struct action *action)
{
	for (size_t i = 0; i < apply->org->entry_count; i++) {
		const struct entry *entry = &apply->org->entries[i];
		bool of_it = service ? entry->service == service : entry->action == action;

		if (of_it ? !entry_is_untouched(entry)
			  : refers_to_one_of(apply, OBJECT_ENTRY, entry, service, action) ||
					(entry->action && refers_to_one_of(apply, OBJECT_ACTION,
								  entry->action, service, action)))
			return entry;
	}
	return NULL;
}

static bool refuse_still_in_use(
	struct apply *apply, const struct change *change, const struct entry *user)
{
	struct value found = { .text = user->id };

	return apply_refuse(apply, change, &found, MSG_STILL_IN_USE);
}

static bool add_service(struct apply *apply, const struct change *change)
{
	struct organisation *org = apply->org;
	const struct service *wanted = change->to.service;
	struct service *services =
		ARENA_ARRAY(apply->arena, struct service, org->service_count + 1);
	const struct service *next =
		change->before ? organisation_find_service(org, change->before) : NULL;
	size_t index = next ? (size_t)(next - org->services) : org->service_count;
	struct service *added = &services[index];
	struct value found = { .text = "", .service = organisation_find_service(org, wanted->id) };

	if (found.service && value_equals(&found, &change->to))
		return true;
	if (found.service)
		return apply_refuse(apply, change, &found, MSG_CHANGED_MEANWHILE);
	if (!apply_check_text(apply, wanted->name, true, "service"))
		return false;
	for (size_t i = 0; i < org->service_count; i++)
		services[i + (i >= index)] = org->services[i];
	*added = *(const struct service *)object_copy(OBJECT_SERVICE, wanted, apply->arena);
	if (!added->id[0])
		added->id = organisation_new_service_id(org, apply->arena, added->name);
	*apply->new_id = added->id;
	org->services = services;
	org->service_count++;
	apply_rejoin(apply);
	apply_note_change(apply, "", FIELD_SERVICE, change->from,
		(struct value){ .text = "", .service = added });
	return true;
}

static bool remove_service(struct apply *apply, const struct change *change)
{
	struct organisation *org = apply->org;
	const struct service *present = organisation_find_service(org, change->from.service->id);
	struct value found = { .text = "", .service = present };
	const struct entry *user;
	struct service *services;
	size_t index;

	if (!present || !value_equals(&found, &change->from))
		return apply_refuse(apply, change, &found, MSG_CHANGED_MEANWHILE);
	user = find_user(apply, present, NULL);
	if (user)
		return refuse_still_in_use(apply, change, user);
	apply_end_conflicts_of(apply, OBJECT_SERVICE, present->id);
	index = (size_t)(present - org->services);
	services = ARENA_ARRAY(apply->arena, struct service, org->service_count);
	memcpy(services, org->services, index * sizeof(*services));
	memcpy(services + index, org->services + index + 1,
		(org->service_count - index - 1) * sizeof(*services));
	org->services = services;
	org->service_count--;
	apply_rejoin(apply);
	apply_note_change(apply, "", FIELD_SERVICE, change->from, change->to)->before =
		index < org->service_count ? services[index].id : NULL;
	return true;
}

bool apply_service(struct apply *apply, const struct change *change)
{
	return change->to.service ? add_service(apply, change) : remove_service(apply, change);
}

static bool item_exists(const struct organisation *org, const char *id)
{
	for (size_t i = 0; i < org->checklist_count; i++) {
		if (checklist_find_item(org->checklists[i], id))
			return true;
	}
	return organisation_find_entry(org, id) != NULL;
}

static bool check_action(struct apply *apply, const struct action *action)
{
	if (!apply_check_text(apply, action->title, true, "title"))
		return false;
	if (action->item[0] && !item_exists(apply->org, action->item))
		return err_set(apply->err, ERR_FAILED, MSG_NO_SUCH_ITEM, action->item, "%s",
			apply->org->id);
	for (size_t i = 0; i < action->requires.count; i++) {
		if (strcmp(action->requires.texts[i], action->id) == 0)
			return err_set(apply->err, ERR_USAGE, MSG_REQUIRES_ITSELF, action->id,
				"%s.requires", action->id);
		if (!apply_find_entry(apply, action->requires.texts[i]))
			return false;
	}
	return true;
}

/* Where among the actions one with this id stands: before the one it stood before, else by
 * number. */
static size_t action_place(const struct organisation *org, const char *id, const char *before)
{
	size_t at = org->action_count;

	for (size_t i = 0; before && i < org->action_count; i++) {
		if (strcmp(org->actions[i].id, before) == 0)
			return i;
	}
	while (at > 0 && natural_compare(org->actions[at - 1].id, id) > 0)
		at--;
	return at;
}

static bool add_action(struct apply *apply, const struct change *change)
{
	struct organisation *org = apply->org;
	bool is_new = strcmp(change->entry, CHANGE_NEW_ACTION) == 0;
	const struct action *wanted = change->to.action;
	struct action *actions = ARENA_ARRAY(apply->arena, struct action, org->action_count + 1);
	const char *id = is_new ? organisation_new_action_id(org, apply->arena)
				: arena_copy(apply->arena, change->entry);
	const struct entry *present = organisation_find_entry(org, id);
	struct value found = { .text = "", .action = present ? present->action : NULL };
	size_t at = action_place(org, id, change->before);

	if (present)
		return apply_refuse(apply, change, &found, MSG_CHANGED_MEANWHILE);
	if (!check_action(apply, wanted))
		return false;
	for (size_t i = 0; i < org->action_count; i++)
		actions[i + (i >= at)] = org->actions[i];
	actions[at] = *(const struct action *)object_copy(OBJECT_ACTION, wanted, apply->arena);
	actions[at].id = id;
	if (is_new)
		*apply->new_id = apply->new_action_id = id;
	org->actions = actions;
	org->action_count++;
	apply_rejoin(apply);
	apply_note_change(apply, id, FIELD_ACTION, change->from,
		(struct value){ .text = "", .action = &actions[at] });
	return true;
}

static bool remove_action(struct apply *apply, const struct change *change)
{
	struct organisation *org = apply->org;
	const struct entry *entry = organisation_find_entry(org, change->entry);
	struct value found = { .text = "", .action = entry ? entry->action : NULL };
	const struct entry *user;
	struct action *actions;
	size_t index;

	if (!found.action || !value_equals(&found, &change->from))
		return apply_refuse(apply, change, &found, MSG_CHANGED_MEANWHILE);
	user = find_user(apply, NULL, found.action);
	if (user)
		return refuse_still_in_use(apply, change, user);
	apply_end_conflicts_of(apply, OBJECT_ACTION, change->entry);
	index = (size_t)(found.action - org->actions);
	actions = ARENA_ARRAY(apply->arena, struct action, org->action_count);
	memcpy(actions, org->actions, index * sizeof(*actions));
	memcpy(actions + index, org->actions + index + 1,
		(org->action_count - index - 1) * sizeof(*actions));
	org->actions = actions;
	org->action_count--;
	apply_rejoin(apply);
	apply_note_change(apply, change->entry, FIELD_ACTION, change->from, change->to)->before =
		index < org->action_count ? actions[index].id : NULL;
	return true;
}

bool apply_action(struct apply *apply, const struct change *change)
{
	return change->to.action ? add_action(apply, change) : remove_action(apply, change);
}

/* In a copy of its list: the one at hand may be the snapshot's. */
static void put_listed(struct apply *apply, enum object of, const void *old, const void *changed)
{
	struct organisation *org = apply->org;
	size_t size = object_size(of), count = of == OBJECT_ACTION    ? org->action_count
					       : of == OBJECT_SERVICE ? org->service_count
								      : org->member_count;
	const void *list = of == OBJECT_ACTION    ? (const void *)org->actions
			   : of == OBJECT_SERVICE ? (const void *)org->services
						  : (const void *)org->members;
	void *copy = arena_alloc(apply->arena, count * size);

	memcpy(copy, list, count * size);
	memcpy((char *)copy + ((const char *)old - (const char *)list), changed, size);
	if (of == OBJECT_ACTION)
		org->actions = copy;
	else if (of == OBJECT_SERVICE)
		org->services = copy;
	else
		org->members = copy;
	if (of != OBJECT_MEMBER)
		apply_rejoin(apply);
}

/* Two of one name could not be told apart. */
static bool check_member_name(struct apply *apply, const char *subject, const char *name)
{
	if (!organisation_find_member(apply->org, name))
		return true;
	return err_set(apply->err, ERR_FAILED, MSG_NAME_TAKEN, name, "%s.name", subject);
}

bool apply_listed_value(struct apply *apply, const struct change *change)
{
	enum field field = change->field;
	enum object of = field_rows[field].of;
	const void *object = subject_find(apply->org, change->entry, field);
	struct value found = VALUE_NONE, now = VALUE_NONE;
	const char *wanted;
	void *changed;

	if (!object)
		return err_set(apply->err, ERR_FAILED, MSG_NO_SUCH_ENTRY, change->entry, "%s",
			apply->org->id);
	if (!field_parse(field, change->to.text, apply->arena, &wanted, apply->err) ||
		!apply_check_text(
			apply, wanted, field_rows[field].is_needed, field_rows[field].name))
		return false;
	changed = object_copy(of, object, apply->arena);
	field_set(field, changed, wanted, apply->arena);
	found.text = field_get(field, object, apply->arena);
	now.text = field_get(field, changed, apply->arena);
	if (strcmp(found.text, now.text) == 0)
		return true;
	if (strcmp(found.text, change->from.text) != 0)
		return apply_refuse(apply, change, &found, MSG_CHANGED_MEANWHILE);
	if ((of == OBJECT_ACTION && !check_action(apply, changed)) ||
		(field == FIELD_MEMBER_NAME && !check_member_name(apply, change->entry, wanted)))
		return false;
	if (field == FIELD_MEMBER_NAME)
		apply_rename_conflicts(apply, change->entry,
			arena_format(apply->arena, SUBJECT_MEMBER "%s", wanted));
	put_listed(apply, of, object, changed);
	apply_note_change(apply, change->entry, field, found, now);
	return true;
}
