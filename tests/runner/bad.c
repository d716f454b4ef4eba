/* SPDX-License-Identifier: MIT
 *
 * Tests that must fail, and some that must not, for the runner's self-test; linked with nothing
 * else. The suite says who has to notice: `bad` everybody, `memory` valgrind and AddressSanitizer,
 * `valgrind` and `asan` that one alone; `good` must pass everywhere, `warm` is for the warm-up.
 * Volatile keeps the compiler from noticing first. */
#include <criterion/criterion.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

Test(good, passes)
{
	cr_expect(true);
	cr_assert_str_eq("a", "a");
}

Test(good, ends_with_the_status_it_promised, .exit_code = 3)
{
	exit(3);
}

Test(good, dies_of_the_signal_it_promised, .signal = SIGTERM)
{
	raise(SIGTERM);
}

/* What a warm-up leaves is there for all tests; what another test leaves is not. */
static bool is_warm;

Test(warm, leaves)
{
	is_warm = true;
	cr_expect(is_warm);
}

Test(warm, finds)
{
	cr_expect(is_warm);
}

Test(bad, fails_an_expectation)
{
	cr_expect_str_eq("one", "other");
}

Test(bad, fails_an_expectation_with_words)
{
	cr_expect_eq(1, 2, "%d words", 2);
}

Test(bad, fails_an_assertion)
{
	cr_assert_null("");
}

Test(bad, fails_and_still_ends_as_it_promised, .exit_code = 3)
{
	cr_expect(false);
	exit(3);
}

Test(bad, expects_nothing)
{
	for (int row = 0; row < 0; row++)
		cr_expect(false);
}

Test(bad, leaves_before_its_end)
{
	exit(0);
}

Test(bad, ends_with_another_status, .exit_code = 3)
{
	exit(4);
}

Test(bad, keeps_no_promise_of_a_status, .exit_code = 3)
{
}

Test(bad, survives_the_signal_it_promised, .signal = SIGTERM)
{
}

Test(bad, aborts)
{
	abort();
}

Test(bad, crashes)
{
	volatile int *volatile nowhere = NULL;

	*nowhere = 1;
}

Test(endless, waits)
{
	for (;;)
		pause();
}

Test(endless, turns)
{
	for (volatile unsigned turns = 0;; turns++)
		;
}

Test(memory, overruns_the_heap)
{
	volatile char *volatile bytes = malloc(4);

	bytes[4] = 'x';
	cr_expect_not_null(bytes);
	free((void *)bytes);
}

Test(memory, reads_what_was_freed)
{
	volatile char *volatile bytes = malloc(4);

	bytes[0] = 'x';
	free((void *)bytes);
	cr_expect_neq(bytes[0], 'y');
}

Test(memory, overruns_where_another_status_is_promised, .exit_code = 1)
{
	volatile char *volatile bytes = malloc(4);

	bytes[4] = 'x';
	free((void *)bytes);
	exit(1);
}

Test(valgrind, reads_what_was_never_written)
{
	volatile char *volatile bytes = malloc(4);
	volatile int count = 0;

	if (bytes[1] == 'x')
		count++;
	cr_expect_geq(count, 0);
	free((void *)bytes);
}

Test(asan, overruns_the_stack)
{
	volatile char bytes[4] = "abc";
	volatile int at = 4;

	bytes[at] = 'x';
	cr_expect_eq(bytes[0], 'a');
}

Test(asan, leaks)
{
	void *volatile lost = malloc(4);

	lost = NULL;
	cr_expect_null(lost);
}

Test(asan, overflows_where_another_status_is_promised, .exit_code = 1)
{
	volatile int most = INT_MAX;

	most = most + 1;
	exit(1);
}
