/* SPDX-License-Identifier: MIT
 *
 * mem: heap memory that never fails.
 *
 * For     the few owners of heap memory: arena, buf and the opaque structs.
 * Owner   what mem_alloc, mem_resize and mem_copy_text return is freed by mem_free.
 * Units   sizes in bytes. New memory is zeroed by mem_alloc, not by mem_resize.
 * Errors  none: out of memory ends the program from mem_die, after the hook has given the
 *         terminal back. Files are never half written, so what was saved is safe. */
#ifndef JALON_BASE_MEM_H
#define JALON_BASE_MEM_H

#include <stddef.h>

#define ARRAY_LEN(array) (sizeof(array) / sizeof((array)[0]))

#if defined(__GNUC__)
#define MEM_FORMAT(format_at, first_at) __attribute__((format(printf, format_at, first_at)))
#define MEM_NORETURN __attribute__((noreturn))
#else
#define MEM_FORMAT(format_at, first_at)
#define MEM_NORETURN
#endif

void *mem_alloc(size_t size);
void *mem_resize(void *memory, size_t size);
char *mem_copy_text(const char *text);
void mem_free(void *memory);
/* Before memory is written to from end to end: has the system bring its pages all at once, where it
 * can, which takes a tenth of the time of bringing each when it is touched. */
void mem_bring_pages(void *memory, size_t size);
/* Gives what is free back to the system, where the system has a way: a screen stays open for hours
 * on a server that many share, with what reading a file took for a moment. */
void mem_trim(void);

/* Called once before the program ends for want of memory; NULL takes it away. */
void mem_set_die_hook(void (*restore)(void));
MEM_NORETURN void mem_die(void);

#endif
