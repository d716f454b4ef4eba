/* SPDX-License-Identifier: MIT
 *
 * A check list that people paste into their wiki or their tracker: GitHub's task lists, which
 * others show as a plain list. */
#include "jalon/export/plan_line.h"

#include <string.h>
#include <strings.h>

#include "jalon/base/utf8.h"
#include "jalon/text/words.h"
#include "jalon/export/describe.h"
#include "jalon/export/groups.h"

/* What Markdown would read as its own: signs anywhere, what begins a list at the start of a line
 * ("- ", "1. "), and the sign that makes a link of a bare address ("http://", "www."). */
static bool begins_list(const char *text, size_t at)
{
	size_t digits = strspn(text, "0123456789");

	if (at == 0)
		return text[0] == '+' || text[0] == '-';
	return at == digits && (text[at] == '.' || text[at] == ')');
}

static bool makes_link(const char *text, size_t at)
{
	return strncmp(text + at, "://", 3) == 0 ||
	       (at >= 3 && text[at] == '.' && strncasecmp(text + at - 3, "www", 3) == 0);
}

static bool is_escaped(const char *text, size_t at)
{
	return strchr("\\`*_[]<>|&#~$", text[at]) || begins_list(text, at) || makes_link(text, at);
}

/* Without the blanks around it: beside one, "**" would be but two signs. */
static void add_escaped(struct buf *out, const char *text)
{
	struct buf clean = BUF_INIT;
	const char *first;

	utf8_clean_line(&clean, text);
	while (clean.len && clean.text[clean.len - 1] == ' ')
		buf_cut(&clean, clean.len - 1);
	first = clean.text + strspn(clean.text, " ");
	for (size_t i = 0; first[i]; i++) {
		if (is_escaped(first, i))
			buf_add_char(out, '\\');
		buf_add_char(out, first[i]);
	}
	buf_release(&clean);
}

static void add_action(struct buf *out, const struct export_plan *input, size_t index)
{
	const struct plan_action *action = &input->plan->actions[index];
	struct buf text = BUF_INIT;

	buf_add(out, "- [ ] **");
	describe_title(&text, action->entry, input->lang);
	add_escaped(out, text.text);
	buf_add(out, "** — ");
	buf_clear(&text);
	plan_line_add(&text, input, action);
	add_escaped(out, text.text);
	/* Two blanks end the line; the reason stays in the same point of the list. */
	buf_add(out, "  \n      ");
	buf_clear(&text);
	plan_reason(&text, input->lang, input->plan, index);
	add_escaped(out, text.text);
	buf_add_char(out, '\n');
	buf_release(&text);
}

static void add_group(
	struct buf *out, const struct export_plan *input, const struct export_group *group)
{
	if (group->title) {
		buf_add(out, "## ");
		add_escaped(out, group->title);
		buf_add(out, "\n\n");
	}
	for (size_t i = 0; i < group->count; i++)
		add_action(out, input, group->actions[i]);
	if (group->title)
		buf_add_char(out, '\n');
}

static void write_plan(struct buf *out, const struct export_plan *input)
{
	struct arena *arena = arena_new();
	struct export_groups made = export_group_actions(arena, input);
	struct buf text = BUF_INIT;

	buf_add(out, "# ");
	add_escaped(out, input->plan->org->name);
	buf_add(out, "\n\n");
	plan_line_add_head(&text, input);
	add_escaped(out, text.text);
	buf_add(out, "\n\n");
	for (size_t i = 0; i < made.count; i++)
		add_group(out, input, &made.groups[i]);
	if (input->plan->count == 0)
		buf_add_format(out, "%s\n", text_word(WORD_NOTHING_REMAINS, input->lang));
	if (input->plan->set_aside_count > 0)
		buf_add_format(out, "\n## %s\n\n", text_word(WORD_EXPORT_SET_ASIDE, input->lang));
	for (size_t i = 0; i < input->plan->set_aside_count; i++) {
		buf_clear(&text);
		plan_line_add_set_aside(&text, input, &input->plan->set_aside[i]);
		buf_add(out, "- ");
		add_escaped(out, text.text);
		buf_add_char(out, '\n');
	}
	buf_release(&text);
	arena_free(arena);
}

const struct export_plan_format export_plan_markdown = {
	.name = "md",
	.label = { .fr = "Une liste à cocher, en Markdown.", .en = "A list to tick, in Markdown." },
	.write = write_plan,
};
