/* SPDX-License-Identifier: MIT
 *
 * A form's `accept` turns the answer into changes, or says in `err` why it cannot; then the
 * dialogue stays with what was typed. What follows an accepted answer (a review date after a
 * reason) is the form's `next`. */
#include "jalon/tui/form.h"

#include <stdio.h>
#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/errors.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/tui/command.h"
#include "jalon/tui/complete.h"
#include "jalon/tui/conflict.h"
#include "jalon/tui/drafts.h"
#include "jalon/tui/plan_view.h"
#include "jalon/tui/typed.h"
#include "jalon/tui/workshop.h"

struct form {
	struct wording label, hint;
	bool several_lines;
	const char *purpose; /* of the drafts of such a text; NULL: too short to be kept */
	enum form_name next; /* FORM_COUNT: none */
	bool (*accept)(
		struct app *app, const char *text, struct change_list *changes, struct err *err);
	/* Choices, one a row; none where a text is asked. */
	const struct wording *choices;
	int choice_count;
	/* The same where they depend on what is asked about. */
	int (*count_choices)(const struct app *app);
	void (*draw_choice)(
		const struct app *app, struct canvas *canvas, int y, int choice, enum role role);
};

static const struct entry *about(const struct app *app)
{
	return app->org ? organisation_find_entry(app->org, app->dialogue.entry) : NULL;
}

static bool entry_is_gone(const struct app *app, struct err *err)
{
	return about(app) == NULL &&
	       !err_set(err, ERR_FAILED, MSG_NO_SUCH_ENTRY, app->dialogue.entry, "%s", "");
}

static bool add_field(struct app *app, enum field field, const char *text,
	struct change_list *changes, struct err *err)
{
	struct change change = { .field = field, .from = VALUE_NONE, .to = VALUE_NONE };
	const char *canonical;
	struct entry changed;

	if (entry_is_gone(app, err) ||
		!field_parse(field, text, app->command_arena, &canonical, err))
		return false;
	/* As the entry will hold it: a value equal to the default is not said. */
	changed = *about(app);
	field_set(field, &changed, canonical);
	change.entry = about(app)->id;
	change.from.text = arena_copy(app->command_arena, app->dialogue.seen[field]);
	change.to.text = field_get(field, &changed, app->command_arena);
	if (strcmp(change.from.text, change.to.text) != 0)
		change_list_add(changes, app->command_arena, change);
	return true;
}

static bool accept_note(
	struct app *app, const char *text, struct change_list *changes, struct err *err)
{
	if (entry_is_gone(app, err))
		return false;
	/* Nothing typed is nothing said. */
	if (!utf8_is_blank(text))
		change_list_add_note(changes, app->command_arena, app->dialogue.entry,
			app->options.now_utc(), app->options.author, text);
	return true;
}

static bool accept_owner(
	struct app *app, const char *text, struct change_list *changes, struct err *err)
{
	return add_field(app, FIELD_OWNER, text, changes, err);
}

static bool add_day(struct app *app, enum field field, const char *text,
	struct change_list *changes, struct err *err)
{
	char iso[DATE_TEXT_SIZE] = "";
	int day;

	if (!utf8_is_blank(text)) {
		if (!text_parse_day(text, app->today_day, &day))
			return err_set(err, ERR_USAGE, MSG_NOT_A_DAY, text, "%s", "");
		date_format(iso, day);
	}
	return add_field(app, field, iso, changes, err);
}

static bool accept_due(
	struct app *app, const char *text, struct change_list *changes, struct err *err)
{
	return add_day(app, FIELD_DUE, text, changes, err);
}

static bool accept_reason(
	struct app *app, const char *text, struct change_list *changes, struct err *err)
{
	if (utf8_is_blank(text))
		return err_set(err, ERR_USAGE, MSG_REASON_WANTED, NULL, "%s", "");
	return add_field(app, FIELD_REASON, text, changes, err) &&
	       add_field(app, FIELD_STATUS, status_name(STATUS_NOT_APPLICABLE), changes, err);
}

static bool accept_review(
	struct app *app, const char *text, struct change_list *changes, struct err *err)
{
	return add_day(app, FIELD_REVIEW, text, changes, err);
}

/* "5 0,5": impact, then effort; either may be alone before or behind a comma-free blank. */
static bool accept_estimate(
	struct app *app, const char *text, struct change_list *changes, struct err *err)
{
	char *copy = arena_copy(app->command_arena, text);
	char *rest, *impact = strtok_r(copy, " \t", &rest);
	char *effort = impact ? strtok_r(NULL, " \t", &rest) : NULL;

	if (!impact || !effort || strtok_r(NULL, " \t", &rest))
		return err_set(err, ERR_USAGE, MSG_NOT_AN_ESTIMATE, text, "%s", "");
	return add_field(app, FIELD_IMPACT, impact, changes, err) &&
	       add_field(app, FIELD_EFFORT, effort, changes, err);
}

static bool accept_action(
	struct app *app, const char *text, struct change_list *changes, struct err *err)
{
	struct action *action = ARENA_NEW(app->command_arena, struct action);
	const struct entry *entry = about(app);

	(void)err;
	if (utf8_is_blank(text))
		return true;
	*action = (struct action){ .id = "", .title = text, .item = "" };
	if (entry && entry->action)
		action->item = entry->action->item;
	else if (entry)
		action->item = entry->id;
	change_list_add(changes, app->command_arena,
		(struct change){ .entry = CHANGE_NEW_ACTION,
			.field = FIELD_ACTION,
			.from = VALUE_NONE,
			.to = { .text = "", .action = action } });
	return true;
}

static bool accept_service(
	struct app *app, const char *text, struct change_list *changes, struct err *err)
{
	struct service *service = ARENA_NEW(app->command_arena, struct service);

	(void)err;
	if (utf8_is_blank(text))
		return true;
	*service = (struct service){ .id = "", .name = text };
	change_list_add(changes, app->command_arena,
		(struct change){ .entry = "",
			.field = FIELD_SERVICE,
			.from = VALUE_NONE,
			.to = { .text = "", .service = service } });
	return true;
}

static bool accept_search(
	struct app *app, const char *text, struct change_list *changes, struct err *err)
{
	struct pager *pager = app->overlay != OVERLAY_NONE ? &app->overlay_text : &app->guide;
	bool in_text = app->overlay != OVERLAY_NONE || app->view == VIEW_GUIDE;

	(void)changes;
	buf_clear(app_search(app));
	buf_add(app_search(app), text);
	app_look_again(app);
	if (in_text && text[0] && !pager_search(pager, text))
		return err_set(err, ERR_USAGE, MSG_NOT_FOUND, text, "%s", "");
	return true;
}

static bool accept_new(
	struct app *app, const char *text, struct change_list *changes, struct err *err)
{
	struct organisation_new wanted = { .name = text,
		.has_language = app->options.has_lang,
		.language = app->lang,
		.author = app->options.author,
		.at_utc = app->options.now_utc() };

	bool unsynced;

	(void)changes;
	if (utf8_is_blank(text))
		return err_set(err, ERR_USAGE, MSG_TEXT_NEEDED, NULL, "%s", "");
	wanted.id = id_from_text(app->command_arena, text);
	if (!wanted.id[0])
		wanted.id = "organisation";
	if (!workshop_count(app, WORKSHOP_NEW_SIZE, err))
		return false;
	if (!store_create(app->options.store, &wanted, &unsynced, err))
		return false;
	app_open(app, wanted.id);
	app_notice(app, text_word(unsynced ? WORD_NOT_SYNCED : WORD_WELCOME, app->lang));
	return true;
}

static bool accept_filter(
	struct app *app, const char *text, struct change_list *changes, struct err *err)
{
	(void)text;
	(void)changes;
	(void)err;
	app->filter = (enum filter)app->dialogue.choice;
	app_look_again(app);
	return true;
}

static bool accept_look(
	struct app *app, const char *text, struct change_list *changes, struct err *err)
{
	(void)text;
	(void)changes;
	(void)err;
	plan_view_look(app, (enum plan_look)app->dialogue.choice);
	return true;
}

// clang-format off
static const struct form forms[FORM_COUNT] = {
	[FORM_NOTE] = { .label = { .fr = "Note", .en = "Note" }, .several_lines = true, .purpose = "note", .next = FORM_COUNT, .accept = accept_note,
		.hint = { .fr = "Entrée enregistre · Ctrl-J va à la ligne · Échap garde · Ctrl-X jette", .en = "Enter saves · Ctrl-J starts a new line · Esc keeps it for later · Ctrl-X drops" } },
	[FORM_OWNER] = { .label = { .fr = "Qui s’en occupe ?", .en = "Who takes care of it?" }, .next = FORM_COUNT, .accept = accept_owner,
		.hint = { .fr = "Tab propose un nom · vide : personne · Échap abandonne", .en = "Tab offers a name · empty: nobody · Esc gives up" } },
	[FORM_DUE] = { .label = { .fr = "Pour quand ?", .en = "By when?" }, .next = FORM_COUNT, .accept = accept_due,
		.hint = { .fr = "15/01/2027, +3s, vendredi… · vide : pas d’échéance", .en = "2027-01-15, 15/01/2027, +3w, friday… · empty: no date" } },
	[FORM_REASON] = { .label = { .fr = "Sans objet : pourquoi ?", .en = "Not applicable: why?" }, .purpose = "reason", .next = FORM_REVIEW, .accept = accept_reason,
		.hint = { .fr = "Entrée enregistre · Échap garde un brouillon · Ctrl-X jette", .en = "Enter saves · Esc keeps a draft · Ctrl-X drops it" } },
	[FORM_REVIEW] = { .label = { .fr = "À revoir quand ?", .en = "To be reviewed when?" }, .next = FORM_COUNT, .accept = accept_review,
		.hint = { .fr = "+1m, 15/01/2027… · vide : jamais · après ce jour le point sera à refaire", .en = "+1m, 2027-01-15… · empty: never · after that day it is to do again" } },
	[FORM_ESTIMATE] = { .label = { .fr = "Impact et charge", .en = "Impact and effort" }, .next = FORM_COUNT, .accept = accept_estimate,
		.hint = { .fr = "impact de 1 à 100, puis jours-personne, par exemple : 5 0,5", .en = "impact from 1 to 100, then person-days, for example: 5 0.5" } },
	[FORM_ACTION] = { .label = { .fr = "Votre action", .en = "Your action" }, .purpose = "action", .next = FORM_COUNT, .accept = accept_action,
		.hint = { .fr = "ce qu’il y a à faire, en quelques mots", .en = "what there is to do, in a few words" } },
	[FORM_SERVICE] = { .label = { .fr = "Service numérique", .en = "Digital service" }, .next = FORM_COUNT, .accept = accept_service,
		.hint = { .fr = "son nom : les trois questions se poseront pour lui", .en = "its name: the three questions will be asked for it" } },
	[FORM_SEARCH] = { .label = { .fr = "Chercher", .en = "Search" }, .next = FORM_COUNT, .accept = accept_search,
		.hint = { .fr = "un ou plusieurs mots · vide : tout montrer", .en = "one or more words · empty: show all" } },
	[FORM_NEW] = { .label = { .fr = "Nom de votre organisation", .en = "Name of your organisation" }, .next = FORM_COUNT, .accept = accept_new,
		.hint = { .fr = "Entrée la crée et ouvre le guide · Échap abandonne", .en = "Enter makes it and opens the guide · Esc gives up" } },
	[FORM_FILTER] = { .label = { .fr = "Montrer", .en = "Show" }, .next = FORM_COUNT, .accept = accept_filter,
		.hint = { .fr = "↑ ↓ choisissent · Entrée montre · Échap abandonne", .en = "↑ ↓ choose · Enter shows · Esc gives up" },
		.choices = filter_wordings, .choice_count = FILTER_COUNT },
	[FORM_LOOK] = { .label = { .fr = "Regarder le plan", .en = "Look at the plan" }, .next = FORM_COUNT, .accept = accept_look,
		.hint = { .fr = "↑ ↓ ou un chiffre choisissent · Entrée montre · Échap abandonne", .en = "↑ ↓ or a digit choose · Enter shows · Esc gives up" },
		.choices = plan_look_choices, .choice_count = LOOK_COUNT },
	[FORM_CONFLICT] = { .label = { .fr = "Quelqu’un a changé la même valeur", .en = "Somebody changed the same value" }, .next = FORM_COUNT, .accept = conflict_accept,
		.hint = { .fr = "↑ ↓ choisissent · Entrée décide · Échap garde la leur", .en = "↑ ↓ choose · Enter decides · Esc keeps theirs" },
		.count_choices = conflict_choice_count, .draw_choice = conflict_draw_choice },
	[FORM_CONFLICT_VALUE] = { .label = { .fr = "Une autre valeur", .en = "Another value" }, .next = FORM_COUNT, .accept = conflict_accept_value,
		.hint = { .fr = "Entrée l’enregistre · Échap revient aux deux autres", .en = "Enter saves it · Esc goes back to the other two" } },
	[FORM_WHO] = { .label = { .fr = "Qui êtes-vous ?", .en = "Who are you?" }, .next = FORM_COUNT, .accept = workshop_accept_name,
		.hint = { .fr = "le nom de votre groupe, ou le vôtre · Entrée commence · Échap quitte", .en = "the name of your group, or your own · Enter begins · Esc leaves" } },
};
// clang-format on

bool form_is_open(const struct app *app)
{
	return app->dialogue.form != NULL;
}

bool form_is_writing(const struct app *app)
{
	return app->dialogue.form && app->dialogue.form->purpose;
}

const char *form_purpose(const struct app *app)
{
	return form_is_writing(app) ? app->dialogue.form->purpose : "";
}

static void note_what_is_seen(struct app *app)
{
	struct dialogue *dialogue = &app->dialogue;
	const struct entry *entry = about(app);

	arena_clear(dialogue->seen_arena);
	for (int field = 0; field < FIELD_PIN; field++) {
		const char *text = "";

		if (entry)
			text = field_get((enum field)field, entry, app->command_arena);
		dialogue->seen[field] = arena_copy(dialogue->seen_arena, text);
	}
}

void form_open(struct app *app, enum form_name name, const char *entry_id, const char *text)
{
	struct dialogue *dialogue = &app->dialogue;

	if (app->broken.code != ERR_NONE && name != FORM_SEARCH && name != FORM_FILTER &&
		name != FORM_LOOK) {
		app_notice_err(app, &app->broken);
		return;
	}
	dialogue->form = &forms[name];
	snprintf(dialogue->entry, sizeof(dialogue->entry), "%s", entry_id);
	note_what_is_seen(app);
	edit_release(&dialogue->edit);
	edit_init(&dialogue->edit, text, forms[name].several_lines);
	/* A value is put in another's place; words are gone on with. */
	if (!forms[name].purpose)
		edit_offer(&dialogue->edit);
	dialogue->choice = name == FORM_FILTER ? (int)app->filter
			   : name == FORM_LOOK ? (int)app->look
					       : 0;
	dialogue->edit.size_max = workshop_text_max(app, forms[name].several_lines);
	buf_clear(&dialogue->error);
	if (forms[name].purpose)
		drafts_begin(app, forms[name].purpose);
}

void form_close(struct app *app)
{
	app->dialogue.form = NULL;
	draft_close(app->dialogue.draft);
	app->dialogue.draft = NULL;
	edit_release(&app->dialogue.edit);
	edit_init(&app->dialogue.edit, "", false);
	buf_clear(&app->dialogue.error);
}

static void show_error(struct app *app, const struct err *err)
{
	buf_clear(&app->dialogue.error);
	app_say_err(app, &app->dialogue.error, err);
}

/* Nothing typed is thrown away: the dialogue closes only once the answer is on the disk. */
static void answer(struct app *app)
{
	const struct form *form = app->dialogue.form;
	struct change_list changes = { NULL, 0, 0 };
	struct err err = ERR_INIT;
	const char *text = arena_copy(app->command_arena, app->dialogue.edit.text.text);
	const char *review = "";
	const struct entry *entry;

	if (!form->accept(app, text, &changes, &err)) {
		show_error(app, &err);
		return;
	}
	/* It asks further. */
	if (app->dialogue.form != form)
		return;
	if (!app_commit(app, &changes, &err)) {
		/* A conflict asks in a dialogue of its own, or once more. */
		if (app->dialogue.form == form && err.code != ERR_CONFLICT)
			show_error(app, &err);
		return;
	}
	/* The answer may have led to another question. */
	if (app->dialogue.form != form)
		return;
	/* Who keeps theirs may still want the words of one's own. */
	if (form != &forms[FORM_CONFLICT] || changes.count)
		drafts_remove(app);
	if (form->next == FORM_COUNT) {
		form_close(app);
		return;
	}
	entry = about(app);
	if (entry)
		review = typed_value(
			app, FIELD_REVIEW, field_get(FIELD_REVIEW, entry, app->command_arena));
	form_open(app, form->next, arena_copy(app->command_arena, app->dialogue.entry), review);
}

static int choice_count(const struct app *app)
{
	const struct form *form = app->dialogue.form;

	return form->count_choices ? form->count_choices(app) : form->choice_count;
}

static bool choose(struct app *app, struct key key)
{
	struct dialogue *dialogue = &app->dialogue;
	int count = choice_count(app);

	if (count == 0)
		return false;
	if (key.code == KEY_CODE_DOWN || key.code == 'j')
		dialogue->choice = (dialogue->choice + 1) % count;
	else if (key.code == KEY_CODE_UP || key.code == 'k')
		dialogue->choice = (dialogue->choice + count - 1) % count;
	else if (key.code >= '1' && key.code < '1' + (uint32_t)count)
		dialogue->choice = (int)(key.code - '1');
	return true;
}

static void say_what_was_cut(struct app *app)
{
	struct edit *edit = &app->dialogue.edit;
	int count = 0;

	if (!edit->was_cut)
		return;
	edit->was_cut = false;
	for (size_t at = 0; at < edit->text.len; count++)
		at = utf8_next(edit->text.text, edit->text.len, at);
	buf_clear(&app->dialogue.error);
	text_tui_kept_first(&app->dialogue.error, app->lang, count);
}

void form_paste(struct app *app, const char *text, size_t len)
{
	edit_insert(&app->dialogue.edit, text, len);
	drafts_keep(app);
	say_what_was_cut(app);
}

void form_key(struct app *app, struct key key)
{
	struct dialogue *dialogue = &app->dialogue;

	if (key.code == KEY_ESCAPE_CODE && dialogue->form == &forms[FORM_CONFLICT_VALUE]) {
		form_open(app, FORM_CONFLICT, app->conflict.entry, "");
		return;
	}
	if (key.code == KEY_ESCAPE_CODE && !drafts_leave(app)) {
		buf_clear(&dialogue->error);
		buf_add(&dialogue->error, text_word(WORD_CANNOT_KEEP_DRAFT, app->lang));
		return;
	}
	if (key.code == KEY_ESCAPE_CODE) {
		/* Nobody goes in without a name. */
		app->quitting = workshop_asks(app);
		form_close(app);
		return;
	}
	if (key.code == KEY_ENTER_CODE && !key.alt) {
		answer(app);
		return;
	}
	if (choose(app, key))
		return;
	if (key.code == KEY_CTRL('X') && dialogue->draft) {
		drafts_remove(app);
		app_notice(app, text_word(WORD_DRAFT_DROPPED, app->lang));
		form_close(app);
		return;
	}
	buf_clear(&dialogue->error);
	if (key.code == KEY_TAB_CODE && dialogue->form == &forms[FORM_OWNER])
		complete_owner(app);
	else if (key.code == KEY_CTRL('R'))
		drafts_take_lost(app);
	else
		edit_key(&dialogue->edit, key);
	drafts_keep(app);
	say_what_was_cut(app);
}

static int answer_rows(const struct app *app, int w, int h)
{
	const struct dialogue *dialogue = &app->dialogue;
	int most = h / 2 - 2, rows = 1;

	if (choice_count(app))
		rows = choice_count(app);
	else if (dialogue->form->several_lines)
		rows = edit_rows(&dialogue->edit, w - 3);
	if (dialogue->form->several_lines && rows < 3)
		rows = 3;
	/* Of two values both must be seen. */
	if (dialogue->form == &forms[FORM_CONFLICT] && most < 2)
		most = 2;
	if (rows > most)
		rows = most;
	return rows < 1 ? 1 : rows;
}

/* What helps to answer, or why the answer was not taken. */
static const char *advice(const struct app *app)
{
	if (app->dialogue.error.len)
		return app->dialogue.error.text;
	return wording_in(app->dialogue.form->hint, app->lang);
}

static int advice_rows(const struct app *app, int w, int h)
{
	int most = app->dialogue.error.len ? 3 : 2;

	return draw_text_rows(advice(app), w - 2, h >= 12 ? most : most - 1);
}

int form_rows(const struct app *app, int w, int h)
{
	if (!form_is_open(app))
		return 0;
	/* Label and answer; the advice begins on the row of the key bar. */
	return 1 + answer_rows(app, w, h) + (h >= 12 ? 1 : 0) + advice_rows(app, w, h) - 1;
}

static void draw_choices(const struct app *app, struct canvas *canvas, int y, int rows)
{
	const struct dialogue *dialogue = &app->dialogue;
	int top = dialogue->choice >= rows ? dialogue->choice - rows + 1 : 0;

	for (int i = 0; i < rows && top + i < choice_count(app); i++) {
		bool chosen = top + i == dialogue->choice;
		enum role role = chosen ? ROLE_SELECTED : ROLE_PLAIN;

		if (dialogue->form->draw_choice)
			dialogue->form->draw_choice(app, canvas, y + i, top + i, role);
		else
			canvas_put(canvas, 2, y + i, canvas->w - 3, role,
				wording_in(dialogue->form->choices[top + i], app->lang));
		if (chosen) {
			canvas->cursor_x = 2;
			canvas->cursor_y = y + i;
		}
	}
}

static bool is_conflict(const struct app *app)
{
	return app->dialogue.form == &forms[FORM_CONFLICT] ||
	       app->dialogue.form == &forms[FORM_CONFLICT_VALUE];
}

enum { WIDTH_FOR_HINT = 60 };

static void draw_label(const struct app *app, struct canvas *canvas, int y, int w)
{
	const struct dialogue *dialogue = &app->dialogue;
	const struct entry *entry = about(app);
	struct buf of_draft = BUF_INIT;
	int x = 1;

	if (is_conflict(app))
		x += canvas_put(canvas, x, y, w - x - 1, ROLE_STRONG,
			     wording_in(field_rows[app->conflict.field].label, app->lang)) +
		     2;
	x += canvas_put(canvas, x, y, w - x - 1, ROLE_ACCENT,
		     wording_in(dialogue->form->label, app->lang)) +
	     2;
	drafts_say(&of_draft, app);
	if (dialogue->edit.is_offered && w >= WIDTH_FOR_HINT)
		buf_add(&of_draft, text_word(WORD_TYPING_REPLACES, app->lang));
	if (of_draft.len)
		x += canvas_put(canvas, x, y, w - x - 1, ROLE_NOTICE, of_draft.text) + 2;
	if (entry)
		canvas_put(canvas, x, y, w - x - 1, ROLE_DIM,
			wording_in(entry_title(entry), app->lang));
	buf_release(&of_draft);
}

void form_draw(const struct app *app, struct canvas *canvas, struct area area)
{
	const struct dialogue *dialogue = &app->dialogue;
	int y = area.y, rows = answer_rows(app, area.w, app->h);

	canvas_blank(canvas, area.x, area.y, area.w, area.h);
	if (app->h >= 12)
		canvas_rule(canvas, y++);
	draw_label(app, canvas, y++, area.w);
	if (choice_count(app))
		draw_choices(app, canvas, y, rows);
	else
		edit_draw(&dialogue->edit, canvas, 1, y, area.w - 2, rows);
	rows = advice_rows(app, area.w, app->h);
	draw_text(canvas, (struct area){ 1, app->h - rows, area.w - 2, rows },
		dialogue->error.len ? ROLE_LATE : ROLE_DIM, advice(app));
}
