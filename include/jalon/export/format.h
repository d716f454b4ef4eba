/* SPDX-License-Identifier: MIT
 *
 * format: a plan, or a guide, as files that other programs and people read.
 *
 * For     `jalon plan --format` and `jalon guide --format`; their names go into `--help`, the man
 *         pages and the completions from here.
 * Owner   the caller owns `out`; nothing is kept.
 * Units   now_utc in seconds since 1970, UTC; the rest as in jalon/plan/plan.h.
 * Errors  none.
 * Source  CSV: RFC 4180. iCalendar: RFC 5545. Pages: man(7). */
#ifndef JALON_EXPORT_FORMAT_H
#define JALON_EXPORT_FORMAT_H

#include "jalon/base/buf.h"
#include "jalon/plan/plan.h"

/* Under which headings actions go. CSV has rows in that order; iCalendar, a set, ignores it. */
enum export_grouping { EXPORT_UNGROUPED, EXPORT_BY_OWNER, EXPORT_BY_DATE };

struct export_plan {
	const struct plan *plan;
	enum lang lang;
	int64_t now_utc;
	enum export_grouping grouping;
	size_t limit; /* how many of the first actions; 0: all */
};

struct export_plan_format {
	const char *name;
	struct wording label; /* for the man page */
	void (*write)(struct buf *out, const struct export_plan *input);
};
extern const struct export_plan_format *const export_plan_formats[];
extern const size_t export_plan_format_count;
const struct export_plan_format *export_find_plan_format(const char *name);
/* "text|json|csv…" */
void export_add_plan_formats(struct buf *out);

struct export_guide_format {
	const char *name;
	struct wording label; /* for the man page */
	void (*write)(struct buf *out, const struct checklist *checklist, enum lang lang);
};
extern const struct export_guide_format *const export_guide_formats[];
extern const size_t export_guide_format_count;
const struct export_guide_format *export_find_guide_format(const char *name);
void export_add_guide_formats(struct buf *out);

#endif
