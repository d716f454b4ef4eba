/* SPDX-License-Identifier: MIT */
#include "cli/subcommands.h"

#include <string.h>

#include "jalon/base/json_write.h"
#include "jalon/text/words.h"
#include "jalon/plan/risk.h"
#include "jalon/plan/why.h"
#include "jalon/export/format.h"
#include "jalon/cli/cli.h"

/* An entry's place in the plan; a refusal for one that has none. */
static bool find_action(
	struct cli *cli, const struct plan *plan, const char *id, size_t *index, struct err *err)
{
	if (!cli_find_entry(cli, plan->org, id, err))
		return false;
	*index = plan_find(plan, id);
	return *index != SIZE_MAX ||
	       err_set(err, ERR_FAILED, MSG_NOT_PLANNED, id, "%s", plan->org->id);
}

static void add_sentence(struct cli *cli, const char *sentence)
{
	struct page page = cli_page(cli);

	page_add_text(&page, "", "", sentence);
}

static void add_json_place(
	struct json_writer *writer, const char *name, const struct plan *plan, size_t index)
{
	const char *id = index == ORDER_NONE ? "" : plan->actions[index].entry->id;

	json_add_text_or_null(writer, name, id);
}

static void add_json_late(struct json_writer *writer, const struct plan *plan, size_t index)
{
	if (plan->actions[index].days_late == 0)
		return;
	json_begin_object(writer, NULL);
	json_add_text(writer, "id", plan->actions[index].entry->id);
	json_add_integer(writer, "days", plan->actions[index].days_late);
	json_end_object(writer);
}

/* What would save its date, if the plan does not keep it. */
static void add_json_risk(
	struct cli *cli, struct json_writer *writer, const struct plan *plan, size_t index)
{
	struct buf sentence = BUF_INIT;
	struct plan_risk risk;

	if (plan->actions[index].days_at_risk == 0)
		return;
	risk = plan_risk_find(plan, index);
	plan_risk_text(&sentence, cli->lang, plan, index);
	json_begin_object(writer, NULL);
	json_add_text(writer, "id", plan->actions[index].entry->id);
	json_add_integer(writer, "days", plan->actions[index].days_at_risk);
	json_add_text(writer, "owner", risk.owner);
	json_add_decimal(writer, "short", risk.short_centidays);
	add_json_place(writer, "in_the_way", plan, risk.in_the_way);
	json_add_bool(writer, "would_do", risk.would_do);
	add_json_place(writer, "waits_for", plan, risk.waits_for);
	json_add_text(writer, "text", sentence.text);
	json_end_object(writer);
	buf_release(&sentence);
}

/* By how much it is late, or what would save its date, in a paragraph of its own unless that was
 * said. */
static void add_lateness(struct cli *cli, const struct plan *plan, size_t index, const char *said)
{
	struct buf text = BUF_INIT, reason = BUF_INIT;

	plan_reason(&reason, cli->lang, plan, index);
	if (plan->actions[index].lateness_days > 0 && !strstr(said, reason.text)) {
		buf_add(&text, wording_in(entry_title(plan->actions[index].entry), cli->lang));
		buf_add(&text, text_word(WORD_COLON, cli->lang));
		buf_add(&text, reason.text);
		add_sentence(cli, text.text);
	}
	buf_release(&text);
	buf_release(&reason);
}

static bool answer_why(struct cli *cli, const struct plan *plan, struct err *err)
{
	const char *id = arguments_value(&cli->arguments, OPTION_WHY);
	struct json_writer writer = { .out = &cli->out };
	struct buf sentence = BUF_INIT;
	size_t one, other;

	if (cli->arguments.word_count < 2)
		return err_set(err, ERR_USAGE, MSG_SECOND_ENTRY_NEEDED, id, "--why");
	if (!find_action(cli, plan, id, &one, err) ||
		!find_action(cli, plan, cli->arguments.words[1], &other, err))
		return false;
	if (one == other)
		return err_set(err, ERR_USAGE, MSG_SECOND_ENTRY_NEEDED, id, "--why");
	plan_why_before(&sentence, cli->lang, plan, one, other);
	if (cli_wants_json(cli)) {
		json_begin_object(&writer, NULL);
		json_add_text(&writer, "first", plan->actions[one < other ? one : other].entry->id);
		json_add_text(
			&writer, "second", plan->actions[one < other ? other : one].entry->id);
		json_add_text(&writer, "why", sentence.text);
		json_begin_array(&writer, "late");
		add_json_late(&writer, plan, one);
		add_json_late(&writer, plan, other);
		json_end_array(&writer);
		json_begin_array(&writer, "at_risk");
		add_json_risk(cli, &writer, plan, one);
		add_json_risk(cli, &writer, plan, other);
		json_end_array(&writer);
		json_end_object(&writer);
		buf_add_char(&cli->out, '\n');
	} else {
		add_sentence(cli, sentence.text);
		add_lateness(cli, plan, one, sentence.text);
		add_lateness(cli, plan, other, sentence.text);
	}
	buf_release(&sentence);
	return true;
}

static bool answer_if_done(struct cli *cli, const struct plan *plan, struct err *err)
{
	struct json_writer writer = { .out = &cli->out };
	struct buf sentence = BUF_INIT;
	struct plan_what_if what_if;
	size_t index;

	if (!find_action(cli, plan, arguments_value(&cli->arguments, OPTION_IF_DONE), &index, err))
		return false;
	what_if = plan_if_done(cli->arena, plan, index);
	plan_if_done_text(&sentence, cli->lang, plan, index, &what_if);
	if (cli_wants_json(cli)) {
		json_begin_object(&writer, NULL);
		json_add_text(&writer, "id", plan->actions[index].entry->id);
		json_add_texts(&writer, "frees", what_if.frees.texts, what_if.frees.count);
		json_add_texts(&writer, "sooner", what_if.sooner.texts, what_if.sooner.count);
		json_add_day(&writer, "last_date", what_if.last_day);
		json_add_integer(&writer, "days_sooner", what_if.days_sooner);
		json_add_text(&writer, "if_done", sentence.text);
		json_end_object(&writer);
		buf_add_char(&cli->out, '\n');
	} else {
		add_sentence(cli, sentence.text);
	}
	buf_release(&sentence);
	return true;
}

static bool read_limit(struct cli *cli, size_t *count, struct err *err)
{
	const char *limit = arguments_value(&cli->arguments, OPTION_LIMIT);
	int64_t hundredths;

	if (!limit)
		return true;
	if (!decimal_parse(limit, &hundredths) || hundredths % 100 || hundredths == 0)
		return err_set(err, ERR_USAGE, MSG_NOT_A_COUNT, limit, "--limit");
	*count = (size_t)(hundredths / 100);
	return true;
}

static bool read_grouping(struct cli *cli, enum export_grouping *grouping, struct err *err)
{
	const char *typed = arguments_value(&cli->arguments, OPTION_GROUP);

	if (!typed)
		return true;
	if (strcmp(typed, "owner") == 0)
		*grouping = EXPORT_BY_OWNER;
	else if (strcmp(typed, "date") == 0)
		*grouping = EXPORT_BY_DATE;
	else
		return err_set(err, ERR_USAGE, MSG_NOT_A_GROUPING, typed, "--group");
	return true;
}

static bool run(struct cli *cli, struct err *err)
{
	const struct organisation *org = cli_load(cli, err);
	struct export_plan input = { .lang = cli->lang, .now_utc = cli->now_utc };
	struct plan *plan;

	if (!org || !read_limit(cli, &input.limit, err) ||
		!read_grouping(cli, &input.grouping, err))
		return false;
	input.plan = plan = plan_make(cli->arena, org, cli->today_day);
	if (arguments_has(&cli->arguments, OPTION_WHY))
		return answer_why(cli, plan, err);
	if (cli->arguments.word_count > 1)
		return err_set(
			err, ERR_USAGE, MSG_ARGUMENT_TOO_MANY, cli->arguments.words[1], "plan");
	if (arguments_has(&cli->arguments, OPTION_IF_DONE))
		return answer_if_done(cli, plan, err);
	export_find_plan_format(cli_format(cli))->write(&cli->out, &input);
	return true;
}

// clang-format off
const struct subcommand cli_plan = {
	.name = "plan",
	.arguments = { .fr = "ORG", .en = "ORG" },
	.words_min = 1, .words_max = 2,
	.options = OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_TODAY) | OPTION_BIT(OPTION_WHY) |
		OPTION_BIT(OPTION_IF_DONE) | OPTION_BIT(OPTION_LIMIT) | OPTION_BIT(OPTION_GROUP),
	.add_formats = export_add_plan_formats,
	.summary = { .fr = "ce qui reste, dans l’ordre, et pourquoi", .en = "what remains, in order, and why" },
	.help = {
		.fr = "Les prérequis d’abord, puis les échéances, puis les priorités, puis ce qui rapporte le plus pour chaque jour de travail. Impacts et charges sont des estimations du projet. Avec --why A B : pourquoi l’une passe avant l’autre. Avec --if-done A : ce qui changerait si elle était faite. Avec --group : des titres dans le texte et en Markdown, les lignes dans cet ordre en CSV, un membre groups en JSON.",
		.en = "Requirements first, then due dates, then priorities, then what brings most for each day of work. Impacts and efforts are estimates of the project. With --why A B: why one comes before the other. With --if-done A: what would change if it were done. With --group: headings in text and Markdown, rows in that order in CSV, a member groups in JSON." },
	.example = { .fr = "jalon plan demo --format ics", .en = "jalon plan demo --format ics" },
	.run = run,
};
// clang-format on
