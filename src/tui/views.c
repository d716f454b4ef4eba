/* SPDX-License-Identifier: MIT */
#include "tui/views.h"

#include "tui/view_checklist.h"
#include "tui/view_guide.h"
#include "tui/view_history.h"
#include "tui/view_organisations.h"
#include "tui/view_plan.h"
#include "tui/view_team.h"
#include "tui/view_walk.h"

const struct view_type *const views[VIEW_COUNT] = {
	[VIEW_ORGANISATIONS] = &view_organisations,
	[VIEW_CHECKLIST] = &view_checklist,
	[VIEW_WALK] = &view_walk,
	[VIEW_PLAN] = &view_plan,
	[VIEW_GUIDE] = &view_guide,
	[VIEW_HISTORY] = &view_history,
	[VIEW_TEAM] = &view_team,
};
