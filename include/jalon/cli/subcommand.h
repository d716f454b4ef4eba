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
#include "jalon/text/languages.h"
#include "jalon/model/field.h"

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

#endif
