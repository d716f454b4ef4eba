/* SPDX-License-Identifier: MIT
 *
 * natural: the order of ids, with their numbers as numbers: a2 before a10, 8.2 before 8.10.
 *
 * For     whoever puts ids, or titles that are numbered, in an order that a person sees, and the
 *         plan's ties. Files keep their entries by bytes: what was saved is not shuffled.
 * Errors  none. A total order: of two that differ in zeros before a number alone ("a1", "a01") the
 *         bytes decide, so that 0 means the same text. Bytes, not letters, between the numbers. */
#ifndef JALON_BASE_NATURAL_H
#define JALON_BASE_NATURAL_H

int natural_compare(const char *one, const char *other);
/* The same for the elements of an array of texts, as qsort() gives them. */
int natural_compare_elements(const void *one, const void *other);

#endif
