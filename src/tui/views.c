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
