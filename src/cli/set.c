/* SPDX-License-Identifier: MIT
 *
 * Both forms go the same way: lines of words are read, then all of them are checked as words, then
 * the organisation is opened, and all become one list of changes. So wrong usage is found before
 * anything else is looked at, and one bad line refuses all. */
#include "cli/subcommands.h"

#include <string.h>

#include "jalon/text/messages.h"
#include "jalon/model/requirement.h"
#include "jalon/model/setting.h"
#include "cli/assignment.h"
#include "cli/input.h"
#include "cli/split.h"

/* ENTRY FIELD=VALUE... and the like, from the arguments or from one line of standard input. */
struct set_line {
	int number;          /* from 1; 0 for the arguments */
	const char *subject; /* see jalon/model/subject.h */
	struct assignment_list list;
};

struct set_lines {
	struct set_line *lines;
	size_t count;
};

/* Says on which line it was, if there are lines. */
static bool name_line(const struct set_line *line, struct err *err)
{
	struct err found = *err;

	if (line->number == 0)
		return false;
	return err_set(err, found.code, found.message, found.value[0] ? found.value : NULL,
		"-:%d%s%s", line->number, found.where[0] ? ": " : "", found.where);
}

static bool parse_words(struct cli *cli, struct set_line *line, const char *const *words,
	size_t count, struct err *err)
{
	enum object of;

	line->subject = words[0];
	if (count < 2) {
		err_set(err, ERR_USAGE, MSG_NOT_AN_ASSIGNMENT, NULL, "%s", words[0]);
		return name_line(line, err);
	}
	of = subject_of(line->subject).of == OBJECT_ORGANISATION ? OBJECT_ENTRY
								 : subject_of(line->subject).of;
	return assignments_parse(cli, words + 1, count - 1, of, line->subject, &line->list, err) ||
	       name_line(line, err);
}

static bool parse_line(struct cli *cli, struct set_lines *lines, const char *text, size_t len,
	int number, struct err *err)
{
	struct set_line *line = &lines->lines[lines->count];
	struct string_list words;

	line->number = number;
	if (!split_words(cli->arena, text, len, &words, err))
		return name_line(line, err);
	if (words.count == 0)
		return true;
	lines->count++;
	return parse_words(cli, line, words.texts, words.count, err);
}

static bool parse_text(
	struct cli *cli, const struct buf *text, struct set_lines *lines, struct err *err)
{
	size_t line_count = 1, start = 0;

	for (size_t i = 0; i < text->len; i++)
		line_count += text->text[i] == '\n';
	lines->lines = ARENA_ARRAY(cli->arena, struct set_line, line_count);
	for (int number = 1; start < text->len; number++) {
		const char *at = text->text + start;
		const char *end = memchr(at, '\n', text->len - start);
		size_t len = end ? (size_t)(end - at) : text->len - start;

		if (!parse_line(cli, lines, at, len, number, err))
			return false;
		start += len + 1;
	}
	return true;
}

static bool read_lines(struct cli *cli, struct set_lines *lines, struct err *err)
{
	const char *const *words = cli->arguments.words + 1;
	size_t count = cli->arguments.word_count - 1;
	struct buf text = BUF_INIT;
	bool good;

	if (strcmp(words[0], "-") == 0 && count == 1) {
		good = input_read(cli->environment->in, &text, err) &&
		       parse_text(cli, &text, lines, err);
		buf_release(&text);
		return good;
	}
	lines->lines = ARENA_NEW(cli->arena, struct set_line);
	lines->count = 1;
	return parse_words(cli, &lines->lines[0], words, count, err);
}

/* Who gets another name is called by the old one up to there. */
static bool add_line(struct cli *cli, const struct organisation *org, const struct set_line *line,
	bool renames, struct change_list *changes, struct err *err)
{
	for (size_t i = 0; i < line->list.count; i++) {
		const struct assignment *one = &line->list.assignments[i];

		if (field_rows[one->field].is_renamed == renames &&
			!change_list_add_setting(changes, cli->arena, org, line->subject,
				one->field, one->canonical, err))
			return false;
	}
	return true;
}

static bool add_changes(struct cli *cli, const struct organisation *org,
	const struct set_lines *lines, struct change_list *changes, struct err *err)
{
	for (size_t i = 0; i < lines->count; i++) {
		const struct set_line *line = &lines->lines[i];

		if (!cli_check_subject(cli, org, line->subject, err) ||
			!add_line(cli, org, line, false, changes, err) ||
			!add_line(cli, org, line, true, changes, err))
			return name_line(line, err);
	}
	return true;
}

/* A rule that spans fields is found broken when all are in place: the last line about the entry
 * is the one to look at. */
static bool name_line_of_entry(const struct set_lines *lines, struct err *err)
{
	for (size_t i = lines->count; i-- > 0;) {
		size_t len = strlen(lines->lines[i].subject);

		if (strncmp(err->where, lines->lines[i].subject, len) == 0 &&
			err->where[len] == '.')
			return name_line(&lines->lines[i], err);
	}
	return false;
}

/* The ids say where, the titles say what. */
static void hint_circle(
	struct cli *cli, const struct organisation *org, const struct change_list *changes)
{
	struct organisation *copy = organisation_copy(org, cli->arena);
	struct change_list applied = { NULL, 0, 0 };
	struct conflict conflict;
	struct err ignored = ERR_INIT;
	const char *new_id;
	struct string_list circle;

	if (!changes_apply(copy, cli->arena, changes->changes, changes->count, &applied, &new_id,
		    &conflict, &ignored))
		return;
	circle = requirement_closed_circle(copy, cli->arena, &applied);
	for (size_t i = 0; i < circle.count; i++) {
		struct buf title = BUF_INIT;

		entry_add_title(&title, organisation_find_entry(copy, circle.texts[i]), cli->lang);
		text_circle_member(
			&cli->hint, cli->lang, circle.texts[i], cli_clean(cli, title.text));
		buf_add(&cli->hint, i + 1 < circle.count ? ", " : ".");
		buf_release(&title);
	}
}

static bool run(struct cli *cli, struct err *err)
{
	struct set_lines lines = { NULL, 0 };
	struct change_list changes = { NULL, 0, 0 };
	struct commit_outcome outcome;
	const struct organisation *org;

	if (!read_lines(cli, &lines, err))
		return false;
	org = cli_load(cli, err);
	if (!org || !add_changes(cli, org, &lines, &changes, err))
		return false;
	if (cli_commit(cli, &changes, &outcome, err))
		return true;
	if (err->message == MSG_REQUIRES_ROUND)
		hint_circle(cli, org, &changes);
	return name_line_of_entry(&lines, err);
}

// clang-format off
const struct subcommand cli_set = {
	.name = "set",
	.arguments = { .fr = "ORG {ENTRY FIELD=VALUE... | -}", .en = "ORG {ENTRY FIELD=VALUE... | -}" },
	.words_min = 2, .words_max = SUBCOMMAND_MANY,
	.options = OPTION_BIT(OPTION_IF_REVISION),
	.summary = { .fr = "changer ce que l’on dit d’une entrée", .en = "change what is said of an entry" },
	.lists_fields = true, .fields_of = OBJECT_ENTRY,
	.help = {
		.fr = "« FIELD= » sans rien derrière vide le champ ; not_applicable demande une raison. Avec « - » à la place de l’entrée, une ligne « ENTRY FIELD=VALUE... » par changement est lue sur l’entrée standard, avec des guillemets comme dans un shell ; toutes passent ensemble, ou aucune.",
		.en = "“FIELD=” with nothing behind it clears the field; not_applicable needs a reason. Of an own action title and item are set too; of service:ID its name; of member:NAME the name and capacity, and what they own follows. Several ids are parted by commas: requires=\"a1, a2\". With “-” in place of the entry, a line “ENTRY FIELD=VALUE...” for each change is read from standard input, with quotes as in a shell; all of them are made, or none." },
	.example = {
		.fr = "jalon set demo a1 status=doing owner=Inès due=2027-01-15",
		.en = "jalon set demo a1 status=doing owner=Inès due=2027-01-15" },
	.run = run,
};
// clang-format on
