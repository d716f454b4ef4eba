/* SPDX-License-Identifier: MIT
 *
 * dialogue: a question, and the answer that is being given to it.
 *
 * For     the loop, which opens one where a wish asks, and gives it keys; dialogue_draw.c, which
 *         shows it. One is open at a time; what was typed stays until it is taken or given up with
 *         Esc.
 * Owner   dialogue_init/dialogue_release. What is asked is a row of forms.c. */
#ifndef TUI_DIALOGUE_H
#define TUI_DIALOGUE_H

#include "jalon/screen/edit.h"
#include "tui/forms.h"

struct dialogue {
	enum form_name form; /* FORM_NONE: none is open */
	const char *subject; /* what it is about, as in jalon/model/subject.h; "" for nothing */
	/* What its fields were when the person began to answer: that is what they saw, whatever
	 * somebody else saved meanwhile. */
	struct arena *seen_arena;
	const char *seen[FIELD_COUNT];
	const struct note *seen_note; /* that is being put right; NULL: none is */
	const char *purpose;          /* of the draft of what is written; NULL: none is kept */
	struct edit edit;
	int choice;
	struct buf match; /* the id of the one chosen among those found; else the first is */
	bool is_on_match; /* the person went to it by the arrows */
	struct buf error; /* why the last answer was not taken */
	struct buf
		told; /* what came of what is typed so far, in place of the advice; "": nothing */
	bool was_refused; /* nothing was typed since */
	bool has_thrown;  /* the text was thrown away, and can be brought back */
	/* What was typed where Ctrl-C closed a question that keeps no drafts. */
	struct buf left;
	enum form_name left_form;
	char left_entry[SESSION_ID_SIZE];
};

void dialogue_init(struct dialogue *dialogue);
void dialogue_release(struct dialogue *dialogue);
/* As the wish asks. Not where nothing can be written: the notice says why. */
void dialogue_open(struct dialogue *dialogue, struct session *session, const struct wish *wish);
void dialogue_close(struct dialogue *dialogue);
bool dialogue_is_open(const struct dialogue *dialogue);
/* Whether sentences are being written there, rather than a date or a name. */
bool dialogue_is_writing(const struct dialogue *dialogue);

/* True when the person answered, or leaves the program: `wish` is to be carried out, and the
 * dialogue told how that went, by one of the next two. */
bool dialogue_key(
	struct dialogue *dialogue, const struct call *call, struct key key, struct wish *wish);
/* Nothing typed is thrown away: the dialogue stays, and says why. */
void dialogue_refuse(
	struct dialogue *dialogue, const struct session *session, const struct err *err);
/* It closes. What is asked next, or nothing. */
struct wish dialogue_finish(
	struct dialogue *dialogue, struct session *session, const struct wish *done);
/* What came of what is typed so far; the dialogue says it until it closes. */
void dialogue_tell(struct dialogue *dialogue, const char *text);
void dialogue_paste(
	struct dialogue *dialogue, struct session *session, const char *text, size_t len);

/* The entry that it is about; NULL: something else, or one that is no more. */
const struct entry *dialogue_entry(const struct dialogue *dialogue, const struct session *session);
/* What it found for what is typed, in the arena; nothing where it does not search. */
struct matches dialogue_matches(
	const struct dialogue *dialogue, const struct session *session, struct arena *arena);
/* How many choices it offers; 0: it asks for a text. */
int dialogue_choice_count(const struct dialogue *dialogue, const struct session *session);
/* Of a draft by a name that several give: who that was, and when. */
void dialogue_add_whose(struct buf *out, const struct session *session, int64_t at_utc);

/* Tells what was being written when the person left off, and the key that goes on with it. */
void dialogue_announce_draft(struct session *session);
/* What the others did since one was here, in one line before whatever else there is to say. */
void dialogue_announce_since(struct session *session);
/* How many conflicts a merge left, and the key that shows them; nothing where there is none. */
void dialogue_announce_conflicts(struct session *session);

#endif
