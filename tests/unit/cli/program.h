/* SPDX-License-Identifier: MIT
 *
 * program: the command line run inside a test, with its own data folder and no outside world.
 *
 * For     tests/unit/cli: one world a test, any number of runs in it.
 * Owner   world_init/world_release. Output is valid until the next run. */
#ifndef JALON_TESTS_PROGRAM_H
#define JALON_TESTS_PROGRAM_H

#include "jalon/base/date.h"
#include "jalon/cli/run.h"
#include "cli/table.h"

struct world {
	struct cli_environment environment;
	char folder[64], data[96], shipped[96];
	const char *input; /* of the next run */
	int status;
	char *out, *error;
	size_t out_len;
	char *file;
};

/* The 24th of November 2026 is a Tuesday. The shipped checklist has the items call, write (which
 * requires call), and ask for each service. */
void world_init(struct world *world);
void world_release(struct world *world);
/* The arguments behind the program's name, a NULL last. */
void world_run(struct world *world, ...);
void world_run_list(struct world *world, const char *const *arguments);
/* A file in the world's folder. */
const char *world_file(struct world *world, const char *name, const char *text);

/* Exit status, and for a refusal silence on standard output and a message that says `says`. */
void expect_done(struct world *world, const char *what);
void expect_refused(struct world *world, int status, const char *says, const char *what);
bool has(const char *text, const char *part);
/* What the last output holds at a path such as "entries.0.owner": a string's text, a number as
 * written, "null", "true", "false", "[2]" or "{2}" for two elements or members, or "absent". */
void expect_json(struct world *world, const char *path, const char *value);
/* The names of an object's members, in order, with blanks between. */
void expect_members(struct world *world, const char *path, const char *names);
/* The bytes of an organisation's file; the world's until the next call. */
const char *world_text(struct world *world, const char *name);

#endif
