/* SPDX-License-Identifier: MIT */
#include "jalon/base/mem.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

enum { HOOK_STATUS = 7 };

static void end_with_hook_status(void)
{
	_exit(HOOK_STATUS);
}

Test(mem, hands_out_zeroed_memory)
{
	for (size_t size = 0; size < 3000; size = size * 2 + 1) {
		char *memory = mem_alloc(size);

		cr_assert_not_null(memory, "%zu bytes", size);
		for (size_t i = 0; i < size; i++)
			cr_assert_eq(memory[i], 0, "byte %zu of %zu", i, size);
		if (size)
			memset(memory, 0x5a, size);
		mem_free(memory);
	}
}

Test(mem, keeps_what_was_there_when_it_resizes)
{
	char *memory = mem_resize(NULL, 4);

	memcpy(memory, "abc", 4);
	memory = mem_resize(memory, 100000);
	cr_expect_str_eq(memory, "abc");
	mem_free(memory);
}

Test(mem, copies_text_with_its_end)
{
	char text[] = "é…";
	char *copy = mem_copy_text(text);

	text[0] = '\0';
	cr_expect_str_eq(copy, "é…");
	mem_free(copy);
}

Test(mem, frees_nothing_without_harm)
{
	char *text = mem_copy_text("still there");

	mem_free(NULL);
	cr_expect_str_eq(text, "still there");
	mem_free(text);
}

Test(mem, ends_the_program_with_failure_when_there_is_none, .exit_code = 1)
{
	mem_die();
}

Test(mem, gives_the_terminal_back_before_it_ends, .exit_code = HOOK_STATUS)
{
	mem_set_die_hook(end_with_hook_status);
	mem_die();
}

Test(mem, takes_the_hook_away, .exit_code = 1)
{
	mem_set_die_hook(end_with_hook_status);
	mem_set_die_hook(NULL);
	mem_die();
}

/* The sanitizers end the program themselves, in their own way. */
#if !defined(__SANITIZE_ADDRESS__)
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_OWN_ALLOCATOR 1
#endif
#endif
#ifndef HAS_OWN_ALLOCATOR
Test(mem, dies_of_a_size_that_no_machine_has, .exit_code = HOOK_STATUS)
{
	volatile size_t size = SIZE_MAX / 2;

	mem_set_die_hook(end_with_hook_status);
	mem_free(mem_resize(NULL, size));
}
#endif
#endif
