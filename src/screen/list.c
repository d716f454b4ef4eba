/* SPDX-License-Identifier: MIT */
#include "jalon/screen/list.h"

void list_move(struct list *list, enum move move)
{
	int page = list->height > 1 ? list->height - 1 : 1;

	switch (move) {
	case MOVE_DOWN:
		list->selected++;
		break;
	case MOVE_UP:
		list->selected--;
		break;
	case MOVE_PAGE_DOWN:
		list->selected += page;
		break;
	case MOVE_PAGE_UP:
		list->selected -= page;
		break;
	case MOVE_HOME:
		list->selected = 0;
		break;
	case MOVE_END:
		list->selected = list->count - 1;
		break;
	}
	list_settle(list);
}

void list_settle(struct list *list)
{
	if (list->selected >= list->count)
		list->selected = list->count - 1;
	if (list->selected < 0)
		list->selected = 0;
	/* Before the first drawing nobody knows the height. */
	if (list->height < 1)
		return;
	if (list->top > list->selected)
		list->top = list->selected;
	if (list->top < list->selected - list->height + 1)
		list->top = list->selected - list->height + 1;
	if (list->top > list->count - list->height)
		list->top = list->count - list->height;
	if (list->top < 0)
		list->top = 0;
}
