/* SPDX-License-Identifier: MIT
 *
 * sample: an organisation whose texts try every format: quotes, commas, formulas, escapes, long
 * lines of wide and combining characters.
 *
 * For     tests/unit/export.
 * Owner   sample_init/sample_release; all of it is the arena's. */
#ifndef JALON_TESTS_SAMPLE_H
#define JALON_TESTS_SAMPLE_H

#include "jalon/export/format.h"
#include "jalon/store/json.h"

struct sample {
	struct arena *arena;
	const struct checklist *checklist;
	struct organisation *org;
	struct export_plan input;
	struct buf out;
};

/* `titles` are those of own actions a1, a2…; NULL last. Today is Tuesday 24 November 2026. */
void sample_init(struct sample *sample, const char *const *titles);
/* Plans anew, after a test changed entries. */
void sample_plan(struct sample *sample);
void sample_release(struct sample *sample);

#endif
