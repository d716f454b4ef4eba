/* SPDX-License-Identifier: MIT */
#include "jalon/model/gone.h"

#include <string.h>

#include "jalon/model/subject.h"

enum { ROOM_FIRST = 64 };

void gone_init(struct gone *gone)
{
	*gone = (struct gone){ .arena = arena_new() };
}

void gone_release(struct gone *gone)
{
	arena_free(gone->arena);
	*gone = (struct gone){ .arena = NULL };
}

void gone_clear(struct gone *gone)
{
	arena_clear(gone->arena);
	gone->slots = NULL;
	gone->count = gone->room = 0;
}

/* FNV-1a. */
static size_t hash_of(const char *key)
{
	size_t hash = 2166136261u;

	for (; *key; key++)
		hash = (hash ^ (unsigned char)*key) * 16777619u;
	return hash;
}

/* The slot that holds the key, or the free one that it belongs in. `room` is a power of two, and
 * never full. */
static struct gone_name *slot_of(struct gone_name *slots, size_t room, const char *key)
{
	size_t at = hash_of(key) & (room - 1);

	while (slots[at].key && strcmp(slots[at].key, key) != 0)
		at = (at + 1) & (room - 1);
	return &slots[at];
}

static void make_room(struct gone *gone)
{
	size_t room = gone->room ? gone->room * 2 : ROOM_FIRST;
	struct gone_name *slots;

	if (2 * gone->count < gone->room)
		return;
	slots = ARENA_ARRAY(gone->arena, struct gone_name, room);
	for (size_t i = 0; i < gone->room; i++) {
		if (gone->slots[i].key)
			*slot_of(slots, room, gone->slots[i].key) = gone->slots[i];
	}
	gone->slots = slots;
	gone->room = room;
}

static void note_name(struct gone *gone, const char *key, const char *name, bool is_newer)
{
	struct gone_name *slot;

	make_room(gone);
	slot = slot_of(gone->slots, gone->room, key);
	if (slot->key && (!is_newer || strcmp(slot->name, name) == 0))
		return;
	if (!slot->key) {
		slot->key = arena_copy(gone->arena, key);
		gone->count++;
	}
	slot->name = arena_copy(gone->arena, name);
}

void gone_note(struct gone *gone, const struct change *change, bool is_newer)
{
	const struct action *action = change->to.action ? change->to.action : change->from.action;
	const struct service *service =
		change->to.service ? change->to.service : change->from.service;
	struct buf key = BUF_INIT;

	if (action)
		note_name(gone, change->entry, action->title, is_newer);
	else if (change->field == FIELD_ACTION_TITLE || change->field == FIELD_SERVICE_NAME)
		note_name(gone, change->entry, change->to.text, is_newer);
	if (service) {
		buf_add_format(&key, SUBJECT_SERVICE "%s", service->id);
		note_name(gone, key.text, service->name, is_newer);
		buf_release(&key);
	}
}

const char *gone_find(const struct gone *gone, const char *key)
{
	return gone->room ? slot_of(gone->slots, gone->room, key)->name : NULL;
}
