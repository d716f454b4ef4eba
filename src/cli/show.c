/* SPDX-License-Identifier: MIT */
#include "cli/subcommands.h"

#include <string.h>

#include "jalon/store/object_file.h"
#include "jalon/cli/cli.h"
#include "cli/conflicts.h"
#include "cli/json_output.h"
#include "cli/show_text.h"

static struct string_list all_requires(
	struct cli *cli, const struct organisation *org, const struct entry *entry)
{
	struct string_list missing;
	struct string_list found = organisation_requires(org, entry, cli->arena, &missing);
	const char **ids = ARENA_ARRAY(cli->arena, const char *, found.count + missing.count + 1);

	for (size_t i = 0; i < found.count; i++)
		ids[i] = found.texts[i];
	for (size_t i = 0; i < missing.count; i++)
		ids[found.count + i] = missing.texts[i];
	return (struct string_list){ ids, found.count + missing.count };
}

static void add_json_notes(struct json_writer *writer, const struct entry *entry)
{
	json_begin_array(writer, "notes");
	for (size_t i = 0; i < entry->note_count; i++) {
		json_begin_object(writer, NULL);
		json_add_time(writer, "at", entry->notes[i].at_utc);
		json_add_text(writer, "by", entry->notes[i].by);
		json_add_text(writer, "text", entry->notes[i].text);
		if (entry->notes[i].changed_utc)
			json_add_time(writer, "changed", entry->notes[i].changed_utc);
		json_end_object(writer);
	}
	json_end_array(writer);
}

/* What counts: the status of today, so that entries add up to the counts, and of what is not said
 * what the item says. First the words and figures, then the texts and dates. */
static void add_json_fields(
	struct cli *cli, struct json_writer *writer, const struct entry *entry, bool figures)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		enum field field = (enum field)i;
		enum field_kind kind = field_rows[i].kind;
		struct field_value value;

		/* What it requires is told whole, with what its item does. */
		if (!field_is_value_of(field, OBJECT_ENTRY) || kind == FIELD_KIND_ENTRIES ||
			figures != (kind == FIELD_KIND_CHOICE || kind == FIELD_KIND_INTEGER ||
					   kind == FIELD_KIND_DECIMAL))
			continue;
		value = field_value_counting(field, entry);
		if (field == FIELD_STATUS)
			json_add_text(writer, field_rows[i].name,
				status_name(entry_status(entry, cli->today_day)));
		else
			field_write(writer, field_rows[i].name, field, value);
	}
}

static void add_json_entry(struct cli *cli, struct json_writer *writer,
	const struct organisation *org, const struct entry *entry)
{
	const struct group *group = organisation_group_of(org, entry);
	const char *item = entry->item ? entry->item->id : entry->action->item;
	struct string_list requires = all_requires(cli, org, entry);

	json_begin_object(writer, NULL);
	json_add_text(writer, "id", entry->id);
	json_add_text_or_null(writer, "item", item);
	json_add_text_or_null(writer, "service", entry->service ? entry->service->id : "");
	json_add_text(writer, "title", wording_in(entry_title(entry), cli->lang));
	json_add_text(writer, "kind", kind_name(entry_kind(entry)));
	json_add_text_or_null(writer, "section", group->section ? group->section->id : "");
	add_json_fields(cli, writer, entry, true);
	add_json_fields(cli, writer, entry, false);
	json_add_texts(writer, "requires", requires.texts, requires.count);
	add_json_notes(writer, entry);
	json_end_object(writer);
}

static void add_json(struct cli *cli, const struct organisation *org, const struct entry *only)
{
	struct json_writer writer = { .out = &cli->out };
	struct counts counts = organisation_counts(org, cli->today_day);

	json_begin_object(&writer, NULL);
	json_add_text(&writer, "organisation", org->id);
	json_add_text(&writer, "name", org->name);
	json_add_integer(&writer, "revision", org->revision);
	output_add_counts(&writer, &counts);
	json_begin_array(&writer, "entries");
	for (size_t i = 0; i < org->entry_count; i++) {
		if (!only || only == &org->entries[i])
			add_json_entry(cli, &writer, org, &org->entries[i]);
	}
	json_end_array(&writer);
	conflicts_add_json(&writer, org, only);
	json_end_object(&writer);
	buf_add_char(&cli->out, '\n');
}

static bool run(struct cli *cli, struct err *err)
{
	const struct organisation *org = cli_load(cli, err);
	const struct entry *only = NULL;

	if (!org)
		return false;
	if (cli->arguments.word_count > 1) {
		only = cli_find_entry(cli, org, cli->arguments.words[1], err);
		if (!only)
			return false;
	}
	if (cli_wants_json(cli))
		add_json(cli, org, only);
	else if (only)
		show_text_entry(cli, org, only);
	else
		show_text_organisation(cli, org);
	return true;
}

// clang-format off
const struct subcommand cli_show = {
	.name = "show",
	.arguments = { .fr = "ORG [ENTRY]", .en = "ORG [ENTRY]" },
	.words_min = 1, .words_max = 2,
	.options = OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_TODAY),
	.add_formats = cli_add_formats,
	.summary = { .fr = "ce que dit une organisation, ou une de ses entrées", .en = "what an organisation says, or one of its entries" },
	.help = {
		.fr = "Section par section : le statut de chaque entrée, son identifiant, qui s’en occupe, pour quand. Avec ENTRY, cette entrée en entier : ce que dit le guide, comment s’y prendre, les notes.",
		.en = "Section by section: the status of each entry, its id, who takes care of it, by when. With ENTRY, that one whole: what the guide says, how to go about it, the notes." },
	.example = { .fr = "jalon show demo associations-locales", .en = "jalon show demo associations-locales" },
	.run = run,
};
// clang-format on
