/* SPDX-License-Identifier: MIT
 *
 * list: which of many rows is selected, and which are in sight.
 *
 * For     every view that shows rows. It knows numbers only; a view keeps the selected row's id and
 *         finds its number again when the rows are made anew, so that a list keeps its place.
 * Units   rows, from 0; `selected` is 0 when there are none. */
#ifndef JALON_SCREEN_LIST_H
#define JALON_SCREEN_LIST_H

enum move { MOVE_DOWN, MOVE_UP, MOVE_PAGE_DOWN, MOVE_PAGE_UP, MOVE_HOME, MOVE_END };

struct list {
	int count, selected, top, height;
};

void list_move(struct list *list, enum move move);
/* After count, selected or height changed: the selected row in sight, no needless blank at the
 * end. */
void list_settle(struct list *list);

#endif
