/* SPDX-License-Identifier: MIT */
#include "program.h"

#include <criterion/criterion.h>
#include <string.h>

#define HEAD                                                                                       \
	"{\"format\":\"jalon-checklist\",\"version\":1,\"id\":\"w\",\"edition\":\"1\",\"title\":"  \
	"\"W\""
#define ITEM "{\"id\":\"i\",\"kind\":\"question\",\"title\":\"T\""
#define IN_SECTION(items)                                                                          \
	HEAD ",\n\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"items\":[\n" items "]}]}"

static const struct {
	const char *text, *says;
} wrong[] = {
	{ HEAD "}", "sections" },
	{ IN_SECTION("{\"id\":\"i\",\"kind\":\"what\",\"title\":\"T\"}"),
		"w.json:3: sections[0].items[0].kind" },
	{ IN_SECTION(ITEM ",\"impact\":101}"), "w.json:3: sections[0].items[0].impact" },
	{ IN_SECTION(ITEM ",\"effort\":0.125}"), "effort" },
	{ IN_SECTION(ITEM "},\n" ITEM "}"), "w.json:4" },
	{ IN_SECTION(ITEM ",\"requires\":[\"k\"]}"), "requires" },
	{ HEAD ",\"title\":\"again\",\"sections\":[]}", "title" },
	{ HEAD ",\"sections\":[]} x", "w.json:1" },
	{ "", "w.json" },
	{ "[]", "w.json:1" },
};

Test(cli_check, names_file_line_and_member)
{
	struct world world;

	world_init(&world);
	for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
		world_run(&world, "check", world_file(&world, "w.json", wrong[i].text), NULL);
		expect_refused(&world, 1, wrong[i].says, wrong[i].text);
		cr_expect(has(world.error, world.folder), "the folder too: %s", world.error);
	}
	world_run(&world, "check", world.folder, NULL);
	expect_refused(&world, 1, "Give a file", "a folder stays where it is");
	world_release(&world);
}

Test(cli_check, says_all_that_is_wrong)
{
	struct world world;

	world_init(&world);
	world_run(&world, "check",
		world_file(&world, "w.json",
			IN_SECTION(ITEM ",\"impact\":101,\"effort\":-1},\n{\"id\":\"J\"}")),
		NULL);
	expect_refused(&world, 1, "impact", "the first");
	cr_expect(has(world.error, "effort") && has(world.error, "w.json:4"), "%s", world.error);
	world_release(&world);
}

Test(cli_check, names_every_id_of_a_cycle)
{
	struct buf text = BUF_INIT;
	struct world world;

	world_init(&world);
	buf_add(&text, HEAD ",\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"items\":[");
	for (int i = 0; i < 40; i++)
		buf_add_format(&text,
			"%s{\"id\":\"quite-a-long-id-%d\",\"kind\":\"question\",\"title\":\"T\","
			"\"requires\":[\"quite-a-long-id-%d\"]}",
			i ? "," : "", i, (i + 1) % 40);
	buf_add(&text, "]}]}");
	world_run(&world, "check", world_file(&world, "w.json", text.text), NULL);
	expect_refused(&world, 1, "requires", "a cycle");
	for (int i = 0; i < 40; i++) {
		char id[32];

		snprintf(id, sizeof(id), "quite-a-long-id-%d\n", i);
		cr_expect(has(world.error, id), "%s", id);
	}
	buf_release(&text);
	world_release(&world);
}

Test(cli_check, prints_what_is_good_and_nothing_when_one_is_wrong)
{
	struct world world;
	char good[192];

	world_init(&world);
	strcpy(good, world_file(&world, "good.json", HEAD ",\"sections\":[]}"));
	world_run(&world, "check", good, NULL);
	expect_done(&world, "a good one");
	cr_expect(has(world.out, "good.json"));
	world_run(&world, "check", good, world_file(&world, "w.json", "{"), NULL);
	expect_refused(&world, 1, "w.json", "one of two");
	world_run(&world, "check", NULL);
	expect_refused(&world, 2, "jalon check FILE...", "none");
	world_release(&world);
}

Test(cli_check, takes_organisations_where_they_lie)
{
	struct world world;
	char path[192];

	world_init(&world);
	world_run(&world, "new", "demo", NULL);
	snprintf(path, sizeof(path), "%s/demo.json", world.data);
	world_run(&world, "check", path, NULL);
	expect_done(&world, "an organisation");
	world_file(&world, "copy.json", world_text(&world, "demo.json"));
	snprintf(path, sizeof(path), "%s/copy.json", world.folder);
	world_run(&world, "check", path, NULL);
	expect_refused(&world, 1, "copy.json:4: id", "an id that is not the file's name");
	world_release(&world);
}
