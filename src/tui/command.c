/* SPDX-License-Identifier: MIT
 *
 * The table comes last, so that its functions need no forward declaration. Keys of a view come
 * before the global ones: the first row that fits is taken. */
#include "jalon/tui/command.h"

#include <stdio.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/text/dates.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/tui/form.h"
#include "jalon/tui/overlay_text.h"
#include "jalon/tui/typed.h"
#include "jalon/tui/view.h"
#include "jalon/tui/workshop.h"

static const struct change_list nothing = { NULL, 0, 0 };

static struct change_list move(struct app *app, enum move move)
{
	if (app->overlay != OVERLAY_NONE)
		pager_move(&app->overlay_text, move);
	else
		view_type_of(app->view)->move(app, move);
	return nothing;
}

static struct change_list run_down(struct app *app)
{
	return move(app, MOVE_DOWN);
}

static struct change_list run_up(struct app *app)
{
	return move(app, MOVE_UP);
}

static struct change_list run_page_down(struct app *app)
{
	return move(app, MOVE_PAGE_DOWN);
}

static struct change_list run_page_up(struct app *app)
{
	return move(app, MOVE_PAGE_UP);
}

static struct change_list run_home(struct app *app)
{
	return move(app, MOVE_HOME);
}

static struct change_list run_end(struct app *app)
{
	return move(app, MOVE_END);
}

/* The entry that keys are about; a word when there is none. */
static const struct entry *needed_entry(struct app *app)
{
	const struct entry *entry = app_entry(app);

	if (!entry)
		app_notice(app, text_word(WORD_CHOOSE_AN_ENTRY, app->lang));
	return entry;
}

static struct change_list set_status(struct app *app, enum status status)
{
	const struct entry *entry = needed_entry(app);
	struct change_list changes = nothing;

	if (!entry)
		return changes;
	app->walk_answered = app->view == VIEW_WALK;
	/* The same key twice takes it back. */
	if (entry_status(entry, app->today_day) == status)
		status = STATUS_TODO;
	if (status == STATUS_NOT_APPLICABLE) {
		form_open(app, FORM_REASON, entry->id, entry->reason);
		return changes;
	}
	change_list_add_field(
		&changes, app->command_arena, entry, FIELD_STATUS, status_name(status));
	/* An item whose review has come is to do again, though the file still says otherwise. */
	return changes;
}

static struct change_list run_done(struct app *app)
{
	return set_status(app, STATUS_DONE);
}

static struct change_list run_doing(struct app *app)
{
	return set_status(app, STATUS_DOING);
}

static struct change_list run_not_applicable(struct app *app)
{
	return set_status(app, STATUS_NOT_APPLICABLE);
}

static struct change_list run_priority(struct app *app)
{
	static const enum priority next[] = {
		[PRIORITY_NONE] = PRIORITY_MUST,
		[PRIORITY_MUST] = PRIORITY_SHOULD,
		[PRIORITY_SHOULD] = PRIORITY_COULD,
		[PRIORITY_COULD] = PRIORITY_MUST,
	};
	const struct entry *entry = needed_entry(app);
	struct change_list changes = nothing;
	enum priority priority;

	if (!entry)
		return changes;
	priority = next[entry_priority(entry)];
	change_list_add_field(
		&changes, app->command_arena, entry, FIELD_PRIORITY, priority_name(priority));
	app_notice(app, text_word(describe_priority_word(priority), app->lang));
	return changes;
}

static struct change_list open_form(struct app *app, enum form_name name, enum field field)
{
	const struct entry *entry = needed_entry(app);
	const char *text = "";

	if (!entry)
		return nothing;
	if (field != FIELD_COUNT)
		text = typed_value(app, field, field_get(field, entry, app->command_arena));
	form_open(app, name, entry->id, text);
	return nothing;
}

static struct change_list run_note(struct app *app)
{
	return open_form(app, FORM_NOTE, FIELD_COUNT);
}

static struct change_list run_owner(struct app *app)
{
	return open_form(app, FORM_OWNER, FIELD_OWNER);
}

static struct change_list run_due(struct app *app)
{
	return open_form(app, FORM_DUE, FIELD_DUE);
}

static struct change_list run_estimate(struct app *app)
{
	const struct entry *entry = needed_entry(app);
	const char *effort;

	if (!entry)
		return nothing;
	effort = decimal_format(app->command_arena, entry_effort_centidays(entry));
	form_open(app, FORM_ESTIMATE, entry->id,
		arena_format(app->command_arena, "%d %s", entry_impact(entry),
			typed_value(app, FIELD_EFFORT, effort)));
	return nothing;
}

static struct change_list run_action(struct app *app)
{
	const struct entry *entry = app_entry(app);

	form_open(app, FORM_ACTION, entry ? entry->id : "", "");
	return nothing;
}

static struct change_list run_service(struct app *app)
{
	form_open(app, FORM_SERVICE, "", "");
	return nothing;
}

static struct change_list run_search(struct app *app)
{
	form_open(app, FORM_SEARCH, "", app_search(app)->text);
	return nothing;
}

static struct change_list run_filter(struct app *app)
{
	form_open(app, FORM_FILTER, "", "");
	return nothing;
}

static struct change_list run_undo(struct app *app)
{
	app_undo(app, false);
	return nothing;
}

static struct change_list run_redo(struct app *app)
{
	app_undo(app, true);
	return nothing;
}

static struct change_list run_new(struct app *app)
{
	form_open(app, FORM_NEW, "", "");
	return nothing;
}

static struct change_list run_open(struct app *app)
{
	if (app->organisations.count)
		app_open(app, app->listings[app->organisations.selected].id);
	return nothing;
}

/* Enter in the checklist: folds a group, invites, or shows the whole of an entry. */
static struct change_list run_read(struct app *app)
{
	const struct entry *entry = app_entry(app);

	if (app->view == VIEW_CHECKLIST && app->selected[0] == '#') {
		if (strcmp(app->selected, "#invite") == 0)
			return run_service(app);
		checklist_fold(app, app->selected + 1);
		return nothing;
	}
	if (!entry)
		return nothing;
	overlay_open_entry(app);
	return nothing;
}

static struct change_list run_fold(struct app *app)
{
	const struct entry *entry = app_entry(app);
	char key[APP_ID_SIZE];

	if (app->selected[0] == '#') {
		checklist_fold(app, app->selected + 1);
	} else if (entry) {
		group_key(key, sizeof(key), organisation_group_of(app->org, entry));
		snprintf(app->selected, sizeof(app->selected), "#%.*s", APP_ID_SIZE - 2, key);
		checklist_fold(app, key);
	}
	return nothing;
}

static struct change_list run_help(struct app *app)
{
	struct buf text = BUF_INIT;

	help_text(&text, app);
	app_show_text(app, OVERLAY_HELP, &text);
	return nothing;
}

static struct change_list run_history(struct app *app)
{
	struct buf text = BUF_INIT;
	struct err err = ERR_INIT;

	if (history_text(&text, app, &err))
		app_show_text(app, OVERLAY_HISTORY, &text);
	else
		app_notice_err(app, &err);
	return nothing;
}

static struct change_list show(struct app *app, enum view view)
{
	app_show_view(app, view);
	return nothing;
}

static struct change_list run_organisations(struct app *app)
{
	return show(app, VIEW_ORGANISATIONS);
}

static struct change_list run_checklist(struct app *app)
{
	return show(app, VIEW_CHECKLIST);
}

static struct change_list run_walk(struct app *app)
{
	return show(app, VIEW_WALK);
}

static struct change_list run_plan(struct app *app)
{
	return show(app, VIEW_PLAN);
}

static struct change_list run_guide(struct app *app)
{
	return show(app, VIEW_GUIDE);
}

static struct change_list run_next_view(struct app *app)
{
	return show(app, workshop_next_view(app, 1));
}

static struct change_list run_previous_view(struct app *app)
{
	return show(app, workshop_next_view(app, -1));
}

/* One step out: the overlay, the search, the walk, at last the program. */
static struct change_list run_back(struct app *app)
{
	if (app->overlay != OVERLAY_NONE) {
		app->overlay = OVERLAY_NONE;
	} else if (app->view == VIEW_ORGANISATIONS && app->organisations_search.len) {
		buf_clear(&app->organisations_search);
		app_notice(app, text_word(WORD_ALL_SHOWN, app->lang));
	} else if (app->view == VIEW_PLAN && command_close_cell(app)) {
		app_notice(app, wording_in(plan_look_labels[LOOK_MATRIX], app->lang));
	} else if ((app->view == VIEW_CHECKLIST || app->view == VIEW_PLAN) &&
		   draw_is_narrowed(app)) {
		buf_clear(&app->search);
		app->filter = FILTER_ALL;
		app_look_again(app);
		app_notice(app, text_word(WORD_ALL_SHOWN, app->lang));
	} else if (app->view != VIEW_CHECKLIST && app->org) {
		app_show_view(app, VIEW_CHECKLIST);
	}
	return nothing;
}

static struct change_list run_quit(struct app *app)
{
	if (app->overlay != OVERLAY_NONE)
		app->overlay = OVERLAY_NONE;
	else if (app->view == VIEW_WALK)
		app_show_view(app, VIEW_CHECKLIST);
	else
		app->quitting = true;
	return nothing;
}

static struct change_list walk_to(struct app *app, int step)
{
	const struct entry *entry = app_entry(app);
	size_t index = entry ? (size_t)(entry - app->org->entries) : 0;

	if (step > 0 ? index + 1 < app->org->entry_count : index > 0)
		app_select_entry(app, app->org->entries[step > 0 ? index + 1 : index - 1].id);
	else
		app_notice(
			app, text_word(step > 0 ? WORD_LAST_ENTRY : WORD_FIRST_ENTRY, app->lang));
	return nothing;
}

static struct change_list run_walk_next(struct app *app)
{
	return walk_to(app, 1);
}

static struct change_list run_walk_previous(struct app *app)
{
	return walk_to(app, -1);
}

static struct change_list run_next_part(struct app *app)
{
	pager_jump(&app->guide, 1);
	return nothing;
}

static struct change_list run_previous_part(struct app *app)
{
	pager_jump(&app->guide, -1);
	return nothing;
}

static struct change_list run_find_next(struct app *app)
{
	struct pager *pager = app->overlay != OVERLAY_NONE ? &app->overlay_text : &app->guide;

	if (!app->text_search.len)
		return run_search(app);
	if (!pager_search(pager, app->text_search.text))
		app_notice(app, text_word(WORD_NOT_FOUND, app->lang));
	return nothing;
}

// clang-format off
const struct command commands[] = {
	{ "open", "Enter", "Right", IN_ORGANISATIONS, IN_ORGANISATIONS, { .fr = "ouvrir", .en = "open" },
		{ .fr = "Ouvrir l’organisation.", .en = "Open the organisation." }, run_open },
	{ "new", "n", NULL, IN_ORGANISATIONS, IN_ORGANISATIONS, { .fr = "nouvelle", .en = "new" },
		{ .fr = "Créer une organisation.", .en = "Make an organisation." }, run_new },
	{ "done", "Space", NULL, IN_ENTRIES, IN_ENTRIES, { .fr = "fait", .en = "done" },
		{ .fr = "Marquer comme fait ; encore une fois : à faire.", .en = "Mark as done; once more: to do." }, run_done },
	{ "walk-next", "Right", "l", IN_WALK, IN_WALK, { .fr = "suivant", .en = "next" },
		{ .fr = "Passer au point suivant.", .en = "Go to the next item." }, run_walk_next },
	{ "walk-previous", "Left", "h", IN_WALK, IN_WALK, { .fr = "précédent", .en = "back" },
		{ .fr = "Revenir au point précédent.", .en = "Go back to the previous item." }, run_walk_previous },
	{ "doing", "d", NULL, IN_ENTRIES, IN_CHECKLIST | IN_WALK | IN_ENTRY, { .fr = "en cours", .en = "doing" },
		{ .fr = "Marquer comme en cours.", .en = "Mark as under way." }, run_doing },
	{ "not-applicable", "x", NULL, IN_ENTRIES, IN_CHECKLIST | IN_WALK | IN_ENTRY, { .fr = "sans objet", .en = "n/a" },
		{ .fr = "Marquer comme sans objet, avec une raison et une date de revue.", .en = "Mark as not applicable, with a reason and a review date." }, run_not_applicable },
	{ "look", "v", NULL, IN_PLAN, IN_PLAN, { .fr = "vue", .en = "look" },
		{ .fr = "Regarder le plan autrement : par semaine, par personne, par impact et charge, au fil du temps.", .en = "Look at the plan another way: by week, by person, by impact and effort, over time." }, command_look },
	{ "choose-look", "V", NULL, IN_PLAN, 0, { .fr = "choisir", .en = "choose" },
		{ .fr = "Choisir comment regarder le plan.", .en = "Choose how to look at the plan." }, command_choose_look },
	{ "why", "w", NULL, IN_PLAN, IN_PLAN, { .fr = "pourquoi", .en = "why" },
		{ .fr = "Demander pourquoi une action passe avant une autre : w sur l’une, puis w sur l’autre.", .en = "Ask why an action comes before another: w on one, then w on the other." }, command_why },
	{ "what-if", "i", NULL, IN_PLAN, IN_PLAN, { .fr = "et si", .en = "what if" },
		{ .fr = "Voir ce qui changerait si elle était faite.", .en = "See what would change if it were done." }, command_what_if },
	{ "pin-up", "K", NULL, IN_PLAN, 0, { .fr = "avant", .en = "earlier" },
		{ .fr = "La souhaiter avant celle du dessus : une épingle, si prérequis et échéances le permettent.", .en = "Wish it before the one above: a pin, as far as requirements and dates allow." }, command_pin_up },
	{ "pin-down", "J", NULL, IN_PLAN, 0, { .fr = "après", .en = "later" },
		{ .fr = "La souhaiter après celle du dessous.", .en = "Wish it behind the one below." }, command_pin_down },
	{ "note", "n", NULL, IN_ENTRIES, IN_ENTRIES, { .fr = "note", .en = "note" },
		{ .fr = "Ajouter une note.", .en = "Add a note." }, run_note },
	{ "owner", "o", NULL, IN_ENTRIES, IN_ENTRIES, { .fr = "qui", .en = "who" },
		{ .fr = "Dire qui s’en occupe.", .en = "Say who takes care of it." }, run_owner },
	{ "due", "D", NULL, IN_ENTRIES, IN_ENTRIES, { .fr = "date", .en = "date" },
		{ .fr = "Donner une échéance : 15/01/2027, +3s, vendredi…", .en = "Give a due date: 15/01/2027, +3w, friday…" }, run_due },
	{ "fold", "Left", "h", IN_CHECKLIST, ON_TITLE, { .fr = "plier", .en = "fold" },
		{ .fr = "Plier ou déplier la section.", .en = "Fold or unfold the section." }, run_fold },
	{ "walk", "w", NULL, IN_CHECKLIST, IN_CHECKLIST | ON_TITLE, { .fr = "parcourir", .en = "walk" },
		{ .fr = "Parcourir un point à la fois, en grand.", .en = "Walk through, one item at a time, large." }, run_walk },
	{ "search", "/", NULL, IN_CHECKLIST | IN_PLAN | IN_GUIDE | IN_OVERLAY | IN_ENTRY | IN_ORGANISATIONS, IN_CHECKLIST | ON_TITLE | IN_GUIDE | IN_OVERLAY | IN_ORGANISATIONS, { .fr = "chercher", .en = "search" },
		{ .fr = "Chercher, sans souci des accents ni des majuscules.", .en = "Search, whatever the accents and the case." }, run_search },
	{ "find-next", "n", NULL, IN_GUIDE | IN_OVERLAY, IN_GUIDE, { .fr = "suivant", .en = "next" },
		{ .fr = "Aller au prochain endroit trouvé.", .en = "Go to the next place found." }, run_find_next },
	{ "filter", "f", NULL, IN_CHECKLIST | IN_PLAN, IN_CHECKLIST | ON_TITLE, { .fr = "filtrer", .en = "filter" },
		{ .fr = "Ne montrer que ce qui reste, mes points, les retards, un genre.", .en = "Show only what remains, mine, what is late, a kind." }, run_filter },
	{ "action", "a", NULL, IN_ENTRIES, IN_CHECKLIST | ON_TITLE, { .fr = "action", .en = "action" },
		{ .fr = "Ajouter une action à vous, sous ce point.", .en = "Add an action of your own, under this item." }, run_action },
	{ "service", "s", NULL, IN_ENTRIES, IN_CHECKLIST | ON_TITLE, { .fr = "service", .en = "service" },
		{ .fr = "Nommer un service numérique : les questions se posent pour chacun.", .en = "Name a digital service: the questions are asked for each." }, run_service },
	{ "priority", "p", NULL, IN_ENTRIES, IN_PLAN, { .fr = "priorité", .en = "priority" },
		{ .fr = "Changer la priorité : haute, moyenne, basse.", .en = "Change the priority: must, should, could." }, run_priority },
	{ "estimate", "e", NULL, IN_ENTRIES, IN_PLAN, { .fr = "estimer", .en = "estimate" },
		{ .fr = "Estimer l’impact (de 1 à 100) et la charge (en jours).", .en = "Estimate the impact (1 to 100) and the effort (in days)." }, run_estimate },
	{ "undo", "u", NULL, IN_ENTRIES, IN_CHECKLIST | ON_TITLE | IN_PLAN, { .fr = "annuler", .en = "undo" },
		{ .fr = "Annuler votre dernier changement.", .en = "Take back your last change." }, run_undo },
	{ "redo", "Ctrl-R", NULL, IN_ENTRIES, 0, { .fr = "rétablir", .en = "redo" },
		{ .fr = "Rétablir ce qui vient d’être annulé.", .en = "Put back what was just undone." }, run_redo },
	{ "plan-read", "Enter", NULL, IN_PLAN, IN_PLAN, { .fr = "lire", .en = "read" },
		{ .fr = "Lire toute l’action ; dans les quatre cases, ouvrir celle où l’on est.", .en = "Read the whole action; in the four cells, open the one where you are." }, command_plan_read },
	{ "plan-right", "Right", "l", IN_PLAN, 0, { .fr = "à droite", .en = "right" },
		{ .fr = "Lire toute l’action ; dans les quatre cases, passer à celle d’à côté.", .en = "Read the whole action; in the four cells, go to the one beside." }, command_plan_right },
	{ "plan-left", "Left", "h", IN_PLAN, 0, { .fr = "à gauche", .en = "left" },
		{ .fr = "Dans les quatre cases, passer à celle d’à côté ; d’une case ouverte, revenir aux quatre.", .en = "In the four cells, go to the one beside; from an opened cell, back to the four." }, command_plan_left },
	{ "read", "Enter", "Right", IN_CHECKLIST, IN_CHECKLIST, { .fr = "lire", .en = "read" },
		{ .fr = "Lire tout le point, ou plier une section.", .en = "Read the whole item, or fold a section." }, run_read },
	{ "next-part", "Right", "l", IN_GUIDE, IN_GUIDE, { .fr = "suite", .en = "next part" },
		{ .fr = "Aller au titre suivant.", .en = "Go to the next title." }, run_next_part },
	{ "previous-part", "Left", "h", IN_GUIDE, 0, { .fr = "titre précédent", .en = "previous part" },
		{ .fr = "Revenir au titre précédent.", .en = "Go back to the title before." }, run_previous_part },
	{ "history", "H", NULL, IN_ENTRIES | IN_GUIDE, IN_GUIDE, { .fr = "historique", .en = "history" },
		{ .fr = "Voir qui a changé quoi, et quand.", .en = "See who changed what, and when." }, run_history },
	{ "down", "Down", "j", EVERYWHERE, IN_GUIDE | IN_OVERLAY, { .fr = "descendre", .en = "down" },
		{ .fr = "Descendre d’une ligne.", .en = "Go down a line." }, run_down },
	{ "up", "Up", "k", EVERYWHERE, 0, { .fr = "monter", .en = "up" },
		{ .fr = "Monter d’une ligne.", .en = "Go up a line." }, run_up },
	{ "page-down", "PgDn", "Ctrl-F", EVERYWHERE, 0, { .fr = "page suivante", .en = "next page" },
		{ .fr = "Descendre d’une page.", .en = "Go down a page." }, run_page_down },
	{ "page-up", "PgUp", "Ctrl-B", EVERYWHERE, 0, { .fr = "page précédente", .en = "previous page" },
		{ .fr = "Monter d’une page.", .en = "Go up a page." }, run_page_up },
	{ "home", "Home", "g", EVERYWHERE, 0, { .fr = "début", .en = "top" },
		{ .fr = "Aller au début.", .en = "Go to the beginning." }, run_home },
	{ "end", "End", "G", EVERYWHERE, 0, { .fr = "fin", .en = "end" },
		{ .fr = "Aller à la fin.", .en = "Go to the end." }, run_end },
	{ "view-organisations", "1", NULL, EVERYWHERE, 0, { .fr = "organisations", .en = "organisations" },
		{ .fr = "Voir les organisations.", .en = "See the organisations." }, run_organisations },
	{ "view-checklist", "2", NULL, EVERYWHERE, 0, { .fr = "liste", .en = "checklist" },
		{ .fr = "Voir la liste.", .en = "See the checklist." }, run_checklist },
	{ "view-walk", "3", NULL, EVERYWHERE, 0, { .fr = "parcours", .en = "walk" },
		{ .fr = "Voir le parcours.", .en = "See the walk." }, run_walk },
	{ "view-plan", "4", NULL, EVERYWHERE, 0, { .fr = "plan", .en = "plan" },
		{ .fr = "Voir le plan.", .en = "See the plan." }, run_plan },
	{ "view-guide", "5", NULL, EVERYWHERE, 0, { .fr = "guide", .en = "guide" },
		{ .fr = "Lire le guide.", .en = "Read the guide." }, run_guide },
	{ "next-view", "Tab", NULL, EVERYWHERE, 0, { .fr = "vue suivante", .en = "next view" },
		{ .fr = "Passer à la vue suivante.", .en = "Go to the next view." }, run_next_view },
	{ "previous-view", "Shift-Tab", NULL, EVERYWHERE, 0, { .fr = "vue précédente", .en = "previous view" },
		{ .fr = "Revenir à la vue précédente.", .en = "Go back to the previous view." }, run_previous_view },
	{ "help", "?", NULL, EVERYWHERE, IN_VIEWS | ON_TITLE, { .fr = "aide", .en = "help" },
		{ .fr = "Montrer toutes les touches d’ici.", .en = "Show all the keys of this place." }, run_help },
	{ "back", "Esc", NULL, EVERYWHERE, IN_OVERLAY | IN_ENTRY | IN_WALK, { .fr = "retour", .en = "back" },
		{ .fr = "Revenir d’un pas : aide, recherche, parcours.", .en = "Go back one step: help, search, walk." }, run_back },
	{ "quit", "q", NULL, EVERYWHERE, IN_ORGANISATIONS, { .fr = "quitter", .en = "quit" },
		{ .fr = "Quitter ; tout est déjà enregistré.", .en = "Leave; everything is saved already." }, run_quit },
};
// clang-format on
const size_t command_count = ARRAY_LEN(commands);

int command_place(const struct app *app)
{
	if (app->overlay == OVERLAY_ENTRY)
		return IN_ENTRY;
	return app->overlay != OVERLAY_NONE ? IN_OVERLAY : 1 << app->view;
}

int command_bar_place(const struct app *app)
{
	int place = command_place(app);

	return place == IN_CHECKLIST && !app_entry(app) ? ON_TITLE : place;
}

static bool is_key(const char *name, struct key key)
{
	struct key named;

	return name && key_parse(name, &named) && named.code == key.code && named.alt == key.alt;
}

const struct command *command_find(struct key key, int place)
{
	const struct key right = { .code = KEY_CODE_RIGHT };

	for (size_t i = 0; i < command_count; i++) {
		if ((commands[i].where & place) &&
			(is_key(commands[i].key, key) || is_key(commands[i].also, key)))
			return &commands[i];
	}
	/* A row has room for two keys: where Enter and Right open, l does what Right does. */
	if (is_key("l", key))
		return command_find(right, place);
	return NULL;
}

const struct command *command_named(const char *name)
{
	size_t i = 0;

	while (strcmp(commands[i].name, name) != 0)
		i++;
	return &commands[i];
}
