/* SPDX-License-Identifier: MIT
 *
 * A chain of blocks, newest first. A piece too large for a block gets one of its own, put
 * behind the newest so that the room left in that one is still used. A piece is cleared as it is
 * handed out, unless whoever takes it writes all of it: what is never used is never touched. Pages
 * of a large block are asked for step by step just ahead of their use. Objects are aligned; texts,
 * of which there are more than of anything else, stand one right behind the other. */
#include "jalon/base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { BLOCK_SIZE_FIRST = 4096, BLOCK_SIZE_MAX = 256 * 1024 };
/* The memory of a smaller block was mostly another's before, and has its pages. */
enum { BROUGHT_SIZE_MIN = 64 * 1024, STEP_SIZE = 16 * 1024 };
enum { FORMATTED_SIZE = 256 }; /* most of what is formatted is shorter */

struct block {
	struct block *next;
	size_t size;
	size_t used, brought;
	max_align_t memory[];
};

struct arena {
	struct block *newest;
	size_t handed_out;
};

static struct block *block_new(size_t size)
{
	struct block *block = mem_resize(NULL, sizeof(*block) + size);

	*block = (struct block){ .size = size, .brought = size < BROUGHT_SIZE_MIN ? size : 0 };
	return block;
}

static void block_bring_to(struct block *block, size_t end)
{
	size_t left = block->size - block->brought, step = end - block->brought;

	if (step < STEP_SIZE)
		step = left < STEP_SIZE ? left : STEP_SIZE;
	mem_bring_pages((char *)block->memory + block->brought, step);
	block->brought += step;
}

struct arena *arena_new(void)
{
	struct arena *arena = mem_alloc(sizeof(*arena));

	arena->newest = block_new(BLOCK_SIZE_FIRST);
	return arena;
}

static void blocks_free(struct block *block)
{
	while (block) {
		struct block *next = block->next;

		mem_free(block);
		block = next;
	}
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	blocks_free(arena->newest);
	mem_free(arena);
}

void arena_clear(struct arena *arena)
{
	blocks_free(arena->newest->next);
	arena->newest->next = NULL;
	arena->newest->used = 0;
	arena->handed_out = 0;
}

/* Block sizes double, so that a large snapshot takes few blocks and a small one little room. */
static struct block *block_add(struct arena *arena, size_t size)
{
	struct block *newest = arena->newest;
	size_t size_next = newest->size < BLOCK_SIZE_MAX ? newest->size * 2 : BLOCK_SIZE_MAX;
	struct block *block;

	if (size > size_next / 4) {
		block = block_new(size);
		block->next = newest->next;
		newest->next = block;
		return block;
	}
	block = block_new(size_next);
	block->next = newest;
	arena->newest = block;
	return block;
}

/* A block that has room for a piece at `start` of the newest one, or at 0 of another. */
static struct block *make_room(struct arena *arena, size_t size, size_t *start)
{
	struct block *block = arena->newest;

	if (*start + size > block->size) {
		block = block_add(arena, size);
		*start = 0;
	}
	if (*start + size > block->brought)
		block_bring_to(block, *start + size);
	return block;
}

/* `align` is a power of two. */
static inline void *hand_out(struct arena *arena, size_t size, size_t align)
{
	struct block *block = arena->newest;
	size_t start = (block->used + align - 1) & ~(align - 1);

	assert(size < SIZE_MAX / 2);
	if (start + size > block->brought)
		block = make_room(arena, size, &start);
	block->used = start + size;
	arena->handed_out += size;
	return (char *)block->memory + start;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	return memset(arena_alloc_unset(arena, size), 0, size);
}

void *arena_alloc_unset(struct arena *arena, size_t size)
{
	return hand_out(arena, size, alignof(max_align_t));
}

char *arena_alloc_text(struct arena *arena, size_t size)
{
	return hand_out(arena, size, 1);
}

char *arena_copy_len(struct arena *arena, const char *text, size_t len)
{
	char *copy = arena_alloc_text(arena, len + 1);

	if (len)
		memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

char *arena_copy(struct arena *arena, const char *text)
{
	return arena_copy_len(arena, text, strlen(text));
}

char *arena_format(struct arena *arena, const char *format, ...)
{
	char formatted[FORMATTED_SIZE];
	va_list arguments;
	char *text;
	int len;

	va_start(arguments, format);
	len = vsnprintf(formatted, sizeof(formatted), format, arguments);
	va_end(arguments);
	assert(len >= 0);
	if ((size_t)len < sizeof(formatted))
		return arena_copy_len(arena, formatted, (size_t)len);
	text = arena_alloc_text(arena, (size_t)len + 1);
	va_start(arguments, format);
	vsnprintf(text, (size_t)len + 1, format, arguments);
	va_end(arguments);
	return text;
}

void *arena_grow(struct arena *arena, const void *items, size_t *room, size_t item_size)
{
	enum { ROOM_FIRST = 8 };
	size_t size = *room * item_size;
	void *grown;

	*room = *room ? *room * 2 : ROOM_FIRST;
	grown = arena_alloc_unset(arena, *room * item_size);
	if (size)
		memcpy(grown, items, size);
	memset((char *)grown + size, 0, *room * item_size - size);
	return grown;
}

size_t arena_size_bytes(const struct arena *arena)
{
	return arena->handed_out;
}
