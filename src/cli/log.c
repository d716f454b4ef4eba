/* SPDX-License-Identifier: MIT */
#include "jalon/store/history.h"

#include "jalon/base/json_write.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/store/organisation_file.h"
#include "jalon/cli/cli.h"
#include "cli/change_text.h"
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

static void add_text(struct cli *cli, const struct history_change *changes, size_t count)
{
	struct page page = cli_page(cli);

	if (count == 0)
		page_add_text(&page, "", "", text_word(WORD_NO_CHANGE_YET, cli->lang));
	for (size_t i = count; i-- > 0;) {
		struct buf text = BUF_INIT;

		if (i + 1 == count || !history_same_commit(&changes[i], &changes[i + 1]))
			add_head(cli, &page, &changes[i]);
		change_text(&text, cli->lang, &changes[i].change);
		page_add_text(&page, "    ", "        ", text.text);
		buf_release(&text);
	}
}

static bool run(struct cli *cli, struct err *err)
{
	const struct organisation *org = cli_load(cli, err);
	struct history_change *changes;
	size_t count;

	if (!org || !history_read(
			    cli->store, org->id, org->revision, cli->arena, &changes, &count, err))
		return false;
	if (cli_wants_json(cli))
		add_json(cli, changes, count);
	else
		add_text(cli, changes, count);
	return true;
}

// clang-format off
const struct subcommand cli_log = {
	.name = "log",
	.arguments = { .fr = "ORG", .en = "ORG" },
	.words_min = 1, .words_max = 1,
	.options = OPTION_BIT(OPTION_FORMAT),
	.add_formats = cli_add_formats,
	.summary = { .fr = "qui a changé quoi, et quand", .en = "who changed what, and when" },
	.help = {
		.fr = "Tous les changements, le plus récent d’abord ; ceux d’une même révision vont ensemble.",
		.en = "All changes, newest first; those of one revision stand together." },
	.example = { .fr = "jalon log demo", .en = "jalon log demo" },
	.run = run,
};
// clang-format on
