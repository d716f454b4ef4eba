/* SPDX-License-Identifier: MIT
 *
 * suggest: what somebody probably meant.
 *
 * For     mistyped commands, options, fields and ids.
 * Owner   what is returned is one of the candidates.
 * Source  edit distance with neighbours swapped ("sohw"): the optimal string alignment of
 *         Damerau 1964 and Wagner and Fischer 1974. */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include "jalon/model/checklist.h"

/* Insertions, deletions, replacements and swaps of neighbours, in bytes. */
size_t suggest_distance(const char *typed, const char *candidate);
/* The nearest candidate, or NULL when none is near: at most a third of the letters differ, or
 * the candidate goes on where the typed text stops. The first of several alike. */
const char *suggest_nearest(const char *typed, struct string_list candidates);

#endif
