/* SPDX-License-Identifier: MIT */
#include "play.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

/* What is said, with plain blanks. */
static const char *said(struct play *play, struct buf *out)
{
	const char *text = play->app->session->notice.text.text;

	buf_clear(out);
	for (; *text; text++) {
		bool is_blank = strncmp(text, "\u00a0", 2) == 0;

		text += is_blank;
		buf_add_char(out, is_blank ? ' ' : *text);
	}
	return out->text;
}

static const struct {
	const char *name, *keys, *said;
	enum view view;
} plays[] = {
	{ "in the list", "Home Down Space Down Down u", "Annulé : statut de « ", VIEW_CHECKLIST },
	{ "done again, it is not in the plan: to the list", "Home Down Space 4 u", "(Liste, ",
		VIEW_CHECKLIST },
	{ "to do again, it is in the plan", "Home Down Space u 4 Ctrl-R", "(Plan, ", VIEW_PLAN },
};

static void open_at(struct play *play, const char *keys)
{
	*play = play_open_french("demo", 80, 24);
	play_keys(play, keys);
}

Test(taking_back, says_what_it_was_and_goes_there)
{
	for (size_t i = 0; i < ARRAY_LEN(plays); i++) {
		struct play play;
		struct buf text = BUF_INIT;

		open_at(&play, plays[i].keys);
		cr_expect(strstr(said(&play, &text), plays[i].said), "%s: %s", plays[i].name,
			text.text);
		cr_expect_eq(play.app->view, plays[i].view, "%s", plays[i].name);
		buf_release(&text);
		play_close(&play);
	}
}

/* Whatever hides it: folded sections, a search, a filter. */
Test(taking_back, shows_it_whatever_hid_it)
{
	static const char *const hidden[] = { "Home Left", "f 4 Enter", NULL };

	for (size_t i = 0; i < ARRAY_LEN(hidden); i++) {
		struct play play;
		char selected[160];

		open_at(&play, "Home Down Space");
		snprintf(selected, sizeof(selected), "%s", play_selected(&play));
		cr_assert(selected[0]);
		if (hidden[i]) {
			play_keys(&play, hidden[i]);
		} else {
			play_keys(&play, "/");
			play_type(&play, "zzzz");
			play_keys(&play, "Enter");
		}
		cr_assert_str_neq(play_selected(&play), selected, "it was hidden");
		play_keys(&play, "u");
		cr_expect_str_eq(play_selected(&play), selected, "%zu", i);
		play_close(&play);
	}
}

Test(taking_back, of_an_action_stays_at_what_it_stood_under)
{
	struct play play;
	struct buf text = BUF_INIT;
	char parent[160];

	open_at(&play, "Home Down");
	snprintf(parent, sizeof(parent), "%s", play_selected(&play));
	play_keys(&play, "a");
	play_type(&play, "Appeler la mission locale");
	play_keys(&play, "Enter End u");
	cr_expect_str_eq(said(&play, &text),
		"Annulé : action « Appeler la mission locale » (Liste, à l’instant)");
	cr_expect_str_eq(play_selected(&play), parent);
	play_keys(&play, "End Ctrl-R");
	cr_expect(strstr(said(&play, &text), "Rétabli : action « Appeler la mission locale »"),
		"%s", text.text);
	cr_expect_str_eq(play_selected(&play), "a3");
	buf_release(&text);
	play_close(&play);
}
