/* SPDX-License-Identifier: MIT
 *
 * forms: what can be asked, a row a question.
 *
 * For     dialogue.c, which asks.
 * Owner   rows are static. */
#ifndef TUI_FORMS_H
#define TUI_FORMS_H

#include "tui/form.h"

extern const struct form forms[FORM_COUNT];

#endif
