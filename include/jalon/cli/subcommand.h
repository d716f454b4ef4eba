/* SPDX-License-Identifier: MIT
 *
 * subcommand: one row says everything about a command.
 *
 * For     dispatch, `--help`, shell completion and the man pages, which are all made from the
 *         rows or compared with them.
 * Owner   static.
 * Source  DESIGN.md, "Command line". */
#ifndef JALON_CLI_SUBCOMMAND_H
#define JALON_CLI_SUBCOMMAND_H

#include "jalon/base/buf.h"
#include "jalon/base/err.h"
#include "jalon/model/field.h"
#include "jalon/text/languages.h"

struct cli;

enum { SUBCOMMAND_MANY = 1 << 20 };

struct subcommand {
	const char *name;
	struct wording arguments;    /* "ORG ENTRY FIELD=VALUE..." */
	size_t words_min, words_max; /* behind the name; SUBCOMMAND_MANY for any number */
	unsigned options;            /* OPTION_BIT()s beyond those that go everywhere */
	/* Adds "text|json", the values of --format; NULL for a command without it. */
	void (*add_formats)(struct buf *out);
	struct wording summary; /* one line */
	bool lists_fields;      /* the help begins with those that it takes, of… */
	enum object fields_of;
	struct wording help; /* what one needs to know, in a few sentences */
	struct wording example;
	bool (*run)(struct cli *cli, struct err *err);
};

extern const struct subcommand *const subcommands[];
extern const size_t subcommand_count;

/* NULL when there is none of that name. */
const struct subcommand *subcommand_find(const char *name);
struct string_list subcommand_names(struct arena *arena);
/* For the commands that answer in text and JSON. */
void subcommand_add_text_json(struct buf *out);
/* "jalon show ORG [ENTRY] [--format text|json]…" */
void subcommand_add_synopsis(struct buf *out, const struct subcommand *subcommand, enum lang lang);
/* What one needs to know of it, fields included. */
void subcommand_add_explanation(
	struct buf *out, const struct subcommand *subcommand, enum lang lang);
/* What a field is for, and what it takes. */
void subcommand_add_field(struct buf *out, enum field field, enum lang lang);
/* What `--help` prints: of the program when `subcommand` is NULL. */
void subcommand_add_help(struct buf *out, const struct subcommand *subcommand, enum lang lang);

#endif
