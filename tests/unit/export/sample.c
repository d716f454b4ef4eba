/* SPDX-License-Identifier: MIT */
#include "sample.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/base/date.h"
#include "store/checklist_file.h"

static const char text[] =
	"{\"format\": \"jalon-checklist\", \"version\": 1, \"id\": \"sample\", \"edition\": "
	"\"2020\","
	"\"title\": \"'Sample' of \\\\fBall\\\", -x\","
	"\"summary\": \".first line\\n'second line\\n\\n.PP after a blank\","
	"\"source\": {\"publisher\": \"The Publisher\", \"title\": \"A Title\","
	" \"url\": \"https://example.org/a-b?c=~d\", \"date\": \"2020-05\", \"theme\": 9},"
	"\"authors\": [\"One\", \"Two\"], \"terms\": \"Terms.\","
	"\"collection\": [{\"theme\": 1, \"title\": \"Theme one\", \"date\": \"2019-09\","
	" \"parts\": [\"Part A\", \"Part B\"]}],"
	"\"glossary\": [{\"term\": \"Term\", \"definition\": \"Definition.\", \"statements\": "
	"[\"G1\"]}],"
	"\"references\": [{\"id\": \"ref\", \"title\": \"Reference\", \"publisher\": \"Press\","
	" \"date\": \"2016\", \"url\": \"https://example.org/ref\"}],"
	"\"sections\": [{\"id\": \"s\", \"title\": {\"fr\": \"Partie\", \"en\": \"Part\"},"
	" \"text\": \"Section text.\", \"items\": ["
	"{\"id\": \"said\", \"kind\": \"question\", \"origin\": \"guide\", \"statements\": "
	"[\"R1\"],"
	" \"title\": \"Said\", \"plain\": \"Plain line.\", \"why\": \"Why line.\","
	" \"how\": \"1. One\\n2. Two\", \"example\": \"Example line.\", \"references\": [\"ref\"]},"
	"{\"id\": \"ours\", \"kind\": \"recommendation\", \"origin\": \"project\","
	" \"title\": \"Ours\", \"requires\": [\"said\"]}]}]}";

static struct action *make_actions(struct sample *sample, const char *const *titles)
{
	size_t count = 0;
	struct action *actions;

	while (titles[count])
		count++;
	actions = ARENA_ARRAY(sample->arena, struct action, count + 1);
	for (size_t i = 0; i < count; i++)
		actions[i] = (struct action){ .id = arena_format(sample->arena, "a%zu", i + 1),
			.title = titles[i],
			.item = "" };
	sample->org->action_count = count;
	return actions;
}

void sample_init(struct sample *sample, const char *const *titles)
{
	struct reader reader;
	struct err err = ERR_INIT;
	const struct json *json;
	int64_t now_utc;

	*sample = (struct sample){ .arena = arena_new(), .out = BUF_INIT };
	reader = reader_make(sample->arena, "sample.json");
	json = json_parse(sample->arena, text, strlen(text), "sample.json", &err);
	cr_assert_not_null(json, "%s", err.where);
	sample->checklist = checklist_file_read(&reader, json);
	cr_assert(reader_finish(&reader, &err), "%s", err.where);
	sample->org = ARENA_NEW(sample->arena, struct organisation);
	*sample->org = (struct organisation){ .id = "demo",
		.name = "Démo, \"the\" org; \\ =1",
		.revision = 7,
		.capacity_centidays = 500,
		.holidays = HOLIDAYS_NONE,
		.links = ARENA_NEW(sample->arena, struct checklist_link),
		.checklists = ARENA_NEW(sample->arena, const struct checklist *),
		.checklist_count = 1 };
	sample->org->links[0] = (struct checklist_link){ .id = "sample", .edition = "2020" };
	sample->org->checklists[0] = sample->checklist;
	sample->org->actions = make_actions(sample, titles);
	organisation_join(sample->org, sample->arena, NULL, 0);
	time_parse("2026-11-24T09:08:07Z", &now_utc);
	sample->input = (struct export_plan){ .lang = LANG_EN, .now_utc = now_utc };
	sample_plan(sample);
}

void sample_plan(struct sample *sample)
{
	sample->input.plan = plan_make(sample->arena, sample->org, time_day(sample->input.now_utc));
}

void sample_release(struct sample *sample)
{
	buf_release(&sample->out);
	arena_free(sample->arena);
}
