/* SPDX-License-Identifier: MIT */
#include "tui/overlay.h"

#include <stdio.h>
#include <string.h>

#include "tui/entry_text.h"

enum { WIDTH_MAX = 96 };

void overlay_init(struct overlay *overlay)
{
	*overlay = (struct overlay){ .search = BUF_INIT };
	pager_init(&overlay->pager);
}

void overlay_release(struct overlay *overlay)
{
	pager_release(&overlay->pager);
	buf_release(&overlay->search);
}

void overlay_close(struct overlay *overlay)
{
	overlay->kind = OVERLAY_NONE;
}

void overlay_show_entry(struct overlay *overlay, bool is_in_plan)
{
	overlay->is_in_plan = is_in_plan;
	overlay->entry[0] = '\0';
	overlay->kind = OVERLAY_ENTRY;
}

void overlay_show_text(struct overlay *overlay, const char *text)
{
	pager_set(&overlay->pager, text, false);
	overlay->kind = OVERLAY_TEXT;
}

static void follow(struct overlay *overlay, struct session *session, const struct entry *entry,
	enum sign_set signs)
{
	bool same = strcmp(overlay->entry, entry->id) == 0;
	struct buf text = BUF_INIT;

	if (same && overlay->version == session->version)
		return;
	if (overlay->is_in_plan)
		session_plan(session);
	entry_add_text(
		&text, session, entry, overlay->is_in_plan ? ENTRY_IN_PLAN : ENTRY_WHOLE, signs);
	pager_set(&overlay->pager, text.text, same);
	buf_release(&text);
	snprintf(overlay->entry, sizeof(overlay->entry), "%s", entry->id);
	overlay->version = session->version;
}

void overlay_settle(struct overlay *overlay, struct session *session, const struct entry *entry,
	const struct frame *frame)
{
	int w = frame->area.w - 2 < WIDTH_MAX ? frame->area.w - 2 : WIDTH_MAX;

	if (overlay->kind == OVERLAY_ENTRY && !entry)
		overlay_close(overlay);
	if (overlay->kind == OVERLAY_ENTRY)
		follow(overlay, session, entry, frame->signs);
	if (overlay->kind != OVERLAY_NONE)
		pager_fit(&overlay->pager, w, frame->area.h);
}

void overlay_draw(const struct overlay *overlay, struct canvas *canvas, struct area area)
{
	pager_draw(&overlay->pager, canvas, area.x + 1, area.y);
	canvas->cursor_x = area.x;
	canvas->cursor_y = area.y + pager_cursor_row(&overlay->pager);
}
