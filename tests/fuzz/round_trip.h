/* SPDX-License-Identifier: MIT
 *
 * round_trip: what jalon takes, it writes, reads again, and writes to the same bytes.
 *
 * For     the fuzz targets of files. Beyond that the plan, the counts and the exports are made of
 * what was taken, for the sanitizers to watch. Owner   the caller's arenas. Errors  a broken
 * promise ends the program, for the fuzzer to keep the input. */
#ifndef JALON_TESTS_FUZZ_ROUND_TRIP_H
#define JALON_TESTS_FUZZ_ROUND_TRIP_H

#include "jalon/store/organisation_file.h"

/* Says what is broken, and ends. */
void broken(const char *promise);
/* Clean for a terminal: valid UTF-8 without control characters but newlines. */
void check_clean(const struct buf *text);
/* NULL when it is refused, with a complaint. All links lead to `checklist`. */
const struct organisation *read_organisation(
	struct arena *arena, const char *text, size_t len, const struct checklist *checklist);
/* NULL when it is refused, with a complaint. */
struct checklist *read_checklist(struct arena *arena, const char *text, size_t len);
void check_round_trip(const struct organisation *org, const struct checklist *checklist);

#endif
