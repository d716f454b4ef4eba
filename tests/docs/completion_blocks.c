/* SPDX-License-Identifier: MIT
 *
 * completion_blocks: what shells complete, from the program's tables. Each shell has its own way to
 * ask for organisations and entries, above the block; the block says what stands where. */
#include "blocks.h"

#include <stdio.h>
#include <string.h>

#include "jalon/cli/arguments.h"
#include "cli/summary.h"
#include "cli/table.h"
#include "jalon/model/field.h"

/* What the words of a synopsis stand for. A word that is not here is anybody's guess, but for
 * choices (owner|date) and the names of fields (capacity=DAYS). */
static const struct meaning {
	const char *word, *bash, *zsh, *fish;
} meanings[] = {
	{ "ORG", "ORG", "_jalon_organisations", "(__jalon_organisations)" },
	{ "ENTRY", "ENTRY", "_jalon_entries", "(__jalon_entries)" },
	{ "ENTRY,...", "ENTRY", "_sequence _jalon_entries", "(__jalon_entry_list)" },
	{ "ITEM", "ITEM", "_jalon_items", "(__jalon_items)" },
	{ "DIR", "DIR", "_files -/", "(__fish_complete_directories)" },
	{ "FILE", "FILE", "_files", "" },
	{ "PATH", "FILE", "_files", "" },
	{ "ID|FILE", "FILE", "_files", "" },
	{ "CHECKLIST", "FILE", "_files", "" },
	{ "FIELD=VALUE", "FIELD", "_jalon_fields", "(__jalon_fields)" },
};

static const struct meaning *find_meaning(const char *word)
{
	for (size_t i = 0; i < ARRAY_LEN(meanings); i++) {
		if (strcmp(meanings[i].word, word) == 0)
			return &meanings[i];
	}
	return NULL;
}

/* "owner|date", "capacity=": offered as they are. False for a word that says nothing, and for
 * "DATE|REVISION", which is not what one writes. */
static bool literal_of(const char *word, struct buf *out)
{
	size_t len = strcspn(word, "=");

	buf_clear(out);
	if (word[len])
		buf_add_len(out, word, len + 1);
	else if (strchr(word, '|') && !(word[0] >= 'A' && word[0] <= 'Z'))
		buf_add(out, word);
	return out->len > 0;
}

/* The next word of "ORG {ENTRY FIELD=VALUE... | -}", without its brackets; an alternative is not
 * read. False at the end. */
static bool next_word(const char **at, struct buf *word, bool *repeats)
{
	size_t len;

	*at += strspn(*at, " [{");
	len = strcspn(*at, " ]}");
	if (len == 0 || **at == '|')
		return false;
	buf_clear(word);
	buf_add_len(word, *at, len);
	*at += len;
	*at += strspn(*at, "]}");
	*repeats = word->len > 3 && strcmp(word->text + word->len - 3, "...") == 0 &&
		   word->text[word->len - 4] != ',';
	if (*repeats)
		buf_cut(word, word->len - 3);
	return true;
}

static bool is_taken(const struct subcommand *row, int option)
{
	return (row->options & OPTION_BIT(option)) != 0;
}

/* The value that an option takes behind a command, "FORMAT" being the command's own. */
static void value_of(const struct subcommand *row, int option, struct buf *out)
{
	buf_clear(out);
	if (option == OPTION_FORMAT)
		row->add_formats(out);
	else if (option_rows[option].value)
		buf_add(out, option_rows[option].value);
}

static bool field_is_offered(int field, bool of_organisation)
{
	return field_is_value_of(
		(enum field)field, of_organisation ? OBJECT_ORGANISATION : OBJECT_ENTRY);
}

/* The words that a field takes, with blanks between. */
static void add_choices(struct buf *out, enum field field)
{
	const struct field_row *row = &field_rows[field];

	for (int i = 0; i < row->choice_count; i++) {
		const char *name = field_choice_name(field, i);

		if (name)
			buf_add_format(out, "%s%s", out->len ? " " : "", name);
	}
}

/* "status= owner= …" */
static void print_fields(bool of_organisation)
{
	const char *blank = "";

	for (int i = 0; i < FIELD_COUNT; i++) {
		if (!field_is_offered(i, of_organisation))
			continue;
		printf("%s%s=", blank, field_rows[i].name);
		blank = " ";
	}
}

/* Calls `print` for each field that takes a choice or an entry. */
static void each_choice(void (*print)(const char *field, const char *choices))
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		struct buf choices = BUF_INIT;

		if (!field_is_offered(i, false) && !field_is_offered(i, true))
			continue;
		add_choices(&choices, (enum field)i);
		if (choices.len)
			print(field_rows[i].name, choices.text);
		else if (field_rows[i].kind == FIELD_KIND_ENTRY)
			print(field_rows[i].name, "");
		buf_release(&choices);
	}
}

/* The first thing that a help says, between quotes of a shell. */
static void print_summary(const char *help, const char *escaped)
{
	for (size_t i = 0; help[i] && help[i] != ';'; i++) {
		if (help[i] == '.' && (help[i + 1] == ' ' || !help[i + 1]))
			break;
		if (strchr(escaped, help[i]))
			putchar('\\');
		putchar(help[i]);
	}
}

static const char *bash_word(const char *word, struct buf *literal)
{
	const struct meaning *meaning = find_meaning(word);

	if (meaning)
		return meaning->bash;
	return literal_of(word, literal) ? literal->text : "NOTHING";
}

/* "ENTRY ENTRY": what each word stands for. */
static void print_bash_words(const char *words)
{
	struct buf word = BUF_INIT, literal = BUF_INIT;
	const char *blank = "";
	bool repeats = false;

	while (next_word(&words, &word, &repeats)) {
		printf("%s%s%s", blank, bash_word(word.text, &literal), repeats ? "..." : "");
		blank = " ";
	}
	buf_release(&word);
	buf_release(&literal);
}

static void print_bash_options(const struct subcommand *row)
{
	const char *blank = "";

	for (int i = 0; i < OPTION_COUNT; i++) {
		if (row ? !is_taken(row, i) : !option_rows[i].everywhere)
			continue;
		printf("%s--%s", blank, option_rows[i].name);
		blank = " ";
	}
}

static void print_bash_value(int option)
{
	struct buf value = BUF_INIT, literal = BUF_INIT;

	for (size_t i = 0; option == OPTION_FORMAT && i < subcommand_count; i++) {
		if (!is_taken(subcommands[i], option))
			continue;
		value_of(subcommands[i], option, &value);
		printf("\t%s--format) echo '%s' ;;\n", subcommands[i]->name, value.text);
	}
	if (option != OPTION_FORMAT && option_rows[option].value) {
		printf("\t*--%s) echo '", option_rows[option].name);
		if (literal_of(option_rows[option].value, &literal) &&
			!find_meaning(option_rows[option].value))
			fputs(literal.text, stdout);
		else
			print_bash_words(option_rows[option].value);
		puts("' ;;");
	}
	buf_release(&value);
	buf_release(&literal);
}

static void print_bash_choice(const char *field, const char *choices)
{
	printf("\t%s) echo '%s", field, choices[0] ? "" : "ENTRY");
	for (; *choices; choices++)
		putchar(*choices == ' ' ? '|' : *choices);
	puts("' ;;");
}

void print_bash(void)
{
	printf("_jalon_commands='");
	for (size_t i = 0; i < subcommand_count; i++)
		printf("%s%s", i ? " " : "", subcommands[i]->name);
	puts("'\n\n# What stands behind a command.\n_jalon_words()\n{\n\tcase $1 in");
	for (size_t i = 0; i < subcommand_count; i++) {
		printf("\t%s) echo '", subcommands[i]->name);
		print_bash_words(subcommands[i]->arguments.en);
		puts("' ;;");
	}
	puts("\tesac\n}\n\n_jalon_options()\n{\n\tcase $1 in");
	for (size_t i = 0; i < subcommand_count; i++) {
		printf("\t%s) echo '", subcommands[i]->name);
		print_bash_options(subcommands[i]);
		puts("' ;;");
	}
	printf("\t'') echo '");
	print_bash_options(&cli_program);
	printf("' ;;\n\tesac\n\techo '");
	print_bash_options(NULL);
	puts("'\n}\n\n# What an option takes, COMMAND--OPTION.\n_jalon_value()\n{\n\tcase $1 in");
	for (int i = 0; i < OPTION_COUNT; i++)
		print_bash_value(i);
	printf("\tesac\n}\n\n_jalon_fields()\n{\n\tcase $1 in\n\tedit) echo '");
	print_fields(true);
	printf("' ;;\n\t*) echo '");
	print_fields(false);
	puts("' ;;\n\tesac\n}\n\n# What a field takes.\n_jalon_choices()\n{\n\tcase $1 in");
	each_choice(print_bash_choice);
	puts("\tesac\n}");
}

static void print_zsh_action(const char *word)
{
	const struct meaning *meaning = find_meaning(word);
	struct buf literal = BUF_INIT;

	printf(":%s:", word);
	if (meaning) {
		fputs(meaning->zsh, stdout);
	} else if (literal_of(word, &literal)) {
		putchar('(');
		for (size_t i = 0; i < literal.len; i++)
			putchar(literal.text[i] == '|' ? ' ' : literal.text[i]);
		putchar(')');
	}
	buf_release(&literal);
}

static void print_zsh_option(const struct subcommand *row, int option)
{
	struct buf value = BUF_INIT, word = BUF_INIT;
	const char *at;
	bool repeats;

	value_of(row, option, &value);
	printf("\t\t'%s--%s%s[",
		option == OPTION_CHECKLISTS || option == OPTION_CHECKLIST ? "*" : "",
		option_rows[option].name, value.len ? "=" : "");
	print_summary(option_rows[option].help.en, "[]'");
	putchar(']');
	for (at = value.text; next_word(&at, &word, &repeats);)
		print_zsh_action(word.text);
	puts("'");
	buf_release(&value);
	buf_release(&word);
}

static void print_zsh_command(const struct subcommand *row)
{
	const char *at = row->arguments.en;
	struct buf word = BUF_INIT;
	bool repeats = false;

	printf("\t%s) specs=(\n", row->name);
	for (int i = 0; i < OPTION_COUNT; i++) {
		if (is_taken(row, i))
			print_zsh_option(row, i);
	}
	for (int place = 1; next_word(&at, &word, &repeats); place++) {
		printf("\t\t'");
		if (repeats)
			putchar('*');
		else
			printf("%d", place);
		print_zsh_action(word.text);
		puts("'");
	}
	puts("\t) ;;");
	buf_release(&word);
}

static void print_zsh_choice(const char *field, const char *choices)
{
	if (choices[0])
		printf("\t%s) compadd \"$@\" - %s ;;\n", field, choices);
	else
		printf("\t%s) _jalon_entries \"$@\" ;;\n", field);
}

void print_zsh(void)
{
	puts("_jalon_commands=(");
	for (size_t i = 0; i < subcommand_count; i++)
		printf("\t'%s:%s'\n", subcommands[i]->name, subcommands[i]->summary.en);
	puts(")\n_jalon_everywhere=(");
	for (int i = 0; i < OPTION_COUNT; i++) {
		if (option_rows[i].everywhere)
			print_zsh_option(&cli_program, i);
	}
	puts(")\n_jalon_alone=(");
	for (int i = 0; i < OPTION_COUNT; i++) {
		if (is_taken(&cli_program, i))
			print_zsh_option(&cli_program, i);
	}
	puts(")\n_jalon_specs()\n{\n\tcase $1 in");
	for (size_t i = 0; i < subcommand_count; i++)
		print_zsh_command(subcommands[i]);
	printf("\tesac\n}\n_jalon_field_names()\n{\n\tcase $1 in\n\tedit) reply=(");
	print_fields(true);
	printf(") ;;\n\t*) reply=(");
	print_fields(false);
	puts(") ;;\n\tesac\n}\n_jalon_choices()\n{\n\tlocal field=$1\n\tshift\n\tcase $field in");
	each_choice(print_zsh_choice);
	puts("\tesac\n}");
}

static void print_fish_values(const char *word)
{
	const struct meaning *meaning = find_meaning(word);
	struct buf literal = BUF_INIT;

	if (meaning && !meaning->fish[0])
		printf(" -F");
	else if (meaning)
		printf(" -a '%s'", meaning->fish);
	else if (literal_of(word, &literal)) {
		printf(" -a '");
		for (size_t i = 0; i < literal.len; i++)
			putchar(literal.text[i] == '|' ? ' ' : literal.text[i]);
		putchar('\'');
	}
	buf_release(&literal);
}

/* `where` is a condition, "" for everywhere. */
static void print_fish_option(const struct subcommand *row, int option, const char *where)
{
	struct buf value = BUF_INIT, word = BUF_INIT;
	const char *at;
	bool repeats;

	value_of(row, option, &value);
	at = value.text;
	printf("complete -c jalon%s -l %s", where, option_rows[option].name);
	if (next_word(&at, &word, &repeats)) {
		fputs(find_meaning(word.text) && !find_meaning(word.text)->fish[0] ? " -r" : " -x",
			stdout);
		print_fish_values(word.text);
	}
	printf(" -d '");
	print_summary(option_rows[option].help.en, "'\\");
	puts("'");
	if (next_word(&at, &word, &repeats)) {
		printf("complete -c jalon -n '__jalon_behind_first --%s'",
			option_rows[option].name);
		print_fish_values(word.text);
		putchar('\n');
	}
	buf_release(&value);
	buf_release(&word);
}

static void print_fish_command(const struct subcommand *row)
{
	const char *at = row->arguments.en;
	struct buf word = BUF_INIT, where = BUF_INIT;
	bool repeats = false;

	printf("complete -c jalon -n '__jalon_at 0' -a %s -d '", row->name);
	print_summary(row->summary.en, "'\\");
	puts("'");
	for (int place = 1; next_word(&at, &word, &repeats); place++) {
		if (!find_meaning(word.text) && !literal_of(word.text, &where))
			continue;
		printf("complete -c jalon -n '__jalon_at %d%s %s'", place, repeats ? " more" : "",
			row->name);
		print_fish_values(word.text);
		putchar('\n');
	}
	buf_clear(&where);
	buf_add_format(&where, " -n '__jalon_is %s'", row->name);
	for (int i = 0; i < OPTION_COUNT; i++) {
		if (is_taken(row, i))
			print_fish_option(row, i, where.text);
	}
	buf_release(&word);
	buf_release(&where);
}

static void print_fish_choice(const char *field, const char *choices)
{
	printf("        case %s\n            ", field);
	if (choices[0])
		printf("string split ' ' '%s'\n", choices);
	else
		puts("__jalon_entries");
}

void print_fish(void)
{
	puts("function __jalon_choices");
	puts("    switch $argv[1]");
	each_choice(print_fish_choice);
	puts("    end\nend\nfunction __jalon_field_names\n    if __jalon_is edit");
	printf("        string split ' ' '");
	print_fields(true);
	printf("'\n    else\n        string split ' ' '");
	print_fields(false);
	printf("'\n    end\nend\nset -g __jalon_valued");
	for (int i = 0; i < OPTION_COUNT; i++) {
		if (option_rows[i].value)
			printf(" --%s", option_rows[i].name);
	}
	putchar('\n');
	for (int i = 0; i < OPTION_COUNT; i++) {
		if (option_rows[i].everywhere)
			print_fish_option(&cli_program, i, "");
		else if (is_taken(&cli_program, i))
			print_fish_option(&cli_program, i, " -n '__jalon_at 0'");
	}
	puts("complete -c jalon -n '__jalon_at 0' -a '(__jalon_organisations)'");
	for (size_t i = 0; i < subcommand_count; i++)
		print_fish_command(subcommands[i]);
}
