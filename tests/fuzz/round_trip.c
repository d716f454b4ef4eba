/* SPDX-License-Identifier: MIT */
#include "round_trip.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/export/format.h"
#include "jalon/model/progress.h"
#include "jalon/plan/plan.h"
#include "store/checklist_file.h"

enum { TODAY = 20781, ENTRIES_TO_PLAN = 200 };

void broken(const char *promise)
{
	fprintf(stderr, "broken: %s\n", promise);
	abort();
}

void check_clean(const struct buf *text)
{
	if (!utf8_is_valid(text->text, text->len))
		broken("text for people is UTF-8");
	for (size_t i = 0; i < text->len; i++) {
		unsigned char c = (unsigned char)text->text[i];

		if ((c < ' ' && c != '\n') || c == 0x7f)
			broken("text for people has no control characters");
	}
}

/* A refusal always says why, in a line that a terminal can show. */
static void check_complaint(const struct err *err)
{
	struct buf text = BUF_INIT;

	text_err(&text, LANG_FR, err);
	check_clean(&text);
	if (text.len == 0 || memchr(text.text, '\n', text.len))
		broken("a refusal is one line");
	buf_release(&text);
}

static bool is_taken(const struct reader *reader)
{
	struct err err = ERR_INIT;

	if (reader_finish(reader, &err))
		return true;
	check_complaint(&err);
	return false;
}

static const struct json *parse(struct arena *arena, const char *text, size_t len)
{
	struct err err = ERR_INIT;
	const struct json *json = json_parse(arena, text, len, "demo.json", &err);

	if (!json)
		check_complaint(&err);
	return json;
}

const struct organisation *read_organisation(
	struct arena *arena, const char *text, size_t len, const struct checklist *checklist)
{
	struct reader reader = reader_make(arena, "demo.json");
	const struct json *json = parse(arena, text, len);
	struct organisation_file file;

	if (!json)
		return NULL;
	file = organisation_file_read(&reader, json, "demo");
	if (!is_taken(&reader))
		return NULL;
	for (size_t i = 0; i < file.org->checklist_count; i++)
		file.org->checklists[i] = checklist;
	organisation_file_join(&reader, json, &file);
	return is_taken(&reader) ? file.org : NULL;
}

struct checklist *read_checklist(struct arena *arena, const char *text, size_t len)
{
	struct reader reader = reader_make(arena, "guide.json");
	const struct json *json = parse(arena, text, len);
	struct checklist *checklist = json ? checklist_file_read(&reader, json) : NULL;

	return json && is_taken(&reader) ? checklist : NULL;
}

static void check_views(const struct organisation *org)
{
	struct arena *arena = arena_new();
	struct counts counts = organisation_counts(org, TODAY);
	int sum = 0;

	for (int i = 0; i < STATUS_COUNT; i++)
		sum += counts.by_status[i];
	if (sum != (int)org->entry_count)
		broken("each entry is counted once");
	/* What takes a plan long is the bench's matter. */
	if (org->entry_count <= ENTRIES_TO_PLAN) {
		const struct plan *plan = plan_make(arena, org, TODAY);

		if (plan->count > org->entry_count)
			broken("an action is planned once");
	}
	arena_free(arena);
}

void check_round_trip(const struct organisation *org, const struct checklist *checklist)
{
	struct arena *arena = arena_new();
	struct buf once = BUF_INIT, twice = BUF_INIT;
	const struct organisation *again;

	organisation_file_write(&once, org);
	again = read_organisation(arena, once.text, once.len, checklist);
	if (!again)
		broken("what was taken and written is taken again");
	organisation_file_write(&twice, again);
	if (once.len != twice.len || memcmp(once.text, twice.text, once.len) != 0)
		broken("the same content is the same bytes");
	check_views(org);
	buf_release(&once);
	buf_release(&twice);
	arena_free(arena);
}
