/* SPDX-License-Identifier: MIT
 *
 * Every way out of the command line, walked over its own tables: whatever a file or an argument
 * holds, what is printed is text and no more. A sub-command without a row in `ways` fails. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "../base/breadth.h"
#include "hostile.h"
#include "jalon/base/utf8.h"
#include "jalon/export/format.h"
#include "jalon/text/languages.h"
#include "program.h"

enum { WORDS_MAX = 8 };

/* "%" is replaced by all hostile texts, also behind a field's name. */
static const struct way {
	const char *command, *words[WORDS_MAX];
	int status; /* or 0 */
} ways[] = {
	{ "new", { "in-%LANG%", "--checklist", "hostile", "--name", "%" }, 0 },
	{ "list", { NULL }, 0 },
	{ "show", { "demo" }, 0 },
	{ "show", { "demo", "one" }, 0 },
	{ "show", { "demo", "a1" }, 0 },
	{ "show", { "demo", "a2" }, 0 },
	{ "show", { "demo", "each@s" }, 0 },
	{ "set", { "demo", "one", "owner=%" }, 0 },
	{ "note", { "demo", "one", "two\nlines of\n%LINES%" }, 0 },
	{ "remove", { "demo", "one" }, 1 },
	{ "add", { "demo", "%", "owner=%" }, 0 },
	{ "service", { "demo", "%" }, 0 },
	{ "member", { "demo", "%" }, 0 },
	{ "edit", { "demo", "name=%" }, 0 },
	{ "plan", { "demo" }, 0 },
	{ "plan", { "demo", "--why", "two", "a1" }, 0 },
	{ "plan", { "demo", "--if-done", "one" }, 0 },
	{ "log", { "demo" }, 0 },
	{ "undo", { "demo" }, 0 },
	{ "redo", { "demo" }, 0 },
	{ "merge", { "%SHIPPED%/none", "%SHIPPED%/clear.json", "%SHIPPED%/demo.json" }, 1 },
	{ "check", { "%SHIPPED%/hostile.json" }, 0 },
	{ "guide", { "hostile" }, 0 },
	{ "server", { "demo" }, 0 },
	{ "", { "demo" }, 0 },
	{ "", { NULL }, 0 },
};

/* Files that are refused, with the text where something else should be. */
static const char *const broken_organisations[] = {
	"{\"format\":%}",
	"{\"format\":\"jalon-organisation\",\"version\":%,\"id\":\"demo\",\"checklists\":[]}",
	"{\"format\":\"jalon-organisation\",\"version\":1,\"id\":%}",
	"{\"format\":\"jalon-organisation\",\"version\":1,\"id\":\"demo\",\"language\":%,"
	"\"created\":%,\"capacity\":%,\"checklists\":[{\"id\":%,\"edition\":%}]}",
	"{\"format\":\"jalon-organisation\",\"version\":1,\"id\":\"demo\","
	"\"checklists\":[{\"id\":\"hostile\",\"edition\":\"1\"}],"
	"\"members\":[{\"name\":%},{\"name\":%}],\"services\":[{\"id\":%,\"name\":1}],"
	"\"actions\":[{\"id\":%,\"title\":2}],"
	"\"entries\":{%:{\"status\":%,\"due\":%,\"priority\":%,\"impact\":%,\"notes\":%}}}",
	"{%:1,%:1}",
	"[%",
	"%%",
};
static const char *const broken_checklists[] = {
	"{\"format\":\"jalon-checklist\",\"version\":1,\"id\":%,\"edition\":%,\"title\":{%:%},"
	"\"sections\":[{\"id\":%,\"items\":[{\"id\":%,\"kind\":%,\"scope\":%,\"origin\":%,"
	"\"priority\":%,\"impact\":%,\"effort\":%,\"title\":1}]}]}",
	"{\"format\":\"jalon-checklist\",\"version\":1,\"id\":\"c\",\"edition\":\"1\",\"title\":%,"
	"\"sections\":[{\"id\":\"s\",\"title\":%,\"items\":[{\"id\":\"a\",\"kind\":\"question\","
	"\"title\":%,\"requires\":[%],\"references\":[%]}]}]}",
};

static void expect_text(struct world *world, bool crlf, const char *what, const char *which)
{
	const char *found = hostile_find(world->out, world->out_len, crlf);

	cr_expect_str_empty(found, "%s, %s: standard output: %s", what, which, found);
	found = hostile_find(world->error, strlen(world->error), false);
	cr_expect_str_empty(found, "%s, %s: standard error: %s", what, which, found);
	if (strcmp(which, "json") == 0)
		return;
	found = hostile_find_marks(world->out, world->out_len);
	cr_expect_str_empty(found, "%s, %s: standard output: %s", what, which, found);
	found = hostile_find_marks(world->error, strlen(world->error));
	cr_expect_str_empty(found, "%s, %s: standard error: %s", what, which, found);
}

/* A name that could begin a line of its own would pass for one of ours. */
static void expect_no_forged_line(struct world *world, const char *what)
{
	for (const char *at = world->out; (at = strstr(at, "\nFORGED")); at++)
		cr_expect_fail("%s: a line of %s", what, at);
	cr_expect(strncmp(world->error, "FORGED", 6) != 0 && !has(world->error, "\nFORGED"),
		"%s: a line of standard error: %s", what, world->error);
}

/* Cells as a reader sees them that separates with `separator` and knows quotes only there. */
static void expect_no_formula(const char *csv, char separator)
{
	static const char *const signs[] = { "=", "+", "-", "@", "\t", "＝" };
	bool quoted = false;

	for (const char *at = csv; *at; at++) {
		bool begins = at == csv || (!quoted && (at[-1] == separator || at[-1] == '\n')) ||
			      (at[-1] == '"' && (at - 1 == csv || at[-2] == separator));

		quoted ^= *at == '"' && separator == ',';
		for (size_t i = 0; begins && i < ARRAY_LEN(signs); i++)
			cr_expect(strncmp(at, signs[i], strlen(signs[i])) != 0,
				"a formula behind “%c”: %.40s", separator, at);
	}
}

/* Requests are ours; no line of words begins like one, no escape but those we write. */
static void expect_harmless_roff(const char *page)
{
	static const char *const requests[] = { ".\\\"", ".TH ", ".SH ", ".SS ", ".PP\n", ".TP\n",
		".B ", ".br\n" };

	for (const char *at = strchr(page, '\n'); at && at[1]; at = strchr(at + 1, '\n')) {
		bool known = at[1] != '.' && at[1] != '\'';

		for (size_t i = 0; i < ARRAY_LEN(requests); i++)
			known |= strncmp(at + 1, requests[i], strlen(requests[i])) == 0;
		cr_expect(known, "a request of a guide: %.40s", at + 1);
	}
	for (const char *at = page; (at = strchr(at, '\\')); at += 2)
		cr_expect(at == page + 1 || strchr("(&-~\"", at[1]), "an escape of a guide: %.40s",
			at);
}

static void expect_format(struct world *world, const char *format)
{
	if (strcmp(format, "csv") == 0) {
		expect_no_formula(world->out, ',');
		expect_no_formula(world->out, ';');
	}
	if (strcmp(format, "man") == 0)
		expect_harmless_roff(world->out);
}

static bool has_crlf(const char *format)
{
	return strcmp(format, "csv") == 0 || strcmp(format, "ics") == 0;
}

/* A question about the plan is answered by a sentence, in text or in JSON. */
static bool is_answered_in(const struct way *way, const char *format)
{
	bool question = way->words[1] && (strcmp(way->words[1], "--why") == 0 ||
						 strcmp(way->words[1], "--if-done") == 0);

	return !question || strcmp(format, "text") == 0 || strcmp(format, "json") == 0;
}

static void replace(struct buf *out, const char *word, const char *mark, const char *text)
{
	const char *at = strstr(word, mark);

	if (!at) {
		buf_add(out, word);
		return;
	}
	buf_add_len(out, word, (size_t)(at - word));
	buf_add(out, text);
	buf_add(out, at + strlen(mark));
}

/* One run, with the texts put where they belong. */
static void run_way(
	struct world *world, const struct way *way, const char *lang, const char *format)
{
	const char *arguments[WORDS_MAX + 8] = { "--lang", lang };
	struct buf words[WORDS_MAX], all = BUF_INIT, all_lines = BUF_INIT;
	size_t count = 2;

	hostile_add_all(&all, false);
	hostile_add_all(&all_lines, true);
	if (way->command[0])
		arguments[count++] = way->command;
	for (size_t i = 0; i < WORDS_MAX; i++) {
		struct buf data = BUF_INIT, lines = BUF_INIT;

		words[i] = (struct buf)BUF_INIT;
		if (!way->words[i])
			continue;
		replace(&words[i], way->words[i], "%LANG%", lang);
		replace(&data, words[i].text, "%SHIPPED%", world->shipped);
		buf_clear(&words[i]);
		replace(&lines, data.text, "%LINES%", all_lines.text);
		replace(&words[i], lines.text, "%", all.text);
		buf_release(&lines);
		buf_release(&data);
		arguments[count++] = words[i].text;
	}
	if (format[0]) {
		arguments[count++] = "--format";
		arguments[count++] = format;
	}
	arguments[count] = NULL;
	world_run_list(world, arguments);
	cr_expect(world->status == 0 || world->status == way->status, "%s: %d: %s", way->command,
		world->status, world->error);
	for (size_t i = 0; i < WORDS_MAX; i++)
		buf_release(&words[i]);
	buf_release(&all);
	buf_release(&all_lines);
}

static void walk_way(struct world *world, const struct way *way)
{
	const struct subcommand *row = subcommand_find(way->command);
	struct buf formats = BUF_INIT;
	char *rest, *format;

	if (row && row->add_formats)
		row->add_formats(&formats);
	if (!formats.len)
		buf_add(&formats, "|");
	format = strtok_r(formats.text, "|", &rest);
	do {
		const char *name = format ? format : "";

		for (int lang = 0; lang < LANG_COUNT && is_answered_in(way, name); lang++) {
			run_way(world, way, lang_name((enum lang)lang), name);
			expect_text(world, has_crlf(name), way->command, name);
			if (strcmp(name, "json") != 0)
				expect_no_forged_line(world, way->command);
			expect_format(world, name);
		}
	} while (format && (format = strtok_r(NULL, "|", &rest)));
	buf_release(&formats);
}

static void world_init_hostile(struct world *world)
{
	struct buf text = BUF_INIT;

	world_init(world);
	hostile_add_checklist(&text);
	world_file(world, "shipped/hostile.json", text.text);
	cr_assert_eq(mkdir(world->data, 0777), 0);
	buf_clear(&text);
	hostile_add_organisation(&text);
	world_file(world, "data/demo.json", text.text);
	world_file(world, "shipped/demo.json", text.text);
	world_file(world, "shipped/none", "");
	world_file(world, "shipped/clear.json",
		"{\"format\":\"jalon-organisation\",\"version\":1,\"id\":\"demo\","
		"\"checklists\":[{\"id\":\"hostile\",\"edition\":\"1\"}],\"name\":\"x\","
		"\"entries\":{\"two\":{\"owner\":\"x\"}}}\n");
	buf_release(&text);
}

Test(ways_out, are_all_walked)
{
	for (size_t i = 0; i < subcommand_count; i++) {
		bool found = false;

		for (size_t k = 0; k < ARRAY_LEN(ways); k++)
			found |= strcmp(ways[k].command, subcommands[i]->name) == 0;
		cr_expect(found, "%s has no row here", subcommands[i]->name);
	}
}

Test(ways_out, let_only_text_through)
{
	struct world world;
	struct buf all = BUF_INIT;

	world_init_hostile(&world);
	hostile_add_all(&all, false);
	world.environment.jalon_by = all.text;
	for (size_t i = 0; i < ARRAY_LEN(ways); i++)
		walk_way(&world, &ways[i]);
	world_run(&world, "show", "demo", "one", NULL);
	cr_expect(has(world.out, "␛[31mred␛[0m"), "%s", world.out);
	cr_expect(has(world.out, "<U+202E>e<U+2066>f"), "%s", world.out);
	cr_expect(has(world.out, "co<U+00AD>op"), "%s", world.out);
	buf_release(&all);
	world_release(&world);
}

/* But for what is one text in two forms. */
Test(ways_out, keep_texts_as_they_are_in_json)
{
	struct world world;
	struct buf all = BUF_INIT, unknown = BUF_INIT;
	struct arena *arena = arena_new();

	world_init_hostile(&world);
	hostile_add_all(&all, false);
	world_run(&world, "set", "demo", "one", "status=done", NULL);
	expect_done(&world, "set");
	world_text(&world, "demo.json");
	cr_expect_str_empty(hostile_find(world.file, strlen(world.file), false));
	hostile_add_json(&unknown, "%:[%,{%:%}]", all.text);
	cr_expect(has(world.file, unknown.text), "unknown members stay: %s", world.file);
	world_text(&world, "demo.history.jsonl");
	cr_expect_str_empty(hostile_find(world.file, strlen(world.file), false));
	world_run(&world, "show", "demo", "one", "--format", "json", NULL);
	expect_json(&world, "name", utf8_tidy(arena, all.text, false));
	expect_json(&world, "entries.0.owner", utf8_tidy(arena, all.text, false));
	buf_clear(&all);
	hostile_add_all(&all, true);
	expect_json(&world, "entries.0.notes.0.text", utf8_tidy(arena, all.text, true));
	arena_free(arena);
	buf_release(&all);
	buf_release(&unknown);
	world_release(&world);
}

/* What was written raw by somebody else does not stay so. */
Test(ways_out, escape_members_that_nobody_knows)
{
	struct world world;
	struct buf text = BUF_INIT;
	char *at;

	world_init_hostile(&world);
	buf_add(&text, world_text(&world, "demo.json"));
	at = strstr(text.text, "\"revision\"");
	buf_insert(&text, (size_t)(at - text.text),
		"\"raw\":\"\xc2\x9b"
		"31m\u202e\u200d\",",
		strlen("\"raw\":\"\xc2\x9b"
		       "31m\u202e\u200d\","));
	world_file(&world, "data/demo.json", text.text);
	world_run(&world, "set", "demo", "one", "status=done", NULL);
	expect_done(&world, "set");
	cr_expect(has(world_text(&world, "demo.json"), "\"raw\":\"\\u009b31m\\u202e\\u200d\""),
		"%s", world.file);
	buf_release(&text);
	world_release(&world);
}

static void run_refused(struct world *world, const char *const *arguments, const char *name)
{
	world_run_list(world, arguments);
	expect_text(world, false, arguments[0], name);
	expect_no_forged_line(world, arguments[0]);
}

/* The text in each place of each command line in turn. */
static void refuse_everywhere(struct world *world, const struct hostile_text *hostile)
{
	const char *text = hostile->text;

	for (size_t i = 0; i < subcommand_count; i++) {
		const char *command = subcommands[i]->name;
		const char *const forms[][5] = { { command, text }, { text, command },
			{ command, "demo", text }, { command, "demo", text, text },
			{ command, "demo", "one", text }, { command, "--format", text },
			{ command, "demo", "one", "due=", text } };

		for (size_t k = 0; k < ARRAY_LEN(forms); k++)
			run_refused(world,
				(const char *const[]){ forms[k][0], forms[k][1], forms[k][2],
					forms[k][3], forms[k][4], NULL },
				hostile->name);
	}
}

static void refuse_options(struct world *world, const struct hostile_text *hostile)
{
	for (int i = 0; i < OPTION_COUNT; i++) {
		struct buf option = BUF_INIT, typed = BUF_INIT;

		buf_add_format(&option, "--%s", option_rows[i].name);
		buf_add_format(&typed, "--%s=%s", option_rows[i].name, hostile->text);
		run_refused(world, (const char *const[]){ "plan", "demo", typed.text, NULL },
			hostile->name);
		run_refused(world,
			(const char *const[]){ option.text, hostile->text, "add", "demo", NULL },
			hostile->name);
		buf_clear(&typed);
		buf_add_format(&typed, "--%s", hostile->text);
		run_refused(
			world, (const char *const[]){ typed.text, "list", NULL }, hostile->name);
		buf_release(&option);
		buf_release(&typed);
	}
}

Test(ways_out, echo_what_was_typed_as_text)
{
	struct world world;
	int some = breadth((int)hostile_text_count);

	world_init_hostile(&world);
	for (int i = 0; i < some; i++) {
		const struct hostile_text *hostile =
			&hostile_texts[(size_t)i * hostile_text_count / (size_t)some];

		refuse_everywhere(&world, hostile);
		refuse_options(&world, hostile);
	}
	world_run(&world, "\xff\xfe\033[31m", NULL);
	expect_text(&world, false, "not UTF-8", "");
	expect_refused(&world, 2, "1", "not UTF-8");
	world_release(&world);
}

Test(ways_out, echo_the_environment_as_text)
{
	for (size_t i = 0; i < hostile_text_count; i++) {
		const char *text = hostile_texts[i].text;
		struct world world;

		world_init(&world);
		world.environment.jalon_by = world.environment.login = text;
		world.environment.jalon_lang = world.environment.lc_all = text;
		world.environment.lc_messages = world.environment.lang = text;
		world_run(&world, "show", "demo", NULL);
		expect_text(&world, false, "environment", hostile_texts[i].name);
		world.environment.jalon_data = "/dev/null/\033[31m\u202e\nFORGED";
		world_run(&world, "new", "demo", NULL);
		expect_text(&world, false, "data folder", hostile_texts[i].name);
		expect_no_forged_line(&world, "data folder");
		world_release(&world);
	}
}

static void expect_broken(struct world *world, const char *const *templates, size_t count,
	const char *file, const struct hostile_text *hostile)
{
	for (size_t i = 0; i < count; i++) {
		struct buf text = BUF_INIT;
		const char *path;

		hostile_add_json(&text, templates[i], hostile->text);
		path = world_file(world, file, text.text);
		world_run(world, "check", path, NULL);
		cr_expect_eq(world->status, 1, "%s", text.text);
		expect_text(world, false, "check", hostile->name);
		expect_no_forged_line(world, "check");
		run_refused(world, (const char *const[]){ "show", "demo", NULL }, hostile->name);
		run_refused(world, (const char *const[]){ "list", NULL }, hostile->name);
		run_refused(world, (const char *const[]){ "list", "--format", "json", NULL },
			hostile->name);
		buf_release(&text);
	}
}

Test(ways_out, say_what_is_wrong_with_a_file_as_text)
{
	struct world world;

	world_init_hostile(&world);
	for (size_t i = 0; i < hostile_text_count; i++) {
		expect_broken(&world, broken_organisations, ARRAY_LEN(broken_organisations),
			"data/demo.json", &hostile_texts[i]);
		expect_broken(&world, broken_checklists, ARRAY_LEN(broken_checklists),
			"shipped/hostile.json", &hostile_texts[i]);
	}
	world_file(&world, "\033[31m\u202e\nFORGED.json", "{");
	world_run(&world, "check", world_file(&world, "\033[31m\u202e\nFORGED.json", "{"), NULL);
	expect_text(&world, false, "check", "a name of a file");
	expect_no_forged_line(&world, "check");
	world_release(&world);
}

Test(ways_out, tell_a_conflict_as_text)
{
	struct world world;
	struct buf owner = BUF_INIT;

	world_init_hostile(&world);
	buf_add(&owner, "owner=");
	hostile_add_all(&owner, false);
	world_run(&world, "--by", "a", "set", "demo", "two", "owner=a", NULL);
	world_run(&world, "--by", owner.text, "set", "demo", "two", owner.text, NULL);
	world_run(&world, "--by", "a", "undo", "demo", NULL);
	expect_refused(&world, 3, "␛[31m", "a conflict");
	expect_text(&world, false, "undo", "a conflict");
	expect_no_forged_line(&world, "undo");
	buf_release(&owner);
	world_release(&world);
}
