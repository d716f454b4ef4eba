/* SPDX-License-Identifier: MIT */
#include "jalon/store/merge_copy.h"

#include <errno.h>
#include <string.h>

#include "jalon/model/kept_conflict.h"
#include "jalon/model/merge.h"
#include "jalon/store/history.h"
#include "store/snapshot.h"

/* Somebody who saves between reading and committing has to be read too; nobody does so for ever. */
enum { TURNS_MAX = 8 };

struct history_lines {
	struct history_change *changes;
	size_t count;
};

struct copy_run {
	struct store *store;
	const char *org_id, *path;
	struct arena *arena;
	const struct organisation *ours, *theirs, *base; /* base: NULL where nobody can tell */
	struct history_lines our_history, their_history;
	struct err *err;
};

static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* The copy answers checklists of the organisation, whose items then are known in both. */
static bool link_copy(struct copy_run *run, struct reader *reader, struct organisation *org)
{
	for (size_t i = 0; i < org->checklist_count; i++) {
		for (size_t k = 0; k < run->ours->checklist_count; k++) {
			if (strcmp(run->ours->links[k].id, org->links[i].id) == 0)
				org->checklists[i] = run->ours->checklists[k];
		}
		if (!org->checklists[i])
			return err_set(run->err, ERR_FAILED, MSG_MERGE_OTHER_CHECKLIST,
				org->links[i].id, "%s", reader->file_name);
	}
	return true;
}

static bool parse_copy(struct copy_run *run, const struct buf *text)
{
	struct reader reader = reader_make(run->arena, file_name(run->path));
	const struct json *json =
		json_parse(run->arena, text->text, text->len, reader.file_name, run->err);
	struct organisation_file file;

	if (!json)
		return false;
	file = organisation_file_read(&reader, json, NULL);
	if (!reader_finish(&reader, run->err))
		return false;
	if (strcmp(file.org->id, run->org_id) != 0)
		return err_set(run->err, ERR_FAILED, MSG_MERGE_OF_TWO_ORGANISATIONS, file.org->id,
			"%s", run->path);
	if (!link_copy(run, &reader, file.org))
		return false;
	organisation_file_join(&reader, json, &file);
	run->theirs = file.org;
	return reader_finish(&reader, run->err);
}

static bool read_copy(struct copy_run *run)
{
	struct buf text = BUF_INIT;
	enum file_found found = file_read_path(run->path, JSON_SIZE_MAX, &text, run->err);
	bool good = false;

	if (found == FILE_ABSENT)
		err_set_reason(run->err, MSG_CANNOT_OPEN, ENOENT, "%s", run->path);
	else if (found == FILE_READ && text.len == 0)
		err_set(run->err, ERR_FAILED, MSG_JSON_CUT_SHORT, NULL, "%s:1", run->path);
	else if (found == FILE_READ)
		good = parse_copy(run, &text);
	/* What was read of it borrows the bytes no more. */
	buf_release(&text);
	return good;
}

/* A history that cannot be read is none: the copy is taken in without. */
static bool read_history_of_copy(struct copy_run *run, const char *path)
{
	struct buf text = BUF_INIT;
	struct err ignored;
	struct history_lines read;
	bool good =
		file_read_path(path, HISTORY_SIZE_MAX, &text, &ignored) == FILE_READ &&
		history_parse(text.text ? text.text : "", text.len, file_name(path),
			run->theirs->revision, run->arena, &read.changes, &read.count, &ignored);

	buf_release(&text);
	if (good && read.count)
		run->their_history = read;
	return good && read.count;
}

static void find_history_of_copy(struct copy_run *run)
{
	const char *name = file_name(run->path);
	size_t len = strlen(run->path), id_len = strlen(run->org_id);
	size_t folder_len = (size_t)(name - run->path);

	if (len < 5 || strcmp(run->path + len - 5, ".json") != 0)
		return;
	if (read_history_of_copy(
		    run, arena_format(run->arena, "%.*s.history.jsonl", (int)(len - 5), run->path)))
		return;
	if (strncmp(name, run->org_id, id_len) == 0 && strlen(name) > id_len + 5)
		read_history_of_copy(run, arena_format(run->arena, "%.*s%s.history%.*s.jsonl",
						  (int)folder_len, run->path, run->org_id,
						  (int)(strlen(name) - id_len - 5), name + id_len));
}

static bool lines_equal(const struct history_change *a, const struct history_change *b)
{
	return history_same_commit(a, b) && a->undoes == b->undoes &&
	       a->change.field == b->change.field &&
	       strcmp(a->change.entry, b->change.entry) == 0 &&
	       value_equals(&a->change.from, &b->change.from) &&
	       value_equals(&a->change.to, &b->change.to);
}

static bool is_inside_commit(const struct history_lines *history, size_t at)
{
	return at > 0 && at < history->count &&
	       history_same_commit(&history->changes[at - 1], &history->changes[at]);
}

/* How many lines of each are the common past. The older lines of one may have been put elsewhere:
 * then it begins somewhere in the other. */
static void find_common(const struct history_lines *ours, const struct history_lines *theirs,
	size_t *our_count, size_t *their_count)
{
	size_t us = 0, them = 0;

	while (us < ours->count && theirs->count &&
		!lines_equal(&ours->changes[us], &theirs->changes[0]))
		us++;
	if (us == ours->count) {
		us = 0;
		while (them < theirs->count && ours->count &&
			!lines_equal(&ours->changes[0], &theirs->changes[them]))
			them++;
	}
	while (us < ours->count && them < theirs->count &&
		lines_equal(&ours->changes[us], &theirs->changes[them])) {
		us++;
		them++;
	}
	while (us > 0 && them > 0 &&
		(is_inside_commit(ours, us) || is_inside_commit(theirs, them))) {
		us--;
		them--;
	}
	*our_count = us;
	*their_count = them;
}

/* The organisation as it was before the lines from `kept` on; NULL where they do not lead there. */
static struct organisation *take_back_to(struct copy_run *run, const struct organisation *org,
	const struct history_lines *history, size_t kept)
{
	struct organisation *copy = organisation_copy(org, run->arena);
	struct change_list taken = { NULL, 0, 0 }, inverse, applied = { NULL, 0, 0 };
	struct conflict conflict;
	const char *ignored_id;
	struct err ignored;

	for (size_t i = kept; i < history->count; i++)
		change_list_add(&taken, run->arena, history->changes[i].change);
	inverse = change_list_inverse(taken.changes, taken.count, run->arena);
	return changes_apply(copy, run->arena, inverse.changes, inverse.count, &applied,
		       &ignored_id, &conflict, &ignored)
		       ? copy
		       : NULL;
}

static bool contents_equal(const struct organisation *a, const struct organisation *b)
{
	struct organisation one = *a, other = *b;
	struct buf one_text = BUF_INIT, other_text = BUF_INIT;
	bool equal;

	one.revision = other.revision = 0;
	one.modified_utc = other.modified_utc = 0;
	organisation_file_write(&one_text, &one);
	organisation_file_write(&other_text, &other);
	equal = strcmp(one_text.text, other_text.text) == 0;
	buf_release(&one_text);
	buf_release(&other_text);
	return equal;
}

static void find_base(struct copy_run *run)
{
	const struct organisation *one, *other;
	size_t ours, theirs;

	find_common(&run->our_history, &run->their_history, &ours, &theirs);
	if (ours == 0 || theirs == 0)
		return;
	one = take_back_to(run, run->ours, &run->our_history, ours);
	other = take_back_to(run, run->theirs, &run->their_history, theirs);
	if (one && other && contents_equal(one, other))
		run->base = one;
}

/* A copy that is an older state of the organisation: what both had in common is the copy. */
static void find_older_state(struct copy_run *run)
{
	const struct organisation *state;
	size_t kept = 0;

	while (kept < run->our_history.count &&
		run->our_history.changes[kept].revision <= run->theirs->revision)
		kept++;
	state = take_back_to(run, run->ours, &run->our_history, kept);
	if (state && contents_equal(state, run->theirs))
		run->base = run->theirs;
}

/* The ids that either history has given are not given again. */
static void collect_ids(struct copy_run *run, struct organisation *org)
{
	const struct history_lines *const both[2] = { &run->our_history, &run->their_history };
	const char **ids = ARENA_ARRAY(
		run->arena, const char *, run->our_history.count + run->their_history.count + 1);

	org->given_ids = (struct string_list){ ids, 0 };
	for (size_t i = 0; i < 2; i++) {
		for (size_t k = 0; k < both[i]->count; k++) {
			const struct change *change = &both[i]->changes[k].change;

			if (change->field == FIELD_ACTION)
				ids[org->given_ids.count++] = change->entry;
			else if (change->field == FIELD_SERVICE && change->to.service)
				ids[org->given_ids.count++] =
					arena_format(run->arena, "@%s", change->to.service->id);
		}
	}
}

/* Who said what waits, where the copy's history tells. */
static void name_authors(struct copy_run *run, struct organisation *merged)
{
	for (size_t i = 0; i < merged->conflict_count; i++) {
		struct kept_conflict *one = &merged->conflicts[i];

		for (size_t k = run->their_history.count; k-- > 0 && !one->by[0];) {
			const struct history_change *line = &run->their_history.changes[k];

			if ((int)line->change.field != one->field ||
				strcmp(line->change.entry, one->subject) != 0 ||
				strcmp(line->change.to.text, one->theirs) != 0)
				continue;
			one->by = line->by;
			one->at_utc = line->at_utc;
		}
	}
}

static struct change_list plan_changes(struct copy_run *run)
{
	struct organisation *ours = organisation_copy(run->ours, run->arena), *merged;

	if (!history_read(run->store, run->org_id, ours->revision, run->arena,
		    &run->our_history.changes, &run->our_history.count, run->err))
		run->our_history.count = 0;
	find_history_of_copy(run);
	find_base(run);
	if (!run->base)
		find_older_state(run);
	collect_ids(run, ours);
	merged = merge_organisations(run->arena, run->base, ours, run->theirs);
	name_authors(run, merged);
	return merge_changes(run->arena, run->ours, merged);
}

/* One try, on what the organisation is now. */
static bool take_in(struct copy_run *run, const struct commit *wanted, struct merge_copy *copy)
{
	struct commit commit = *wanted;
	struct change_list changes;
	bool good;

	if (commit.if_revision != COMMIT_ANY_REVISION && commit.if_revision != run->ours->revision)
		return err_set(run->err, ERR_CONFLICT, MSG_OTHER_REVISION, NULL, "%s", run->org_id);
	if (!read_copy(run))
		return false;
	changes = plan_changes(run);
	commit.is_merge = true;
	commit.changes = changes.changes;
	commit.count = changes.count;
	commit.if_revision = run->ours->revision;
	good = store_commit(run->store, run->org_id, &commit, &copy->outcome, run->err);
	copy->had_base = run->base != NULL;
	if (good)
		copy->new_conflicts = organisation_new_conflicts(
			snapshot_organisation(copy->outcome.snapshot), run->ours);
	return good;
}

bool store_merge_copy(struct store *store, const char *org_id, const char *path,
	const struct commit *commit, struct merge_copy *copy, struct err *err)
{
	bool good = false, again = true;

	for (int turn = 0; again && turn < TURNS_MAX; turn++) {
		struct snapshot *snapshot = store_load(store, org_id, err);
		struct copy_run run = { .store = store,
			.org_id = org_id,
			.path = path,
			.arena = arena_new(),
			.err = err };

		*copy = (struct merge_copy){ .had_base = false };
		again = false;
		if (snapshot) {
			run.ours = snapshot_organisation(snapshot);
			good = take_in(&run, commit, copy);
			again = !good && err->message == MSG_OTHER_REVISION &&
				commit->if_revision == COMMIT_ANY_REVISION;
		}
		if (again) {
			snapshot_free(copy->outcome.snapshot);
			*err = (struct err)ERR_INIT;
		}
		snapshot_free(snapshot);
		arena_free(run.arena);
	}
	return good;
}
