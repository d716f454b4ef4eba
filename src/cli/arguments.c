/* SPDX-License-Identifier: MIT */
#include "jalon/cli/arguments.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"

// clang-format off
const struct option_row option_rows[OPTION_COUNT] = {
	[OPTION_DATA] = {
		.name = "data", .value = "DIR", .everywhere = true,
		.help = {
			.fr = "Le dossier des données ; sans elle, $JALON_DATA, puis $XDG_DATA_HOME/jalon.",
			.en = "The data folder; without it $JALON_DATA, then $XDG_DATA_HOME/jalon." },
	},
	[OPTION_CHECKLISTS] = {
		.name = "checklists", .value = "DIR", .everywhere = true,
		.help = {
			.fr = "Un dossier de listes de plus, où chercher ID.json.",
			.en = "One more folder of checklists, to look for ID.json in." },
	},
	[OPTION_LANG] = {
		.name = "lang", .value = "fr|en", .everywhere = true,
		.help = {
			.fr = "La langue ; sans elle, $JALON_LANG, la locale, puis celle de l’organisation.",
			.en = "The language; without it $JALON_LANG, the locale, then the organisation’s." },
	},
	[OPTION_BY] = {
		.name = "by", .value = "NAME", .everywhere = true,
		.help = {
			.fr = "Qui fait les changements ; sans elle, $JALON_BY, puis le nom de connexion.",
			.en = "Who makes the changes; without it $JALON_BY, then the login name." },
	},
	[OPTION_HELP] = {
		.name = "help", .everywhere = true,
		.help = { .fr = "Cette aide ; après une commande, la sienne.",
			.en = "This help; after a command, that command’s." },
	},
	[OPTION_VERSION] = {
		.name = "version", .everywhere = true,
		.help = { .fr = "La version de jalon.", .en = "The version of jalon." },
	},
	[OPTION_NAME] = {
		.name = "name", .value = "NAME",
		.help = { .fr = "Le nom de l’organisation ; sans elle, son identifiant.",
			.en = "The organisation’s name; without it, its id." },
	},
	[OPTION_CHECKLIST] = {
		.name = "checklist", .value = "ID|FILE",
		.help = {
			.fr = "La liste à suivre, plusieurs fois s’il y en a plusieurs ; sans elle, celle livrée.",
			.en = "The checklist to follow, once for each of several; without it, the one shipped." },
	},
	[OPTION_ITEM] = {
		.name = "item", .value = "ITEM",
		.help = { .fr = "Le point sous lequel l’action se place.",
			.en = "The item that the action stands under." },
	},
	[OPTION_REQUIRES] = {
		.name = "requires", .value = "ENTRY,...",
		.help = { .fr = "Ce qui doit être fini avant.", .en = "What must be finished before." },
	},
	[OPTION_REPLACE] = {
		.name = "replace", .value = "N",
		.help = { .fr = "mettre le texte à la place de sa note N", .en = "put the text in place of one’s own note N" },
	},
	[OPTION_REMOVE] = {
		.name = "remove", .value = "N",
		.help = { .fr = "retirer sa note N", .en = "take back one’s own note N" },
	},
	[OPTION_FORMAT] = {
		.name = "format", .value = "FORMAT",
		.help = { .fr = "La forme du résultat ; sans elle, du texte.",
			.en = "The form of the output; without it, text." },
	},
	[OPTION_TODAY] = {
		.name = "today", .value = "DATE",
		.help = { .fr = "Faire comme si l’on était ce jour-là (AAAA-MM-JJ).",
			.en = "As if it were that day (YYYY-MM-DD)." },
	},
	[OPTION_WHY] = {
		.name = "why", .value = "ENTRY ENTRY", /* lint: literal, of the synopsis */
		.help = { .fr = "Dire pourquoi l’une des deux passe avant l’autre.",
			.en = "Say why one of the two comes before the other." },
	},
	[OPTION_IF_DONE] = {
		.name = "if-done", .value = "ENTRY",
		.help = { .fr = "Dire ce qui changerait si cette entrée était faite.",
			.en = "Say what would change if this entry were done." },
	},
	[OPTION_LIMIT] = {
		.name = "limit", .value = "N",
		.help = { .fr = "S’arrêter après les N premières actions.",
			.en = "Stop after the first N actions." },
	},
	[OPTION_GROUP] = {
		.name = "group", .value = "owner|date",
		.help = { .fr = "Regrouper par personne ou par semaine.",
			.en = "Group by person or by week." },
	},
	[OPTION_SINCE] = {
		.name = "since", .value = "DATE|REVISION",
		.help = {
			.fr = "Ce jour-là et après (AAAA-MM-JJ, en temps universel) ; ou après cette révision.",
			.en = "That day and after (YYYY-MM-DD, in universal time); or after that revision." },
	},
	[OPTION_AUTHOR] = {
		.name = "author", .value = "NAME",
		.help = { .fr = "Seulement ce que cette personne a changé.",
			.en = "Only what that person changed." },
	},
	[OPTION_ENTRY] = {
		.name = "entry", .value = "ENTRY",
		.help = {
			.fr = "Seulement ce qui touche cette entrée, service:ID ou member:NOM, même retirés depuis.",
			.en = "Only what is about that entry, service:ID or member:NAME, even if removed since." },
	},
	[OPTION_IF_REVISION] = {
		.name = "if-revision", .value = "N",
		.help = { .fr = "Seulement si l’organisation en est encore à cette révision.",
			.en = "Only if the organisation is still at that revision." },
	},
	[OPTION_USER] = {
		.name = "user", .value = "NAME",
		.help = { .fr = "Le compte que les participants partagent ; sans elle, atelier.",
			.en = "The account that the participants share; without it, atelier." },
	},
	[OPTION_PROGRAM] = {
		.name = "program", .value = "PATH",
		.help = { .fr = "Où jalon est installé ; sans elle, celui qui répond.",
			.en = "Where jalon is installed; without it, the one that answers." },
	},
	[OPTION_THEME] = {
		.name = "theme", .value = "dark|light|mono",
		.help = {
			.fr = "Les couleurs : pour un fond sombre, pour un fond clair, ou aucune ; sans elle, $JALON_THEME, puis ce que le terminal dit de son fond.",
			.en = "The colours: for a dark background, for a light one, or none; without it $JALON_THEME, then what the terminal says of its background." },
	},
	[OPTION_SIGNS] = {
		.name = "signs", .value = "unicode|ascii",
		.help = {
			.fr = "Les signes : ceux d’Unicode, ou [?] [ ] [>] [x] [-] pour les polices et les plages braille qui ne les ont pas ; sans elle, selon le terminal.",
			.en = "The signs: those of Unicode, or [?] [ ] [>] [x] [-] for fonts and braille displays that lack them; without it, as the terminal needs." },
	},
	[OPTION_CALM] = {
		.name = "calm",
		.help = {
			.fr = "Pour une voix ou une plage braille : le curseur seul marque la ligne, le détail s’ouvre avec Entrée, et rien d’autre n’est redessiné.",
			.en = "For a voice or a braille display: the cursor alone marks the row, the detail opens with Enter, and nothing else is drawn again." },
	},
	[OPTION_MOUSE] = {
		.name = "mouse",
		.help = {
			.fr = "La molette fait défiler, un clic choisit ; le terminal ne sélectionne alors qu’avec Maj.",
			.en = "The wheel scrolls and a click selects; the terminal’s own selection then needs Shift." },
	},
	[OPTION_WIDE] = {
		.name = "wide",
		.help = {
			.fr = "Pour un terminal qui montre é et ○ sur deux cases (xterm -cjk_width) ; les signes sont alors ceux d’ASCII.",
			.en = "For a terminal that shows é and ○ in two cells (xterm -cjk_width); the signs are then those of ASCII." },
	},
	[OPTION_RESTRICTED] = {
		.name = "restricted",
		.help = {
			.fr = "Pour le compte partagé d’un atelier : jalon et rien d’autre, sur le seul dossier de --data. Voir jalon-server(8).",
			.en = "For the shared account of a workshop: jalon and nothing else, on the one folder of --data. See jalon-server(8)." },
	},
};
// clang-format on

static bool option_find(const char *name, size_t len, enum option *option)
{
	for (int i = 0; i < OPTION_COUNT; i++) {
		if (strlen(option_rows[i].name) == len &&
			memcmp(option_rows[i].name, name, len) == 0) {
			*option = (enum option)i;
			return true;
		}
	}
	return false;
}

/* Where reading stands, and the first thing that was wrong. */
struct parse {
	struct arguments *arguments;
	int argc;
	const char *const *argv;
	int at;
	struct err *err;
	bool good;
};

static void refuse(struct parse *parse, enum message message, const char *value, const char *where)
{
	if (parse->good)
		err_set(parse->err, ERR_USAGE, (int)message, value, "%s", where);
	parse->good = false;
}

static void parse_option(struct parse *parse, const char *typed)
{
	const char *name = typed + 2;
	size_t name_len = strcspn(name, "=");
	bool has_value = name[name_len] == '=';
	const struct option_row *row;
	struct option_use use = { .value = "" };

	/* -h is too common a habit to be refused; no other option has a letter. */
	if (strcmp(typed, "-h") == 0)
		use.option = OPTION_HELP;
	else if (strncmp(typed, "--", 2) != 0 || !option_find(name, name_len, &use.option)) {
		refuse(parse, MSG_UNKNOWN_OPTION, typed, "");
		return;
	}
	row = &option_rows[use.option];
	if (!row->value && has_value && typed[1] == '-') {
		refuse(parse, MSG_OPTION_TAKES_NO_VALUE, typed, "");
		return;
	}
	if (row->value && !has_value && parse->at == parse->argc) {
		refuse(parse, MSG_OPTION_NEEDS_VALUE, typed, "");
		return;
	}
	if (row->value)
		use.value = has_value ? name + name_len + 1 : parse->argv[parse->at++];
	parse->arguments->uses[parse->arguments->use_count++] = use;
}

bool arguments_parse(struct arguments *arguments, struct arena *arena, int argc,
	const char *const *argv, struct err *err)
{
	struct parse parse = { arguments, argc, argv, 1, err, true };
	bool options_ended = false;
	size_t room = argc > 0 ? (size_t)argc : 1;

	*arguments = (struct arguments){ .words = ARENA_ARRAY(arena, const char *, room),
		.uses = ARENA_ARRAY(arena, struct option_use, room) };
	for (int i = 1; i < argc; i++) {
		if (!utf8_is_valid(argv[i], strlen(argv[i])))
			return err_set(err, ERR_USAGE, MSG_ARGUMENT_NOT_UTF8, NULL, "%d", i);
	}
	while (parse.at < argc) {
		const char *typed = argv[parse.at++];

		if (options_ended || typed[0] != '-' || strcmp(typed, "-") == 0)
			arguments->words[arguments->word_count++] = typed;
		else if (strcmp(typed, "--") == 0)
			options_ended = true;
		else
			parse_option(&parse, typed);
	}
	return parse.good;
}

bool arguments_has(const struct arguments *arguments, enum option option)
{
	return arguments_value(arguments, option) != NULL;
}

const char *arguments_value(const struct arguments *arguments, enum option option)
{
	const char *value = NULL;

	for (size_t i = 0; i < arguments->use_count; i++) {
		if (arguments->uses[i].option == option)
			value = arguments->uses[i].value;
	}
	return value;
}

struct string_list arguments_values(
	const struct arguments *arguments, enum option option, struct arena *arena)
{
	const char **texts = ARENA_ARRAY(arena, const char *, arguments->use_count + 1);
	size_t count = 0;

	for (size_t i = 0; i < arguments->use_count; i++) {
		if (arguments->uses[i].option == option)
			texts[count++] = arguments->uses[i].value;
	}
	return (struct string_list){ texts, count };
}

bool option_offers(enum option option, const char *value)
{
	size_t len = strlen(value);
	const char *at = option_rows[option].value;

	while (*at) {
		size_t choice_len = strcspn(at, "|");

		if (choice_len == len && memcmp(at, value, len) == 0)
			return true;
		at += choice_len + (at[choice_len] == '|');
	}
	return false;
}
