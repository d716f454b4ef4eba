/* SPDX-License-Identifier: MIT */
#include "model/applying.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"

bool apply_refuse(
	struct apply *apply, const struct change *change, const struct value *found, int message)
{
	*apply->conflict = (struct conflict){ .entry = change->entry,
		.field = change->field,
		.seen = change->from,
		.found = *found,
		.wanted = change->to,
		.by = "" };
	return err_set(apply->err, ERR_CONFLICT, message, found->text, "%s%s%s", change->entry,
		change->entry[0] ? "." : "", field_rows[change->field].name);
}

struct change *apply_note_change(struct apply *apply, const char *entry_id, enum field field,
	struct value from, struct value to)
{
	change_list_add(apply->applied, apply->arena,
		(struct change){ .entry = entry_id, .field = field, .from = from, .to = to });
	return &apply->applied->changes[apply->applied->count - 1];
}

bool apply_check_text(struct apply *apply, const char *text, bool needed, const char *where)
{
	if (!utf8_is_valid(text, strlen(text)))
		return err_set(apply->err, ERR_USAGE, MSG_NOT_UTF8, NULL, "%s", where);
	if (needed && utf8_is_blank(text))
		return err_set(apply->err, ERR_USAGE, MSG_TEXT_NEEDED, NULL, "%s", where);
	return true;
}

/* The private copy's entries may be written to. */
struct entry *apply_find_entry(struct apply *apply, const char *id)
{
	const struct entry *entry = organisation_find_entry(apply->org, id);

	if (!entry) {
		err_set(apply->err, ERR_FAILED, MSG_NO_SUCH_ENTRY, id, "%s", apply->org->id);
		return NULL;
	}
	return apply->org->entries + (entry - apply->org->entries);
}

void apply_rejoin(struct apply *apply)
{
	struct organisation *org = apply->org;
	struct entry *said =
		ARENA_ARRAY(apply->arena, struct entry, org->entry_count + org->orphan_count);
	size_t count = 0;

	for (size_t i = 0; i < org->entry_count; i++) {
		if (!entry_is_untouched(&org->entries[i]))
			said[count++] = org->entries[i];
	}
	for (size_t i = 0; i < org->orphan_count; i++)
		said[count++] = org->orphans[i];
	organisation_join(org, apply->arena, said, count);
}
