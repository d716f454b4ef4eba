/* SPDX-License-Identifier: MIT
 *
 * plan_line: the parts of a plan that people read, a line each.
 *
 * For     the text and Markdown exports and the summary, so that they say the same.
 * Owner   adds to the caller's buf; not cleaned of control characters yet. */
#ifndef JALON_EXPORT_PLAN_LINE_H
#define JALON_EXPORT_PLAN_LINE_H

#include "jalon/export/format.h"

/* "24 nov. → 25 nov. · ½ j · Inès · pour le 12 déc." */
void plan_line_add(
	struct buf *out, const struct export_plan *input, const struct plan_action *action);
/* "12 actions · 9,5 j · tout est fait le 26 janv. · 2 j par semaine" */
void plan_line_add_head(struct buf *out, const struct export_plan *input);
/* "Appeler (a3) : prérequis en rond : a3, a4" */
void plan_line_add_set_aside(
	struct buf *out, const struct export_plan *input, const struct plan_set_aside *row);

#endif
