/* SPDX-License-Identifier: MIT
 *
 * Any bytes as ORG.json, and as its history. */
#include <string.h>

#include "jalon/store/history.h"
#include "round_trip.h"

static const char guide[] =
	"{\"format\": \"jalon-checklist\", \"version\": 1, \"id\": \"guide\", \"edition\": \"1\","
	" \"title\": \"Guide\", \"sections\": [{\"id\": \"s\", \"title\": \"S\", \"items\": ["
	"{\"id\": \"one\", \"kind\": \"recommendation\", \"title\": \"One\"},"
	"{\"id\": \"two\", \"kind\": \"vigilance\", \"title\": \"Two\", \"requires\": [\"one\"]},"
	"{\"id\": \"three\", \"kind\": \"question\", \"scope\": \"service\", \"title\": \"Three\"}"
	"]}]}";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_history(struct arena *arena, const char *text, size_t len)
{
	struct buf once = BUF_INIT, twice = BUF_INIT;
	struct history_change *changes;
	struct err err = ERR_INIT;
	size_t count;

	if (history_kept_size(text, len, 3) > len)
		broken("no more of a history is kept than there is");
	if (history_parse(
		    text, len, "demo.history.jsonl", INT64_MAX, arena, &changes, &count, &err)) {
		history_write(&once, changes, count);
		if (!history_parse(once.text, once.len, "demo.history.jsonl", INT64_MAX, arena,
			    &changes, &count, &err))
			broken("a history that was taken and written is taken again");
		history_write(&twice, changes, count);
		if (strcmp(once.text, twice.text) != 0)
			broken("the same history is the same bytes");
	}
	buf_release(&once);
	buf_release(&twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena *lasting;
	static const struct checklist *checklist;
	struct arena *arena = arena_new();
	const struct organisation *org;

	if (!lasting) {
		lasting = arena_new();
		checklist = read_checklist(lasting, guide, sizeof(guide) - 1);
	}
	org = read_organisation(arena, (const char *)data, size, checklist);
	if (org)
		check_round_trip(org, checklist);
	check_history(arena, (const char *)data, size);
	arena_free(arena);
	return 0;
}
