/* SPDX-License-Identifier: MIT */
#include "breadth.h"

#include <stdlib.h>
#include <string.h>

bool breadth_is_whole(void)
{
	const char *wanted = getenv("JALON_BREADTH");

	return !wanted || strcmp(wanted, "tenth") != 0;
}

int breadth(int all)
{
	int some = all / 10 > BREADTH_LEAST ? all / 10 : BREADTH_LEAST;

	return breadth_is_whole() || some > all ? all : some;
}
