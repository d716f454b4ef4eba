/* SPDX-License-Identifier: MIT
 *
 * arena: memory that is dropped as a whole.
 *
 * For     a snapshot, a frame, a command: everything that lives and dies together.
 * Owner   the arena owns all it hands out; nobody frees a piece. arena_free(NULL) does nothing.
 * Units   sizes in bytes; memory is zeroed, and aligned for any object, but where it is said that
 *         it is not.
 * Errors  none (see mem.h). */
#ifndef JALON_BASE_ARENA_H
#define JALON_BASE_ARENA_H

#include <stddef.h>

#include "jalon/base/mem.h"

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);
/* Forgets all pieces and keeps one block, to be filled again. */
void arena_clear(struct arena *arena);

void *arena_alloc(struct arena *arena, size_t size);
/* The same for who writes all of it: it holds anything. */
void *arena_alloc_unset(struct arena *arena, size_t size);
/* Room for bytes, wherever they stand, to be written whole: nothing but texts may be put there. */
char *arena_alloc_text(struct arena *arena, size_t size);
char *arena_copy(struct arena *arena, const char *text);
/* Copies `len` bytes and adds a NUL. */
char *arena_copy_len(struct arena *arena, const char *text, size_t len);
char *arena_format(struct arena *arena, const char *format, ...) MEM_FORMAT(2, 3);
/* A copy of the *room items with room for twice as many, or for a first few. The old ones stay
 * where they are, and are dropped with the arena. */
void *arena_grow(struct arena *arena, const void *items, size_t *room, size_t item_size);

/* How much has been handed out, for the bench. */
size_t arena_size_bytes(const struct arena *arena);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc((arena), sizeof(type) * (count)))

#endif
