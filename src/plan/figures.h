/* SPDX-License-Identifier: MIT
 *
 * figures: "5 of impact for ½ d", as sentences say it.
 *
 * For     reasons and answers. What is a default and no estimate is never told as one.
 * Owner   the caller owns `out`. */
#ifndef PLAN_FIGURES_H
#define PLAN_FIGURES_H

#include "jalon/plan/plan.h"

bool figures_are_estimates(const struct entry *entry);
void figures_add(struct buf *out, enum lang lang, const struct entry *entry);
/* " What is not estimated counts as…": behind sentences that add figures up. */
void figures_add_defaults(struct buf *out, enum lang lang);

#endif
