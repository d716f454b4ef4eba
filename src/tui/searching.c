/* SPDX-License-Identifier: MIT */
#include "tui/searching.h"

#include "jalon/text/errors.h"
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

/* The next place of what was searched for; true as well where a search narrows what is shown. */
static bool find(struct app *app, const char *text)
{
	const struct view_type *view = views[app->view];

	if (!text[0])
		return true;
	if (app->overlay.kind != OVERLAY_NONE)
		return pager_search(&app->overlay.pager, text);
	return view->find ? view->find(app->views[app->view], app->session, text, 1) : true;
}

void searching_ask(struct app *app)
{
	const struct buf *search = searched(app);
	const struct wish wish = wish_ask(FORM_SEARCH, "", search ? search->text : "");

	dialogue_open(&app->dialogue, app->session, &wish);
}

bool searching_take(struct app *app, const char *text, struct err *err)
{
	struct buf *search = searched(app);

	if (!search)
		return true;
	buf_clear(search);
	buf_add(search, text);
	session_look_again(app->session);
	return find(app, text) || err_set_nowhere(err, ERR_USAGE, MSG_NOT_FOUND, text);
}

void searching_next(struct app *app)
{
	const struct buf *search = searched(app);

	if (!search || !search->len)
		searching_ask(app);
	else if (!find(app, search->text))
		notice_say(&app->session->notice, text_word(WORD_NOT_FOUND, app->session->lang));
}
