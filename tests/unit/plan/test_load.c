/* SPDX-License-Identifier: MIT */
#include "jalon/plan/load.h"

#include <criterion/criterion.h>

#include "jalon/base/date.h"

/* 2026-11-25, a Wednesday: three of five days are left of the first week. */
enum { TODAY = 20782, FIRST_MONDAY = TODAY - 2 };

struct told {
	const char *owner;
	int effort, due;
};

struct world {
	struct arena *arena;
	struct organisation *org;
	struct plan *plan;
};

static struct world make_world(const struct told *told, size_t count)
{
	struct world world = { .arena = arena_new() };
	struct entry *said = ARENA_ARRAY(world.arena, struct entry, count);
	struct member *members = ARENA_ARRAY(world.arena, struct member, 1);
	struct action *actions = ARENA_ARRAY(world.arena, struct action, count);

	members[0] = (struct member){ .name = "Marc", .capacity_centidays = 200 };
	for (size_t i = 0; i < count; i++) {
		const char *id = arena_format(world.arena, "a%zu", i + 1);

		actions[i] = (struct action){ .id = id, .title = id, .item = "" };
		said[i] = (struct entry){ .id = id,
			.owner = told[i].owner,
			.due_day = told[i].due,
			.priority = PRIORITY_NONE,
			.impact = IMPACT_NONE,
			.effort_centidays = told[i].effort,
			.reason = "",
			.review_day = DAY_NONE,
			.pin = "" };
	}
	world.org = ARENA_NEW(world.arena, struct organisation);
	*world.org = (struct organisation){ .id = "demo",
		.name = "Demo",
		.capacity_centidays = 500,
		.holidays = HOLIDAYS_NONE,
		.members = members,
		.member_count = 1,
		.actions = actions,
		.action_count = count };
	organisation_join(world.org, world.arena, said, count);
	world.plan = plan_make(world.arena, world.org, TODAY);
	return world;
}

Test(load, fills_weeks_up_to_capacity)
{
	static const struct told told[] = { { "Marc", 100, DAY_NONE }, { "Marc", 150, DAY_NONE },
		{ "", 700, DAY_NONE } };
	/* Three days of two a week, the rest behind; the team has five. */
	static const struct {
		const char *owner;
		int64_t work[2], capacity[2];
	} cases[] = {
		{ "Marc", { 120, 130 }, { 120, 200 } },
		{ "", { 300, 400 }, { 300, 500 } },
	};
	struct world world = make_world(told, ARRAY_LEN(told));

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct plan_load load = plan_load_of(world.arena, world.plan, cases[i].owner);

		cr_assert_eq(load.week_count, 2, "%s: %zu weeks", cases[i].owner, load.week_count);
		for (int week = 0; week < 2; week++) {
			cr_expect_eq(load.weeks[week].monday, FIRST_MONDAY + 7 * week);
			cr_expect_eq(load.weeks[week].work_centidays, cases[i].work[week],
				"%s, week %d", cases[i].owner, week);
			cr_expect_eq(load.weeks[week].capacity_centidays, cases[i].capacity[week],
				"%s, week %d", cases[i].owner, week);
		}
	}
	arena_free(world.arena);
}

Test(load, says_by_when_too_much_was_promised)
{
	/* Until Friday there are 1.2 days, until the Friday after 3.2. */
	static const struct {
		const char *name;
		struct told told[3];
		int over_day, promised, available;
	} cases[] = {
		{ "fits", { { "Marc", 100, TODAY + 2 }, { "Marc", 200, TODAY + 9 } }, DAY_NONE, 0,
			0 },
		{ "one alone", { { "Marc", 150, TODAY + 2 } }, TODAY + 2, 150, 120 },
		{ "together",
			{ { "Marc", 100, TODAY + 2 }, { "Marc", 200, TODAY + 9 },
				{ "Marc", 100, TODAY + 9 } },
			TODAY + 9, 400, 320 },
		{ "of others", { { "", 100, TODAY + 2 }, { "Marc", 100, TODAY + 2 } }, DAY_NONE, 0,
			0 },
		{ "passed", { { "Marc", 100, TODAY - 30 } }, TODAY, 100, 40 },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		size_t count = 0;
		struct world world;
		struct plan_load load;

		while (count < 3 && cases[i].told[count].owner)
			count++;
		world = make_world(cases[i].told, count);
		load = plan_load_of(world.arena, world.plan, "Marc");
		cr_expect_eq(load.over_day, cases[i].over_day, "%s", cases[i].name);
		cr_expect_eq(load.promised_centidays, cases[i].promised, "%s", cases[i].name);
		cr_expect_eq(load.available_centidays, cases[i].available, "%s", cases[i].name);
		arena_free(world.arena);
	}
}
