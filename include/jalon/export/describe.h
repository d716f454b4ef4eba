/* SPDX-License-Identifier: MIT
 *
 * describe: an entry in a few words.
 *
 * For     text output and every export: the same signs and the same order of details everywhere.
 * Owner   texts are static, the entry's, or added to the caller's buf.
 * Errors  none. Titles of entries and references are cleaned of control characters. */
#ifndef JALON_EXPORT_DESCRIBE_H
#define JALON_EXPORT_DESCRIBE_H

#include "jalon/base/buf.h"
#include "jalon/base/utf8.h"
#include "jalon/text/words.h"
#include "jalon/model/progress.h"

/* "·", "○", "▸", "✓", "–", or "[?]", "[ ]", "[>]", "[x]", "[-]": never without the word beside it.
 */
const char *describe_status_sign(enum status status, enum sign_set signs);
/* How many cells those of a set take; all of one take the same. */
int describe_status_cells(enum sign_set signs);
enum word describe_status_word(enum status status);
enum word describe_kind_word(enum kind kind);
enum word describe_priority_word(enum priority priority);

/* The title, and the service's name behind it where the item repeats. */
void describe_title(struct buf *out, const struct entry *entry, enum lang lang);
/* "Recommandations · Portail usagers" */
void describe_group(struct buf *out, const struct group *group, enum lang lang);
/* "7/29 (24 %) · 2 en cours · 1 sans objet · 3 en retard" */
void describe_counts(struct buf *out, const struct counts *counts, enum lang lang);
/* "impact 5 · ½ j", and of what nobody estimated that it is not. In a plan the days are those that
 * are left. */
void describe_estimates(struct buf *out, const struct entry *entry, enum lang lang);
void describe_plan_estimates(struct buf *out, const struct entry *entry, enum lang lang);
/* "½ j": what is left alone. */
void describe_left(struct buf *out, const struct entry *entry, enum lang lang);
/* " · 10 jours de retard", or what the plan says of a date that it does not keep; nothing where
 * neither is so. Days as in struct plan_action. */
void describe_lateness(struct buf *out, int days_late, int days_at_risk, enum lang lang);
/* "Baromètre du numérique, CREDOC, 2016": the address is the caller's, who knows whether a line of
 * its own keeps it whole. */
void describe_reference(struct buf *out, const struct reference *reference, enum lang lang);

/* " · put right 2 h ago", where its author did that; nothing else. */
void describe_note_change(
	struct buf *out, const struct note *note, enum lang lang, int64_t now_utc);

#endif
