/* SPDX-License-Identifier: MIT */
#include "model/merge_links.h"

#include <string.h>

#include "jalon/base/natural.h"

#include "model/merge_lists.h"

enum side { BASE, OURS, THEIRS, SIDE_COUNT };

static const struct checklist_link *find_link(
	const struct organisation *org, const char *id, size_t *index)
{
	for (*index = 0; *index < org->checklist_count; ++*index) {
		if (strcmp(org->links[*index].id, id) == 0)
			return &org->links[*index];
	}
	return NULL;
}

static struct string_list link_ids(struct arena *arena, const struct organisation *org)
{
	const char **ids = ARENA_ARRAY(arena, const char *, org->checklist_count + 1);

	for (size_t i = 0; i < org->checklist_count; i++)
		ids[i] = org->links[i].id;
	return (struct string_list){ ids, org->checklist_count };
}

static bool links_equal(const struct checklist_link *a, const struct checklist_link *b)
{
	return a && b && strcmp(a->edition, b->edition) == 0 &&
	       strcmp(a->extra ? a->extra : "", b->extra ? b->extra : "") == 0;
}

/* Which side's link to a checklist stands: the one that was changed, or the later edition; OURS or
 * THEIRS, or BASE where it was taken away. */
static enum side choose_link(const struct checklist_link *const links[SIDE_COUNT])
{
	const struct checklist_link *ours = links[OURS], *theirs = links[THEIRS];

	if (!ours || !theirs) {
		if (!ours && !theirs)
			return BASE;
		if (links_equal(links[BASE], ours ? ours : theirs))
			return BASE;
		return ours ? OURS : THEIRS;
	}
	if (links_equal(links[BASE], ours))
		return THEIRS;
	if (links_equal(links[BASE], theirs))
		return OURS;
	return natural_compare(ours->edition, theirs->edition) >= 0 ? OURS : THEIRS;
}

void merge_links(struct arena *arena, struct organisation *org, const struct organisation *base,
	const struct organisation *ours, const struct organisation *theirs)
{
	const struct organisation *const sides[SIDE_COUNT] = { base, ours, theirs };
	struct string_list ids = merge_order(
		arena, link_ids(arena, base), link_ids(arena, ours), link_ids(arena, theirs));

	org->links = ARENA_ARRAY(arena, struct checklist_link, ids.count + 1);
	org->checklists = ARENA_ARRAY(arena, const struct checklist *, ids.count + 1);
	for (size_t i = 0; i < ids.count; i++) {
		const struct checklist_link *links[SIDE_COUNT];
		size_t places[SIDE_COUNT];
		enum side chosen;

		for (int side = BASE; side < SIDE_COUNT; side++)
			links[side] = find_link(sides[side], ids.texts[i], &places[side]);
		chosen = choose_link(links);
		if (chosen == BASE)
			continue;
		org->links[org->checklist_count] = *links[chosen];
		org->checklists[org->checklist_count++] = sides[chosen]->checklists[places[chosen]];
	}
}
