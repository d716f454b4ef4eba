/* SPDX-License-Identifier: MIT
 *
 * What the commands on one organisation have in common: opening it, finding an entry, committing,
 * and putting in words what stood in the way. */
#include "jalon/cli/cli.h"

#include <string.h>

#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/model/subject.h"
#include "cli/suggest.h"

enum { HINT_IDS_MAX = 8, DIGITS_MAX = 18 };

static void keep_snapshot(struct cli *cli, struct snapshot *snapshot)
{
	size_t size = (cli->snapshot_count + 1) * sizeof(struct snapshot *);

	if (!snapshot)
		return;
	cli->snapshots = mem_resize(cli->snapshots, size);
	cli->snapshots[cli->snapshot_count++] = snapshot;
	if (!cli->lang_is_chosen && snapshot_organisation(snapshot)->language != LANG_NONE)
		cli->lang = snapshot_organisation(snapshot)->language;
}

/* Where somebody named an organisation that is not there: the nearest, else all there are. */
static void hint_organisations(struct cli *cli, const char *typed)
{
	struct err ignored = ERR_INIT;
	struct listing *listings;
	const char **ids, *nearest;
	size_t count;

	if (!store_list(cli->store, cli->arena, cli->today_day, &listings, &count, &ignored) ||
		count == 0)
		return;
	ids = ARENA_ARRAY(cli->arena, const char *, count);
	for (size_t i = 0; i < count; i++)
		ids[i] = listings[i].id;
	nearest = suggest_nearest(typed, (struct string_list){ ids, count });
	if (nearest) {
		text_did_you_mean(&cli->hint, cli->lang, nearest);
		return;
	}
	buf_add(&cli->hint, text_word(WORD_ORGANISATIONS_ARE, cli->lang));
	for (size_t i = 0; i < count && i < HINT_IDS_MAX; i++)
		buf_add_format(&cli->hint, "%s%s", i ? ", " : "", ids[i]);
	buf_add(&cli->hint, count > HINT_IDS_MAX ? "…" : ".");
}

const struct organisation *cli_load(struct cli *cli, struct err *err)
{
	const char *id = cli->arguments.words[0];
	struct snapshot *snapshot = store_load(cli->store, id, err);

	if (snapshot) {
		keep_snapshot(cli, snapshot);
		return snapshot_organisation(snapshot);
	}
	/* A session of a workshop that stays on one is told of no other. */
	if (err->message == MSG_NO_SUCH_ORGANISATION &&
		!arguments_has(&cli->arguments, OPTION_RESTRICTED))
		hint_organisations(cli, id);
	return NULL;
}

/* "trois-questions-publics" for an item that repeats means one of its services. */
static void hint_entries(struct cli *cli, const struct organisation *org, const char *typed)
{
	const char **ids = ARENA_ARRAY(cli->arena, const char *, org->entry_count + 1);
	const char *nearest = NULL;
	size_t len = strlen(typed);

	for (size_t i = 0; i < org->entry_count; i++) {
		ids[i] = org->entries[i].id;
		if (!nearest && strncmp(ids[i], typed, len) == 0 && ids[i][len] == '@')
			nearest = ids[i];
	}
	if (!nearest)
		nearest = suggest_nearest(typed, (struct string_list){ ids, org->entry_count });
	if (nearest)
		text_did_you_mean(&cli->hint, cli->lang, nearest);
}

const struct entry *cli_find_entry(
	struct cli *cli, const struct organisation *org, const char *id, struct err *err)
{
	const struct entry *entry = organisation_find_entry(org, id);

	if (entry)
		return entry;
	hint_entries(cli, org, id);
	err_set(err, ERR_FAILED, MSG_NO_SUCH_ENTRY, id, "%s", org->id);
	return NULL;
}

static bool refuse_subject(struct cli *cli, const struct organisation *org, const char *typed,
	const char **names, size_t count, int message, struct err *err)
{
	const char *nearest = suggest_nearest(typed, (struct string_list){ names, count });

	if (nearest)
		text_did_you_mean(&cli->hint, cli->lang, nearest);
	return err_set(err, ERR_FAILED, message, subject_of(typed).key, "%s", org->id);
}

bool cli_check_subject(
	struct cli *cli, const struct organisation *org, const char *name, struct err *err)
{
	struct subject subject = subject_of(name);
	const char **names =
		ARENA_ARRAY(cli->arena, const char *, org->service_count + org->member_count + 1);
	size_t count = 0;

	if (subject.of != OBJECT_SERVICE && subject.of != OBJECT_MEMBER)
		return cli_find_entry(cli, org, name, err) != NULL;
	if (subject.of == OBJECT_SERVICE ? organisation_find_service(org, subject.key) != NULL
					 : organisation_find_member(org, subject.key) != NULL)
		return true;
	for (size_t i = 0; i < org->service_count; i++)
		names[count++] =
			arena_format(cli->arena, SUBJECT_SERVICE "%s", org->services[i].id);
	for (size_t i = 0; i < org->member_count; i++)
		names[count++] =
			arena_format(cli->arena, SUBJECT_MEMBER "%s", org->members[i].name);
	return refuse_subject(cli, org, name, names, count,
		subject.of == OBJECT_SERVICE ? MSG_NO_SUCH_SERVICE : MSG_NO_SUCH_MEMBER, err);
}

bool cli_parse_revision(const char *typed, int64_t *revision)
{
	size_t len = strspn(typed, "0123456789");

	if (len == 0 || len > DIGITS_MAX || typed[len])
		return false;
	for (*revision = 0; *typed; typed++)
		*revision = *revision * 10 + (*typed - '0');
	return true;
}

bool cli_commit_begin(struct cli *cli, struct commit *commit, struct err *err)
{
	const char *typed = arguments_value(&cli->arguments, OPTION_IF_REVISION);

	*commit = (struct commit){ .author = cli->author,
		.at_utc = cli->now_utc,
		.checks_new = true,
		.if_revision = COMMIT_ANY_REVISION };
	if (typed && !cli_parse_revision(typed, &commit->if_revision))
		return err_set(err, ERR_USAGE, MSG_NOT_A_REVISION, typed, "--if-revision");
	return true;
}

/* As one would type it. */
static const char *named(
	struct cli *cli, const struct conflict *conflict, const struct value *value)
{
	const char *unset_name = field_rows[conflict->field].unset_name;

	return !value->text[0] && unset_name ? unset_name : cli_clean(cli, value->text);
}

/* Both values, where the conflict is about values. */
static void hint_conflict(struct cli *cli, const struct conflict *conflict, const struct err *err)
{
	bool texts = conflict->seen.text && conflict->found.text && conflict->wanted.text;

	if (err->message == MSG_STILL_IN_USE || !texts ||
		(!conflict->seen.text[0] && !conflict->found.text[0]))
		return;
	text_conflict_values(&cli->hint, cli->lang, named(cli, conflict, &conflict->seen),
		named(cli, conflict, &conflict->found), named(cli, conflict, &conflict->wanted));
	if (conflict->by && conflict->by[0])
		text_conflict_by(&cli->hint, cli->lang, cli_clean(cli, conflict->by));
}

bool cli_commit_end(
	struct cli *cli, struct commit_outcome *outcome, bool saved, const struct err *err)
{
	keep_snapshot(cli, outcome->snapshot);
	if (saved)
		cli->committed = outcome->applied > 0;
	if (saved && outcome->unsynced)
		buf_add(&cli->hint, text_word(WORD_NOT_SYNCED, cli->lang));
	if (!saved && err->code == ERR_CONFLICT && outcome->conflict.entry)
		hint_conflict(cli, &outcome->conflict, err);
	return saved;
}

bool cli_commit(struct cli *cli, const struct change_list *list, struct commit_outcome *outcome,
	struct err *err)
{
	struct commit commit;
	bool saved;

	*outcome = (struct commit_outcome){ .snapshot = NULL };
	if (!cli_commit_begin(cli, &commit, err))
		return false;
	commit.changes = list->changes;
	commit.count = list->count;
	saved = store_commit(cli->store, cli->arguments.words[0], &commit, outcome, err);
	return cli_commit_end(cli, outcome, saved, err);
}

const char *cli_clean(struct cli *cli, const char *text)
{
	struct page page = cli_page(cli);

	return page_clean(&page, text);
}

struct page cli_page(struct cli *cli)
{
	return (struct page){ &cli->out, cli->arena, PAGE_WIDTH_CELLS };
}

const char *cli_format(const struct cli *cli)
{
	const char *typed = arguments_value(&cli->arguments, OPTION_FORMAT);

	return typed ? typed : "text";
}

bool cli_wants_json(const struct cli *cli)
{
	return strcmp(cli_format(cli), "json") == 0;
}

void cli_add_formats(struct buf *out)
{
	buf_add(out, "text|json");
}

struct change_words cli_change_words(const struct cli *cli, const struct organisation *org)
{
	return (struct change_words){ .org = org, .lang = cli->lang, .today_day = cli->today_day };
}
