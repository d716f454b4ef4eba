/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/json_write.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/model/subject.h"
#include "jalon/store/history_filter.h"
#include "jalon/store/organisation_file.h"
#include "jalon/cli/cli.h"
#include "cli/subcommands.h"

static void add_json(struct cli *cli, const struct history_change *changes, size_t count)
{
	struct json_writer writer = { .out = &cli->out };

	json_begin_object(&writer, NULL);
	json_begin_array(&writer, "changes");
	for (size_t i = count; i-- > 0;) {
		const struct history_change *row = &changes[i];

		json_begin_object(&writer, NULL);
		json_add_integer(&writer, "revision", row->revision);
		json_add_time(&writer, "at", row->at_utc);
		json_add_text(&writer, "by", row->by);
		json_add_text(&writer, "entry", row->change.entry);
		json_add_text(&writer, "field", field_rows[row->change.field].name);
		value_write(&writer, "from", row->change.field, &row->change.from);
		value_write(&writer, "to", row->change.field, &row->change.to);
		json_end_object(&writer);
	}
	json_end_array(&writer);
	json_end_object(&writer);
	buf_add_char(&cli->out, '\n');
}

/* One head for a commit, its changes under it. */
static void add_head(struct cli *cli, struct page *page, const struct history_change *row)
{
	char time[TIME_TEXT_SIZE];
	struct buf text = BUF_INIT;

	text_revision(&text, cli->lang, (long long)row->revision);
	time_format(time, row->at_utc);
	buf_add_format(&text, " · %s · %s", time, row->by);
	if (row->undoes) {
		buf_add(&text, " · ");
		text_takes_back(&text, cli->lang, (long long)row->undoes);
	}
	page_add_text(page, "", "    ", text.text);
	buf_release(&text);
}

/* "Appeler la mission locale (a1) · Échéance : aucune → 12 déc.": a title to read, and the id that
 * commands want. */
static void add_change(
	struct buf *out, const struct change_words *words, const struct change *change)
{
	size_t start = out->len;

	change_words_add_about(out, words, change);
	if (change->entry[0] && strcmp(out->text + start, change->entry) != 0)
		buf_add_format(out, " (%s)", change->entry);
	if (out->len > start)
		buf_add(out, " · ");
	change_words_add_done(out, words, change);
}

static void add_text(struct cli *cli, const struct change_words *words,
	const struct history_change *changes, size_t count, enum word none)
{
	struct page page = cli_page(cli);

	if (count == 0)
		page_add_text(&page, "", "", text_word(none, cli->lang));
	for (size_t i = count; i-- > 0;) {
		struct buf text = BUF_INIT;

		if (i + 1 == count || !history_same_commit(&changes[i], &changes[i + 1]))
			add_head(cli, &page, &changes[i]);
		add_change(&text, words, &changes[i].change);
		page_add_text(&page, "    ", "        ", text.text);
		buf_release(&text);
	}
}

/* --since: a day begins where the times that are printed begin, at midnight in universal time. */
static bool read_since(struct cli *cli, struct history_filter *filter, struct err *err)
{
	enum { DAY_SECONDS = 86400 };
	const char *typed = arguments_value(&cli->arguments, OPTION_SINCE);
	int day;

	if (!typed || cli_parse_revision(typed, &filter->after_revision))
		return true;
	if (!date_parse(typed, &day))
		return err_set(err, ERR_USAGE, MSG_NOT_A_SINCE, typed, "--since");
	filter->has_since = true;
	filter->since_utc = (int64_t)day * DAY_SECONDS;
	return true;
}

/* One that is empty names nobody and nothing: the shell's variable was not set. */
static bool read_name(struct cli *cli, enum option option, const char **name, struct err *err)
{
	const char *typed = arguments_value(&cli->arguments, option);

	if (!typed)
		return true;
	*name = utf8_tidy(cli->arena, typed, false);
	return (*name)[0] ||
	       err_set(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL, "--%s", option_rows[option].name);
}

static bool read_filter(struct cli *cli, struct history_filter *filter, struct err *err)
{
	return read_since(cli, filter, err) &&
	       read_name(cli, OPTION_AUTHOR, &filter->author, err) &&
	       read_name(cli, OPTION_ENTRY, &filter->entry, err);
}

/* What was removed is known to the history alone; what nobody ever changed, to the organisation. */
static bool check_subject(struct cli *cli, const struct organisation *org, const char *subject,
	const struct history_change *changes, size_t count, struct err *err)
{
	if (subject_find(org, subject, FIELD_STATUS))
		return true;
	for (size_t i = 0; i < count; i++) {
		if (history_is_about(&changes[i].change, subject))
			return true;
	}
	return cli_find_entry(cli, org, subject, err) != NULL;
}

static size_t keep_accepted(
	const struct history_filter *filter, struct history_change *changes, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		if (history_filter_accepts(filter, &changes[i]))
			changes[kept++] = changes[i];
	}
	return kept;
}

static bool run(struct cli *cli, struct err *err)
{
	struct history_filter filter = { .after_revision = 0 };
	const struct organisation *org;
	struct change_words words;
	struct gone gone;
	struct history_change *changes;
	size_t count, kept;

	if (!read_filter(cli, &filter, err))
		return false;
	org = cli_load(cli, err);
	if (!org ||
		!history_read(
			cli->store, org->id, org->revision, cli->arena, &changes, &count, err) ||
		(filter.entry && !check_subject(cli, org, filter.entry, changes, count, err)))
		return false;
	/* Of all there is: what names a thing may be older than what is asked for. */
	gone_init(&gone);
	for (size_t i = 0; i < count; i++)
		gone_note(&gone, &changes[i].change, true);
	words = cli_change_words(cli, org);
	words.gone = &gone;
	kept = keep_accepted(&filter, changes, count);
	if (cli_wants_json(cli))
		add_json(cli, changes, kept);
	else
		add_text(cli, &words, changes, kept,
			count ? WORD_NO_SUCH_CHANGE : WORD_NO_CHANGE_YET);
	gone_release(&gone);
	return true;
}

// clang-format off
const struct subcommand cli_log = {
	.name = "log",
	.arguments = { .fr = "ORG", .en = "ORG" },
	.words_min = 1, .words_max = 1,
	.options = OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_SINCE) | OPTION_BIT(OPTION_AUTHOR) |
		OPTION_BIT(OPTION_ENTRY),
	.add_formats = cli_add_formats,
	.summary = { .fr = "qui a changé quoi, et quand", .en = "who changed what, and when" },
	.help = {
		.fr = "Tous les changements, le plus récent d’abord ; ceux d’une même révision vont ensemble. Avec --since, --author et --entry : seulement ceux qui répondent à tout ce qui est demandé. Les heures et les jours sont en temps universel.",
		.en = "All changes, newest first; those of one revision stand together. With --since, --author and --entry: only those that answer all that is asked. Hours and days are in universal time." },
	.example = { .fr = "jalon log demo --since 2026-11-01 --author Inès", .en = "jalon log demo --since 2026-11-01 --author Inès" },
	.run = run,
};
// clang-format on
