/* SPDX-License-Identifier: MIT
 *
 * forms: what can be asked, a row a question, and what its answer means.
 *
 * For     form.c, which asks. `accept` turns the answer into changes, or says in `err` why it
 *         cannot; then the dialogue stays with what was typed. What follows an accepted answer (a
 *         review date after a reason) is the form's `next`.
 * Owner   rows are static; changes and their strings are the command arena's. */
#ifndef JALON_TUI_FORMS_H
#define JALON_TUI_FORMS_H

#include "jalon/tui/form.h"

struct form {
	struct wording label, hint;
	bool several_lines;
	const char *purpose; /* of the drafts of such a text; NULL: too short to be kept */
	enum form_name next; /* FORM_COUNT: none */
	bool (*accept)(
		struct app *app, const char *text, struct change_list *changes, struct err *err);
	/* Choices, one a row; none where a text is asked. */
	const struct wording *choices;
	int choice_count;
	/* The same where they depend on what is asked about. */
	int (*count_choices)(const struct app *app);
	void (*draw_choice)(
		const struct app *app, struct canvas *canvas, int y, int choice, enum role role);
};

extern const struct form forms[FORM_COUNT];
/* "What remains", "What is late"… */
extern const struct wording filter_wordings[FILTER_COUNT];

/* The entry that the dialogue is about; NULL where there is none, or none any more. */
const struct entry *form_entry(const struct app *app);

#endif
