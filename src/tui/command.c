/* SPDX-License-Identifier: MIT
 *
 * The table comes last, so that its functions need no forward declaration. Keys of a view come
 * before the global ones: the first row that fits is taken. */
#include "tui/command.h"

#include <string.h>

#include "jalon/text/words.h"
#include "jalon/export/describe.h"
#include "tui/object_commands.h"
#include "tui/plan_commands.h"
#include "tui/plan_pins.h"
#include "tui/since_text.h"
#include "tui/view_checklist.h"
#include "tui/view_guide.h"
#include "tui/view_history.h"
#include "tui/view_organisations.h"
#include "tui/view_team.h"
#include "tui/view_walk.h"

static struct wish numbered(enum wish_kind kind, int number)
{
	return (struct wish){ .kind = kind, .number = number };
}

/* The argument is the wish itself. */
static struct wish wish(const struct call *call)
{
	return wish_of((enum wish_kind)call->argument);
}

static struct wish move(const struct call *call)
{
	return numbered(WISH_MOVE, call->argument);
}

static struct wish show(const struct call *call)
{
	return numbered(WISH_SHOW, call->argument);
}

static struct wish beside(const struct call *call)
{
	return numbered(WISH_BESIDE, call->argument);
}

static struct wish ask(const struct call *call)
{
	return wish_ask((enum form_name)call->argument, "", NULL);
}

/* About the entry where there is one; it may be asked all the same. */
static struct wish ask_here(const struct call *call)
{
	return wish_ask((enum form_name)call->argument, call->entry ? call->entry->id : "", NULL);
}

/* What keys are about an entry for: a word when there is none. */
static bool has_entry(const struct call *call)
{
	if (!call->entry)
		notice_say(&call->session->notice,
			text_word(WORD_CHOOSE_AN_ENTRY, call->session->lang));
	return call->entry != NULL;
}

static struct wish ask_about(const struct call *call)
{
	return has_entry(call) ? ask_here(call) : wish_of(WISH_NOTHING);
}

static struct wish ask_notes(const struct call *call)
{
	if (!has_entry(call))
		return wish_of(WISH_NOTHING);
	if (call->entry->note_count)
		return wish_ask(FORM_NOTES, call->entry->id, NULL);
	notice_say(&call->session->notice, text_word(WORD_NO_NOTES, call->session->lang));
	return wish_of(WISH_NOTHING);
}

static struct wish ask_filter(const struct call *call)
{
	struct wish wish = wish_ask(FORM_FILTER, "", NULL);

	wish.choice = (int)call->session->narrowing.filter.kind;
	return wish;
}

static struct wish set_field(const struct call *call, enum field field, const char *canonical)
{
	struct change_list changes = { NULL, 0, 0 };

	change_list_add_field(&changes, call->session->arena, call->entry, field, canonical);
	return wish_changes(changes);
}

/* The same key twice takes it back: as it was before, where this person has just answered, else to
 * do, since somebody has looked at it. */
static struct wish take_back_status(const struct call *call)
{
	struct session *session = call->session;
	struct change_list changes =
		answered_take_back(&session->answered, call->entry, session->arena);

	if (changes.count)
		return wish_changes(changes);
	if (call->entry->status == STATUS_TODO)
		notice_say(&session->notice, text_word(WORD_ALREADY_TO_DO, session->lang));
	return set_field(call, FIELD_STATUS, status_name(STATUS_TODO));
}

static struct wish set_status(const struct call *call)
{
	enum status status = (enum status)call->argument;

	if (!has_entry(call))
		return wish_of(WISH_NOTHING);
	if (call->entry->status == status &&
		entry_status(call->entry, call->session->today_day) == status)
		return take_back_status(call);
	if (status == STATUS_NOT_APPLICABLE)
		return wish_ask(FORM_REASON, call->entry->id, NULL);
	return set_field(call, FIELD_STATUS, status_name(status));
}

static struct wish turn_priority(const struct call *call)
{
	static const enum priority next[] = {
		[PRIORITY_NONE] = PRIORITY_MUST,
		[PRIORITY_MUST] = PRIORITY_SHOULD,
		[PRIORITY_SHOULD] = PRIORITY_COULD,
		[PRIORITY_COULD] = PRIORITY_MUST,
	};
	enum priority priority;

	if (!has_entry(call))
		return wish_of(WISH_NOTHING);
	priority = next[entry_priority(call->entry)];
	notice_say(&call->session->notice,
		text_word(describe_priority_word(priority), call->session->lang));
	return set_field(call, FIELD_PRIORITY, priority_name(priority));
}

/* What a merge kept, of this entry first. */
static struct wish settle_conflict(const struct call *call)
{
	struct session *session = call->session;

	if (session_take_kept_conflict(session))
		return wish_ask(FORM_KEPT, session->conflict.conflict.entry, "");
	notice_say(&session->notice, text_word(WORD_NO_CONFLICT, session->lang));
	return wish_of(WISH_NOTHING);
}

// clang-format off
const struct command commands[] = {
	{ "open", "Enter", "Right", IN_ORGANISATIONS, IN_ORGANISATIONS, { .fr = "ouvrir", .en = "open" },
		{ .fr = "Ouvrir l’organisation.", .en = "Open the organisation." }, organisations_open, 0 },
	{ "new", "n", NULL, IN_ORGANISATIONS, IN_ORGANISATIONS, { .fr = "nouvelle", .en = "new" },
		{ .fr = "Créer une organisation.", .en = "Make an organisation." }, ask, FORM_NEW },
	{ "done", "Space", NULL, IN_ENTRIES, IN_ENTRIES, { .fr = "fait", .en = "done" },
		{ .fr = "Marquer comme fait ; encore une fois : comme c’était.", .en = "Mark as done; once more: as it was." }, set_status, STATUS_DONE },
	{ "walk-on", "Enter", NULL, IN_WALK, AT_END, { .fr = "pas encore vus", .en = "not looked at" },
		{ .fr = "Passer au point suivant ; à la dernière page, aller au premier que personne n’a vu.", .en = "Go to the next item; on the last page, to the first that nobody has looked at." }, walk_go_on, 1 },
	{ "walk-next", "Right", "l", IN_WALK, IN_WALK, { .fr = "suivant", .en = "next" },
		{ .fr = "Passer au point suivant.", .en = "Go to the next item." }, walk_step, 1 },
	{ "walk-previous", "Left", "h", IN_WALK, IN_WALK | AT_END, { .fr = "précédent", .en = "back" },
		{ .fr = "Revenir au point précédent.", .en = "Go back to the previous item." }, walk_step, -1 },
	{ "to-do", "t", NULL, IN_ENTRIES, IN_WALK, { .fr = "à faire", .en = "to do" },
		{ .fr = "Marquer comme à faire : on l’a vu, et on le fera.", .en = "Mark as to do: it was looked at, and will be done." }, set_status, STATUS_TODO },
	{ "jump", ":", NULL, IN_WALK, 0, { .fr = "aller à", .en = "jump" },
		{ .fr = "Aller au point d’un numéro.", .en = "Go to the item of a number." }, ask, FORM_JUMP },
	{ "doing", "d", NULL, IN_ENTRIES, IN_CHECKLIST | IN_WALK | IN_ENTRY, { .fr = "en cours", .en = "doing" },
		{ .fr = "Marquer comme en cours.", .en = "Mark as under way." }, set_status, STATUS_DOING },
	{ "not-applicable", "x", NULL, IN_ENTRIES, IN_CHECKLIST | IN_WALK | IN_ENTRY, { .fr = "sans objet", .en = "n/a" },
		{ .fr = "Marquer comme sans objet, avec une raison et une date de revue.", .en = "Mark as not applicable, with a reason and a review date." }, set_status, STATUS_NOT_APPLICABLE },
	{ "look", "v", NULL, IN_PLAN, IN_PLAN, { .fr = "vue", .en = "look" },
		{ .fr = "Regarder le plan autrement : par semaine, par personne, par impact et charge, au fil du temps.", .en = "Look at the plan another way: by week, by person, by impact and effort, over time." }, plan_look, 0 },
	{ "choose-look", "V", NULL, IN_PLAN, 0, { .fr = "choisir", .en = "choose" },
		{ .fr = "Choisir comment regarder le plan.", .en = "Choose how to look at the plan." }, plan_choose_look, 0 },
	{ "why", "w", NULL, IN_PLAN, IN_PLAN, { .fr = "pourquoi", .en = "why" },
		{ .fr = "Demander pourquoi une action passe avant une autre : w sur l’une, puis w sur l’autre ; Échap y renonce.", .en = "Ask why an action comes before another: w on one, then w on the other; Esc gives it up." }, plan_why, 0 },
	{ "what-if", "i", NULL, IN_PLAN, IN_PLAN, { .fr = "et si", .en = "what if" },
		{ .fr = "Voir ce qui changerait si elle était faite.", .en = "See what would change if it were done." }, plan_what_if, 0 },
	{ "pin-up", "K", NULL, IN_PLAN, 0, { .fr = "avant", .en = "earlier" },
		{ .fr = "La souhaiter avant celle du dessus (une épingle) ; ce que cela coûte est dit, ou ce qui l’empêche.", .en = "Wish it before the one above (a pin); what that costs is said, or what is in the way." }, plan_pin, -1 },
	{ "pin-down", "J", NULL, IN_PLAN, 0, { .fr = "après", .en = "later" },
		{ .fr = "La souhaiter après celle du dessous.", .en = "Wish it behind the one below." }, plan_pin, 1 },
	{ "note", "n", NULL, IN_ENTRIES, IN_ENTRIES, { .fr = "note", .en = "note" },
		{ .fr = "Ajouter une note.", .en = "Add a note." }, ask_about, FORM_NOTE },
	{ "owner", "o", NULL, IN_ENTRIES, IN_ENTRIES, { .fr = "qui", .en = "who" },
		{ .fr = "Dire qui s’en occupe.", .en = "Say who takes care of it." }, ask_about, FORM_OWNER },
	{ "due", "D", NULL, IN_ENTRIES, IN_ENTRIES, { .fr = "date", .en = "date" },
		{ .fr = "Donner une échéance : 15/01/2027, vendredi, dans 3 jours, fin janvier…", .en = "Give a due date: 15/01/2027, friday, in 3 days, end of january…" }, ask_about, FORM_DUE },
	{ "fold", "Left", "h", IN_CHECKLIST, ON_TITLE, { .fr = "plier", .en = "fold" },
		{ .fr = "Plier ou déplier la section.", .en = "Fold or unfold the section." }, checklist_fold, 0 },
	{ "fold-all", "z", NULL, IN_CHECKLIST, 0, { .fr = "tout plier", .en = "fold all" },
		{ .fr = "Plier toutes les sections, ou toutes les déplier.", .en = "Fold all sections, or unfold all." }, checklist_fold_all, 0 },
	{ "next-section", ">", NULL, IN_CHECKLIST, 0, { .fr = "section suivante", .en = "next section" },
		{ .fr = "Aller à la section suivante.", .en = "Go to the next section." }, checklist_jump, 1 },
	{ "previous-section", "<", NULL, IN_CHECKLIST, 0, { .fr = "section précédente", .en = "previous section" },
		{ .fr = "Revenir au titre de la section, puis à celle d’avant.", .en = "Go back to the section’s title, then to the one before." }, checklist_jump, -1 },
	{ "next-group", ">", NULL, IN_PLAN, 0, { .fr = "groupe suivant", .en = "next group" },
		{ .fr = "Aller à la semaine ou à la personne suivante.", .en = "Go to the next week or person." }, plan_jump, 1 },
	{ "previous-group", "<", NULL, IN_PLAN, 0, { .fr = "groupe précédent", .en = "previous group" },
		{ .fr = "Revenir au début de la semaine ou de la personne, puis à celle d’avant.", .en = "Go back to the beginning of the week or person, then to the one before." }, plan_jump, -1 },
	{ "walk", "w", NULL, IN_CHECKLIST, IN_CHECKLIST | ON_TITLE, { .fr = "parcourir", .en = "walk" },
		{ .fr = "Parcourir un point à la fois, en grand, à partir d’ici : du point, ou de la section.", .en = "Walk through, one item at a time, large, from here: the item, or the section." }, checklist_walk, 0 },
	{ "search", "/", NULL, IN_CHECKLIST | IN_WALK | IN_PLAN | IN_GUIDE | IN_HISTORY | IN_OVERLAY | IN_ENTRY | IN_ORGANISATIONS, IN_CHECKLIST | ON_TITLE | IN_GUIDE | IN_HISTORY | IN_OVERLAY | IN_ORGANISATIONS, { .fr = "chercher", .en = "search" },
		{ .fr = "Chercher, au fil de la frappe, sans souci des accents ni des majuscules.", .en = "Search, as you type, whatever the accents and the case." }, wish, WISH_ASK_SEARCH },
	{ "find-next", "n", NULL, IN_GUIDE | IN_OVERLAY, IN_GUIDE, { .fr = "suivant", .en = "next" },
		{ .fr = "Aller au prochain endroit trouvé.", .en = "Go to the next place found." }, wish, WISH_FIND_NEXT },
	{ "filter", "f", NULL, IN_CHECKLIST | IN_PLAN, IN_CHECKLIST | ON_TITLE, { .fr = "filtrer", .en = "filter" },
		{ .fr = "Ne montrer que ce qui reste, les retards, ce qui n’est pas vu ou pas daté ; à une personne, d’une priorité, d’un service, d’un genre.", .en = "Show only what remains, is late, not looked at or without a date; of one person, priority, service or kind." }, ask_filter, 0 },
	{ "action", "a", NULL, IN_ENTRIES, IN_CHECKLIST | ON_TITLE, { .fr = "action", .en = "action" },
		{ .fr = "Ajouter une action à vous, sous ce point.", .en = "Add an action of your own, under this item." }, ask_here, FORM_ACTION },
	{ "service", "s", NULL, IN_ENTRIES, IN_CHECKLIST | ON_TITLE, { .fr = "service", .en = "service" },
		{ .fr = "Nommer un service numérique : les questions se posent pour chacun.", .en = "Name a digital service: the questions are asked for each." }, ask, FORM_SERVICE },
	{ "priority", "p", NULL, IN_ENTRIES, IN_PLAN, { .fr = "priorité", .en = "priority" },
		{ .fr = "Changer la priorité : haute, moyenne, basse.", .en = "Change the priority: must, should, could." }, turn_priority, 0 },
	{ "estimate", "e", NULL, IN_ENTRIES, IN_PLAN, { .fr = "estimer", .en = "estimate" },
		{ .fr = "Estimer l’impact (de 1 à 100) et la charge (en jours).", .en = "Estimate the impact (1 to 100) and the effort (in days)." }, ask_about, FORM_ESTIMATE },
	{ "capacity", "Enter", NULL, IN_TEAM, IN_TEAM, { .fr = "temps", .en = "time" },
		{ .fr = "Dire combien de jours par semaine la personne a, ou l’équipe.", .en = "Say how many days a week they have, or the team." }, team_ask_capacity, 0 },
	{ "member", "a", "n", IN_TEAM, IN_TEAM, { .fr = "ajouter", .en = "add" },
		{ .fr = "Ajouter quelqu’un à l’équipe.", .en = "Add somebody to the team." }, ask, FORM_MEMBER },
	{ "retitle", "r", NULL, IN_ENTRIES | IN_TEAM, IN_TEAM, { .fr = "renommer", .en = "rename" },
		{ .fr = "Récrire le titre d’une action à vous, le nom d’un service (sur son titre), d’une personne.", .en = "Write the title of an action of your own anew, the name of a service (on its title), of a person." }, object_retitle, 0 },
	{ "remove", "Delete", NULL, IN_ENTRIES | IN_TEAM, IN_TEAM, { .fr = "retirer", .en = "remove" },
		{ .fr = "Retirer une action à vous, un service (sur son titre), une personne ; u ramène tout.", .en = "Remove an action of your own, a service (on its title), a person; u brings all back." }, object_remove, 0 },
	{ "retitle-organisation", "r", NULL, IN_ORGANISATIONS, IN_ORGANISATIONS, { .fr = "renommer", .en = "rename" },
		{ .fr = "Récrire le nom de l’organisation.", .en = "Write the organisation’s name anew." }, organisations_retitle, 0 },
	{ "remove-organisation", "Delete", NULL, IN_ORGANISATIONS, 0, { .fr = "retirer", .en = "remove" },
		{ .fr = "Retirer l’organisation, avec son historique ; ce qui la ramène est alors affiché.", .en = "Remove the organisation, with its history; what brings it back is shown then." }, organisations_remove, 0 },
	{ "undo-organisation", "u", NULL, IN_ORGANISATIONS, 0, { .fr = "annuler", .en = "undo" },
		{ .fr = "Annuler votre dernier changement de l’organisation ouverte.", .en = "Take back your last change of the open organisation." }, organisations_undo, 0 },
	{ "require", "R", NULL, IN_ENTRIES, 0, { .fr = "d’abord", .en = "first" },
		{ .fr = "Dire ce qui doit être fait d’abord, ou ne plus le demander.", .en = "Say what must be done first, or require it no more." }, ask_about, FORM_REQUIRE },
	{ "notes", "N", NULL, IN_ENTRIES, 0, { .fr = "notes", .en = "notes" },
		{ .fr = "Récrire une de vos notes, ou la reprendre.", .en = "Write one of your notes anew, or take it back." }, ask_notes, 0 },
	{ "place", "M", NULL, IN_ENTRIES, 0, { .fr = "déplacer", .en = "move" },
		{ .fr = "Mettre une action à vous sous un autre point.", .en = "Put an action of your own under another item." }, object_ask_place, 0 },
	{ "undo", "u", NULL, IN_ENTRIES | IN_TEAM | IN_HISTORY, IN_CHECKLIST | ON_TITLE | IN_PLAN | IN_TEAM, { .fr = "annuler", .en = "undo" },
		{ .fr = "Annuler votre dernier changement.", .en = "Take back your last change." }, wish, WISH_UNDO },
	{ "redo", "Ctrl-R", NULL, IN_ENTRIES | IN_TEAM | IN_HISTORY, 0, { .fr = "rétablir", .en = "redo" },
		{ .fr = "Rétablir ce qui vient d’être annulé.", .en = "Put back what was just undone." }, wish, WISH_REDO },
	{ "conflicts", "c", NULL, IN_ENTRIES, 0, { .fr = "conflits", .en = "conflicts" },
		{ .fr = "Trancher un conflit qu’une fusion a laissé : celui du point, ou le premier.", .en = "Settle a conflict that a merge left: that of the entry, or the first." }, settle_conflict, 0 },
	{ "plan-read", "Enter", NULL, IN_PLAN, IN_PLAN, { .fr = "lire", .en = "read" },
		{ .fr = "Lire toute l’action ; dans les quatre cases, ouvrir celle où l’on est.", .en = "Read the whole action; in the four cells, open the one where you are." }, plan_read, 0 },
	{ "plan-right", "Right", "l", IN_PLAN, 0, { .fr = "à droite", .en = "right" },
		{ .fr = "Lire toute l’action ; dans les quatre cases, passer à celle d’à côté.", .en = "Read the whole action; in the four cells, go to the one beside." }, plan_right, 0 },
	{ "plan-left", "Left", "h", IN_PLAN, 0, { .fr = "à gauche", .en = "left" },
		{ .fr = "Dans les quatre cases, passer à celle d’à côté ; d’une case ouverte, revenir aux quatre.", .en = "In the four cells, go to the one beside; from an opened cell, back to the four." }, plan_left, 0 },
	{ "read", "Enter", "Right", IN_CHECKLIST, IN_CHECKLIST, { .fr = "lire", .en = "read" },
		{ .fr = "Lire tout le point, ou plier une section.", .en = "Read the whole item, or fold a section." }, checklist_read, 0 },
	{ "guide-return", "Enter", NULL, IN_GUIDE, IN_GUIDE, { .fr = "au point", .en = "to the item" },
		{ .fr = "Revenir d’où l’on vient, au point qu’on lit ici.", .en = "Go back to where one came from, at the item that one reads here." }, guide_return, 0 },
	{ "next-part", "Right", "l", IN_GUIDE, IN_GUIDE, { .fr = "suite", .en = "next part" },
		{ .fr = "Aller au titre suivant.", .en = "Go to the next title." }, guide_jump, 1 },
	{ "previous-part", "Left", "h", IN_GUIDE, 0, { .fr = "titre précédent", .en = "previous part" },
		{ .fr = "Revenir au titre précédent.", .en = "Go back to the title before." }, guide_jump, -1 },
	{ "history-read", "Enter", NULL, IN_HISTORY, IN_HISTORY, { .fr = "lire", .en = "read" },
		{ .fr = "Lire tout le changement.", .en = "Read the whole change." }, history_read_whole, 0 },
	{ "history-go", "Right", "l", IN_HISTORY, IN_HISTORY, { .fr = "y aller", .en = "go there" },
		{ .fr = "Aller au point dont il s’agit, dans la liste.", .en = "Go to the item that it is about, in the checklist." }, history_go, 0 },
	{ "put-back", "b", NULL, IN_HISTORY, IN_HISTORY, { .fr = "remettre", .en = "put back" },
		{ .fr = "Remettre ce que ce changement a mis, ou ce qu’il y avait avant si c’est déjà en place ; un changement comme un autre, qui s’annule.", .en = "Put again what this change put, or what was there before where that stands already; a change like any other, which can be undone." }, history_put_back, 0 },
	{ "history-same", "H", NULL, IN_HISTORY, IN_HISTORY, { .fr = "ce point", .en = "this item" },
		{ .fr = "Ne montrer que ce qui touche à ce point ; Échap montre tout.", .en = "Show only what is about this item; Esc shows all." }, history_show_same, 0 },
	{ "history", "H", NULL, IN_ENTRIES | IN_GUIDE, 0, { .fr = "historique", .en = "history" },
		{ .fr = "Voir qui a changé quoi, et quand : de ce point ; 6 montre tout.", .en = "See who changed what, and when: of this item; 6 shows all." }, history_show_entry, 0 },
	{ "since", "S", NULL, IN_ENTRIES | IN_GUIDE | IN_HISTORY, 0, { .fr = "depuis ma visite", .en = "since my visit" },
		{ .fr = "Voir ce que les autres ont changé depuis votre dernière visite, par personne et par jour.", .en = "See what the others changed since your last visit, by person and by day." }, since_show, 0 },
	{ "down", "Down", "j", EVERYWHERE, IN_GUIDE | IN_OVERLAY, { .fr = "descendre", .en = "down" },
		{ .fr = "Descendre d’une ligne.", .en = "Go down a line." }, move, MOVE_DOWN },
	{ "up", "Up", "k", EVERYWHERE, 0, { .fr = "monter", .en = "up" },
		{ .fr = "Monter d’une ligne.", .en = "Go up a line." }, move, MOVE_UP },
	{ "page-down", "PgDn", "Ctrl-F", EVERYWHERE, 0, { .fr = "page suivante", .en = "next page" },
		{ .fr = "Descendre d’une page.", .en = "Go down a page." }, move, MOVE_PAGE_DOWN },
	{ "page-up", "PgUp", "Ctrl-B", EVERYWHERE, 0, { .fr = "page précédente", .en = "previous page" },
		{ .fr = "Monter d’une page.", .en = "Go up a page." }, move, MOVE_PAGE_UP },
	{ "home", "Home", "g", EVERYWHERE, 0, { .fr = "début", .en = "top" },
		{ .fr = "Aller au début.", .en = "Go to the beginning." }, move, MOVE_HOME },
	{ "end", "End", "G", EVERYWHERE, 0, { .fr = "fin", .en = "end" },
		{ .fr = "Aller à la fin.", .en = "Go to the end." }, move, MOVE_END },
	{ "view-organisations", "1", NULL, EVERYWHERE, 0, { .fr = "organisations", .en = "organisations" },
		{ .fr = "Voir les organisations.", .en = "See the organisations." }, show, VIEW_ORGANISATIONS },
	{ "view-checklist", "2", NULL, EVERYWHERE, 0, { .fr = "liste", .en = "checklist" },
		{ .fr = "Voir la liste.", .en = "See the checklist." }, show, VIEW_CHECKLIST },
	{ "view-walk", "3", NULL, EVERYWHERE, 0, { .fr = "parcours", .en = "walk" },
		{ .fr = "Voir le parcours.", .en = "See the walk." }, show, VIEW_WALK },
	{ "view-plan", "4", NULL, EVERYWHERE, AT_END, { .fr = "plan", .en = "plan" },
		{ .fr = "Voir le plan.", .en = "See the plan." }, show, VIEW_PLAN },
	{ "view-guide", "5", NULL, EVERYWHERE, 0, { .fr = "guide", .en = "guide" },
		{ .fr = "Lire le guide, au point choisi.", .en = "Read the guide, at the selected item." }, show, VIEW_GUIDE },
	{ "view-history", "6", NULL, EVERYWHERE, 0, { .fr = "historique", .en = "history" },
		{ .fr = "Voir l’historique : qui a changé quoi, et quand.", .en = "See the history: who changed what, and when." }, history_show_all, 0 },
	{ "team", "m", NULL, EVERYWHERE, 0, { .fr = "équipe", .en = "team" },
		{ .fr = "Voir l’équipe : qui a combien de temps, et combien d’actions.", .en = "See the team: who has how much time, and how many actions." }, show, VIEW_TEAM },
	{ "next-view", "Tab", NULL, EVERYWHERE, 0, { .fr = "vue suivante", .en = "next view" },
		{ .fr = "Passer à la vue suivante.", .en = "Go to the next view." }, beside, 1 },
	{ "previous-view", "Shift-Tab", NULL, EVERYWHERE, 0, { .fr = "vue précédente", .en = "previous view" },
		{ .fr = "Revenir à la vue précédente.", .en = "Go back to the previous view." }, beside, -1 },
	{ "help", "?", "F1", EVERYWHERE, IN_VIEWS | ON_TITLE | AT_END, { .fr = "aide", .en = "help" },
		{ .fr = "Montrer toutes les touches d’ici.", .en = "Show all the keys of this place." }, wish, WISH_HELP },
	{ "appearance", "A", NULL, EVERYWHERE, 0, { .fr = "apparence", .en = "look" },
		{ .fr = "Changer les couleurs, les signes, le calme, la souris.", .en = "Change colours, signs, calm, the mouse." }, ask, FORM_APPEARANCE },
	{ "back", "Esc", NULL, EVERYWHERE, IN_OVERLAY | IN_ENTRY | IN_WALK | IN_TEAM, { .fr = "retour", .en = "back" },
		{ .fr = "Revenir d’un pas : aide, recherche, parcours.", .en = "Go back one step: help, search, walk." }, wish, WISH_BACK },
	{ "quit", "q", NULL, EVERYWHERE, IN_ORGANISATIONS, { .fr = "quitter", .en = "quit" },
		{ .fr = "Quitter ; tout est déjà enregistré.", .en = "Leave; everything is saved already." }, wish, WISH_QUIT },
};
// clang-format on
const size_t command_count = ARRAY_LEN(commands);

static bool is_key(const char *name, struct key key)
{
	struct key named;

	return name && key_parse(name, &named) && named.code == key.code && named.alt == key.alt;
}

const struct command *command_find(struct key key, int place)
{
	const struct key right = { .code = KEY_CODE_RIGHT };

	key = key_as_digit(key);
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
