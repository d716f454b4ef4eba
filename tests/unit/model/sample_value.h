/* SPDX-License-Identifier: MIT
 *
 * sample_value: values of a field, from its row.
 *
 * For     tests that go over every row, so that a new one is tested without a line of theirs.
 * Owner   canonical texts, the arena's or static. */
#ifndef JALON_TESTS_SAMPLE_VALUE_H
#define JALON_TESTS_SAMPLE_VALUE_H

#include "jalon/model/object.h"

/* Another one for each `number` from 0 on, never the unset one; NULL when there are no more. */
const char *sample_value(enum field field, int number, struct arena *arena);

#endif
