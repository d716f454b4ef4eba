/* SPDX-License-Identifier: MIT
 *
 * What needs no wish: the screen is settled and drawn, and the others are told where one is. */
#include "tui/app.h"

#include "tui/frame.h"
#include "tui/views.h"

void app_resize(struct app *app, int w, int h)
{
	app->w = w;
	app->h = h;
}

/* Of a group's title, of the guide and of other organisations there is nothing to say. */
static const char *own_entry(const struct app *app)
{
	const struct entry *entry = app_entry(app);

	if (dialogue_is_open(&app->dialogue) && app->dialogue.entry[0])
		return app->dialogue.entry;
	return entry ? entry->id : "";
}

bool app_must_tell(const struct app *app)
{
	return people_must_be_told(
		&app->session->people, own_entry(app), dialogue_is_writing(&app->dialogue));
}

void app_rest(struct app *app)
{
	people_tell(&app->session->people, own_entry(app), dialogue_is_writing(&app->dialogue),
		session_now(app->session));
}

void app_wake(struct app *app)
{
	session_wake(app->session);
	/* At most once a second, lest everybody wake everybody. */
	if (app_must_tell(app) && session_now(app->session) != app->session->people.told_utc)
		app_rest(app);
}

void app_settle(struct app *app)
{
	struct frame frame = frame_of(app);
	const struct view_type *view = views[app->view];

	if (!frame_has_room(app))
		return;
	if (app->overlay.kind != OVERLAY_NONE)
		overlay_settle(&app->overlay, app->session, app_entry(app), frame.area);
	if (app->overlay.kind != OVERLAY_NONE)
		return;
	view->settle(app->views[app->view], app->session, &frame);
	/* What a plan made anew has to say takes rows of its own. */
	if (frame_of(app).area.h != frame.area.h) {
		frame = frame_of(app);
		view->settle(app->views[app->view], app->session, &frame);
	}
}

void app_draw(const struct app *app, struct canvas *canvas)
{
	canvas->signs = app->appearance.signs;
	canvas->is_calm = app->appearance.is_calm;
	frame_draw(app, canvas);
}
