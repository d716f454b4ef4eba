/* SPDX-License-Identifier: MIT */
#include "tui/searching.h"

#include <stdio.h>
#include <string.h>

#include "jalon/text/errors.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "tui/views.h"

/* What `/` searches for where the person is; NULL: nothing. */
static struct buf *searched(struct app *app)
{
	const struct view_type *view = views[app->view];

	if (app->overlay.kind != OVERLAY_NONE)
		return &app->overlay.search;
	return view->search ? view->search(app->views[app->view], app->session) : NULL;
}

/* Else a search narrows what is shown. */
static bool goes_to_places(const struct app *app)
{
	return app->overlay.kind != OVERLAY_NONE || views[app->view]->find;
}

/* True as well where nothing is searched for. */
static bool find(struct app *app, const char *text, int step)
{
	if (!text[0] || !goes_to_places(app))
		return true;
	if (app->overlay.kind != OVERLAY_NONE)
		return pager_search(&app->overlay.pager, text, step);
	return views[app->view]->find(app->views[app->view], app->session, text, step);
}

static struct found count(const struct app *app, const char *text)
{
	const struct view_type *view = views[app->view];

	if (app->overlay.kind != OVERLAY_NONE)
		return view_found_in(&app->overlay.pager, text);
	return view->found ? view->found(app->views[app->view], app->session, text)
			   : (struct found){ .count = 0 };
}

static void keep_spot(struct app *app)
{
	const struct view_type *view = views[app->view];
	struct spot *spot = &app->search_begun.spot;

	*spot = (struct spot){ .found = -1 };
	if (app->overlay.kind != OVERLAY_NONE)
		view_keep_spot_in(&app->overlay.pager, spot);
	else if (view->keep_spot)
		view->keep_spot(app->views[app->view], app->session, spot);
	else
		snprintf(spot->key, sizeof(spot->key), "%s", app->session->entry);
}

static void take_spot(struct app *app)
{
	const struct view_type *view = views[app->view];
	const struct spot *spot = &app->search_begun.spot;

	if (app->overlay.kind != OVERLAY_NONE)
		view_take_spot_in(&app->overlay.pager, spot);
	else if (view->take_spot)
		view->take_spot(app->views[app->view], app->session, spot);
	else
		session_select(app->session, spot->key);
}

static void put_text(struct app *app, struct buf *search, const char *text)
{
	buf_clear(search);
	buf_add(search, text);
	/* The organisations look at their own. */
	if (search == &app->session->narrowing.search)
		session_look_again(app->session);
}

/* From where the search began. */
static bool look(struct app *app, struct buf *search, const char *text, int step)
{
	app->search_begun.spot.is_to_look = true;
	take_spot(app);
	put_text(app, search, text);
	return find(app, text, step);
}

void searching_ask(struct app *app)
{
	const struct buf *search = searched(app);
	const struct wish wish = wish_ask(FORM_SEARCH, "", search ? search->text : "");
	struct search_begun *begun = &app->search_begun;

	dialogue_open(&app->dialogue, app->session, &wish);
	begun->is_on = search != NULL;
	buf_clear(&begun->text);
	if (!search)
		return;
	buf_add(&begun->text, search->text);
	keep_spot(app);
}

static void give_up(struct app *app)
{
	struct search_begun *begun = &app->search_begun;
	struct buf *search = searched(app);

	begun->is_on = false;
	if (!search || app->appearance.is_calm)
		return;
	put_text(app, search, begun->text.text);
	begun->spot.is_to_look = false;
	take_spot(app);
}

void searching_follow(struct app *app)
{
	const char *typed = app->dialogue.edit.text.text;
	struct buf *search = searched(app);

	if (!app->search_begun.is_on)
		return;
	if (app->dialogue.form != FORM_SEARCH)
		give_up(app);
	else if (search && strcmp(search->text, typed) != 0 && !app->appearance.is_calm)
		look(app, search, typed, 0);
}

static void add_found(struct buf *out, const struct app *app, struct found found)
{
	if (found.count == 0)
		buf_add(out, text_word(WORD_NONE_FOUND, app->session->lang));
	else if (found.is_more)
		text_tui_found_so_far(out, app->session->lang, found.count);
	else if (found.rank)
		text_tui_found_at(out, app->session->lang, found.rank, found.count);
	else
		text_tui_found(out, app->session->lang, found.count);
}

/* Which of how many, and the key that goes on; where it narrows, what is shown says so. */
static void say_found(struct app *app, const char *text)
{
	/* Where keys are about an entry n is a note's, and the same search once more goes on. */
	bool on_entry = app->overlay.kind == OVERLAY_NONE ? views[app->view]->selected != NULL
							  : app->overlay.kind == OVERLAY_ENTRY;
	struct buf *notice;

	if (!text[0])
		return;
	notice = notice_begin(&app->session->notice);
	add_found(notice, app, count(app, text));
	if (goes_to_places(app))
		buf_add(notice, text_word(on_entry ? WORD_FIND_AGAIN_KEY : WORD_FIND_NEXT_KEY,
					app->session->lang));
}

void searching_tell(struct app *app)
{
	const char *typed = app->dialogue.edit.text.text;
	struct buf text = BUF_INIT;

	if (app->search_begun.is_to_be_said) {
		app->search_begun.is_to_be_said = false;
		say_found(app, searched(app)->text);
	}
	if (!app->search_begun.is_on || app->appearance.is_calm)
		return;
	if (typed[0]) {
		struct found found = count(app, typed);

		add_found(&text, app, found);
		if (found.count)
			buf_add(&text, text_word(WORD_SEARCH_KEEP_KEY, app->session->lang));
		buf_add(&text, text_word(WORD_SEARCH_BACK_KEY, app->session->lang));
	}
	dialogue_tell(&app->dialogue, text.text);
	buf_release(&text);
}

bool searching_take(struct app *app, const char *text, struct err *err)
{
	struct buf *search = searched(app);
	/* The same once more is the next one. */
	int step = strcmp(app->search_begun.text.text, text) == 0;

	if (search && !look(app, search, text, step))
		return err_set_nowhere(err, ERR_USAGE, MSG_NOT_FOUND, text);
	app->search_begun.is_on = false;
	app->search_begun.is_to_be_said =
		search && (goes_to_places(app) || app->appearance.is_calm);
	return true;
}

void searching_next(struct app *app)
{
	const struct buf *search = searched(app);

	if (!search || !search->len)
		searching_ask(app);
	else if (find(app, search->text, 1))
		app->search_begun.is_to_be_said = true;
	else
		notice_say(&app->session->notice, text_word(WORD_NOT_FOUND, app->session->lang));
}
