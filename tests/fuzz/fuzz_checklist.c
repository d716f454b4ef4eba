/* SPDX-License-Identifier: MIT
 *
 * Any bytes as a checklist: shown as a guide, and taken by an organisation. */
#include <string.h>

#include "jalon/export/format.h"
#include "round_trip.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_guide(const struct checklist *checklist)
{
	struct buf text = BUF_INIT;

	export_find_guide_format("text")->write(&text, checklist, LANG_FR);
	check_clean(&text);
	buf_clear(&text);
	export_find_guide_format("man")->write(&text, checklist, LANG_EN);
	check_clean(&text);
	buf_release(&text);
}

/* An organisation with a service, so that items for services have entries too. */
static void check_organisation(struct arena *arena, const struct checklist *checklist)
{
	static const char demo[] =
		"{\"format\": \"jalon-organisation\", \"version\": 1, \"id\": \"demo\","
		" \"checklists\": [{\"id\": \"guide\", \"edition\": \"1\"}],"
		" \"services\": [{\"id\": \"portail\", \"name\": \"Portail\"}]}";
	const struct organisation *org =
		read_organisation(arena, demo, sizeof(demo) - 1, checklist);

	if (org)
		check_round_trip(org, checklist);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *arena = arena_new();
	struct checklist *checklist = read_checklist(arena, (const char *)data, size);

	if (checklist) {
		check_guide(checklist);
		check_organisation(arena, checklist);
	}
	arena_free(arena);
	return 0;
}
