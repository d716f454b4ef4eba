/* SPDX-License-Identifier: MIT
 *
 * The others are told where one is, and what they did is heard. */
#include "tui/app.h"

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
