/* SPDX-License-Identifier: MIT
 *
 * json_output: what `--format json` is made of, where two commands share it.
 *
 * For     list and show.
 * Owner   borrows everything.
 * Source  DESIGN.md, "Command line": the members, their names and their order. */
#ifndef CLI_JSON_OUTPUT_H
#define CLI_JSON_OUTPUT_H

#include "jalon/base/json_write.h"
#include "jalon/model/progress.h"

void output_add_counts(struct json_writer *writer, const struct counts *counts);

#endif
