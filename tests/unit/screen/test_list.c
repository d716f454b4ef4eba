/* SPDX-License-Identifier: MIT */
#include "jalon/screen/list.h"

#include <criterion/criterion.h>

#include "jalon/base/mem.h"

static const struct {
	const char *name;
	struct list before; /* count, selected, top, height */
	enum move move;
	int selected, top;
} moves[] = {
	{ "down", { 10, 0, 0, 5 }, MOVE_DOWN, 1, 0 },
	{ "down at the edge scrolls", { 10, 4, 0, 5 }, MOVE_DOWN, 5, 1 },
	{ "down at the end stays", { 10, 9, 5, 5 }, MOVE_DOWN, 9, 5 },
	{ "up at the edge scrolls", { 10, 5, 5, 5 }, MOVE_UP, 4, 4 },
	{ "up at the beginning stays", { 10, 0, 0, 5 }, MOVE_UP, 0, 0 },
	{ "a page keeps a row in sight", { 20, 0, 0, 5 }, MOVE_PAGE_DOWN, 4, 0 },
	{ "a page at the end", { 10, 8, 5, 5 }, MOVE_PAGE_DOWN, 9, 5 },
	{ "a page up", { 20, 10, 8, 5 }, MOVE_PAGE_UP, 6, 6 },
	{ "home", { 20, 10, 8, 5 }, MOVE_HOME, 0, 0 },
	{ "end", { 20, 10, 8, 5 }, MOVE_END, 19, 15 },
	{ "nothing to move in", { 0, 0, 0, 5 }, MOVE_END, 0, 0 },
	{ "one row of height", { 3, 0, 0, 1 }, MOVE_DOWN, 1, 1 },
};

Test(list, keeps_the_selected_row_in_sight)
{
	for (size_t i = 0; i < ARRAY_LEN(moves); i++) {
		struct list list = moves[i].before;

		list_move(&list, moves[i].move);
		cr_expect_eq(list.selected, moves[i].selected, "%s", moves[i].name);
		cr_expect_eq(list.top, moves[i].top, "%s", moves[i].name);
	}
}

Test(list, leaves_no_needless_blank_at_the_end)
{
	struct list list = { .count = 8, .selected = 7, .top = 7, .height = 5 };

	list_settle(&list);
	cr_expect_eq(list.top, 3);
	list.height = 20;
	list_settle(&list);
	cr_expect_eq(list.top, 0);
}
