/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* madvise */
#include "jalon/base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Known once a header of the C library was read. */
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* One of the two globals that the style allows: a program out of memory has no app to ask. */
static void (*die_hook)(void);

void mem_set_die_hook(void (*restore)(void))
{
	die_hook = restore;
}

void mem_die(void)
{
	/* No stdio: it might want memory. Both languages, since there is no table to ask. */
	static const char words[] = "jalon: mémoire épuisée / out of memory\n"; /* lint: literal */

	if (die_hook)
		die_hook();
	if (write(STDERR_FILENO, words, sizeof(words) - 1) < 0)
		_exit(1);
	_exit(1);
}

void *mem_alloc(size_t size)
{
	void *memory = calloc(1, size ? size : 1);

	if (!memory)
		mem_die();
	return memory;
}

void *mem_resize(void *memory, size_t size)
{
	void *resized = realloc(memory, size ? size : 1);

	if (!resized)
		mem_die();
	return resized;
}

char *mem_copy_text(const char *text)
{
	size_t size = strlen(text) + 1;

	return memcpy(mem_alloc(size), text, size);
}

void mem_free(void *memory)
{
	free(memory);
}

void mem_bring_pages(void *memory, size_t size)
{
#ifdef MADV_POPULATE_WRITE
	const size_t few = 4, page = (size_t)sysconf(_SC_PAGESIZE);
	size_t before = (uintptr_t)memory % page;

	/* Mere advice: a kernel that does not know it (before Linux 5.14) does as always. */
	if (size >= few * page)
		madvise((char *)memory - before, before + size, MADV_POPULATE_WRITE);
#else
	(void)memory;
	(void)size;
#endif
}

void mem_trim(void)
{
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}
