/* SPDX-License-Identifier: MIT
 *
 * json_output: what `--format json` is made of, where two commands share it.
 *
 * For     list, show, plan and log.
 * Owner   borrows everything.
 * Units   decimals are hundredths written as numbers; days YYYY-MM-DD or null; times UTC.
 * Source  DESIGN.md, "Command line": the members, their names and their order. */
#ifndef JALON_CLI_JSON_OUTPUT_H
#define JALON_CLI_JSON_OUTPUT_H

#include "jalon/model/progress.h"
#include "jalon/store/json.h"

void output_add_counts(struct json_writer *writer, const struct counts *counts);
/* null for DAY_NONE. */
void output_add_day(struct json_writer *writer, const char *name, int day);
void output_add_time(struct json_writer *writer, const char *name, int64_t at_utc);
/* null for "". */
void output_add_text_or_null(struct json_writer *writer, const char *name, const char *text);
void output_add_ids(struct json_writer *writer, const char *name, struct string_list ids);

#endif
