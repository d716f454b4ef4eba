/* SPDX-License-Identifier: MIT */
#include "jalon/session/narrowing.h"

#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/export/describe.h"
#include "jalon/session/names.h"

// clang-format off
const struct wording filter_wordings[FILTER_COUNT] = {
	[FILTER_ALL] = { .fr = "Tout", .en = "All" },
	[FILTER_REMAINING] = { .fr = "Ce qui reste", .en = "What remains" },
	[FILTER_MINE] = { .fr = "Ce qui me reste", .en = "What remains for me" },
	[FILTER_LATE] = { .fr = "En retard", .en = "Late" },
	[FILTER_NEW] = { .fr = "Pas encore vus", .en = "Not looked at yet" },
	[FILTER_AT_RISK] = { .fr = "À risque (selon le plan)", .en = "At risk (by the plan)" },
	[FILTER_NO_DATE] = { .fr = "Ce qui reste sans échéance", .en = "What remains without a due date" },
	[FILTER_OWNER] = { .fr = "Ce qui reste à quelqu’un, ou à personne…", .en = "What remains for somebody, or for nobody…" },
	[FILTER_SERVICE] = { .fr = "Un service…", .en = "A service…" },
	[FILTER_KIND] = { .fr = "Un genre, ou une priorité…", .en = "A kind, or a priority…" },
	[FILTER_PRIORITY] = { .fr = "Une priorité", .en = "A priority" },
};

static const struct wording kind_wordings[KIND_COUNT] = {
	[KIND_RECOMMENDATION] = { .fr = "Recommandations", .en = "Recommendations" },
	[KIND_QUESTION] = { .fr = "Questions", .en = "Questions" },
	[KIND_OPPORTUNITY] = { .fr = "Opportunités", .en = "Opportunities" },
	[KIND_VIGILANCE] = { .fr = "Points de vigilance", .en = "Points of vigilance" },
	[KIND_ACTION] = { .fr = "Nos propres actions", .en = "Our own actions" },
};
// clang-format on

void narrowing_init(struct narrowing *narrowing)
{
	*narrowing =
		(struct narrowing){ .also = BUF_INIT, .search = BUF_INIT, .filter_text = BUF_INIT };
	narrowing->filter.text = narrowing->filter_text.text;
}

void narrowing_release(struct narrowing *narrowing)
{
	buf_release(&narrowing->search);
	buf_release(&narrowing->also);
	buf_release(&narrowing->filter_text);
}

void narrowing_set_filter(struct narrowing *narrowing, const struct filter *filter)
{
	buf_clear(&narrowing->filter_text);
	buf_add(&narrowing->filter_text, filter->text);
	narrowing->filter = *filter;
	narrowing->filter.text = narrowing->filter_text.text;
}

void narrowing_clear(struct narrowing *narrowing)
{
	buf_clear(&narrowing->search);
	buf_clear(&narrowing->also);
	narrowing_set_filter(narrowing, &(const struct filter){ FILTER_ALL, 0, "" });
}

void narrowing_show_also(struct narrowing *narrowing, const char *entry_id)
{
	buf_clear(&narrowing->also);
	buf_add(&narrowing->also, entry_id);
}

bool narrowing_is_on(const struct narrowing *narrowing)
{
	return narrowing->search.len || narrowing->filter.kind != FILTER_ALL;
}

static void add(struct filter **choices, size_t *count, struct filter filter)
{
	(*choices)[(*count)++] = filter;
}

size_t narrowing_choices(struct arena *arena, const struct organisation *org, enum filter_kind kind,
	struct filter **choices)
{
	struct string_list names = names_known(arena, org);
	size_t count = 0;

	*choices = ARENA_ARRAY(arena, struct filter,
		names.count + org->service_count + PRIORITY_COUNT + KIND_COUNT + 1);
	if (kind == FILTER_OWNER)
		add(choices, &count, (struct filter){ kind, 0, "" });
	for (size_t i = 0; kind == FILTER_OWNER && i < names.count; i++)
		add(choices, &count, (struct filter){ kind, 0, names.texts[i] });
	for (size_t i = 0; kind == FILTER_SERVICE && i < org->service_count; i++)
		add(choices, &count, (struct filter){ kind, 0, org->services[i].id });
	for (int i = 0; kind == FILTER_KIND && i < KIND_COUNT; i++)
		add(choices, &count, (struct filter){ kind, i, "" });
	for (int i = PRIORITY_MUST; kind == FILTER_KIND && i < PRIORITY_COUNT; i++)
		add(choices, &count, (struct filter){ FILTER_PRIORITY, i, "" });
	return count;
}

void narrowing_add_filter(struct buf *out, const struct filter *filter,
	const struct organisation *org, enum lang lang)
{
	const struct service *service;

	if (filter->kind == FILTER_OWNER && filter->text[0]) {
		text_tui_remains_for(out, lang, filter->text);
	} else if (filter->kind == FILTER_OWNER) {
		buf_add(out, text_word(WORD_REMAINS_FOR_NOBODY, lang));
	} else if (filter->kind == FILTER_PRIORITY) {
		buf_add(out,
			text_word(describe_priority_word((enum priority)filter->number), lang));
	} else if (filter->kind == FILTER_SERVICE) {
		service = organisation_find_service(org, filter->text);
		buf_add(out, service ? service->name : filter->text);
	} else if (filter->kind == FILTER_KIND) {
		buf_add(out, wording_in(kind_wordings[filter->number], lang));
	} else {
		buf_add(out, wording_in(filter_wordings[filter->kind], lang));
	}
}
