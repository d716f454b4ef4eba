/* SPDX-License-Identifier: MIT */
#include "cli/summary.h"

#include "jalon/text/messages.h"
#include "jalon/export/describe.h"
#include "jalon/export/plan_line.h"
#include "jalon/cli/restricted.h"
#include "cli/list.h"
#include "cli/show_text.h"
#include "cli/suggest.h"

enum { NEXT_ACTIONS = 3 };

static void add_sections(struct cli *cli, struct page *page, const struct organisation *org)
{
	page_add_blank(page);
	for (size_t i = 0; i < org->group_count; i++) {
		const struct group *group = &org->groups[i];
		struct counts counts =
			entries_counts(org->entries + group->first, group->count, cli->today_day);
		struct buf text = BUF_INIT;

		if (group->wants_service)
			page_add_text(
				page, "  ", "      ", text_word(WORD_WANTS_SERVICE, cli->lang));
		if (group->count == 0)
			continue;
		buf_add_format(&text, "%d/%d  ", counts.by_status[STATUS_DONE],
			counts_applicable(&counts));
		describe_group(&text, group, cli->lang);
		page_add_text(page, "  ", "      ", text.text);
		buf_release(&text);
	}
}

static void add_next(struct cli *cli, struct page *page, const struct plan *plan)
{
	const struct export_plan input = {
		.plan = plan, .lang = cli->lang, .now_utc = cli->now_utc
	};

	page_add_blank(page);
	page_add_text(page, "", "",
		text_word(input.plan->count ? WORD_NEXT_ACTIONS : WORD_NOTHING_REMAINS, cli->lang));
	for (size_t i = 0; i < input.plan->count && i < NEXT_ACTIONS; i++) {
		struct buf first = BUF_INIT, text = BUF_INIT;

		buf_add_format(&first, "  %zu  ", i + 1);
		describe_title(&text, input.plan->actions[i].entry, cli->lang);
		page_add_text(page, first.text, "     ", text.text);
		buf_clear(&text);
		plan_line_add(&text, &input, &input.plan->actions[i]);
		page_add_text(page, "     ", "     ", text.text);
		buf_release(&first);
		buf_release(&text);
	}
}

static bool summarise(struct cli *cli, const struct organisation *org)
{
	const struct plan *plan = plan_make(cli->arena, org, cli->today_day);
	struct page page = cli_page(cli);

	show_text_head(cli, org, plan);
	add_sections(cli, &page, org);
	add_next(cli, &page, plan);
	return true;
}

/* One word that is no command: an organisation that is not there, or a slip. A name near a
 * command's is a slip, wrong usage; else it is an organisation that is missing. */
static bool refuse_word(struct cli *cli, struct err *err)
{
	const char *word = cli->arguments.words[0];
	const char *nearest = suggest_nearest(word, cli->subcommand_names);

	if (nearest) {
		buf_clear(&cli->hint);
		text_did_you_mean(&cli->hint, cli->lang, nearest);
	}
	return err_set_nowhere(
		err, nearest ? ERR_USAGE : ERR_FAILED, MSG_NEITHER_COMMAND_NOR_ORGANISATION, word);
}

static bool run(struct cli *cli, struct err *err)
{
	const struct organisation *org;
	bool has_screen = cli->environment->open_screen != NULL;
	bool is_restricted = arguments_has(&cli->arguments, OPTION_RESTRICTED);

	if (is_restricted && !restricted_check(cli, err))
		return false;
	if (cli->arguments.word_count == 0) {
		cli->opens_screen = has_screen;
		return has_screen || cli_list_organisations(cli, err);
	}
	org = cli_load(cli, err);
	if (!org && err->message == MSG_NO_SUCH_ORGANISATION)
		return refuse_word(cli, err);
	if (!org && is_restricted)
		return false;
	/* The full screen opens what it cannot read too, and says why. */
	cli->opens_screen = has_screen;
	cli->screen_org_id = cli->arguments.words[0];
	if (has_screen)
		return true;
	return org && summarise(cli, org);
}

// clang-format off
const struct subcommand cli_program = {
	.name = "",
	.arguments = { .fr = "[ORG]", .en = "[ORG]" },
	.words_max = 1,
	.options = OPTION_BIT(OPTION_TODAY) | OPTION_BIT(OPTION_RESTRICTED) | OPTION_BIT(OPTION_THEME) |
		   OPTION_BIT(OPTION_SIGNS) | OPTION_BIT(OPTION_CALM) | OPTION_BIT(OPTION_MOUSE) |
		   OPTION_BIT(OPTION_WIDE),
	.summary = { .fr = "parcourir un guide en équipe, et savoir par quoi continuer", .en = "walk a team through a guide, and know what comes next" },
	.help = {
		.fr = "Sans commande, jalon remplit le terminal ; avec ORG, sur cette organisation. Quand la sortie n’est pas un terminal : un résumé, ou la liste des organisations.",
		.en = "Without a command, jalon fills the terminal; with ORG, on that organisation. Where the output is no terminal: a summary, or the list of organisations." },
	.example = {
		.fr = "jalon new demo --name \"Coopérative Démo\" && jalon demo",
		.en = "jalon new demo --name \"Demo cooperative\" && jalon demo" },
	.run = run,
};
// clang-format on
