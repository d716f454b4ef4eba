/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "breadth.h"

Test(breadth, is_all_unless_somebody_asks_for_a_tenth)
{
	unsetenv("JALON_BREADTH");
	cr_expect_eq(breadth(1000), 1000);
	setenv("JALON_BREADTH", "", 1);
	cr_expect_eq(breadth(1000), 1000);
	setenv("JALON_BREADTH", "tenth", 1);
	cr_expect_eq(breadth(1000), 100);
}

Test(breadth, is_never_less_than_a_handful)
{
	setenv("JALON_BREADTH", "tenth", 1);
	cr_expect_eq(breadth(49), BREADTH_LEAST);
	cr_expect_eq(breadth(5), 5);
	cr_expect_eq(breadth(2), 2);
	cr_expect_eq(breadth(0), 0);
}
