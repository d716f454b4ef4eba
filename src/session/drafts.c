/* SPDX-License-Identifier: MIT */
#include "jalon/session/drafts.h"

#include <string.h>

#include "jalon/base/utf8.h"

enum { BEGINNING_CELLS = 36 };

void drafts_init(struct drafts *drafts)
{
	*drafts = (struct drafts){
		.arena = arena_new(), .first = BUF_INIT, .kept = BUF_INIT, .found = BUF_INIT
	};
}

static void close_draft(struct drafts *drafts)
{
	draft_close(drafts->draft);
	drafts->draft = NULL;
	drafts->is_others = false;
}

void drafts_release(struct drafts *drafts)
{
	close_draft(drafts);
	arena_free(drafts->arena);
	buf_release(&drafts->first);
	buf_release(&drafts->kept);
	buf_release(&drafts->found);
}

void drafts_load(struct drafts *drafts, const struct drafts_owner *owner)
{
	arena_clear(drafts->arena);
	drafts->count = 0;
	if (owner->org_id[0])
		drafts->count = draft_list(
			owner->store, drafts->arena, owner->org_id, owner->author, drafts->waiting);
}

bool drafts_is_lost(const struct draft_text *draft, const struct organisation *org)
{
	return draft->entry[0] && !organisation_find_entry(org, draft->entry);
}

const struct draft_text *drafts_find_lost(
	const struct drafts *drafts, const struct organisation *org)
{
	for (size_t i = 0; org && i < drafts->count; i++) {
		if (drafts_is_lost(&drafts->waiting[i], org))
			return &drafts->waiting[i];
	}
	return NULL;
}

bool drafts_wait_at(const struct drafts *drafts, const char *entry_id)
{
	for (size_t i = 0; i < drafts->count; i++) {
		if (strcmp(drafts->waiting[i].entry, entry_id) == 0)
			return true;
	}
	return false;
}

void drafts_add_beginning(struct buf *out, const char *text)
{
	size_t len = strlen(text), fits = utf8_fit(text, len, BEGINNING_CELLS, NULL);

	for (size_t i = 0; i < fits; i++)
		buf_add_char(out, text[i] == '\n' ? ' ' : text[i]);
	if (fits < len)
		buf_add(out, "…");
}

static void set(struct buf *buf, const char *text)
{
	buf_clear(buf);
	buf_add(buf, text);
}

static bool was_begun_here(const struct drafts *drafts, uint64_t file)
{
	for (size_t i = 0; i < drafts->begun_count; i++) {
		if (drafts->begun[i] == file)
			return true;
	}
	return false;
}

/* Of too many the oldest is as if another session had begun it. */
static void note_begun(struct drafts *drafts)
{
	uint64_t file = draft_file(drafts->draft);

	if (drafts->is_others || was_begun_here(drafts, file))
		return;
	if (drafts->begun_count == DRAFTS_MAX)
		memmove(drafts->begun, drafts->begun + 1,
			--drafts->begun_count * sizeof(*drafts->begun));
	drafts->begun[drafts->begun_count++] = file;
}

/* The number of a file that is gone is given to another one. */
static void forget_begun(struct drafts *drafts)
{
	uint64_t file = draft_file(drafts->draft);
	size_t count = 0;

	for (size_t i = 0; i < drafts->begun_count; i++) {
		if (drafts->begun[i] != file)
			drafts->begun[count++] = drafts->begun[i];
	}
	drafts->begun_count = count;
}

/* What was found goes on, and waits no more. */
static const char *resume(
	struct drafts *drafts, const struct drafts_owner *owner, const char *found)
{
	if (!found)
		return NULL;
	drafts->resumed = true;
	drafts->is_others = owner->is_shared && !was_begun_here(drafts, draft_file(drafts->draft));
	drafts->found_utc = draft_at_utc(drafts->draft);
	set(&drafts->found, found);
	set(&drafts->kept, found);
	drafts_load(drafts, owner);
	return drafts->kept.text;
}

const char *drafts_begin(struct drafts *drafts, const struct drafts_owner *owner,
	const char *purpose, const char *entry_id, const char *text)
{
	const char *found;

	close_draft(drafts);
	drafts->resumed = drafts->warned = drafts->is_failing = false;
	drafts->draft = draft_open(owner->store, drafts->arena, owner->org_id, owner->author,
		purpose, entry_id, &found);
	set(&drafts->first, text);
	set(&drafts->kept, text);
	return resume(drafts, owner, found);
}

static bool is_kept(const struct drafts *drafts, const struct buf *text)
{
	return strcmp(drafts->kept.text, text->text) == 0;
}

void drafts_keep(struct drafts *drafts, const struct buf *text)
{
	if (!drafts->draft || is_kept(drafts, text))
		return;
	drafts->is_failing = !draft_write(drafts->draft, text->text, text->len);
	if (!drafts->is_failing) {
		set(&drafts->kept, text->text);
		note_begun(drafts);
	}
}

static void remove_draft(struct drafts *drafts)
{
	forget_begun(drafts);
	draft_remove(drafts->draft);
	drafts->draft = NULL;
	drafts->is_others = false;
}

/* Of another session it is not ours to throw away, whatever was typed over it. */
static void let_go(struct drafts *drafts)
{
	if (!drafts->is_others) {
		remove_draft(drafts);
		return;
	}
	drafts_keep(drafts, &drafts->found);
	close_draft(drafts);
}

void drafts_remove(struct drafts *drafts, const struct drafts_owner *owner)
{
	remove_draft(drafts);
	drafts_load(drafts, owner);
}

bool drafts_drop(struct drafts *drafts, const struct drafts_owner *owner)
{
	bool is_ours = !drafts->is_others;

	let_go(drafts);
	drafts_load(drafts, owner);
	return is_ours;
}

enum drafts_left drafts_leave(
	struct drafts *drafts, const struct drafts_owner *owner, const struct buf *text)
{
	enum drafts_left left = DRAFTS_LEFT;

	if (!drafts->draft)
		return DRAFTS_LEFT;
	if (text && (utf8_is_blank(text->text) || strcmp(text->text, drafts->first.text) == 0)) {
		drafts_drop(drafts, owner);
		return DRAFTS_LEFT;
	}
	if (text) {
		drafts_keep(drafts, text);
		left = is_kept(drafts, text) ? DRAFTS_LEFT_KEPT : DRAFTS_LEFT;
	}
	if (text && left == DRAFTS_LEFT && !drafts->warned) {
		drafts->warned = true;
		return DRAFTS_CANNOT_KEEP;
	}
	close_draft(drafts);
	drafts_load(drafts, owner);
	return left;
}

const char *drafts_take_lost(struct drafts *drafts, const struct drafts_owner *owner,
	const struct organisation *org, const char *purpose, const char *entry_id)
{
	const struct draft_text *lost = drafts_find_lost(drafts, org);
	const char *found;

	if (!lost || !drafts->draft)
		return NULL;
	let_go(drafts);
	drafts->draft = draft_open(owner->store, drafts->arena, owner->org_id, owner->author,
		lost->purpose, lost->entry, &found);
	draft_turn(drafts->draft, purpose, entry_id);
	return resume(drafts, owner, found);
}
