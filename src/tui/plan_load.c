/* SPDX-License-Identifier: MIT */
#include "tui/plan_load.h"

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"

enum { LOAD_X = 5, BAR_CELLS = 4, MORE_CELLS = 14, WIDTH_FOR_BARS = 60 };

static int width_of(const struct buf *text)
{
	return utf8_width_cells(text->text, text->len);
}

/* "30 nov. ■■■□ 1,5/2 j"; without the bar where there is no room for bars. Returns where it ends,
 * or where it would begin when it does not end before `right`. */
static int draw_week(const struct session *session, struct canvas *canvas, struct area area,
	int right, const struct plan_week *week)
{
	int bar = area.w < WIDTH_FOR_BARS ? 0 : BAR_CELLS, x = area.x;
	int64_t work = week->work_centidays * bar, whole = week->capacity_centidays;
	struct buf day = BUF_INIT, figures = BUF_INIT, capacity = BUF_INIT;

	text_day_brief(&day, session->lang, week->monday, session->today_day);
	text_effort_figure(&figures, session->lang, week->work_centidays);
	text_effort(&capacity, session->lang, week->capacity_centidays);
	buf_add_format(&figures, "/%s", capacity.text);
	if (x + width_of(&day) + 1 + bar + (bar ? 1 : 0) + width_of(&figures) <= right) {
		x += canvas_put(canvas, x, area.y, area.w, ROLE_DIM, day.text) + 1;
		draw_bar(
			canvas, x, area.y, bar, whole ? (int)((work + whole - 1) / whole) : 0, bar);
		x += bar + (bar ? 1 : 0);
		x += canvas_put(canvas, x, area.y, area.w, ROLE_PLAIN, figures.text);
	}
	buf_release(&day);
	buf_release(&figures);
	buf_release(&capacity);
	return x;
}

void plan_load_draw(const struct session *session, struct canvas *canvas, struct area area,
	const struct plan_load *load)
{
	int right = area.w - 1;
	struct buf more = BUF_INIT;
	size_t i;

	area.x += LOAD_X;
	for (i = 0; i < load->week_count; i++) {
		int room = i + 1 < load->week_count ? right - MORE_CELLS : right;
		int end = draw_week(session, canvas, area, room, &load->weeks[i]);

		if (end == area.x)
			break;
		area.x = end + 2;
	}
	if (i < load->week_count) {
		text_tui_more_weeks(&more, session->lang, (int)(load->week_count - i));
		canvas_put(canvas, area.x, area.y, right - area.x, ROLE_DIM, more.text);
	}
	buf_release(&more);
}
