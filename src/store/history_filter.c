/* SPDX-License-Identifier: MIT */
#include "jalon/store/history_filter.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/model/subject.h"

/* The service or member that a change makes or takes away is named by its value alone. */
static bool is_of_object(const struct change *change, const struct subject *subject)
{
	const struct service *service =
		change->to.service ? change->to.service : change->from.service;
	const struct member *member = change->to.member ? change->to.member : change->from.member;

	if (subject->of == OBJECT_SERVICE)
		return service && strcmp(service->id, subject->key) == 0;
	if (subject->of == OBJECT_MEMBER)
		return member && strcmp(member->name, subject->key) == 0;
	return false;
}

bool history_is_about(const struct change *change, const char *subject_name)
{
	size_t len = strlen(subject_name);
	struct subject subject = subject_of(subject_name);

	if (strcmp(change->entry, subject_name) == 0)
		return true;
	if (len > 0 && strncmp(change->entry, subject_name, len) == 0 && change->entry[len] == '@')
		return true;
	return is_of_object(change, &subject);
}

bool history_filter_accepts(
	const struct history_filter *filter, const struct history_change *change)
{
	if (change->revision <= filter->after_revision)
		return false;
	if (filter->has_since && change->at_utc < filter->since_utc)
		return false;
	if (filter->not_author && strcmp(filter->not_author, change->by) == 0)
		return false;
	if (filter->author && !utf8_folds_alike(filter->author, change->by))
		return false;
	return !filter->entry || history_is_about(&change->change, filter->entry);
}
