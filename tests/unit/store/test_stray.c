/* SPDX-License-Identifier: MIT */
#include "jalon/store/stray.h"

#include <criterion/criterion.h>
#include <string.h>
#include <sys/stat.h>

#include "box.h"

static const struct {
	const char *file, *org_id; /* NULL: no stray */
} files[] = {
	{ "demo.sync-conflict-20261126-101500-ABCDEFG.json", "demo" },
	{ "demo (Copie en conflit de PC-INES 2026-11-26).json", "demo" },
	{ "demo (conflicted copy 2026-11-26 101010).json", "demo" },
	{ "demo_conflict-20261126-101010.json", "demo" },
	{ "demo-2.sync-conflict-20261126-101500-ABCDEFG.json", "demo-2" },
	{ "demo-PC-INES.json", "demo" },
	{ "Demo.json", "demo" },
	{ "demo.json~", "demo" },
	{ "demo.json.bak", "demo" },
	{ "demo.json.orig", "demo" },
	{ "demo.JSON", "demo" },
	{ "Copie de demo.json", "demo" },
	{ "demo – copie.json", "demo" },
	{ "Démo.json", "" },
	{ "Mairie de Lyon.json", "mairie" },
	{ "demodemo_1.json", "" },
	{ "demo.history.1.jsonl", NULL },
	{ "demo.history.sync-conflict-20261126-101500-ABCDEFG.jsonl", NULL },
	{ "demo.json.13.new", NULL },
	{ "demo.json.13.far", NULL },
	{ "demo.json.13.far.clock", NULL },
	{ "mairie.json", NULL },
	{ ".demo.json.swp", NULL },
	{ "notes.txt", NULL },
};

static const struct stray *find(const struct stray *strays, size_t count, const char *file)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(strays[i].file, file) == 0)
			return &strays[i];
	}
	return NULL;
}

Test(stray, is_a_copy_that_nobody_would_see)
{
	struct stray *strays;
	size_t count, wanted = 0;
	struct box box;

	box_init_demo(&box);
	box_write(&box, "data/demo-2.json", "{}");
	for (size_t i = 0; i < ARRAY_LEN(files); i++) {
		box_write(&box, arena_format(box.arena, "data/%s", files[i].file), "{}");
		wanted += files[i].org_id != NULL;
	}
	cr_assert_eq(mkdir(box_path(&box, "data/folder.json~"), 0700), 0);
	cr_assert(store_list_strays(box.store, box.arena, &strays, &count, &box.err));
	cr_expect_eq(count, wanted);
	for (size_t i = 0; i < ARRAY_LEN(files); i++) {
		const struct stray *found = find(strays, count, files[i].file);

		cr_expect_eq(found != NULL, files[i].org_id != NULL, "%s", files[i].file);
		if (found && files[i].org_id)
			cr_expect_str_eq(found->org_id, files[i].org_id, "%s", files[i].file);
	}
	for (size_t i = 1; i < count; i++)
		cr_expect_lt(strcmp(strays[i - 1].file, strays[i].file), 0);
	box_release(&box);
}
