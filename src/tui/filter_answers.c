/* SPDX-License-Identifier: MIT */
#include "tui/filter_answers.h"

#include "jalon/text/words.h"

enum { TEXT_X = 5, COUNT_CELLS = 6, DIGITS = 10 };

/* The key that shows it, what it is, and how many that leaves; −1: not to be told. */
static void draw(
	struct canvas *canvas, int y, int choice, enum role role, const char *text, int count)
{
	struct buf number = BUF_INIT;
	int right = canvas->w - 1;

	if (choice < DIGITS)
		buf_add_format(&number, "%d", (choice + 1) % DIGITS);
	canvas_put(canvas, 2, y, 2, role, number.text);
	buf_clear(&number);
	if (count >= 0)
		buf_add_format(&number, "%d", count);
	right = canvas_put_right(canvas, right, y, COUNT_CELLS, ROLE_DIM, number.text);
	canvas_put(canvas, TEXT_X, y, right - TEXT_X - 1, role, text);
	buf_release(&number);
}

static int count_left(const struct session *session, const struct filter *filter)
{
	int count = 0;

	for (size_t i = 0; i < session->org->entry_count; i++)
		count += filter_accepts(filter, &session->org->entries[i], session->options.author,
			session->today_day);
	return count;
}

static void show(struct session *session, const struct filter *filter)
{
	narrowing_set_filter(&session->narrowing, filter);
	session_look_again(session);
}

int filter_count_kinds(const struct session *session)
{
	(void)session;
	/* Priorities are asked for along with kinds: a menu has ten keys. */
	return FILTER_PRIORITY;
}

void filter_draw_kind(
	const struct session *session, struct canvas *canvas, int y, int choice, enum role role)
{
	const struct filter filter = { (enum filter_kind)choice, 0, "" };
	/* What is at risk only the plan knows, and that takes a while. */
	bool is_counted = choice < FILTER_OWNER && choice != FILTER_AT_RISK;

	draw(canvas, y, choice, role, wording_in(filter_wordings[choice], session->lang),
		is_counted ? count_left(session, &filter) : -1);
}

bool filter_accept_kind(const struct answer *answer, struct wish *wish, struct err *err)
{
	const struct filter filter = { (enum filter_kind)answer->choice, 0, "" };
	struct session *session = answer->call.session;

	(void)err;
	session->narrowing.asked = filter.kind;
	if (filter.kind < FILTER_OWNER)
		show(session, &filter);
	else if (filter_count_values(session))
		*wish = wish_ask(FORM_FILTER_VALUE, "", NULL);
	else
		notice_say(&session->notice, text_word(WORD_NO_SERVICE_YET, session->lang));
	return true;
}

int filter_count_values(const struct session *session)
{
	struct arena *arena = arena_new();
	struct filter *values;
	int count = (int)narrowing_choices(arena, session->org, session->narrowing.asked, &values);

	arena_free(arena);
	return count;
}

/* Somebody may have taken one away meanwhile. */
static struct filter value_at(struct arena *arena, const struct session *session, int choice)
{
	struct filter *values;
	size_t count = narrowing_choices(arena, session->org, session->narrowing.asked, &values);

	return choice >= 0 && (size_t)choice < count ? values[choice]
						     : (struct filter){ FILTER_ALL, 0, "" };
}

void filter_draw_value(
	const struct session *session, struct canvas *canvas, int y, int choice, enum role role)
{
	struct arena *arena = arena_new();
	struct filter filter = value_at(arena, session, choice);
	struct buf text = BUF_INIT;

	narrowing_add_filter(&text, &filter, session->org, session->lang);
	draw(canvas, y, choice, role, text.text, count_left(session, &filter));
	buf_release(&text);
	arena_free(arena);
}

bool filter_accept_value(const struct answer *answer, struct wish *wish, struct err *err)
{
	struct session *session = answer->call.session;
	struct filter filter = value_at(session->arena, session, answer->choice);

	(void)wish;
	(void)err;
	show(session, &filter);
	return true;
}
