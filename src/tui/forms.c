/* SPDX-License-Identifier: MIT
 *
 * The table comes last, so that its functions need no forward declaration. */
#include "jalon/tui/forms.h"

#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/errors.h"
#include "jalon/text/words.h"
#include "jalon/tui/conflict.h"
#include "jalon/tui/plan_view.h"
#include "jalon/tui/typed.h"
#include "jalon/tui/workshop.h"

const struct entry *form_entry(const struct app *app)
{
	return app->org ? organisation_find_entry(app->org, app->dialogue.entry) : NULL;
}

static bool entry_is_gone(const struct app *app, struct err *err)
{
	return form_entry(app) == NULL &&
	       !err_set(err, ERR_FAILED, MSG_NO_SUCH_ENTRY, app->dialogue.entry, "%s", "");
}

static bool add_field(struct app *app, enum field field, const char *text,
	struct change_list *changes, struct err *err)
{
	struct change change = { .field = field, .from = VALUE_NONE, .to = VALUE_NONE };
	const char *canonical;

	if (entry_is_gone(app, err) ||
		!field_parse(field, text, app->command_arena, &canonical, err))
		return false;
	change.entry = form_entry(app)->id;
	change.from.text = arena_copy(app->command_arena, app->dialogue.seen[field]);
	change.to.text = field_get_as_set(field, form_entry(app), canonical, app->command_arena);
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
	const struct entry *entry = form_entry(app);

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
const struct wording filter_wordings[FILTER_COUNT] = {
	[FILTER_ALL] = { .fr = "Tout", .en = "All" },
	[FILTER_REMAINING] = { .fr = "Ce qui reste", .en = "What remains" },
	[FILTER_MINE] = { .fr = "Ce qui me reste", .en = "What remains for me" },
	[FILTER_LATE] = { .fr = "Les retards", .en = "What is late" },
	[FILTER_RECOMMENDATIONS] = { .fr = "Recommandations", .en = "Recommendations" },
	[FILTER_QUESTIONS] = { .fr = "Questions", .en = "Questions" },
	[FILTER_OPPORTUNITIES] = { .fr = "Opportunités", .en = "Opportunities" },
	[FILTER_VIGILANCE] = { .fr = "Points de vigilance", .en = "Points of vigilance" },
	[FILTER_ACTIONS] = { .fr = "Nos propres actions", .en = "Our own actions" },
};
const struct form forms[FORM_COUNT] = {
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
