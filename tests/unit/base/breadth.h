/* SPDX-License-Identifier: MIT
 *
 * breadth: how many of its many cases a test goes through.
 *
 * For     tests that search: one promise over many seeds, long texts, many rows. All of them in the
 *         unit tests and under the sanitizers. Under valgrind, where each takes fifty times as
 *         long, a tenth: tests/run sets JALON_BREADTH=tenth there.
 * Units   cases; of a text, bytes. What a test expects of its cases together goes by what breadth()
 *         gave. */
#ifndef TESTS_UNIT_BASE_BREADTH_H
#define TESTS_UNIT_BASE_BREADTH_H

#include <stdbool.h>

enum { BREADTH_LEAST = 5 };

/* Whether it is all of them. */
bool breadth_is_whole(void);
/* `all`, or a tenth of them: BREADTH_LEAST of them at least, or all where there are fewer. */
int breadth(int all);

#endif
