/* SPDX-License-Identifier: MIT
 *
 * The table of views, and the signs and words that all of them share. */
#include "jalon/tui/view.h"

static const struct view_type *const views[VIEW_COUNT] = {
	[VIEW_ORGANISATIONS] = &view_organisations,
	[VIEW_CHECKLIST] = &view_checklist,
	[VIEW_WALK] = &view_walk,
	[VIEW_PLAN] = &view_plan,
	[VIEW_GUIDE] = &view_guide,
};

const struct view_type *view_type_of(enum view view)
{
	return views[view];
}

const char *const status_signs[STATUS_COUNT] = {
	[STATUS_TODO] = "○",
	[STATUS_DOING] = "▸",
	[STATUS_DONE] = "✓",
	[STATUS_NOT_APPLICABLE] = "–",
};

enum role status_role(enum status status)
{
	static const enum role roles[STATUS_COUNT] = {
		[STATUS_TODO] = ROLE_PLAIN,
		[STATUS_DOING] = ROLE_DOING,
		[STATUS_DONE] = ROLE_DONE,
		[STATUS_NOT_APPLICABLE] = ROLE_DIM,
	};

	return roles[status];
}

enum word status_word(enum status status)
{
	static const enum word words[STATUS_COUNT] = {
		[STATUS_TODO] = WORD_STATUS_TODO,
		[STATUS_DOING] = WORD_STATUS_DOING,
		[STATUS_DONE] = WORD_STATUS_DONE,
		[STATUS_NOT_APPLICABLE] = WORD_STATUS_NOT_APPLICABLE,
	};

	return words[status];
}

enum word priority_word(enum priority priority)
{
	if (priority == PRIORITY_MUST)
		return WORD_PRIORITY_MUST;
	return priority == PRIORITY_COULD ? WORD_PRIORITY_COULD : WORD_PRIORITY_SHOULD;
}

enum word kind_word(enum kind kind)
{
	static const enum word words[KIND_COUNT] = {
		[KIND_RECOMMENDATION] = WORD_KIND_RECOMMENDATION,
		[KIND_QUESTION] = WORD_KIND_QUESTION,
		[KIND_OPPORTUNITY] = WORD_KIND_OPPORTUNITY,
		[KIND_VIGILANCE] = WORD_KIND_VIGILANCE,
		[KIND_ACTION] = WORD_KIND_ACTION,
	};

	return words[kind];
}
