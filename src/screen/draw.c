/* SPDX-License-Identifier: MIT */
#include "jalon/screen/draw.h"

#include <string.h>

#include "jalon/base/utf8.h"

void draw_bar(struct canvas *canvas, int x, int y, int w, int part, int whole)
{
	int full = whole > 0 ? part * w / whole : 0;

	for (int i = 0; i < w; i++)
		canvas_put(canvas, x + i, y, 1, i < full ? ROLE_ACCENT : ROLE_DIM,
			i < full ? "■" : "□");
}

int draw_text_rows(const char *text, int w, int max)
{
	struct arena *arena = arena_new();
	struct utf8_line *lines;
	size_t count = utf8_wrap(arena, text, strlen(text), w > 0 ? w : 1, &lines);

	arena_free(arena);
	return count < (size_t)max ? (int)count : max;
}

void draw_text(struct canvas *canvas, struct area area, enum role role, const char *text)
{
	struct arena *arena = arena_new();
	struct utf8_line *lines;
	size_t count = utf8_wrap(arena, text, strlen(text), area.w > 0 ? area.w : 1, &lines);

	for (size_t i = 0; i < count && (int)i < area.h; i++) {
		const char *line = text + lines[i].start;
		bool cut = (int)i == area.h - 1 && i + 1 < count;

		/* The last row there is shows that more was to come. */
		canvas_put_len(canvas, area.x, area.y + (int)i, area.w, role, line,
			cut ? strcspn(line, "\n") : lines[i].len);
	}
	arena_free(arena);
}

void draw_message(struct canvas *canvas, struct area area, const char *text)
{
	if (area.h > 4) {
		area.y++;
		area.h--;
	}
	draw_text(canvas, area, ROLE_PLAIN, text);
	canvas->cursor_x = area.x;
	canvas->cursor_y = area.y;
}
