/* SPDX-License-Identifier: MIT
 *
 * Commit, undo and redo are one walk: lock, read what the file holds now, make the list of changes
 * (given, or taken back from the history), apply it, write. Who undoes what is not stored but
 * follows from the history: the author's commits are played through two stacks, as an editor
 * would, and an undo is a commit like another that says which one it takes back. */
#include "jalon/store/store.h"

#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "jalon/base/utf8.h"
#include "jalon/model/kept_conflict.h"
#include "jalon/model/requirement.h"
#include "store/history_parts.h"
#include "store/snapshot.h"

enum { OVERTAKEN_PAUSE_MS = 20 };

enum taking_back { TAKING_BACK_NOTHING, TAKING_BACK_DONE, TAKING_BACK_UNDONE };

/* Where one author's commits that can be undone begin in the history, and the undos that can be
 * redone. */
struct stacks {
	struct arena *arena;
	size_t *done, *undone;
	size_t done_count, undone_count;
};

static bool is_creation(const struct history_change *change)
{
	/* A name is never empty but before there was one. */
	return change->change.field == FIELD_NAME && value_is_none(&change->change.from);
}

/* Whether the undo that begins there takes back the commit that begins at `taken`: its revision
 * says so, and what it did first is the inverse of what that one did last. */
static bool takes_back(const struct stacks *stacks, const struct history_change *history,
	size_t count, size_t undo, size_t taken)
{
	const struct history_change *first = &history[undo], *last = &history[taken];
	struct change inverse;

	while (last + 1 < history + count && history_same_commit(last, last + 1))
		last++;
	inverse = change_inverse(&last->change, stacks->arena);
	return first->undoes == history[taken].revision && first->change.field == inverse.field &&
	       strcmp(first->change.entry, inverse.entry) == 0 &&
	       value_equals(&first->change.from, &inverse.from) &&
	       value_equals(&first->change.to, &inverse.to);
}

/* Takes it off the stack; it is the topmost but where histories were merged. */
static bool stack_take(const struct stacks *stacks, size_t *stack, size_t *stack_count,
	const struct history_change *history, size_t count, size_t undo)
{
	for (size_t i = *stack_count; i-- > 0;) {
		if (!takes_back(stacks, history, count, undo, stack[i]))
			continue;
		memmove(stack + i, stack + i + 1, (--*stack_count - i) * sizeof(*stack));
		return true;
	}
	return false;
}

static void stacks_play(
	struct stacks *stacks, const struct history_change *history, size_t count, size_t start)
{
	if (is_creation(&history[start]))
		return;
	if (history[start].undoes &&
		stack_take(stacks, stacks->done, &stacks->done_count, history, count, start)) {
		stacks->undone[stacks->undone_count++] = start;
	} else if (history[start].undoes && stack_take(stacks, stacks->undone,
						    &stacks->undone_count, history, count, start)) {
		stacks->done[stacks->done_count++] = start;
	} else {
		stacks->done[stacks->done_count++] = start;
		stacks->undone_count = 0;
	}
}

static struct stacks stacks_of(
	struct arena *arena, const struct history_change *history, size_t count, const char *author)
{
	struct stacks stacks = { .arena = arena,
		.done = ARENA_ARRAY(arena, size_t, count),
		.undone = ARENA_ARRAY(arena, size_t, count) };

	for (size_t i = 0; i < count; i++) {
		bool first = i == 0 || !history_same_commit(&history[i - 1], &history[i]);

		if (first && strcmp(history[i].by, author) == 0)
			stacks_play(&stacks, history, count, i);
	}
	return stacks;
}

static const char *object_name(enum field field, const struct value *value)
{
	if (field == FIELD_SERVICE && value->service)
		return value->service->id;
	return field == FIELD_MEMBER && value->member ? value->member->name : NULL;
}

/* The change that first made this service or member; `count` where the history knows of none. */
static size_t first_made(
	const struct history_change *history, size_t count, enum field field, const char *name)
{
	for (size_t i = 0; i < count; i++) {
		const char *made = object_name(field, &history[i].change.to);

		if (history[i].change.field == field && made && strcmp(made, name) == 0)
			return i;
	}
	return count;
}

static bool is_there(const struct organisation *org, enum field field, const char *name)
{
	if (field == FIELD_SERVICE)
		return organisation_find_service(org, name) != NULL;
	return field == FIELD_MEMBER && organisation_find_member(org, name);
}

/* Whether what it stood before is there, or comes back earlier in the same list. */
static bool has_place(
	const struct organisation *org, const struct change *changes, const struct change *change)
{
	if (!change->before || is_there(org, change->field, change->before))
		return change->before != NULL;
	for (; changes < change; changes++) {
		const char *made = object_name(changes->field, &changes->to);

		if (changes->field == change->field && made && strcmp(made, change->before) == 0)
			return true;
	}
	return false;
}

/* Put back, a service or member stands where it stood: before the one behind it; where that is
 * gone, or it was the last, before the next one that was made after it. Without this a redo would
 * put it behind what others have added since. */
static void find_place(const struct organisation *org, const struct history_change *history,
	size_t count, const struct change *changes, struct change *change)
{
	const char *name = object_name(change->field, &change->to);
	size_t others = change->field == FIELD_SERVICE ? org->service_count : org->member_count;
	size_t made;

	if (!name || !value_is_none(&change->from) || has_place(org, changes, change))
		return;
	change->before = NULL;
	made = first_made(history, count, change->field, name);
	for (size_t i = 0; i < others && !change->before; i++) {
		const char *other =
			change->field == FIELD_SERVICE ? org->services[i].id : org->members[i].name;
		size_t other_made = first_made(history, count, change->field, other);

		if (other_made > made && other_made < count)
			change->before = other;
	}
}

/* What is taken back: the changes that do it, and of which revision and time they are. */
struct taken {
	struct change_list changes;
	int64_t revision, at_utc;
};

static bool take_back(const struct snapshot *snapshot, int folder_fd, const char *author,
	enum taking_back taking_back, struct taken *taken, struct err *err)
{
	struct history_change *history;
	struct change_list done = { NULL, 0, 0 };
	struct stacks stacks;
	size_t count, start;

	if (!history_read_in(folder_fd, snapshot->arena, snapshot->org->id, snapshot->org->revision,
		    &history, &count, err))
		return false;
	stacks = stacks_of(snapshot->arena, history, count, author);
	if (taking_back == TAKING_BACK_DONE) {
		if (stacks.done_count == 0)
			return err_set(err, ERR_FAILED, MSG_NOTHING_TO_UNDO, NULL, "%s",
				snapshot->org->id);
		start = stacks.done[stacks.done_count - 1];
	} else {
		if (stacks.undone_count == 0)
			return err_set(err, ERR_FAILED, MSG_NOTHING_TO_REDO, NULL, "%s",
				snapshot->org->id);
		start = stacks.undone[stacks.undone_count - 1];
	}
	taken->revision = history[start].revision;
	taken->at_utc = history[start].at_utc;
	for (size_t i = start; i < count && history_same_commit(&history[start], &history[i]); i++)
		change_list_add(&done, snapshot->arena, history[i].change);
	taken->changes = change_list_inverse(done.changes, done.count, snapshot->arena);
	for (size_t i = 0; i < taken->changes.count; i++)
		find_place(snapshot->org, history, count, taken->changes.changes,
			&taken->changes.changes[i]);
	return true;
}

/* Each line is read as JSON one day, and so has the same limit as a file. */
static bool history_lines(struct buf *lines, const struct organisation *org,
	const struct commit *commit, const struct change_list *applied, int64_t undoes,
	struct err *err)
{
	for (size_t i = 0; i < applied->count; i++) {
		struct history_change line = { .revision = org->revision,
			.at_utc = commit->at_utc,
			.by = commit->author,
			.undoes = undoes,
			.change = applied->changes[i] };
		size_t start = lines->len;

		history_write(lines, &line, 1);
		if (lines->len - start > JSON_SIZE_MAX)
			return err_set(err, ERR_FAILED, MSG_TOO_LARGE_TO_SAVE, NULL, "%s.%s",
				applied->changes[i].entry,
				field_rows[applied->changes[i].field].name);
	}
	return true;
}

/* The organisation as it is now goes to the disk, with what changed. Before that its bytes are read
 * back, so that no file is ever written that could not be read; what was read is the new snapshot.
 */
static enum save_result write_revision(struct store *store, const struct snapshot *snapshot,
	int folder_fd, const struct commit *commit, const struct change_list *applied,
	int64_t undoes, struct commit_outcome *outcome, struct err *err)
{
	const struct organisation *org = snapshot->org;
	struct buf text = BUF_INIT, lines = BUF_INIT;
	struct save save = { .folder_fd = folder_fd,
		.name = store_file_name(snapshot->arena, org->id, ".json"),
		.history_name = store_file_name(snapshot->arena, org->id, ".history.jsonl"),
		.revision = org->revision,
		.seen = &snapshot->original->text,
		.lines = &lines,
		.wait_ms = store_lock_wait_ms(store) };
	enum save_result result = SAVE_FAILED;
	struct snapshot *written = NULL;
	bool synced = true;

	organisation_file_write(&text, org);
	if (text.len > JSON_SIZE_MAX)
		err_set(err, ERR_FAILED, MSG_TOO_LARGE_TO_SAVE, NULL, "%s", save.name);
	else if (history_lines(&lines, org, commit, applied, undoes, err))
		written = snapshot_parse(store, &text, org->id, org, err);
	if (written) {
		save.text = &written->text;
		if (history_kept_on_disk(folder_fd, save.history_name, org->revision - 1,
			    &save.history_size, err))
			result = save_commit(&save, &synced, err);
	}
	outcome->unsynced = !synced;
	outcome->stored_bytes = lines.len;
	if (written && written->text.len > save.seen->len)
		outcome->stored_bytes += written->text.len - save.seen->len;
	if (result == SAVE_DONE)
		outcome->snapshot = written;
	else
		snapshot_free(written);
	buf_release(&text);
	buf_release(&lines);
	return result;
}

/* Who set the value that stands in the way. */
static void name_other_author(
	const struct snapshot *snapshot, int folder_fd, struct conflict *conflict)
{
	struct history_change *history;
	struct err ignored;
	size_t count;

	/* Without a history that can be read the screen does without the name. */
	if (!history_read_in(folder_fd, snapshot->arena, snapshot->org->id, snapshot->org->revision,
		    &history, &count, &ignored))
		return;
	while (count-- > 0) {
		if (history[count].change.field == conflict->field &&
			strcmp(history[count].change.entry, conflict->entry) == 0) {
			conflict->by = history[count].by;
			conflict->at_utc = history[count].at_utc;
			return;
		}
	}
}

/* Whether the list itself ends the conflict about that change: a choice that is put again. */
static bool ends_conflict(const struct change_list *changes, const struct change *about)
{
	for (size_t i = 0; i < changes->count; i++) {
		const struct kept_conflict *ended = changes->changes[i].from.kept;

		if (ended && ended->field == (int)about->field &&
			strcmp(ended->subject, about->entry) == 0)
			return true;
	}
	return false;
}

/* Where another value waits for somebody to choose, taking back the one that stands would be a
 * choice that nobody made. */
static bool check_nothing_waits(const struct organisation *org, const struct change_list *changes,
	struct commit_outcome *outcome, struct err *err)
{
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->changes[i];

		if (!organisation_has_conflict(org, change->entry, change->field) ||
			ends_conflict(changes, change))
			continue;
		outcome->conflict = (struct conflict){ .entry = change->entry,
			.field = change->field,
			.seen = change->from,
			.found = change->from,
			.wanted = change->to,
			.by = "" };
		return err_set(err, ERR_CONFLICT, MSG_CONFLICT_WAITS, NULL, "%s%s%s", change->entry,
			change->entry[0] ? "." : "", field_rows[change->field].name);
	}
	return true;
}

/* Applied to a copy that is dropped, so that nobody sees half a list. */
static bool apply_changes(struct snapshot *snapshot, const struct commit *commit,
	const struct change_list *changes, enum taking_back taking_back,
	struct change_list *applied, struct commit_outcome *outcome, struct err *err)
{
	if (taking_back != TAKING_BACK_NOTHING &&
		!check_nothing_waits(snapshot->org, changes, outcome, err))
		return false;
	if (!changes_apply(snapshot->org, snapshot->arena, changes->changes, changes->count,
		    applied, &outcome->new_id, &outcome->conflict, err) ||
		(!commit->is_merge &&
			!requirement_check(snapshot->org, snapshot->arena, applied, err))) {
		/* Taken back, a change can also break a rule that others rely on since, or be
		 * about what somebody else took away. */
		if (taking_back != TAKING_BACK_NOTHING)
			err->code = ERR_CONFLICT;
		return false;
	}
	if (taking_back == TAKING_BACK_NOTHING)
		return !commit->checks_new || changes_check_new(snapshot->org, snapshot->arena,
						      changes->changes, changes->count, err);
	if (applied->count == changes->count)
		return true;
	/* Somebody else has put the old value there: theirs is not one's own to take back. */
	outcome->conflict = (struct conflict){ .entry = changes->changes[0].entry,
		.field = changes->changes[0].field,
		.seen = changes->changes[0].from,
		.found = changes->changes[0].to,
		.wanted = changes->changes[0].to,
		.by = "" };
	return err_set(err, ERR_CONFLICT, MSG_CHANGED_MEANWHILE, NULL, "%s%s%s",
		changes->changes[0].entry, changes->changes[0].entry[0] ? "." : "",
		field_rows[changes->changes[0].field].name);
}

static bool asks_for_id(const struct change *change)
{
	if (change->field == FIELD_SERVICE)
		return change->to.service && !change->to.service->id[0];
	return change->field == FIELD_ACTION && strcmp(change->entry, CHANGE_NEW_ACTION) == 0;
}

/* Whoever made an action or a service and took it back may put it back: its id is theirs. With a
 * history that cannot be read nobody can, and only what the file names is passed over. */
static void collect_given_ids(const struct snapshot *snapshot, int folder_fd)
{
	struct organisation *org = snapshot->org;
	struct history_change *history;
	const char **ids;
	struct err ignored;
	size_t count;

	if (!history_read_in(
		    folder_fd, snapshot->arena, org->id, org->revision, &history, &count, &ignored))
		return;
	ids = ARENA_ARRAY(snapshot->arena, const char *, count);
	org->given_ids = (struct string_list){ ids, 0 };
	for (size_t i = 0; i < count; i++) {
		const struct change *change = &history[i].change;

		if (change->field == FIELD_ACTION)
			ids[org->given_ids.count++] = change->entry;
		else if (change->field == FIELD_SERVICE && change->to.service)
			ids[org->given_ids.count++] =
				arena_format(snapshot->arena, "@%s", change->to.service->id);
	}
}

/* Changes that take each other back within one list leave nothing to be saved, and nothing to be
 * undone. A single one that was applied made a difference. */
static bool comes_to_nothing(const struct snapshot *snapshot, const struct change_list *applied)
{
	struct buf before = BUF_INIT, after = BUF_INIT;
	bool same = applied->count == 0;

	if (applied->count > 1) {
		organisation_file_write(&before, snapshot->original->org);
		organisation_file_write(&after, snapshot->org);
		same = strcmp(before.text, after.text) == 0;
	}
	buf_release(&before);
	buf_release(&after);
	return same;
}

static enum save_result commit_locked(struct store *store, int folder_fd, struct snapshot *snapshot,
	const struct commit *commit, enum taking_back taking_back, struct commit_outcome *outcome,
	struct err *err)
{
	struct organisation *org = snapshot->org;
	struct change_list changes = { .changes = NULL }, applied = { NULL, 0, 0 };
	struct taken taken = { .revision = 0 };
	enum save_result result;
	bool wants_ids = false;

	if (commit->if_revision != COMMIT_ANY_REVISION && commit->if_revision != org->revision) {
		err_set(err, ERR_CONFLICT, MSG_OTHER_REVISION, NULL, "%s", org->id);
		return SAVE_FAILED;
	}
	if (taking_back != TAKING_BACK_NOTHING) {
		if (!take_back(snapshot, folder_fd, commit->author, taking_back, &taken, err))
			return SAVE_FAILED;
		outcome->wanted = changes = taken.changes;
	} else {
		for (size_t i = 0; i < commit->count; i++) {
			change_list_add(&changes, snapshot->arena, commit->changes[i]);
			wants_ids |= asks_for_id(&commit->changes[i]);
		}
		if (wants_ids)
			collect_given_ids(snapshot, folder_fd);
	}
	if (!apply_changes(snapshot, commit, &changes, taking_back, &applied, outcome, err))
		return SAVE_FAILED;
	if (comes_to_nothing(snapshot, &applied)) {
		outcome->new_id = NULL;
		return SAVE_DONE;
	}
	outcome->applied = applied.count;
	org->revision++;
	org->modified_utc = commit->at_utc;
	result = write_revision(
		store, snapshot, folder_fd, commit, &applied, taken.revision, outcome, err);
	if (result != SAVE_DONE)
		return result;
	store_keep_snapshot(store, outcome->snapshot);
	if (outcome->new_id)
		outcome->new_id = arena_copy(outcome->snapshot->arena, outcome->new_id);
	outcome->taken_back_utc = taken.at_utc;
	if (taking_back != TAKING_BACK_NOTHING)
		outcome->taken_back = change_list_copy(outcome->snapshot->arena, &applied);
	return SAVE_DONE;
}

/* After a conflict: the snapshot in `outcome` is what the file holds, with who is behind it. The
 * values that it shows are in the copy that was refused. */
static void show_conflict(struct snapshot *refused, int folder_fd, struct commit_outcome *outcome)
{
	outcome->snapshot = snapshot_copy(snapshot_hold(refused->original));
	outcome->snapshot->refused = refused;
	if (outcome->conflict.entry)
		name_other_author(outcome->snapshot, folder_fd, &outcome->conflict);
}

static bool check_organisation_is_there(int folder_fd, const char *org_id, struct err *err)
{
	struct arena *arena = arena_new();
	bool there, good = file_is_there(
			    folder_fd, store_file_name(arena, org_id, ".json"), &there, err);

	if (good && !there)
		good = err_set_nowhere(err, ERR_FAILED, MSG_NO_SUCH_ORGANISATION, org_id);
	arena_free(arena);
	return good;
}

static bool check_author(const char *author, struct err *err)
{
	if (!utf8_is_valid(author, strlen(author)))
		return err_set(err, ERR_USAGE, MSG_NOT_UTF8, NULL, "by");
	if (utf8_is_blank(author))
		return err_set(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL, "by");
	return true;
}

/* On what the file holds now. */
static enum save_result commit_once(struct store *store, int folder_fd, const char *org_id,
	const struct commit *commit, enum taking_back taking_back, struct commit_outcome *outcome,
	struct err *err)
{
	struct snapshot *present = snapshot_read(store, folder_fd, org_id, err), *copy;
	enum save_result result;

	*outcome = (struct commit_outcome){ .snapshot = NULL };
	if (!present)
		return SAVE_FAILED;
	copy = snapshot_copy(present);
	result = commit_locked(store, folder_fd, copy, commit, taking_back, outcome, err);
	if (result != SAVE_DONE)
		outcome->new_id = NULL;
	if (result == SAVE_DONE && !outcome->snapshot)
		outcome->snapshot = copy; /* nothing to write */
	else if (result == SAVE_FAILED && err->code == ERR_CONFLICT)
		show_conflict(copy, folder_fd, outcome);
	else
		snapshot_free(copy);
	return result;
}

static bool commit_in_folder(struct store *store, int folder_fd, const char *org_id,
	const struct commit *commit, enum taking_back taking_back, struct commit_outcome *outcome,
	struct err *err)
{
	const struct timespec pause = { .tv_nsec = OVERTAKEN_PAUSE_MS * 1000000L };
	enum save_result result = SAVE_OVERTAKEN;
	int lock_fd;

	/* A lock file is made only beside an organisation. */
	if (!check_organisation_is_there(folder_fd, org_id, err))
		return false;
	lock_fd = store_lock_organisation(store, folder_fd, org_id, err);
	if (lock_fd < 0)
		return false;
	/* Whoever saves from where the lock does not reach may be first, time and again. */
	for (int waited_ms = 0; result == SAVE_OVERTAKEN; waited_ms += OVERTAKEN_PAUSE_MS) {
		if (waited_ms > 0)
			nanosleep(&pause, NULL);
		result = commit_once(store, folder_fd, org_id, commit, taking_back, outcome, err);
		if (result == SAVE_OVERTAKEN && waited_ms >= store_lock_wait_ms(store)) {
			err_set(err, ERR_FAILED, MSG_SAVED_ELSEWHERE, NULL, "%s.json", org_id);
			result = SAVE_FAILED;
		}
	}
	close(lock_fd);
	return result == SAVE_DONE;
}

static bool commit_any(struct store *store, const char *org_id, const struct commit *commit,
	enum taking_back taking_back, struct commit_outcome *outcome, struct err *err)
{
	struct commit tidy = *commit;
	struct arena *arena;
	bool absent, good;
	int folder_fd;

	*outcome = (struct commit_outcome){ .snapshot = NULL };
	if (!check_author(commit->author, err))
		return false;
	if (!id_is_valid(org_id))
		return err_set_nowhere(err, ERR_FAILED, MSG_NO_SUCH_ORGANISATION, org_id);
	folder_fd = store_folder(store, false, &absent, err);
	if (absent)
		return err_set_nowhere(err, ERR_FAILED, MSG_NO_SUCH_ORGANISATION, org_id);
	if (folder_fd < 0)
		return false;
	arena = arena_new();
	tidy.author = utf8_tidy(arena, commit->author, false);
	good = commit_in_folder(store, folder_fd, org_id, &tidy, taking_back, outcome, err);
	arena_free(arena);
	close(folder_fd);
	return good;
}

bool store_commit(struct store *store, const char *org_id, const struct commit *commit,
	struct commit_outcome *outcome, struct err *err)
{
	return commit_any(store, org_id, commit, TAKING_BACK_NOTHING, outcome, err);
}

bool store_undo(struct store *store, const char *org_id, const struct commit *commit,
	struct commit_outcome *outcome, struct err *err)
{
	return commit_any(store, org_id, commit, TAKING_BACK_DONE, outcome, err);
}

bool store_redo(struct store *store, const char *org_id, const struct commit *commit,
	struct commit_outcome *outcome, struct err *err)
{
	return commit_any(store, org_id, commit, TAKING_BACK_UNDONE, outcome, err);
}
