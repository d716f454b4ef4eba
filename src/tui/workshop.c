/* SPDX-License-Identifier: MIT */
#include "jalon/tui/workshop.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"

/* What a change costs the file beside its text: member names, a time, a name. */
enum { CHANGE_SIZE = 128 };

bool workshop_asks(const struct app *app)
{
	return app->options.asks_author && app->author.len == 0;
}

bool workshop_accept_name(
	struct app *app, const char *text, struct change_list *changes, struct err *err)
{
	size_t len = strlen(text), start = strspn(text, " ");

	(void)changes;
	while (len > start && text[len - 1] == ' ')
		len--;
	if (len == start)
		return err_set(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL, "%s", "");
	utf8_clean(&app->author, text + start, len - start, false);
	app->options.author = app->author.text;
	app_begin(app);
	return true;
}

bool workshop_stays(const struct app *app)
{
	return app->options.is_restricted && app->options.org_id;
}

enum view workshop_next_view(const struct app *app, int step)
{
	int view = app->view;

	do
		view = (view + step + VIEW_COUNT) % VIEW_COUNT;
	while (view == VIEW_ORGANISATIONS && workshop_stays(app));
	return (enum view)view;
}

size_t workshop_text_max(const struct app *app, bool several_lines)
{
	if (!app->options.is_restricted)
		return EDIT_SIZE_MAX;
	if (workshop_asks(app))
		return WORKSHOP_NAME_MAX;
	return several_lines ? WORKSHOP_NOTE_MAX : WORKSHOP_LINE_MAX;
}

bool workshop_count(struct app *app, size_t size, struct err *err)
{
	if (!app->options.is_restricted)
		return true;
	if (size > WORKSHOP_SESSION_MAX - app->written_bytes)
		return err_set(err, ERR_FAILED, MSG_SESSION_FULL, NULL, "%s", "");
	app->written_bytes += size;
	return true;
}

static size_t value_size(const struct value *value)
{
	size_t size = strlen(value->text);

	if (value->note)
		size += strlen(value->note->text);
	if (value->action)
		size += strlen(value->action->title);
	if (value->service)
		size += strlen(value->service->name);
	return size;
}

bool workshop_count_changes(struct app *app, const struct change_list *changes, struct err *err)
{
	size_t size = 0;

	for (size_t i = 0; i < changes->count; i++)
		size += CHANGE_SIZE + value_size(&changes->changes[i].to);
	return workshop_count(app, size, err);
}
