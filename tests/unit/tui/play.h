/* SPDX-License-Identifier: MIT
 *
 * play: the full screen without a terminal, for tests.
 *
 * For     tests of the screen. A play copies tests/screens/data into a folder of its own, opens it
 *         at a day that never changes, presses keys and draws.
 * Owner   play_open/play_close; the folder goes with it.
 * Units   keys as the command table names them, with blanks between them. */
#ifndef TESTS_UNIT_TUI_PLAY_H
#define TESTS_UNIT_TUI_PLAY_H

#include "tui/app.h"

struct play {
	char folder[64];
	struct store *store;
	struct session_options options;
	struct app *app;
	struct app *guests[8];   /* who joined and is still there */
	char guest_names[8][64]; /* as long as their apps */
	size_t guest_count;
	struct canvas *canvas;
};

struct play_options {
	const char *org_id; /* NULL: none */
	const char *data;   /* the folder that is copied; NULL: tests/screens/data */
	const char *by;
	bool has_lang;
	enum lang lang;
	const char *today;
	int w, h;
	bool is_empty; /* nothing of tests/screens/data */
	bool is_restricted, asks_author;
	bool is_ascii, is_calm;
	/* When `by` was there last, and at which revision; NULL: never. */
	const char *visited;
	int64_t visited_revision;
};

void play_open(struct play *play, const struct play_options *options);
/* As Inès does, in French. */
struct play play_open_french(const char *org_id, int w, int h);
void play_close(struct play *play);
void play_keys(struct play *play, const char *names);
/* Somebody else opens the same organisation, presses keys and leaves. */
void play_others_keys(struct play *play, const char *by, const char *names);
/* As if somebody had been there once, and left off at that entry. */
void play_leave_at(struct play *play, const char *by, const char *entry_id);
/* Somebody else opens it at that entry (NULL: wherever they left off), presses keys and stays; the
 * first person’s screen has been told. */
void play_join(struct play *play, const char *by, const char *entry_id, const char *names);
void play_type(struct play *play, const char *text);
/* To that view, whatever is open over the present one. */
void play_show_view(struct play *play, enum view view);
/* The entry that keys are about, "" where there is none. */
const char *play_selected(struct play *play);
/* What the screen shows now, as canvas_dump() writes it. */
void play_dump(struct play *play, struct buf *out);
/* Whether a row of the screen holds that text. */
bool play_shows(struct play *play, const char *text);
/* What a file of the folder holds. */
void play_read(const struct play *play, const char *name, struct buf *out);
/* Puts a text in the place of a file of the folder. */
void play_write(const struct play *play, const char *name, const char *text);

/* All of a file; false when there is none. */
bool file_text(const char *path, struct buf *out);

#endif
