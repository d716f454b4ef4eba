/* SPDX-License-Identifier: MIT */
#include "tui/history_view.h"

struct change_words history_view_words(
	const struct history_view *view, const struct session *session)
{
	struct change_words words = session_words(session);

	words.gone = &view->lines.gone;
	return words;
}

static bool is_filtered(const struct history_filter *filter)
{
	return filter->author || filter->not_author || filter->entry || filter->has_since ||
	       filter->after_revision;
}

bool history_view_is_narrowed(const struct history_view *view)
{
	return is_filtered(&view->filter) || view->search.len;
}

const struct history_line *history_view_selected(const struct history_view *view)
{
	const struct list *list = &view->list;

	if (list->count == 0 || view->rows[list->selected].is_day)
		return NULL;
	return history_lines_at(&view->lines, view->rows[list->selected].place);
}
