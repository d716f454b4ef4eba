/* SPDX-License-Identifier: MIT
 *
 * How many are late, and how many are at risk: two figures, each the same wherever one looks. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../cli/program.h"
#include "../plan/instance.h"
#include "play.h"
#include "tui/checklist_view.h"
#include "tui/plan_view.h"

enum { SEED = 577215, ROUNDS = 24, ACTIONS_MAX = 9, TODAY = 20781 /* 2026-11-24 */ };

/* As the test made them, by its own reckoning. */
struct facts {
	int late, late_aside; /* late_aside: of those, what the plan sets aside */
	int dated;            /* with a date to come: no more can be at risk */
};

struct place {
	struct world world;
	struct play play;
	struct facts facts;
	int at_risk; /* by the dates of the plan in JSON */
};

static void add_day(struct buf *out, int day)
{
	char text[DATE_TEXT_SIZE];

	date_format(text, day);
	buf_add_format(out, "\"due\": \"%s\", ", text);
}

/* One entry, and what it adds to the facts. An action of an even number requires what is not there,
 * now and then. */
static void add_entry(
	struct buf *out, struct random *random, int number, bool aside, struct facts *facts)
{
	static const char *const statuses[] = { "todo", "doing", "done", "not_applicable" };
	const char *status = statuses[random_below(random, 4)];
	bool remains = strcmp(status, "todo") == 0 || strcmp(status, "doing") == 0;
	bool has_due = random_below(random, 4) > 0;
	int day = TODAY - 6 + (int)random_below(random, 12);

	buf_add_format(out, "%s\"a%d\": {", number > 1 ? ", " : "", number);
	if (has_due)
		add_day(out, day);
	if (strcmp(status, "not_applicable") == 0)
		buf_add(out, "\"reason\": \"Rien\", ");
	buf_add_format(out, "\"status\": \"%s\", \"effort\": %u}", status, random_below(random, 6));
	facts->late += has_due && remains && day < TODAY;
	facts->late_aside += has_due && remains && day < TODAY && aside;
	facts->dated += has_due && remains && day >= TODAY;
}

static void make_organisation(struct place *place, struct random *random)
{
	int count = 1 + (int)random_below(random, ACTIONS_MAX);
	bool aside[ACTIONS_MAX + 1] = { false };
	struct buf out = BUF_INIT;

	buf_add(&out,
		"{\"format\": \"jalon-organisation\", \"version\": 1, \"id\": \"essai\", "
		"\"name\": \"Essai\", \"revision\": 1, \"capacity\": 5, "
		"\"created\": \"2026-11-02T09:00:00Z\", \"modified\": \"2026-11-02T09:00:00Z\", "
		"\"checklists\": [{\"id\": \"agit-9-ancrage-territorial\", \"edition\": "
		"\"2020-05\"}], \"actions\": [");
	for (int i = 1; i <= count; i++) {
		aside[i] = random_below(random, 5) == 0;
		buf_add_format(&out, "%s{\"id\": \"a%d\", \"title\": \"Action %d\"%s}",
			i > 1 ? ", " : "", i, i, aside[i] ? ", \"requires\": [\"nowhere\"]" : "");
	}
	buf_add(&out, "], \"entries\": {");
	for (int i = 1; i <= count; i++)
		add_entry(&out, random, i, aside[i], &place->facts);
	buf_add(&out, "}}\n");
	world_file(&place->world, "data/essai.json", out.text);
	buf_release(&out);
}

static int checklist_rows(struct place *place, enum filter_kind filter)
{
	const struct checklist_view *checklist = place->play.app->views[VIEW_CHECKLIST];
	int count = 0;

	place->play.app->session->narrowing.filter = (struct filter){ filter, 0, "" };
	session_look_again(place->play.app->session);
	play_keys(&place->play, "2");
	play_shows(&place->play, "");
	for (int i = 0; i < checklist->list.count; i++)
		count += checklist->rows[i].kind == CHECKLIST_ROW_ENTRY;
	place->play.app->session->narrowing.filter = (struct filter){ FILTER_ALL, 0, "" };
	session_look_again(place->play.app->session);
	return count;
}

static int plan_rows(struct place *place, enum filter_kind filter)
{
	const struct plan_view *view = place->play.app->views[VIEW_PLAN];
	int count;

	place->play.app->session->narrowing.filter = (struct filter){ filter, 0, "" };
	session_look_again(place->play.app->session);
	play_keys(&place->play, "4");
	play_shows(&place->play, "");
	count = (int)view->rows.action_count;
	place->play.app->session->narrowing.filter = (struct filter){ FILTER_ALL, 0, "" };
	session_look_again(place->play.app->session);
	return count;
}

/* The number before " en retard", " late" or the like, where one first stands there; 0 for none.
 * Lines may break anywhere between words. */
static int figure(const char *text, const char *words)
{
	struct buf line = BUF_INIT;
	int number = 0;

	for (const char *at = text; *at; at++) {
		if (*at != ' ' && *at != '\n')
			buf_add_char(&line, *at);
		else if (line.len && line.text[line.len - 1] != ' ')
			buf_add_char(&line, ' ');
	}
	for (const char *at = strstr(line.text, words); at && !number; at = strstr(at + 1, words)) {
		const char *start = at;

		while (start > line.text && start[-1] >= '0' && start[-1] <= '9')
			start--;
		number = start < at ? atoi(start) : 0;
	}
	buf_release(&line);
	return number;
}

static int header(struct place *place, const char *key, const char *words)
{
	struct buf dump = BUF_INIT;
	int number;

	play_keys(&place->play, key);
	play_dump(&place->play, &dump);
	*strchr(strchr(dump.text, '\n') + 1, '\n') = '\0';
	number = figure(dump.text, words);
	buf_release(&dump);
	return number;
}

static int json_number(struct place *place, const char *name)
{
	const char *at = strstr(place->world.out, name);
	int number = -1;

	cr_assert_not_null(at, "%s", name);
	cr_expect_eq(sscanf(at + strlen(name), "%d", &number), 1);
	return number;
}

static int lines_with(const char *text, const char *words)
{
	int count = 0;

	for (const char *at = strstr(text, words); at; at = strstr(at + 1, words))
		count++;
	return count;
}

/* Each place where the figure is told. */
static int late_in_header(struct place *place)
{
	return header(place, "2", " en retard");
}

static int late_in_plan_header(struct place *place)
{
	return header(place, "4", " en retard");
}

static int late_in_organisations(struct place *place)
{
	play_keys(&place->play, "1");
	for (int number = 1; number <= ACTIONS_MAX; number++) {
		char text[32];

		snprintf(text, sizeof(text), "! %d en retard", number);
		if (play_shows(&place->play, text))
			return number;
	}
	return 0;
}

static int late_in_checklist(struct place *place)
{
	return checklist_rows(place, FILTER_LATE);
}

static int late_in_plan_rows(struct place *place)
{
	return plan_rows(place, FILTER_LATE) + place->facts.late_aside;
}

static int late_in_list(struct place *place)
{
	world_run(&place->world, "list", NULL);
	return figure(place->world.out, " late");
}

static int late_in_list_json(struct place *place)
{
	world_run(&place->world, "list", "--format", "json", NULL);
	return json_number(place, "\"late\": ");
}

static int late_in_show(struct place *place)
{
	world_run(&place->world, "show", "essai", NULL);
	return figure(place->world.out, " late");
}

static int late_in_show_lines(struct place *place)
{
	world_run(&place->world, "show", "essai", NULL);
	return lines_with(place->world.out, " days late") +
	       lines_with(place->world.out, " day late");
}

static int late_in_show_json(struct place *place)
{
	world_run(&place->world, "show", "essai", "--format", "json", NULL);
	return json_number(place, "\"late\": ");
}

static int late_in_summary(struct place *place)
{
	world_run(&place->world, "essai", NULL);
	return figure(place->world.out, " late");
}

static int late_in_plan(struct place *place)
{
	world_run(&place->world, "plan", "essai", NULL);
	return figure(place->world.out, " late");
}

static int late_in_markdown(struct place *place)
{
	world_run(&place->world, "plan", "essai", "--format", "md", NULL);
	return figure(place->world.out, " late");
}

/* Of each action two days, in a record that ends with them and with what is not estimated. */
static int csv_actions(struct place *place, bool late)
{
	int count = 0;

	world_run(&place->world, "plan", "essai", "--format", "csv", NULL);
	for (const char *end = strstr(place->world.out, "\r\n"); end;
		end = strstr(end + 2, "\r\n")) {
		const char *at = end;
		int days_late, days_at_risk;

		/* The last cell is of letters and a blank, or empty. */
		while (at > place->world.out && at[-1] != ',')
			at--;
		at -= at > place->world.out;

		while (at > place->world.out && (at[-1] == ',' || (at[-1] >= '0' && at[-1] <= '9')))
			at--;
		if (sscanf(at, ",%d,%d", &days_late, &days_at_risk) == 2)
			count += (late ? days_late : days_at_risk) > 0;
	}
	return count;
}

static int late_in_csv(struct place *place)
{
	return csv_actions(place, true) + place->facts.late_aside;
}

static int late_in_groups(struct place *place)
{
	world_run(&place->world, "plan", "essai", "--group", "date", "--lang", "fr", NULL);
	return lines_with(place->world.out, " de retard ·") + place->facts.late_aside;
}

static int risk_in_plan_header(struct place *place)
{
	return header(place, "4", " à risque");
}

static int risk_in_checklist(struct place *place)
{
	return checklist_rows(place, FILTER_AT_RISK);
}

static int risk_in_plan_rows(struct place *place)
{
	return plan_rows(place, FILTER_AT_RISK);
}

static int risk_in_show(struct place *place)
{
	world_run(&place->world, "show", "essai", NULL);
	return figure(place->world.out, " at risk ·");
}

static int risk_in_plan(struct place *place)
{
	world_run(&place->world, "plan", "essai", NULL);
	return figure(place->world.out, " at risk");
}

static int risk_in_csv(struct place *place)
{
	return csv_actions(place, false);
}

static const struct {
	const char *name;
	int (*look)(struct place *place);
} late_places[] = {
	{ "header", late_in_header },
	{ "header of the plan", late_in_plan_header },
	{ "organisations", late_in_organisations },
	{ "filter of the checklist", late_in_checklist },
	{ "filter of the plan", late_in_plan_rows },
	{ "list", late_in_list },
	{ "list --format json", late_in_list_json },
	{ "show", late_in_show },
	{ "lines of show", late_in_show_lines },
	{ "show --format json", late_in_show_json },
	{ "summary", late_in_summary },
	{ "plan", late_in_plan },
	{ "plan --format md", late_in_markdown },
	{ "plan --format csv", late_in_csv },
	{ "lines of plan --group date", late_in_groups },
}, risk_places[] = {
	{ "header of the plan", risk_in_plan_header },
	{ "filter of the checklist", risk_in_checklist },
	{ "filter of the plan", risk_in_plan_rows },
	{ "show", risk_in_show },
	{ "plan", risk_in_plan },
	{ "plan --format csv", risk_in_csv },
};

/* Of what has a date to come, what ends behind it: by what the plan in JSON says of each. */
static int count_at_risk(struct world *world)
{
	int count = 0;

	world_run(world, "plan", "essai", "--format", "json", NULL);
	expect_done(world, "plan");
	for (const char *at = strstr(world->out, "\"due\": \""); at;
		at = strstr(at + 1, "\"due\": \"")) {
		const char *finish = strstr(at, "\"finish_date\": \"");
		const char *due = at + strlen("\"due\": \"");

		cr_assert_not_null(finish);
		finish += strlen("\"finish_date\": \"");
		count += strncmp(due, "2026-11-24", 10) >= 0 && strncmp(finish, due, 10) > 0;
	}
	return count;
}

static void open_place(struct place *place, struct random *random)
{
	const struct play_options options = { .org_id = "essai",
		.data = place->world.data,
		.by = "Inès",
		.has_lang = true,
		.lang = LANG_FR,
		.today = "2026-11-24",
		.w = 120,
		.h = 40 };

	world_init(&place->world);
	snprintf(place->world.shipped, sizeof(place->world.shipped), "checklists");
	/* Makes the folder. */
	world_run(&place->world, "new", "essai", NULL);
	expect_done(&place->world, "new");
	place->facts = (struct facts){ 0, 0, 0 };
	make_organisation(place, random);
	play_open(&place->play, &options);
	place->at_risk = count_at_risk(&place->world);
}

Test(late, is_the_same_number_wherever_one_looks)
{
	struct random random = { SEED };
	int late = 0, at_risk = 0, aside = 0;

	for (int round = 0; round < ROUNDS; round++) {
		struct place place;

		open_place(&place, &random);
		for (size_t i = 0; i < ARRAY_LEN(late_places); i++)
			cr_expect_eq(late_places[i].look(&place), place.facts.late,
				"round %d: %s, %d late", round, late_places[i].name,
				place.facts.late);
		for (size_t i = 0; i < ARRAY_LEN(risk_places); i++)
			cr_expect_eq(risk_places[i].look(&place), place.at_risk,
				"round %d: %s, %d at risk", round, risk_places[i].name,
				place.at_risk);
		cr_expect_leq(place.at_risk, place.facts.dated, "round %d", round);
		late += place.facts.late;
		at_risk += place.at_risk;
		aside += place.facts.late_aside;
		play_close(&place.play);
		world_release(&place.world);
	}
	/* Each kind was met. */
	cr_expect_gt(late, 20);
	cr_expect_gt(at_risk, 5);
	cr_expect_gt(aside, 2);
}
