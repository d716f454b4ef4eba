/* SPDX-License-Identifier: MIT */
#include "tui/app.h"

#include <string.h>

#include "tui/views.h"

void app_resize(struct app *app, int w, int h)
{
	app->w = w;
	app->h = h;
}

struct app *app_make(const struct session_options *options, int w, int h)
{
	struct app *app = mem_alloc(sizeof(*app));

	*app = (struct app){
		.session = session_new(options),
		.w = w,
		.h = h,
		.view = VIEW_ORGANISATIONS,
		.search_begun = { .text = BUF_INIT },
	};
	overlay_init(&app->overlay);
	dialogue_init(&app->dialogue);
	for (int i = 0; i < VIEW_COUNT; i++) {
		app->views[i] = mem_alloc(views[i]->size);
		memset(app->views[i], 0, views[i]->size);
		if (views[i]->init)
			views[i]->init(app->views[i]);
	}
	return app;
}

void app_free(struct app *app)
{
	if (!app)
		return;
	for (int i = 0; i < VIEW_COUNT; i++) {
		if (views[i]->release)
			views[i]->release(app->views[i]);
		mem_free(app->views[i]);
	}
	dialogue_release(&app->dialogue);
	overlay_release(&app->overlay);
	buf_release(&app->search_begun.text);
	session_free(app->session);
	mem_free(app);
}
