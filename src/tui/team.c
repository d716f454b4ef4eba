/* SPDX-License-Identifier: MIT */
#include "tui/team.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"

static void add(struct team *team, struct arena *arena, enum teammate_kind kind, const char *name,
	int capacity_centidays)
{
	team->people[team->count++] = (struct teammate){ .kind = kind,
		.name = arena_copy(arena, name),
		.capacity_centidays = capacity_centidays };
}

static struct teammate *find(const struct team *team, const char *name)
{
	for (size_t i = 0; i < team->count; i++) {
		if (strcmp(team->people[i].name, name) == 0)
			return &team->people[i];
	}
	return NULL;
}

struct team team_of(struct arena *arena, const struct organisation *org, int today_day)
{
	struct team team = {
		ARENA_ARRAY(arena, struct teammate, 1 + org->member_count + org->entry_count), 0
	};

	add(&team, arena, TEAM_ITSELF, "", org->capacity_centidays);
	for (size_t i = 0; i < org->member_count; i++)
		add(&team, arena, TEAM_MEMBER, org->members[i].name,
			org->members[i].capacity_centidays);
	for (size_t i = 0; i < org->entry_count; i++) {
		const struct entry *entry = &org->entries[i];

		if (!entry_is_remaining(entry, today_day))
			continue;
		if (!find(&team, entry->owner))
			add(&team, arena, TEAM_OUTSIDER, entry->owner, org->capacity_centidays);
		find(&team, entry->owner)->open++;
	}
	return team;
}

void team_add_capacity(struct buf *out, enum lang lang, int capacity_centidays)
{
	struct buf figure = BUF_INIT;

	text_effort_figure(&figure, lang, capacity_centidays);
	text_tui_days_a_week(out, lang, figure.text);
	buf_release(&figure);
}

void team_add_capacities(struct buf *out, const struct organisation *org, enum lang lang, int cells)
{
	struct buf text = BUF_INIT;

	for (size_t i = 0; i < org->member_count; i++) {
		utf8_clean_line(&text, org->members[i].name);
		buf_add_char(&text, ' ');
		text_effort_figure(&text, lang, org->members[i].capacity_centidays);
		buf_add(&text, ", ");
	}
	buf_add_format(&text, "%s ", text_word(WORD_TEAM, lang));
	team_add_capacity(&text, lang, org->capacity_centidays);
	if (org->member_count && utf8_width_cells(text.text, text.len) > cells) {
		buf_clear(&text);
		buf_add_format(&text, "%s ", text_word(WORD_TEAM, lang));
		team_add_capacity(&text, lang, org->capacity_centidays);
		buf_add_format(&text, " +%zu", org->member_count);
	}
	if (utf8_width_cells(text.text, text.len) <= cells)
		buf_add(out, text.text);
	buf_release(&text);
}
