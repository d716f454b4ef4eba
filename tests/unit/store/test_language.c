/* SPDX-License-Identifier: MIT
 *
 * A store for who reads one language keeps that one of a checklist, and nothing else of it changes.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "box.h"
#include "store/snapshot.h"

/* Item "one" is in both languages, "two" in English, "three" in French, "four" in none that is
 * named. */
static const char guide[] =
	"{\"format\": \"jalon-checklist\", \"version\": 1, \"id\": \"guide\", \"edition\": \"1\","
	" \"title\": {\"fr\": \"Le guide\", \"en\": \"The guide\"}, \"sections\": [{\"id\": \"s\","
	" \"title\": {\"fr\": \"Partie\", \"en\": \"Part\"}, \"items\": ["
	"{\"id\": \"one\", \"kind\": \"question\", \"title\": {\"fr\": \"Un\", \"en\": \"One\"}},"
	"{\"id\": \"two\", \"kind\": \"question\", \"title\": {\"en\": \"Two\"}},"
	"{\"id\": \"three\", \"kind\": \"question\", \"title\": {\"fr\": \"Trois\"}},"
	"{\"id\": \"four\", \"kind\": \"question\", \"title\": \"IV\"}]}]}";

enum { KEEPS_ALL = -1 };

static struct store *new_store(struct box *box, int lang)
{
	const struct store_options options = { .data_dir = box->data,
		.shipped_dir = box_path(box, "shipped"),
		.keeps_one_language = lang != KEEPS_ALL,
		.lang = lang == KEEPS_ALL ? LANG_NONE : (enum lang)lang };

	return store_new(&options);
}

/* The box's own store is one that keeps `lang`. */
static void open_box(struct box *box, int lang)
{
	box_init(box);
	box_write(box, "shipped/guide.json", guide);
	store_free(box->store);
	box->store = new_store(box, lang);
	cr_assert_eq(box_create(box, "demo", "guide"), ERR_NONE);
}

static const char *or_none(const char *text)
{
	return text ? text : "none";
}

/* "Un/One Trois/none": all titles, in both languages. */
static const char *titles(struct box *box, const struct organisation *org)
{
	const char *all = "";

	cr_assert_not_null(org, "%s", box->err.where);
	for (size_t i = 0; i < org->checklists[0]->item_count; i++) {
		struct wording title = org->checklists[0]->items[i].title;

		all = arena_format(box->arena, "%s%s%s/%s", all, i ? " " : "", or_none(title.fr),
			or_none(title.en));
	}
	return all;
}

static const char in_both[] = "Un/One none/Two Trois/none IV/none";
static const char in_french[] = "Un/none none/Two Trois/none IV/none";
static const char in_english[] = "none/One none/Two Trois/none IV/none";

Test(language, keeps_one_where_there_are_two)
{
	static const struct {
		const char *name;
		int kept;
		const char *own, *titles;
	} cases[] = {
		{ "all are kept", KEEPS_ALL, "fr", in_both },
		{ "French, whatever the organisation's is", LANG_FR, "en", in_french },
		{ "English, whatever the organisation's is", LANG_EN, "fr", in_english },
		{ "the organisation's own, French", LANG_NONE, "fr", in_french },
		{ "the organisation's own, English", LANG_NONE, "en", in_english },
		{ "an organisation that has none", LANG_NONE, "", in_english },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct box box;

		open_box(&box, cases[i].kept);
		cr_assert_eq(box_set(&box, "Inès", "", FIELD_LANGUAGE, cases[i].own), ERR_NONE);
		cr_expect_str_eq(
			titles(&box, box_load(&box, "demo")), cases[i].titles, "%s", cases[i].name);
		box_release(&box);
	}
}

/* Nobody who reads one language can tell. */
Test(language, gives_each_reader_the_same_words)
{
	struct box box;
	const struct checklist *whole, *kept;

	open_box(&box, KEEPS_ALL);
	whole = box_load(&box, "demo")->checklists[0];
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct store *store = new_store(&box, lang);

		kept = store_find_checklist(store, "guide", NULL, &box.err);
		cr_assert_not_null(kept);
		cr_expect_eq(kept->lang, (enum lang)lang);
		for (size_t i = 0; i < whole->item_count; i++)
			cr_expect_str_eq(wording_in(kept->items[i].title, (enum lang)lang),
				wording_in(whole->items[i].title, (enum lang)lang), "%s",
				whole->items[i].id);
		store_free(store);
	}
	box_release(&box);
}

/* A commit that changes it reads the checklist anew; so does who only looks, and who goes back. */
Test(language, follows_the_organisation)
{
	struct box box;
	struct store *onlooker;
	struct snapshot *seen;

	open_box(&box, LANG_NONE);
	onlooker = new_store(&box, LANG_NONE);
	cr_assert_eq(box_set(&box, "Inès", "", FIELD_LANGUAGE, "fr"), ERR_NONE);
	cr_expect_str_eq(
		titles(&box, snapshot_organisation(box.outcome.snapshot)), in_french, "committed");
	seen = store_load(onlooker, "demo", &box.err);
	cr_expect_str_eq(titles(&box, snapshot_organisation(seen)), in_french, "seen");
	cr_assert_eq(box_set(&box, "Inès", "one", FIELD_STATUS, "done"), ERR_NONE);
	cr_assert_eq(box_set(&box, "Inès", "", FIELD_LANGUAGE, "en"), ERR_NONE);
	cr_expect_str_eq(titles(&box, snapshot_organisation(box.outcome.snapshot)), in_english,
		"committed again");
	cr_expect_str_eq(titles(&box, snapshot_organisation(seen)), in_french, "what was read");
	snapshot_free(seen);
	seen = store_load(onlooker, "demo", &box.err);
	cr_expect_str_eq(titles(&box, snapshot_organisation(seen)), in_english, "seen again");
	snapshot_free(seen);
	cr_assert_eq(box_undo(&box, "Inès"), ERR_NONE);
	cr_expect_str_eq(
		titles(&box, snapshot_organisation(box.outcome.snapshot)), in_french, "undone");
	store_free(onlooker);
	box_release(&box);
}

/* The list shows what comes next in another organisation in the language of the screen. */
Test(language, reads_anothers_in_the_language_of_the_screen)
{
	struct box box;
	struct snapshot *own, *shown, *again;

	open_box(&box, LANG_NONE);
	cr_assert_eq(box_set(&box, "Inès", "", FIELD_LANGUAGE, "fr"), ERR_NONE);
	own = store_load(box.store, "demo", &box.err);
	shown = store_load_in(box.store, "demo", LANG_EN, &box.err);
	again = store_load(box.store, "demo", &box.err);
	cr_expect_str_eq(titles(&box, snapshot_organisation(own)), in_french);
	cr_expect_str_eq(titles(&box, snapshot_organisation(shown)), in_english);
	cr_expect_str_eq(titles(&box, snapshot_organisation(again)), in_french);
	snapshot_free(own);
	snapshot_free(shown);
	snapshot_free(again);
	box_release(&box);
}

/* What is not kept is looked at all the same. */
Test(language, refuses_what_it_does_not_keep)
{
	static const struct {
		const char *good, *bad;
	} cases[] = {
		{ "{\"fr\": \"Un\", \"en\": \"One\"}", "{\"fr\": \"Un\", \"en\": 1}" },
		{ "{\"fr\": \"Un\", \"en\": \"One\"}", "{\"fr\": [], \"en\": \"One\"}" },
		{ "{\"en\": \"Two\"}", "{}" },
		{ "{\"fr\": \"Trois\"}", "{\"fr\": \" \", \"en\": \"\"}" },
	};

	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		struct box box;
		struct buf text = BUF_INIT;
		const char *at = strstr(guide, cases[i].good);
		struct err whole = ERR_INIT;

		open_box(&box, KEEPS_ALL);
		buf_add_len(&text, guide, (size_t)(at - guide));
		buf_add(&text, cases[i].bad);
		buf_add(&text, at + strlen(cases[i].good));
		box_write(&box, "shipped/guide.json", text.text);
		cr_expect_null(store_find_checklist(box.store, "guide", NULL, &whole));
		for (int lang = 0; lang <= LANG_NONE; lang++) {
			struct store *store = new_store(&box, lang);
			struct err err = ERR_INIT;

			cr_expect_null(store_find_checklist(store, "guide", NULL, &err), "%s",
				cases[i].bad);
			cr_expect_eq(err.message, whole.message, "%s", cases[i].bad);
			cr_expect_str_eq(err.where, whole.where, "%s", cases[i].bad);
			store_free(store);
		}
		buf_release(&text);
		box_release(&box);
	}
}
