/* SPDX-License-Identifier: MIT
 *
 * form: what a question is made of, and what an answer tells.
 *
 * For     forms.c, whose rows they are, and the files beside it that accept answers. `accept` turns
 *         the answer into a wish, or says in `err` why it cannot; then the dialogue stays with what
 *         was typed. What follows an accepted answer (a review date after a reason) is `next`.
 * Owner   rows are static; wishes and their strings are the session arena's. */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "tui/matches.h"
#include "tui/view.h"

/* What was answered, and where it was asked. */
struct answer {
	struct call call; /* its `entry` is what the question is about; NULL: nothing, or no more */
	const char *entry_id, *text;
	enum field field; /* the form's own */
	int choice;
	const char *match;       /* the one that was chosen of those found; NULL: none */
	const char *const *seen; /* by field: what it is about held as the person began to answer */
	const struct note *seen_note; /* the same of a note that is put right; NULL: none is */
	bool is_repeated; /* the same was refused a moment ago, and nothing was typed since */
};

struct form {
	struct wording label, hint;
	bool several_lines;
	const char *purpose; /* of the drafts of such a text; NULL: too short to be kept */
	bool is_of_note;     /* of the entry's note whose number the wish chooses */
	bool only_looks;     /* asked even where nothing can be written */
	bool is_gate;        /* nobody goes in without an answer: Esc leaves the program */
	bool tells_text; /* what it opens on is no answer but what helps to, in place of the hint */
	bool about_conflict; /* it names the field that met one */
	enum form_name next; /* FORM_NONE: the answer is the last */
	enum form_name back; /* what Esc goes back to; FORM_NONE: it gives up */
	/* The field that it is about, where it is about one; what it opens on: that field's value,
	 * whatever it is a field of, or what `begin` says of an entry; else on nothing. */
	enum field field;
	bool is_value;
	const char *(*begin)(struct session *session, const struct entry *entry, enum field field);
	bool (*accept)(const struct answer *answer, struct wish *wish, struct err *err);
	/* What Tab offers in place of what is typed; NULL: nothing. */
	const char *(*offer)(struct session *session, const char *typed);
	/* What is found for what is typed: the answer is one of these. NULL: the answer is what is
	 * typed. What Delete does to the chosen one, behind the end of what is typed; NULL:
	 * nothing. */
	void (*find)(const struct finding *finding, struct matches *found);
	bool (*take_away)(const struct answer *answer, struct wish *wish, struct err *err);
	/* Choices, one a row; none where a text is asked. */
	const struct wording *choices;
	int choice_count;
	/* The same where they depend on what is asked about. */
	int (*count_choices)(const struct session *session);
	void (*draw_choice)(const struct session *session, struct canvas *canvas, int y, int choice,
		enum role role);
};

#endif
