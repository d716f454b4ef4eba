/* SPDX-License-Identifier: MIT */
#include "jalon/export/change_words.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "jalon/base/date.h"

static const struct item call_item = {
	.id = "call", .title = { .fr = "Appeler", .en = "Call" }, .scope = SCOPE_SERVICE
};
static const struct service portal = { .id = "portal", .name = "Portail" };
static const struct action own = { .id = "a1", .title = "Écrire\033[31m", .item = "" };
static const struct action removed = { .id = "a7", .title = "Chercher un lieu", .item = "" };
static const struct service old_service = { .id = "old", .name = "Ancien" };
static const struct member marc = { .name = "Marc" };
static const struct note note = { .by = "Marc", .text = "Vu" },
			 other = { .by = "Marc", .text = "Lu" };
static const struct kept_conflict kept = { .subject = "a1",
	.field = FIELD_OWNER,
	.name = "owner",
	.ours = "Inès",
	.theirs = "",
	.by = "Marc" };

/* One service, one own action; the service "old" and the action "a7" are no more. */
struct world {
	struct arena *arena;
	struct organisation org;
	struct gone gone;
	struct change_words words;
};

static void world_init(struct world *world)
{
	static const struct change taken[] = {
		{ .entry = "a7",
			.field = FIELD_ACTION,
			.from = { .text = "", .action = &removed } },
		{ .entry = "",
			.field = FIELD_SERVICE,
			.from = { .text = "", .service = &old_service } },
	};
	struct checklist *checklist;
	const struct checklist **checklists;
	struct section *section;
	struct item *items;
	struct service *services;
	struct action *actions;

	*world = (struct world){ .arena = arena_new() };
	checklist = ARENA_NEW(world->arena, struct checklist);
	section = ARENA_NEW(world->arena, struct section);
	items = ARENA_ARRAY(world->arena, struct item, 1);
	items[0] = call_item;
	items[0].section = section;
	*section = (struct section){ .id = "s", .items = items, .item_count = 1 };
	*checklist = (struct checklist){ .id = "guide",
		.edition = "1",
		.sections = section,
		.section_count = 1,
		.items = items,
		.item_count = 1 };
	checklist_index(checklist, world->arena);
	checklists = ARENA_ARRAY(world->arena, const struct checklist *, 1);
	checklists[0] = checklist;
	services = ARENA_NEW(world->arena, struct service);
	*services = portal;
	actions = ARENA_NEW(world->arena, struct action);
	*actions = own;
	world->org = (struct organisation){ .id = "demo",
		.name = "Démo",
		.checklists = checklists,
		.checklist_count = 1,
		.services = services,
		.service_count = 1,
		.actions = actions,
		.action_count = 1 };
	organisation_join(&world->org, world->arena, NULL, 0);
	gone_init(&world->gone);
	for (size_t i = 0; i < ARRAY_LEN(taken); i++)
		gone_note(&world->gone, &taken[i], false);
	world->words = (struct change_words){ .org = &world->org, .gone = &world->gone };
	date_parse("2026-11-24", &world->words.today_day);
}

static void world_release(struct world *world)
{
	gone_release(&world->gone);
	arena_free(world->arena);
}

#define SCALAR(subject, of, before, after)                                                         \
	{                                                                                          \
		.entry = (subject), .field = (of), .from = { .text = (before) },                   \
		.to = {.text = (after) }                                                           \
	}
#define MADE(subject, of, member, object)                                                          \
	{                                                                                          \
		.entry = (subject), .field = (of), .from = VALUE_NONE,                             \
		.to = {.text = "",                                                                 \
			.member = (object) }                                                       \
	}
#define TAKEN(subject, of, member, object)                                                         \
	{                                                                                          \
		.entry = (subject), .field = (of), .to = VALUE_NONE, .from = {                     \
			.text = "",                                                                \
			.member = (object)                                                         \
		}                                                                                  \
	}

// clang-format off
static const struct {
	struct change change;
	const char *fr, *en;
} sentences[] = {
	{ SCALAR("call@portal", FIELD_DUE, "", "2026-12-12"),
		"échéance de « Appeler · Portail », aucune → 12 déc.", "due date of “Call · Portail”, none → 12 Dec" },
	{ SCALAR("call@portal", FIELD_STATUS, "todo", "done"),
		"statut de « Appeler · Portail », à faire → fait", "status of “Call · Portail”, to do → done" },
	{ SCALAR("call@portal", FIELD_PRIORITY, "", "must"),
		"priorité de « Appeler · Portail », comme le guide → priorité haute", "priority of “Call · Portail”, as in the guide → must" },
	{ SCALAR("call@portal", FIELD_EFFORT, "", "0.5"),
		"charge de « Appeler · Portail », comme le guide → ½ j", "effort of “Call · Portail”, as in the guide → ½ d" },
	/* Of an own action no guide says anything, and its title is text. */
	{ SCALAR("a1", FIELD_IMPACT, "", "4"),
		"impact de « Écrire␛[31m », (rien) → 4", "impact of “Écrire␛[31m”, (nothing) → 4" },
	{ SCALAR("a1", FIELD_OWNER, "Inès", ""),
		"responsable de « Écrire␛[31m », Inès → personne", "owner of “Écrire␛[31m”, Inès → nobody" },
	{ SCALAR("a1", FIELD_PIN, "", "call@portal"),
		"épingle de « Écrire␛[31m », aucune → avant « Appeler · Portail »", "pin of “Écrire␛[31m”, none → before “Call · Portail”" },
	{ SCALAR("a1", FIELD_ACTION_REQUIRES, "", "call@portal,a7"),
		"prérequis de « Écrire␛[31m », aucun → « Appeler · Portail », « Chercher un lieu »", "requirements of “Écrire␛[31m”, none → “Call · Portail”, “Chercher un lieu”" },
	{ SCALAR("a1", FIELD_REVIEW, "2027-01-15", ""),
		"date de revue de « Écrire␛[31m », 15 janv. 2027 → aucune", "review date of “Écrire␛[31m”, 15 Jan 2027 → none" },
	{ SCALAR("", FIELD_NAME, "Démo", "Essai"),
		"nom de l’organisation, Démo → Essai", "name of the organisation, Démo → Essai" },
	{ SCALAR("", FIELD_CAPACITY, "2", "3.5"),
		"capacité de l’organisation, 2 j par semaine → 3,5 j par semaine", "capacity of the organisation, 2 d a week → 3.5 d a week" },
	{ SCALAR("member:Marc", FIELD_MEMBER_CAPACITY, "1", "2"),
		"capacité de « Marc », 1 j par semaine → 2 j par semaine", "capacity of “Marc”, 1 d a week → 2 d a week" },
	{ SCALAR("service:portal", FIELD_SERVICE_NAME, "Portal", "Portail"),
		"nom de « Portail », Portal → Portail", "name of “Portail”, Portal → Portail" },
	/* What is no more keeps its name. */
	{ SCALAR("a7", FIELD_OWNER, "", "Inès"),
		"responsable de « Chercher un lieu », personne → Inès", "owner of “Chercher un lieu”, nobody → Inès" },
	{ SCALAR("call@old", FIELD_OWNER, "", "Inès"),
		"responsable de « Appeler · Ancien », personne → Inès", "owner of “Call · Ancien”, nobody → Inès" },
	{ SCALAR("unknown", FIELD_OWNER, "", "Inès"),
		"responsable de « unknown », personne → Inès", "owner of “unknown”, nobody → Inès" },
	{ MADE("a7", FIELD_ACTION, action, &removed), "action « Chercher un lieu »", "action “Chercher un lieu”" },
	{ TAKEN("a7", FIELD_ACTION, action, &removed), "retrait de l’action « Chercher un lieu »", "removal of the action “Chercher un lieu”" },
	{ MADE("", FIELD_SERVICE, service, &portal), "service « Portail »", "service “Portail”" },
	{ TAKEN("", FIELD_SERVICE, service, &portal), "retrait du service « Portail »", "removal of the service “Portail”" },
	{ MADE("", FIELD_MEMBER, member, &marc), "membre « Marc »", "member “Marc”" },
	{ TAKEN("", FIELD_MEMBER, member, &marc), "retrait du membre « Marc »", "removal of the member “Marc”" },
	{ MADE("a1", FIELD_NOTE, note, &note), "note sur « Écrire␛[31m » : Vu", "note on “Écrire␛[31m”: Vu" },
	{ TAKEN("a1", FIELD_NOTE, note, &note), "retrait de la note sur « Écrire␛[31m » : Vu", "removal of the note on “Écrire␛[31m”: Vu" },
	{ { .entry = "a1", .field = FIELD_NOTE, .from = { .text = "", .note = &note }, .to = { .text = "", .note = &other } },
		"note sur « Écrire␛[31m » : Vu → Lu", "note on “Écrire␛[31m”: Vu → Lu" },
	{ TAKEN("", FIELD_CONFLICT, kept, &kept),
		"conflit tranché sur « Écrire␛[31m » : Responsable : « Inès » est en place, « personne » attend",
		"settled conflict on “Écrire␛[31m”: Owner: “Inès” stands, “nobody” waits" },
};
// clang-format on

/* Written with plain blanks above, to be read. */
static void put_breakable(struct buf *text)
{
	struct buf out = BUF_INIT;

	for (const char *at = text->text; *at;) {
		bool is_blank = strncmp(at, "\u00a0", 2) == 0;

		buf_add_len(&out, is_blank ? " " : at, 1);
		at += is_blank ? 2 : 1;
	}
	buf_release(text);
	*text = out;
}

static void expect_sentence(struct world *world, size_t index, enum lang lang, const char *expected)
{
	struct buf text = BUF_INIT;

	world->words.lang = lang;
	change_words_add(&text, &world->words, &sentences[index].change);
	put_breakable(&text);
	cr_expect_str_eq(text.text, expected, "%s\n%s", text.text, expected);
	buf_release(&text);
}

Test(change_words, call_things_by_their_names)
{
	struct world world;

	world_init(&world);
	for (size_t i = 0; i < ARRAY_LEN(sentences); i++) {
		expect_sentence(&world, i, LANG_FR, sentences[i].fr);
		expect_sentence(&world, i, LANG_EN, sentences[i].en);
	}
	world_release(&world);
}

/* Each field can be told, set, unset and taken away, and no sentence is without its noun. */
Test(change_words, have_one_for_every_field)
{
	struct world world;

	world_init(&world);
	for (int i = 0; i < FIELD_COUNT; i++) {
		const struct change change = SCALAR("a1", (enum field)i, "", "x");
		struct buf text = BUF_INIT;

		if (field_rows[i].kind == FIELD_KIND_OBJECT)
			continue;
		change_words_add(&text, &world.words, &change);
		cr_expect(text.len > 0 && (text.text[0] < 'A' || text.text[0] > 'Z'), "%s: %s",
			field_rows[i].name, text.text);
		buf_release(&text);
	}
	world_release(&world);
}

static void expect_taken(struct world *world, const struct change *changes, size_t count,
	bool is_redo, const char *expected)
{
	struct change_list applied = { NULL, 0, 0 };
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < count; i++)
		change_list_add(&applied, world->arena, changes[i]);
	change_words_add_taken_back(
		&text, &world->words, &applied, is_redo, is_redo ? "" : "Liste", "hier");
	put_breakable(&text);
	cr_expect_str_eq(text.text, expected, "%s\n%s", text.text, expected);
	buf_release(&text);
}

Test(change_words, say_what_was_taken_back)
{
	static const struct change made[] = { TAKEN("a7", FIELD_ACTION, action, &removed) };
	static const struct change unmade[] = { MADE("a7", FIELD_ACTION, action, &removed) };
	static const struct change date[] = { SCALAR("a1", FIELD_DUE, "2026-12-12", "") };
	static const struct change several[] = { SCALAR("a1", FIELD_DUE, "2026-12-12", ""),
		SCALAR("a1", FIELD_OWNER, "Inès", ""), MADE("", FIELD_SERVICE, service, &portal) };
	struct world world;

	world_init(&world);
	expect_taken(&world, made, 1, false, "Annulé : action « Chercher un lieu » (Liste, hier)");
	expect_taken(
		&world, made, 1, true, "Rétabli : retrait de l’action « Chercher un lieu » (hier)");
	expect_taken(&world, unmade, 1, false,
		"Annulé : retrait de l’action « Chercher un lieu » (Liste, hier)");
	expect_taken(&world, unmade, 1, true, "Rétabli : action « Chercher un lieu » (hier)");
	expect_taken(&world, date, 1, false,
		"Annulé : échéance de « Écrire␛[31m », 12 déc. → aucune (Liste, hier)");
	expect_taken(&world, several, 2, true,
		"Rétabli : échéance de « Écrire␛[31m », 12 déc. → aucune, et 1 autre changement "
		"(hier)");
	expect_taken(&world, several, 3, true,
		"Rétabli : service « Portail », et 2 autres changements (hier)");
	world_release(&world);
}

Test(gone, knows_the_last_name_whichever_way_it_is_told)
{
	static const struct action before = { .id = "a1", .title = "Before", .item = "" };
	static const struct change history[] = {
		MADE("a1", FIELD_ACTION, action, &before),
		SCALAR("a1", FIELD_ACTION_TITLE, "Before", "After"),
	};
	struct gone gone;
	char key[16];

	gone_init(&gone);
	cr_expect_null(gone_find(&gone, "a1"));
	gone_note(&gone, &history[1], false);
	gone_note(&gone, &history[0], false);
	cr_expect_str_eq(gone_find(&gone, "a1"), "After");
	gone_clear(&gone);
	for (size_t i = 0; i < ARRAY_LEN(history); i++)
		gone_note(&gone, &history[i], true);
	cr_expect_str_eq(gone_find(&gone, "a1"), "After");
	/* As many as a long history has. */
	for (int i = 2; i < 5000; i++) {
		struct change change = history[0];

		snprintf(key, sizeof(key), "a%d", i);
		change.entry = key;
		gone_note(&gone, &change, false);
	}
	cr_expect_str_eq(gone_find(&gone, "a1"), "After");
	cr_expect_str_eq(gone_find(&gone, "a4999"), "Before");
	cr_expect_null(gone_find(&gone, "a5000"));
	gone_release(&gone);
}
