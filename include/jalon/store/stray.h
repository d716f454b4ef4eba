/* SPDX-License-Identifier: MIT
 *
 * stray: a file of the data folder that looks like an organisation's and is none.
 *
 * For     lists, which name it and say what to do: a copy that a synchronised folder made of two
 *         people's saves (Syncthing: "demo.sync-conflict-20261126-101500-ABCDEFG.json"; Nextcloud,
 *         Dropbox: "demo (Copie en conflit de PC-INES 2026-11-26).json"), that an editor left
 *         ("demo.json~"), or that a person named in a way that no id is ("Demo.json"). What is in
 * it nobody would see otherwise. Owner   lists are the arena's. Errors  what keeps the folder from
 * being read; one that is not there holds none. */
#ifndef JALON_STORE_STRAY_H
#define JALON_STORE_STRAY_H

#include "jalon/base/buf.h"
#include "jalon/store/store.h"

struct stray {
	const char *file; /* its name, as it is: clean it before it meets a screen */
	const char *path; /* where it is */
	/* Whose copy it seems to be; "" where the name holds no organisation's. */
	const char *org_id;
};

/* By name. */
bool store_list_strays(struct store *store, struct arena *arena, struct stray **strays,
	size_t *count, struct err *err);
/* What it is, and what to do about it. */
void stray_describe(struct buf *out, enum lang lang, const struct stray *stray);
/* The command that does it, to be copied whole; nothing where none does. */
void stray_add_command(struct buf *out, const struct stray *stray);

#endif
