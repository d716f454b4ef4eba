/* SPDX-License-Identifier: MIT
 *
 * A way of looking gives each action a group and each group a title; rows are sorted by group, and
 * within one by rank. */
#include "tui/plan_rows.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/export/groups.h"

// clang-format off
const struct wording plan_look_labels[LOOK_COUNT] = {
	[LOOK_ORDER] = { .fr = "Ordre conseillé", .en = "Recommended order" },
	[LOOK_WEEKS] = { .fr = "Par semaine", .en = "By week" },
	[LOOK_PEOPLE] = { .fr = "Par personne", .en = "By person" },
	[LOOK_MATRIX] = { .fr = "Impact et charge", .en = "Impact and effort" },
	[LOOK_TIME] = { .fr = "Au fil du temps", .en = "Over time" },
};

const struct wording plan_look_choices[LOOK_COUNT] = {
	[LOOK_ORDER] = { .fr = "Ordre conseillé · quoi faire en premier, et pourquoi",
		.en = "Recommended order · what to do first, and why" },
	[LOOK_WEEKS] = { .fr = "Par semaine · ce qui est en retard ou à risque, puis ce qui finit quand",
		.en = "By week · what is late or at risk, then what ends when" },
	[LOOK_PEOPLE] = { .fr = "Par personne · qui fait quoi, qui en a trop, qui a du temps",
		.en = "By person · who does what, who has too much, who has time" },
	[LOOK_MATRIX] = { .fr = "Impact et charge · quatre cases pour décider ensemble",
		.en = "Impact and effort · four cells to decide together" },
	[LOOK_TIME] = { .fr = "Au fil du temps · des barres : ce qui dure, ce qui attend, les échéances",
		.en = "Over time · bars: what lasts, what waits, due dates" },
};

const struct wording plan_quadrant_labels[QUADRANT_COUNT] = {
	[QUADRANT_FIRST] = { .fr = "Commencer par là", .en = "Begin here" },
	[QUADRANT_PREPARE] = { .fr = "À préparer", .en = "Prepare it" },
	[QUADRANT_EASY] = { .fr = "En passant", .en = "Along the way" },
	[QUADRANT_DISCUSS] = { .fr = "À discuter", .en = "To be discussed" },
};
// clang-format on

enum { WEEK_DAYS = 7, TEN_MONTHS = 304 };

static int compare_numbers(const void *a, const void *b)
{
	const int *one = a, *other = b;

	return *one < *other ? -1 : *one > *other;
}

/* Half of all entries are above, whatever the scale that a team estimates on; of those that are
 * done too, so that to tick one moves no other from cell to cell. */
static void find_middle(struct plan_rows *made, const struct organisation *org)
{
	struct arena *arena = arena_new();
	int *impacts = ARENA_ARRAY(arena, int, org->entry_count);
	int *efforts = ARENA_ARRAY(arena, int, org->entry_count);

	for (size_t i = 0; i < org->entry_count; i++) {
		impacts[i] = entry_impact(&org->entries[i]);
		efforts[i] = entry_left_centidays(&org->entries[i]);
	}
	qsort(impacts, org->entry_count, sizeof(*impacts), compare_numbers);
	qsort(efforts, org->entry_count, sizeof(*efforts), compare_numbers);
	made->middle_impact = impacts[org->entry_count / 2];
	made->middle_effort_centidays = efforts[org->entry_count / 2];
	arena_free(arena);
}

/* Dates far behind the end of all work would press the bars of the line of time together. */
static int find_last_day(const struct plan *plan)
{
	int last = plan->last_day, most = last + (last - plan->today_day) / 4 + WEEK_DAYS;

	for (size_t i = 0; i < plan->count; i++) {
		int due = plan->actions[i].entry->due_day;

		if (due != DAY_NONE && due > last && due <= most)
			last = due;
	}
	return last;
}

static bool is_side_by_side(const struct plan *plan)
{
	for (size_t i = 1; i < plan->count; i++) {
		if (plan->actions[i].start_day < plan->actions[i - 1].start_day)
			return true;
	}
	return false;
}

static int group_of(
	const struct plan_rows *made, const struct plan *plan, size_t index, enum plan_look look)
{
	const struct plan_action *action = &plan->actions[index];
	bool less = entry_impact(action->entry) < made->middle_impact;
	bool more_effort = entry_left_centidays(action->entry) > made->middle_effort_centidays;

	if (look == LOOK_WEEKS)
		return export_group_key(plan, index, EXPORT_BY_DATE);
	if (look == LOOK_PEOPLE)
		return export_group_key(plan, index, EXPORT_BY_OWNER);
	if (look == LOOK_MATRIX)
		return (less ? QUADRANT_EASY : QUADRANT_FIRST) + more_effort;
	return 0;
}

struct grouped {
	int group;
	size_t action;
};

static int compare_grouped(const void *a, const void *b)
{
	const struct grouped *one = a, *other = b;

	if (one->group != other->group)
		return one->group < other->group ? -1 : 1;
	return one->action < other->action ? -1 : one->action > other->action;
}

/* While rows are made. */
struct growth {
	struct arena *arena;
	const struct plan *plan;
	enum plan_look look;
	enum lang lang;
	struct plan_rows *made;
	const struct grouped *grouped; /* a group, and what follows */
	size_t count;                  /* of the group */
};

static const char *keep(struct arena *arena, struct buf *text)
{
	const char *copy = arena_copy(arena, text->text);

	buf_release(text);
	return copy;
}

static struct plan_row *add_row(struct growth *growth, enum plan_row_kind kind, size_t action)
{
	struct plan_row *row = &growth->made->rows[growth->made->count++];

	*row = (struct plan_row){ .kind = kind, .action = action };
	return row;
}

static int64_t group_effort(const struct growth *growth)
{
	int64_t sum = 0;

	for (size_t i = 0; i < growth->count; i++)
		sum += entry_left_centidays(growth->plan->actions[growth->grouped[i].action].entry);
	return sum;
}

/* " · 3 actions · 4,5 j" */
static void add_sum(struct growth *growth, struct buf *out)
{
	buf_add(out, " · ");
	text_actions(out, growth->lang, (int)growth->count);
	buf_add(out, " · ");
	text_effort(out, growth->lang, group_effort(growth));
}

static void add_end(struct growth *growth, struct buf *out)
{
	struct buf day = BUF_INIT;
	int last = growth->plan->today_day;

	for (size_t i = 0; i < growth->count; i++) {
		int finish = growth->plan->actions[growth->grouped[i].action].finish_day;

		last = finish > last ? finish : last;
	}
	plan_day(&day, growth->lang, last, growth->plan->today_day);
	text_tui_ends_on(out, growth->lang, day.text);
	buf_release(&day);
}

static void add_title(struct growth *growth)
{
	int group = growth->grouped->group;
	const char *owner = growth->plan->actions[growth->grouped->action].entry->owner;
	struct buf title = BUF_INIT, day = BUF_INIT;

	if (growth->look == LOOK_WEEKS && group == EXPORT_KEY_LATE) {
		buf_add(&title, text_word(WORD_LATE_GROUP, growth->lang));
	} else if (growth->look == LOOK_WEEKS && group == EXPORT_KEY_AT_RISK) {
		buf_add(&title, text_word(WORD_AT_RISK_GROUP, growth->lang));
	} else if (growth->look == LOOK_WEEKS) {
		plan_day(&day, growth->lang, group, growth->plan->today_day);
		text_tui_week_of(&title, growth->lang, day.text);
	} else if (growth->look == LOOK_PEOPLE) {
		buf_add(&title, owner[0] ? owner : text_word(WORD_THE_TEAM, growth->lang));
	} else {
		buf_add(&title, wording_in(plan_quadrant_labels[group], growth->lang));
	}
	add_sum(growth, &title);
	if (growth->look == LOOK_PEOPLE)
		add_end(growth, &title);
	buf_release(&day);
	add_row(growth, PLAN_ROW_TITLE, growth->grouped->action)->text =
		keep(growth->arena, &title);
}

static void add_over(struct growth *growth, const struct plan_load *load)
{
	struct buf text = BUF_INIT, day = BUF_INIT, promised = BUF_INIT, available = BUF_INIT;

	plan_day(&day, growth->lang, load->over_day, growth->plan->today_day);
	text_effort(&promised, growth->lang, load->promised_centidays);
	text_effort(&available, growth->lang, load->available_centidays);
	text_tui_promised(&text, growth->lang, promised.text, day.text, available.text);
	add_row(growth, PLAN_ROW_WARNING, growth->grouped->action)->text =
		keep(growth->arena, &text);
	buf_release(&day);
	buf_release(&promised);
	buf_release(&available);
}

/* Of all that is theirs, shown or not. */
static void add_load(struct growth *growth)
{
	struct plan_load *load = ARENA_NEW(growth->arena, struct plan_load);

	*load = plan_load_of(growth->arena, growth->plan,
		growth->plan->actions[growth->grouped->action].entry->owner);
	add_row(growth, PLAN_ROW_LOAD, growth->grouped->action)->load = load;
	if (load->over_day != DAY_NONE)
		add_over(growth, load);
}

static void add_group(struct growth *growth)
{
	int group = growth->grouped->group, first;

	if (growth->look != LOOK_ORDER && growth->look != LOOK_TIME)
		add_title(growth);
	if (growth->look == LOOK_PEOPLE)
		add_load(growth);
	first = (int)growth->made->count;
	for (size_t i = 0; i < growth->count; i++)
		add_row(growth, PLAN_ROW_ACTION, growth->grouped[i].action);
	if (growth->look == LOOK_MATRIX) {
		growth->made->quadrants[group].first = first;
		growth->made->quadrants[group].count = (int)growth->count;
		growth->made->quadrants[group].effort_centidays = group_effort(growth);
	}
}

struct plan_rows plan_rows_make(struct arena *arena, const struct plan *plan, enum plan_look look,
	enum lang lang, const bool *shown)
{
	struct plan_rows made = { .action_count = 0 };
	struct grouped *grouped = ARENA_ARRAY(arena, struct grouped, plan->count + 1);
	struct growth growth = { arena, plan, look, lang, &made, grouped, 0 };

	made.last_day = find_last_day(plan);
	made.side_by_side = is_side_by_side(plan);
	if (plan->count)
		find_middle(&made, plan->org);
	for (size_t i = 0; i < plan->count; i++) {
		if (!shown || shown[i])
			grouped[made.action_count++] =
				(struct grouped){ group_of(&made, plan, i, look), i };
	}
	qsort(grouped, made.action_count, sizeof(*grouped), compare_grouped);
	/* A title and two rows below it, for each at most. */
	made.rows = ARENA_ARRAY(arena, struct plan_row, 4 * made.action_count + 1);
	for (size_t i = 0; i < made.action_count; i += growth.count) {
		growth.grouped = grouped + i;
		growth.count = 1;
		while (i + growth.count < made.action_count &&
			grouped[i + growth.count].group == grouped[i].group)
			growth.count++;
		add_group(&growth);
	}
	return made;
}

int plan_rows_find(const struct plan_rows *rows, size_t action)
{
	for (size_t i = 0; i < rows->count; i++) {
		if (rows->rows[i].kind == PLAN_ROW_ACTION && rows->rows[i].action == action)
			return (int)i;
	}
	return -1;
}

int plan_rows_find_from(const struct plan_rows *rows, size_t action)
{
	size_t best = SIZE_MAX, last = 0;
	int row = -1, last_row = 0;

	for (size_t i = 0; i < rows->count; i++) {
		size_t shown = rows->rows[i].action;

		if (rows->rows[i].kind != PLAN_ROW_ACTION)
			continue;
		if (shown >= action && shown < best) {
			best = shown;
			row = (int)i;
		}
		if (shown >= last) {
			last = shown;
			last_row = (int)i;
		}
	}
	return row < 0 ? last_row : row;
}

enum plan_quadrant plan_rows_quadrant(const struct plan_rows *rows, int row)
{
	int quadrant = QUADRANT_COUNT - 1;

	while (quadrant > 0 &&
		(rows->quadrants[quadrant].count == 0 || row < rows->quadrants[quadrant].first))
		quadrant--;
	return (enum plan_quadrant)quadrant;
}

void plan_day(struct buf *out, enum lang lang, int day, int today_day)
{
	if (day - today_day < TEN_MONTHS)
		text_day_brief(out, lang, day, today_day);
	else
		text_day(out, lang, day, today_day);
}
