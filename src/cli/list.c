/* SPDX-License-Identifier: MIT */
#include "cli/list.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/store/stray.h"
#include "jalon/export/describe.h"
#include "cli/json_output.h"
#include "cli/subcommands.h"

struct listings {
	struct listing *listings;
	size_t count;
	struct stray *strays;
	size_t stray_count;
};

static void add_json_listing(struct cli *cli, struct json_writer *writer, const struct listing *row)
{
	struct buf text = BUF_INIT;

	json_begin_object(writer, NULL);
	json_add_text(writer, "id", row->id);
	if (row->err) {
		text_err(&text, cli->lang, row->err);
		json_add_null(writer, "name");
		json_add_null(writer, "revision");
		json_add_null(writer, "modified");
		json_add_text(writer, "error", text.text);
	} else {
		json_add_text(writer, "name", row->name);
		json_add_integer(writer, "revision", row->revision);
		json_add_time(writer, "modified", row->modified_utc);
		output_add_counts(writer, &row->counts);
		if (row->conflict_count)
			json_add_integer(writer, "conflicts", (int64_t)row->conflict_count);
	}
	json_end_object(writer);
	buf_release(&text);
}

static void add_json(struct cli *cli, const struct listings *found)
{
	struct json_writer writer = { .out = &cli->out };

	json_begin_object(&writer, NULL);
	json_begin_array(&writer, "organisations");
	for (size_t i = 0; i < found->count; i++)
		add_json_listing(cli, &writer, &found->listings[i]);
	json_end_array(&writer);
	if (found->stray_count)
		json_begin_array(&writer, "copies");
	for (size_t i = 0; i < found->stray_count; i++) {
		json_begin_object(&writer, NULL);
		json_add_text(&writer, "file", found->strays[i].file);
		json_add_text(&writer, "organisation", found->strays[i].org_id);
		json_end_object(&writer);
	}
	if (found->stray_count)
		json_end_array(&writer);
	json_end_object(&writer);
	buf_add_char(&cli->out, '\n');
}

/* A name and id on the first line, figures below: all of it fits 80 columns, and ids are there
 * to be copied. */
static void add_text_listing(struct cli *cli, struct page *page, const struct listing *row)
{
	struct buf text = BUF_INIT;

	buf_add(&text, row->id);
	if (row->err) {
		page_add_text(page, "", "    ", text.text);
		buf_clear(&text);
		text_err(&text, cli->lang, row->err);
	} else {
		buf_add(&text, "  ");
		buf_add(&text, row->name);
		page_add_text(page, "", "    ", text.text);
		buf_clear(&text);
		describe_counts(&text, &row->counts, cli->lang);
		buf_add(&text, " · ");
		text_when(&text, cli->lang, row->modified_utc, cli->now_utc);
		if (row->last_by[0])
			buf_add_format(&text, " · %s", row->last_by);
		if (row->conflict_count) {
			buf_add(&text, " · ");
			text_conflicts_to_settle(&text, cli->lang, (int)row->conflict_count);
		}
	}
	page_add_text(page, "    ", "    ", text.text);
	buf_release(&text);
}

static void add_text_strays(struct cli *cli, struct page *page, const struct listings *found)
{
	struct buf text = BUF_INIT;

	if (found->stray_count)
		page_add_blank(page);
	for (size_t i = 0; i < found->stray_count; i++) {
		buf_clear(&text);
		stray_describe(&text, cli->lang, &found->strays[i]);
		page_add_text(page, "! ", "    ", text.text);
		buf_clear(&text);
		stray_add_command(&text, &found->strays[i]);
		if (text.len)
			page_add_line(page, "    ", text.text);
	}
	buf_release(&text);
}

bool cli_list_organisations(struct cli *cli, struct err *err)
{
	struct page page = cli_page(cli);
	struct listings found;

	if (!store_list(
		    cli->store, cli->arena, cli->today_day, &found.listings, &found.count, err) ||
		!store_list_strays(cli->store, cli->arena, &found.strays, &found.stray_count, err))
		return false;
	if (cli_wants_json(cli)) {
		add_json(cli, &found);
		return true;
	}
	if (found.count == 0)
		page_add_text(&page, "", "", text_word(WORD_NO_ORGANISATION_YET, cli->lang));
	for (size_t i = 0; i < found.count; i++)
		add_text_listing(cli, &page, &found.listings[i]);
	add_text_strays(cli, &page, &found);
	return true;
}

// clang-format off
const struct subcommand cli_list = {
	.name = "list",
	.arguments = { .fr = "", .en = "" },
	.options = OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_TODAY),
	.add_formats = cli_add_formats,
	.summary = { .fr = "les organisations et où elles en sont", .en = "the organisations and how far they are" },
	.help = {
		.fr = "Chaque organisation du dossier des données : identifiant, nom, ce qui est fait, dernier changement et par qui. Celle qui ne peut pas être lue le dit.",
		.en = "Each organisation of the data folder: id, name, what is done, last change and by whom. One that cannot be read says so." },
	.example = { .fr = "jalon list --format json", .en = "jalon list --format json" },
	.run = cli_list_organisations,
};
// clang-format on
