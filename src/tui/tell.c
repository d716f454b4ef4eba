/* SPDX-License-Identifier: MIT
 *
 * The others are told where one is, and what they did is heard, and looked at. */
#include "tui/app.h"

/* Of a group's title, of the guide and of other organisations there is nothing to say. */
static const char *own_entry(const struct app *app)
{
	const struct entry *entry = app_entry(app);

	if (dialogue_is_open(&app->dialogue) && dialogue_entry(&app->dialogue, app->session))
		entry = dialogue_entry(&app->dialogue, app->session);
	return entry ? entry->id : "";
}

static bool must_tell(const struct app *app)
{
	return people_must_be_told(
		&app->session->people, own_entry(app), dialogue_is_writing(&app->dialogue));
}

static void tell(struct app *app)
{
	people_tell(&app->session->people, own_entry(app), dialogue_is_writing(&app->dialogue),
		session_now(app->session));
}

/* What one has before one's eyes: behind a text that stands over the view, nothing. */
static const char *entry_in_sight(const struct app *app)
{
	return app->overlay.kind == OVERLAY_TEXT ? "" : own_entry(app);
}

bool app_waits_for_rest(const struct app *app)
{
	return must_tell(app) || since_must_rest(&app->session->since, entry_in_sight(app));
}

void app_rest(struct app *app)
{
	tell(app);
	since_rest(&app->session->since, entry_in_sight(app));
}

void app_wake(struct app *app)
{
	session_wake(app->session);
	/* At most once a second, lest everybody wake everybody. */
	if (must_tell(app) && session_now(app->session) != app->session->people.told_utc)
		tell(app);
}
