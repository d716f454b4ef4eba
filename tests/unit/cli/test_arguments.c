/* SPDX-License-Identifier: MIT */
#include "jalon/cli/arguments.h"

#include <criterion/criterion.h>
#include <string.h>

#include "jalon/text/errors.h"

enum { WORDS_MAX = 8 };

struct parsed {
	struct arena *arena;
	struct arguments arguments;
	struct err err;
	bool good;
};

static struct parsed parse(const char *const *words)
{
	struct parsed parsed = { .arena = arena_new() };
	const char *argv[WORDS_MAX + 1] = { "jalon" };
	int argc = 1;

	for (; argc <= WORDS_MAX && words[argc - 1]; argc++)
		argv[argc] = words[argc - 1];
	parsed.good = arguments_parse(&parsed.arguments, parsed.arena, argc, argv, &parsed.err);
	return parsed;
}

static const struct {
	const char *name;
	const char *words[WORDS_MAX];
	const char *lang, *rest;
} good[] = {
	{ "nothing", { NULL }, NULL, "" },
	{ "words alone", { "show", "demo" }, NULL, "show demo" },
	{ "an option before", { "--lang", "fr", "show" }, "fr", "show" },
	{ "an option behind", { "show", "--lang", "fr" }, "fr", "show" },
	{ "with an equals sign", { "show", "--lang=fr" }, "fr", "show" },
	{ "an empty value", { "--lang=", "show" }, "", "show" },
	{ "a value like an option", { "--lang", "--x" }, "--x", "" },
	{ "a value with an equals sign", { "--lang=a=b" }, "a=b", "" },
	{ "the last one counts", { "--lang", "en", "--lang", "fr" }, "fr", "" },
	{ "no options behind --", { "note", "--", "--lang", "--" }, NULL, "note --lang --" },
	{ "a hyphen is a word", { "set", "demo", "-" }, NULL, "set demo -" },
	{ "an empty word", { "new", "" }, NULL, "new " },
};

Test(arguments, tell_options_from_words)
{
	for (size_t i = 0; i < ARRAY_LEN(good); i++) {
		struct parsed parsed = parse(good[i].words);
		const char *lang = arguments_value(&parsed.arguments, OPTION_LANG);
		struct buf rest = BUF_INIT;

		cr_expect(parsed.good, "%s", good[i].name);
		for (size_t k = 0; k < parsed.arguments.word_count; k++)
			buf_add_format(&rest, "%s%s", k ? " " : "", parsed.arguments.words[k]);
		cr_expect_str_eq(rest.text, good[i].rest, "%s", good[i].name);
		cr_expect_eq(lang == NULL, good[i].lang == NULL, "%s", good[i].name);
		if (lang && good[i].lang)
			cr_expect_str_eq(lang, good[i].lang, "%s", good[i].name);
		buf_release(&rest);
		arena_free(parsed.arena);
	}
}

static const struct {
	const char *name;
	const char *words[WORDS_MAX];
	enum message message;
} bad[] = {
	{ "an unknown option", { "--frobnicate" }, MSG_UNKNOWN_OPTION },
	{ "half an option", { "--lan", "fr" }, MSG_UNKNOWN_OPTION },
	{ "more than an option", { "--languages" }, MSG_UNKNOWN_OPTION },
	{ "a letter", { "-x" }, MSG_UNKNOWN_OPTION },
	{ "no value", { "--lang" }, MSG_OPTION_NEEDS_VALUE },
	{ "a value too many", { "--help=yes" }, MSG_OPTION_TAKES_NO_VALUE },
	{ "not UTF-8", { "note", "caf\xe9" }, MSG_ARGUMENT_NOT_UTF8 },
	{ "an option that is not UTF-8", { "--lang=\xff" }, MSG_ARGUMENT_NOT_UTF8 },
};

Test(arguments, refuse_what_is_no_option)
{
	for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
		struct parsed parsed = parse(bad[i].words);

		cr_expect_not(parsed.good, "%s", bad[i].name);
		cr_expect_eq(parsed.err.code, ERR_USAGE, "%s", bad[i].name);
		cr_expect_eq(parsed.err.message, (int)bad[i].message, "%s", bad[i].name);
		arena_free(parsed.arena);
	}
}

Test(arguments, are_read_to_the_end_past_a_mistake)
{
	const char *const words[] = { "--frobnicate", "show", "--lang", "fr", "-x", NULL };
	struct parsed parsed = parse(words);

	cr_expect_not(parsed.good);
	cr_expect_str_eq(parsed.err.value, "--frobnicate");
	cr_expect_str_eq(arguments_value(&parsed.arguments, OPTION_LANG), "fr");
	arena_free(parsed.arena);
}

Test(arguments, keep_every_value_of_an_option_in_order)
{
	const char *const words[] = { "new", "--checklist", "b", "x", "--checklist=a", NULL };
	struct parsed parsed = parse(words);
	struct string_list values =
		arguments_values(&parsed.arguments, OPTION_CHECKLIST, parsed.arena);

	cr_assert_eq(values.count, 2);
	cr_expect_str_eq(values.texts[0], "b");
	cr_expect_str_eq(values.texts[1], "a");
	arena_free(parsed.arena);
}

Test(arguments, know_h_as_help)
{
	const char *const words[] = { "show", "-h", NULL };
	struct parsed parsed = parse(words);

	cr_expect(parsed.good);
	cr_expect(arguments_has(&parsed.arguments, OPTION_HELP));
	arena_free(parsed.arena);
}
