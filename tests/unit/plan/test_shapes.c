/* SPDX-License-Identifier: MIT
 *
 * Requirements of shapes that have few actions and many ways through them, or one very long way.
 * What walks ways instead of actions never ends here; what recurses along them has no stack left.
 * Each shape is planned under ids that follow requirements, and under ids that run against them. */
#include "jalon/plan/why.h"

#include <criterion/criterion.h>
#include <string.h>

#include "../base/breadth.h"
#include "jalon/base/date.h"

enum { TODAY = 20781 /* 2026-11-24 */, LONG = 10000, WIDTH = 20, REQUIRES_MAX = LONG };

struct house {
	struct arena *arena;
	struct organisation *org;
	struct plan *plan;
};

/* What the i-th action of a shape requires, by number; returns how many. */
typedef size_t (*shape_requires)(size_t i, size_t count, size_t *required);

static size_t ladder(size_t i, size_t count, size_t *required)
{
	size_t below = i - 1 - (i + 1) % 2; /* the left one of the step below */

	(void)count;
	required[0] = i < 3 ? 0 : below - 1;
	required[1] = below;
	return i == 0 ? 0 : i < 3 ? 1 : 2;
}

/* Four to a stage, each of which needs three of the stage below. */
static size_t stages(size_t i, size_t count, size_t *required)
{
	size_t found = 0;

	(void)count;
	for (size_t k = 0; i >= 4 && k < 4; k++) {
		if (k != i % 4)
			required[found++] = (i / 4 - 1) * 4 + k;
	}
	return found;
}

/* All of the second half need all of the first. */
static size_t bipartite(size_t i, size_t count, size_t *required)
{
	for (size_t k = 0; k < count / 2; k++)
		required[k] = k;
	return i < count / 2 ? 0 : count / 2;
}

static size_t grid(size_t i, size_t count, size_t *required)
{
	size_t found = 0;

	(void)count;
	if (i % WIDTH)
		required[found++] = i - 1;
	if (i >= WIDTH)
		required[found++] = i - WIDTH;
	return found;
}

/* All but the last need the first, and the last needs all others. */
static size_t hubs(size_t i, size_t count, size_t *required)
{
	required[0] = 0;
	for (size_t k = 0; i + 1 == count && k < i; k++)
		required[k] = k;
	return i == 0 ? 0 : i + 1 == count ? i : 1;
}

static size_t chain(size_t i, size_t count, size_t *required)
{
	(void)count;
	required[0] = i - 1;
	return i > 0;
}

static const struct shape {
	const char *name;
	size_t count;
	shape_requires requires;
} shapes[] = {
	{ "a ladder", 81, ladder },
	{ "stages of four", 101, stages },
	{ "all of a hundred by all of a hundred", 200, bipartite },
	{ "a grid", WIDTH *WIDTH, grid },
	{ "hubs", 300, hubs },
	{ "a chain", 300, chain },
	{ "a long chain", LONG, chain },
	{ "a long ladder", 2001, ladder },
};

static const char *id_of(struct arena *arena, size_t i, size_t count, bool against)
{
	return arena_format(arena, "a%zu", 100000 + (against ? count - i : i));
}

/* The file has them in the order of the shape, or the last first. */
static struct house make_house(const struct shape *shape, bool against)
{
	struct house house = { .arena = arena_new() };
	struct action *actions = ARENA_ARRAY(house.arena, struct action, shape->count);
	size_t *required = ARENA_ARRAY(house.arena, size_t, REQUIRES_MAX);

	for (size_t i = 0; i < shape->count; i++) {
		size_t count = shape->requires(i, shape->count, required);
		const char **ids = ARENA_ARRAY(house.arena, const char *, count);
		const char *id = id_of(house.arena, i, shape->count, against);

		for (size_t k = 0; k < count; k++)
			ids[k] = id_of(house.arena, required[k], shape->count, against);
		actions[against ? shape->count - 1 - i : i] = (struct action){
			.id = id, .title = id, .item = "", .requires = { ids, count }
		};
	}
	house.org = ARENA_NEW(house.arena, struct organisation);
	*house.org = (struct organisation){ .id = "demo",
		.name = "Demo",
		.capacity_centidays = 500,
		.holidays = HOLIDAYS_NONE,
		.actions = actions,
		.action_count = shape->count };
	organisation_join(house.org, house.arena, NULL, 0);
	house.plan = plan_make(house.arena, house.org, TODAY);
	return house;
}

/* Which actions the one at `index` needs, over any number of steps: requirements stand above. */
static void mark_needed(const struct plan *plan, size_t index, bool *needed)
{
	memset(needed, 0, plan->count * sizeof(*needed));
	needed[index] = true;
	for (size_t i = index + 1; i-- > 0;) {
		const struct string_list *requires = &plan->actions[i].requires;

		for (size_t k = 0; needed[i] && k < requires->count; k++) {
			size_t rank = plan_find(plan, requires->texts[k]);

			cr_assert_lt(rank, i);
			needed[rank] = true;
		}
	}
}

static void check_why(const struct plan *plan, size_t first, size_t second, bool needs)
{
	struct buf why = BUF_INIT, other = BUF_INIT;

	plan_why_before(&why, LANG_EN, plan, first, second);
	plan_why_before(&other, LANG_EN, plan, second, first);
	cr_assert_str_eq(why.text, other.text);
	cr_assert_eq(strstr(why.text, " needs it") != NULL, needs, "%zu, %zu: %s", first, second,
		why.text);
	buf_release(&why);
	buf_release(&other);
}

static void check_if_done(const struct house *house, size_t index)
{
	struct arena *arena = arena_new();
	struct plan_what_if what_if = plan_if_done(arena, house->plan, index);
	const struct string_list *unlocks = &house->plan->actions[index].unlocks;
	size_t frees = 0;

	for (size_t k = 0; k < unlocks->count; k++) {
		size_t rank = plan_find(house->plan, unlocks->texts[k]);

		frees += house->plan->actions[rank].requires.count == 1;
	}
	cr_assert_eq(what_if.frees.count, frees);
	cr_assert_geq(what_if.days_sooner, 0);
	arena_free(arena);
}

/* Places and ids say the same, and what an action unlocks is told in the order of the plan. */
static void check_places(const struct plan *plan)
{
	for (size_t i = 0; i < plan->count; i++) {
		const struct plan_action *action = &plan->actions[i];

		cr_assert_eq(plan_index_of(plan, action->entry), i);
		cr_assert_eq(plan_find(plan, action->entry->id), i);
		for (size_t k = 0; k < action->requires.count; k++)
			cr_assert_str_eq(action->requires.texts[k],
				plan->actions[action->requires_at[k]].entry->id);
		for (size_t k = 0; k < action->unlocks.count; k++) {
			cr_assert_gt(action->unlocks_at[k], k ? action->unlocks_at[k - 1] : i);
			cr_assert_str_eq(action->unlocks.texts[k],
				plan->actions[action->unlocks_at[k]].entry->id);
		}
	}
	cr_assert_eq(plan_find(plan, "nobody"), SIZE_MAX);
}

/* Of a large one the ends, the middle and their neighbours are asked about; of a small one all. */
static void check_shape(const struct shape *shape, bool against)
{
	struct house house = make_house(shape, against);
	size_t last = shape->count - 1, step = shape->count > 1000 ? shape->count / 2 - 1 : 13;
	bool *needed = ARENA_ARRAY(house.arena, bool, shape->count);

	cr_assert_eq(house.plan->count, shape->count, "%s", shape->name);
	/* A list of all that is left at each cut would be the square. */
	if (shape->count > 1000)
		cr_assert_lt(arena_size_bytes(house.arena), 4096 * shape->count, "%s", shape->name);
	check_places(house.plan);
	for (size_t second = last; second > 0; second -= second < step ? second : step) {
		struct buf reason = BUF_INIT;

		mark_needed(house.plan, second, needed);
		for (size_t first = 0; first<second; first += shape->count> 1000 ? step : 7)
			check_why(house.plan, first, second, needed[first]);
		check_why(house.plan, second - 1, second, needed[second - 1]);
		plan_reason(&reason, LANG_FR, house.plan, second);
		buf_release(&reason);
	}
	check_if_done(&house, 0);
	check_if_done(&house, last / 2);
	check_if_done(&house, last);
	arena_free(house.arena);
}

/* The long ones are there for time and stack, which the unit tests measure. */
static struct shape shape_at(size_t i)
{
	struct shape shape = shapes[i];

	if (shape.count > 1000)
		shape.count = (size_t)breadth((int)shape.count);
	return shape;
}

Test(shapes, answer_whatever_the_requirements)
{
	for (size_t i = 0; i < ARRAY_LEN(shapes); i++) {
		const struct shape shape = shape_at(i);

		check_shape(&shape, false);
		check_shape(&shape, true);
	}
}

/* What the first one requires is missing, or goes round: all others hang on that. */
Test(shapes, set_aside_what_hangs_on_one)
{
	for (size_t i = 0; i < ARRAY_LEN(shapes) * 4; i++) {
		const struct shape shape = shape_at(i / 4);
		bool against = i % 2, round = i / 2 % 2;
		struct house house = make_house(&shape, against);
		size_t first = against ? shape.count - 1 : 0, freestanding = 0;
		const char *wanted = round ? house.org->actions[first].id : "missing";

		for (size_t k = 0; k < shape.count; k++)
			freestanding += k != first && house.org->actions[k].requires.count == 0;
		house.org->actions[first].requires = (struct string_list){ &wanted, 1 };
		house.plan = plan_make(house.arena, house.org, TODAY);
		/* Ten thousand rounds over ten thousand, with a search in each, would not end. */
		cr_assert_geq(house.plan->set_aside_count, shape.count / 2 - freestanding, "%s",
			shape.name);
		cr_assert_geq(house.plan->count, freestanding);
		cr_assert_eq(house.plan->count + house.plan->set_aside_count, shape.count);
		for (size_t k = 0; k < house.plan->set_aside_count; k++) {
			cr_assert_eq(plan_index_of(house.plan, house.plan->set_aside[k].entry),
				SIZE_MAX);
			cr_assert_eq(house.plan->set_aside[k].why,
				round ? PLAN_WHY_CYCLE : PLAN_WHY_MISSING);
			cr_assert_eq(house.plan->set_aside[k].with.count, 1);
		}
		arena_free(house.arena);
	}
}
