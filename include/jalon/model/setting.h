/* SPDX-License-Identifier: MIT
 *
 * setting: giving a field a value, whatever it is a field of.
 *
 * For     `jalon set` and the forms: an entry's field, an own action's title, item and
 * requirements, a service's name, a member's name and capacity, the organisation's own. Owner   the
 * changes borrow from the snapshot and the arena; `subject` as in jalon/model/subject.h. Errors
 * ERR_FAILED: there is no such subject. ERR_USAGE: it has no such field. What a rule forbids is
 * refused when the changes are applied. */
#ifndef JALON_MODEL_SETTING_H
#define JALON_MODEL_SETTING_H

#include "jalon/model/change.h"
#include "jalon/model/subject.h"

/* From what the snapshot shows now; nothing where it is the same. Who gets another name goes on
 * owning what they own: these entries' owners are changed in the same list. */
bool change_list_add_setting(struct change_list *list, struct arena *arena,
	const struct organisation *org, const char *subject, enum field field,
	const char *canonical, struct err *err);

#endif
