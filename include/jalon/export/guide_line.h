/* SPDX-License-Identifier: MIT
 *
 * guide_line: the parts of a guide that are made of several members, a line each.
 *
 * For     the text and the manual page of a guide, so that they say the same.
 * Owner   adds to the caller's buf; nothing where there is nothing to say. Not cleaned. */
#ifndef JALON_EXPORT_GUIDE_LINE_H
#define JALON_EXPORT_GUIDE_LINE_H

#include "jalon/base/buf.h"
#include "jalon/model/checklist.h"

/* "question · dit par le guide · pour chaque service · must · impact 5 · ½ j" */
void guide_line_about(struct buf *out, const struct item *item, enum lang lang);
/* "À faire d’abord : Recenser les associations" */
void guide_line_requires(struct buf *out, const struct checklist *checklist,
	const struct item *item, enum lang lang);
/* "Références : [1] [4]", numbers as in the list of references */
void guide_line_references(struct buf *out, const struct checklist *checklist,
	const struct item *item, enum lang lang);
/* "[3] Baromètre du numérique, CREDOC, 2016": the address is a line of its own. */
void guide_line_reference(
	struct buf *out, size_t index, const struct reference *reference, enum lang lang);
void guide_line_theme(struct buf *out, const struct collection_theme *theme, enum lang lang);
/* Title, publisher, theme, date, address, edition. */
void guide_line_source(struct buf *out, const struct checklist *checklist, enum lang lang);
void guide_line_authors(struct buf *out, const struct checklist *checklist, enum lang lang);

#endif
