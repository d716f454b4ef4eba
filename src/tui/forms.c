/* SPDX-License-Identifier: MIT
 *
 * The table comes last, so that its functions need no forward declaration. */
#include "tui/forms.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/dates.h"
#include "jalon/text/errors.h"
#include "jalon/session/names.h"
#include "jalon/session/organisations.h"
#include "jalon/session/values.h"
#include "tui/conflict_answers.h"
#include "tui/filter_answers.h"
#include "tui/link_answers.h"
#include "tui/note_answers.h"
#include "tui/object_answers.h"
#include "tui/plan_commands.h"
#include "tui/removal_answers.h"

enum { SAME_NAME_OPEN, SAME_NAME_ANOTHER, SAME_NAME_CHOICES };

static bool entry_is_gone(const struct answer *answer, struct err *err)
{
	return answer->call.entry == NULL &&
	       !err_set_nowhere(err, ERR_FAILED, MSG_NO_SUCH_ENTRY, answer->entry_id);
}

/* From what the person saw as they began to answer, whatever somebody else saved meanwhile. */
static bool add_field(const struct answer *answer, enum field field, const char *typed,
	struct wish *wish, struct err *err)
{
	struct change change = { .field = field, .from = VALUE_NONE, .to = VALUE_NONE };
	struct session *session = answer->call.session;
	const char *canonical;

	if (entry_is_gone(answer, err) || !value_from_typed(field, typed, session->today_day,
						  session->arena, &canonical, err))
		return false;
	change.entry = answer->call.entry->id;
	change.from.text = arena_copy(session->arena, answer->seen[field]);
	change.to.text = field_get_as_set(field, answer->call.entry, canonical, session->arena);
	if (strcmp(change.from.text, change.to.text) != 0)
		change_list_add(&wish->changes, session->arena, change);
	wish->kind = WISH_CHANGES;
	return true;
}

static const char *begin_field(struct session *session, const struct entry *entry, enum field field)
{
	return value_as_typed(
		session->arena, session->lang, field, field_get(field, entry, session->arena));
}

/* What counts, whoever said it; a default is nobody's, and one Enter must not make an estimate of
 * it.
 */
static const char *begin_estimate(
	struct session *session, const struct entry *entry, enum field field)
{
	const char *effort = decimal_format(session->arena, entry_effort_centidays(entry));

	if (!entry_has_impact(entry) && !entry_has_effort(entry))
		return "";
	return arena_format(session->arena, "%d %s", entry_impact(entry),
		value_as_typed(session->arena, session->lang, field, effort));
}

static bool accept_note(const struct answer *answer, struct wish *wish, struct err *err)
{
	struct session *session = answer->call.session;

	if (entry_is_gone(answer, err))
		return false;
	/* Nothing typed is nothing said. */
	if (utf8_is_blank(answer->text))
		return true;
	change_list_add_note(&wish->changes, session->arena, answer->entry_id, session_now(session),
		session->options.author, answer->text);
	wish->kind = WISH_CHANGES;
	return true;
}

static bool accept_field(const struct answer *answer, struct wish *wish, struct err *err)
{
	return add_field(answer, answer->field, answer->text, wish, err);
}

/* A date gone by is mostly a slip of the year; said once, since it may be meant. */
static bool is_doubtful(const struct answer *answer, const struct wish *wish, int *day)
{
	return wish->changes.count && !answer->is_repeated &&
	       date_parse(wish->changes.changes[0].to.text, day) &&
	       *day < answer->call.session->today_day;
}

static bool accept_due(const struct answer *answer, struct wish *wish, struct err *err)
{
	struct buf text = BUF_INIT;
	int day;

	if (!add_field(answer, FIELD_DUE, answer->text, wish, err))
		return false;
	if (!is_doubtful(answer, wish, &day))
		return true;
	text_day_long(&text, answer->call.session->lang, day);
	err_set_nowhere(err, ERR_USAGE, MSG_DAY_IS_PAST, text.text);
	buf_release(&text);
	*wish = wish_of(WISH_NOTHING);
	return false;
}

static bool accept_reason(const struct answer *answer, struct wish *wish, struct err *err)
{
	if (utf8_is_blank(answer->text))
		return err_set_nowhere(err, ERR_USAGE, MSG_REASON_WANTED, NULL);
	return add_field(answer, FIELD_REASON, answer->text, wish, err) &&
	       add_field(answer, FIELD_STATUS, status_name(STATUS_NOT_APPLICABLE), wish, err);
}

/* "5 0,5": impact, then effort. */
static bool accept_estimate(const struct answer *answer, struct wish *wish, struct err *err)
{
	char *copy = arena_copy(answer->call.session->arena, answer->text);
	char *rest, *impact = strtok_r(copy, " \t", &rest);
	char *effort = impact ? strtok_r(NULL, " \t", &rest) : NULL;

	if (!impact || !effort || strtok_r(NULL, " \t", &rest))
		return err_set_nowhere(err, ERR_USAGE, MSG_NOT_AN_ESTIMATE, answer->text);
	return add_field(answer, FIELD_IMPACT, impact, wish, err) &&
	       add_field(answer, FIELD_EFFORT, effort, wish, err);
}

static void add_object(const struct answer *answer, const char *entry, enum field field,
	struct value value, struct wish *wish)
{
	change_list_add(&wish->changes, answer->call.session->arena,
		(struct change){ .entry = entry, .field = field, .from = VALUE_NONE, .to = value });
	wish->kind = WISH_CHANGES;
}

static bool accept_action(const struct answer *answer, struct wish *wish, struct err *err)
{
	struct action *action = ARENA_NEW(answer->call.session->arena, struct action);
	const struct entry *entry = answer->call.entry;

	(void)err;
	if (utf8_is_blank(answer->text))
		return true;
	*action = (struct action){ .id = "", .title = answer->text, .item = "" };
	if (entry && entry->action)
		action->item = entry->action->item;
	else if (entry)
		action->item = entry->id;
	add_object(answer, CHANGE_NEW_ACTION, FIELD_ACTION,
		(struct value){ .text = "", .action = action }, wish);
	return true;
}

static bool accept_service(const struct answer *answer, struct wish *wish, struct err *err)
{
	struct service *service = ARENA_NEW(answer->call.session->arena, struct service);

	(void)err;
	if (utf8_is_blank(answer->text))
		return true;
	*service = (struct service){ .id = "", .name = answer->text };
	add_object(
		answer, "", FIELD_SERVICE, (struct value){ .text = "", .service = service }, wish);
	return true;
}

static bool accept_search(const struct answer *answer, struct wish *wish, struct err *err)
{
	(void)err;
	*wish = (struct wish){ .kind = WISH_SEARCH, .text = answer->text };
	return true;
}

static bool accept_jump(const struct answer *answer, struct wish *wish, struct err *err)
{
	struct session *session = answer->call.session;
	const size_t count = session->org ? session->org->entry_count : 0;
	char *end;
	unsigned long number = strtoul(answer->text, &end, 10);

	(void)wish;
	if (answer->text[0] < '0' || answer->text[0] > '9' || *end || number < 1 || number > count)
		return err_set_nowhere(err, ERR_USAGE, MSG_NO_SUCH_NUMBER, answer->text);
	session_select(session, session->org->entries[number - 1].id);
	return true;
}

/* Two of one name are told apart by nothing that people look at. */
static bool accept_new(const struct answer *answer, struct wish *wish, struct err *err)
{
	if (session_find_named(answer->call.session, answer->text)) {
		*wish = wish_ask(FORM_SAME_NAME, "", answer->text);
		return true;
	}
	*wish = (struct wish){ .kind = WISH_OPEN,
		.text = session_create(answer->call.session, answer->text, err) };
	return wish->text != NULL;
}

static bool accept_same_name(const struct answer *answer, struct wish *wish, struct err *err)
{
	struct session *session = answer->call.session;
	const char *there = session_find_named(session, answer->text);

	*wish = (struct wish){ .kind = WISH_OPEN, .text = there };
	if (answer->choice == SAME_NAME_ANOTHER || !there)
		wish->text = session_create_another(session, answer->text, err);
	return wish->text != NULL;
}

static bool accept_look(const struct answer *answer, struct wish *wish, struct err *err)
{
	(void)wish;
	(void)err;
	plan_take_look(&answer->call, (enum plan_look)answer->choice);
	return true;
}

static bool accept_appearance(const struct answer *answer, struct wish *wish, struct err *err)
{
	(void)err;
	*wish = (struct wish){ .kind = WISH_ADAPT, .number = answer->choice };
	return true;
}

static bool accept_who(const struct answer *answer, struct wish *wish, struct err *err)
{
	wish->kind = WISH_BEGIN;
	return session_name_author(answer->call.session, answer->text, err);
}

static const char *offer_name(struct session *session, const char *typed)
{
	struct string_list names = names_known(session->arena, session->org);

	return names_next(&names, typed);
}

// clang-format off
static const struct wording same_name_choices[SAME_NAME_CHOICES] = {
	[SAME_NAME_OPEN] = { .fr = "Ouvrir celle qui est là", .en = "Open the one that is there" },
	[SAME_NAME_ANOTHER] = { .fr = "En créer une autre, de même nom", .en = "Make another one of the same name" },
};

static const struct wording adaptations[ADAPT_COUNT] = {
	[ADAPT_DARK] = { .fr = "Couleurs pour un fond sombre", .en = "Colours for a dark background" },
	[ADAPT_LIGHT] = { .fr = "Couleurs pour un fond clair", .en = "Colours for a light background" },
	[ADAPT_MONO] = { .fr = "Sans couleurs", .en = "No colours" },
	[ADAPT_SIGNS] = { .fr = "Signes : ceux d’Unicode, ou [?] [ ] [>] [x] [-]", .en = "Signs: those of Unicode, or [ ] [>] [x] [-]" },
	[ADAPT_CALM] = { .fr = "Calme, pour une voix ou le braille : oui, ou non", .en = "Calm, for a voice or braille: on, or off" },
	[ADAPT_MOUSE] = { .fr = "Souris : molette et clic, ou la sélection du terminal", .en = "Mouse: wheel and click, or the terminal’s selection" },
};

const struct form forms[FORM_COUNT] = {
	[FORM_NOTE] = { .label = { .fr = "Note", .en = "Note" }, .several_lines = true, .purpose = "note", .accept = accept_note,
		.hint = { .fr = "Entrée enregistre · Ctrl-J va à la ligne · Échap garde · Ctrl-X jette", .en = "Enter saves · Ctrl-J starts a new line · Esc keeps it for later · Ctrl-X drops" } },
	[FORM_OWNER] = { .field = FIELD_OWNER, .begin = begin_field, .offer = offer_name, .label = { .fr = "Qui s’en occupe ?", .en = "Who takes care of it?" }, .accept = accept_field,
		.hint = { .fr = "Tab propose un nom · vide : personne · Échap abandonne", .en = "Tab offers a name · empty: nobody · Esc gives up" } },
	[FORM_DUE] = { .field = FIELD_DUE, .begin = begin_field, .label = { .fr = "Pour quand ?", .en = "By when?" }, .accept = accept_due,
		.hint = { .fr = "15/01/2027, vendredi, dans 3 jours, fin janvier… · vide : pas d’échéance", .en = "15/01/2027, friday, in 3 days, end of january… · empty: no date" } },
	[FORM_REASON] = { .field = FIELD_REASON, .begin = begin_field, .label = { .fr = "Sans objet : pourquoi ?", .en = "Not applicable: why?" }, .purpose = "reason", .next = FORM_REVIEW, .accept = accept_reason,
		.hint = { .fr = "Entrée enregistre · Échap garde un brouillon · Ctrl-X jette", .en = "Enter saves · Esc keeps a draft · Ctrl-X drops it" } },
	[FORM_REVIEW] = { .field = FIELD_REVIEW, .begin = begin_field, .label = { .fr = "À revoir quand ?", .en = "To be reviewed when?" }, .accept = accept_field,
		.hint = { .fr = "dans 1 mois, fin juin… · vide : jamais · après ce jour le point sera à refaire", .en = "in 1 month, end of june… · empty: never · after that day it is to do again" } },
	[FORM_ESTIMATE] = { .field = FIELD_EFFORT, .begin = begin_estimate, .label = { .fr = "Impact et charge", .en = "Impact and effort" }, .accept = accept_estimate,
		.hint = { .fr = "impact de 1 à 100, puis jours-personne, par exemple : 5 0,5", .en = "impact from 1 to 100, then person-days, for example: 5 0.5" } },
	[FORM_ACTION] = { .label = { .fr = "Votre action", .en = "Your action" }, .purpose = "action", .accept = accept_action,
		.hint = { .fr = "ce qu’il y a à faire, en quelques mots", .en = "what there is to do, in a few words" } },
	[FORM_SERVICE] = { .label = { .fr = "Service numérique", .en = "Digital service" }, .accept = accept_service,
		.hint = { .fr = "son nom : les trois questions se poseront pour lui", .en = "its name: the three questions will be asked for it" } },
	[FORM_SEARCH] = { .only_looks = true, .label = { .fr = "Chercher", .en = "Search" }, .accept = accept_search,
		.hint = { .fr = "un ou plusieurs mots · vide : tout montrer", .en = "one or more words · empty: show all" } },
	[FORM_JUMP] = { .only_looks = true, .label = { .fr = "Aller au point", .en = "Go to item" }, .accept = accept_jump,
		.hint = { .fr = "son numéro, comme en haut à gauche", .en = "its number, as at the top left" } },
	[FORM_NEW] = { .label = { .fr = "Nom de votre organisation", .en = "Name of your organisation" }, .accept = accept_new,
		.hint = { .fr = "Entrée la crée et ouvre le guide · Échap abandonne", .en = "Enter makes it and opens the guide · Esc gives up" } },
	[FORM_FILTER] = { .only_looks = true, .label = { .fr = "Montrer", .en = "Show" }, .accept = filter_accept_kind,
		.hint = { .fr = "un chiffre montre · ↑ ↓ puis Entrée aussi · Échap abandonne", .en = "a digit shows · ↑ ↓ then Enter too · Esc gives up" },
		.count_choices = filter_count_kinds, .draw_choice = filter_draw_kind },
	[FORM_FILTER_VALUE] = { .only_looks = true, .back = FORM_FILTER, .label = { .fr = "Montrer seulement", .en = "Show only" }, .accept = filter_accept_value,
		.hint = { .fr = "un chiffre montre · ↑ ↓ puis Entrée aussi · Échap revient", .en = "a digit shows · ↑ ↓ then Enter too · Esc goes back" },
		.count_choices = filter_count_values, .draw_choice = filter_draw_value },
	[FORM_LOOK] = { .only_looks = true, .label = { .fr = "Regarder le plan", .en = "Look at the plan" }, .accept = accept_look,
		.hint = { .fr = "un chiffre montre · ↑ ↓ puis Entrée aussi · Échap abandonne", .en = "a digit shows · ↑ ↓ then Enter too · Esc gives up" },
		.choices = plan_look_choices, .choice_count = LOOK_COUNT },
	[FORM_APPEARANCE] = { .only_looks = true, .label = { .fr = "Apparence de l’écran", .en = "Look of the screen" }, .accept = accept_appearance,
		.hint = { .fr = "↑ ↓ ou un chiffre choisissent · Entrée change · Échap abandonne", .en = "↑ ↓ or a digit choose · Enter changes · Esc gives up" },
		.choices = adaptations, .choice_count = ADAPT_COUNT },
	[FORM_TITLE] = { .field = FIELD_ACTION_TITLE, .is_value = true, .label = { .fr = "Son titre", .en = "Its title" }, .accept = object_accept_name,
		.hint = { .fr = "Entrée l’enregistre · Échap laisse l’ancien", .en = "Enter saves it · Esc leaves the old one" } },
	[FORM_SERVICE_NAME] = { .field = FIELD_SERVICE_NAME, .is_value = true, .label = { .fr = "Nom du service", .en = "Name of the service" }, .accept = object_accept_name,
		.hint = { .fr = "Entrée l’enregistre · Échap laisse l’ancien", .en = "Enter saves it · Esc leaves the old one" } },
	[FORM_MEMBER_NAME] = { .field = FIELD_MEMBER_NAME, .is_value = true, .label = { .fr = "Son nom", .en = "Their name" }, .accept = object_accept_member_name,
		.hint = { .fr = "ses actions suivent · Échap laisse l’ancien", .en = "their actions follow · Esc leaves the old one" } },
	[FORM_NAME] = { .field = FIELD_NAME, .is_value = true, .label = { .fr = "Nom de l’organisation", .en = "Name of the organisation" }, .accept = object_accept_name,
		.hint = { .fr = "Entrée l’enregistre · Échap laisse l’ancien", .en = "Enter saves it · Esc leaves the old one" } },
	[FORM_CAPACITY] = { .field = FIELD_CAPACITY, .is_value = true, .label = { .fr = "L’équipe, jours par semaine", .en = "The team, days a week" }, .accept = object_accept_value,
		.hint = { .fr = "pour ce que personne n’a pris · par exemple 2 ou 0,5", .en = "for what nobody has taken · 2 or 0.5 for example" } },
	[FORM_MEMBER] = { .label = { .fr = "Qui ?", .en = "Who?" }, .next = FORM_MEMBER_CAPACITY, .accept = object_accept_member,
		.hint = { .fr = "son nom, comme dans « qui s’en occupe » · Échap abandonne", .en = "their name, as in “who takes care of it” · Esc gives up" } },
	[FORM_MEMBER_CAPACITY] = { .field = FIELD_MEMBER_CAPACITY, .is_value = true, .label = { .fr = "Jours par semaine", .en = "Days a week" }, .accept = object_accept_value,
		.hint = { .fr = "ce que cette personne peut y donner : 2, 0,5… · Échap laisse", .en = "what this person can give: 2, 0.5… · Esc leaves it" } },
	[FORM_REMOVE] = { .tells_text = true, .label = { .fr = "Retirer ?", .en = "Remove?" }, .accept = removal_accept,
		.hint = { .fr = "↑ ↓ choisissent · Entrée décide · Échap garde", .en = "↑ ↓ choose · Enter decides · Esc keeps" },
		.choices = removal_choices, .choice_count = REMOVAL_CHOICES },
	[FORM_REMOVE_ORGANISATION] = { .tells_text = true, .label = { .fr = "Retirer cette organisation ?", .en = "Remove this organisation?" }, .accept = removal_accept_organisation,
		.hint = { .fr = "↑ ↓ choisissent · Entrée décide · Échap garde", .en = "↑ ↓ choose · Enter decides · Esc keeps" },
		.choices = removal_choices, .choice_count = REMOVAL_CHOICES },
	[FORM_REQUIRE] = { .label = { .fr = "Demande d’abord", .en = "Requires first" }, .accept = link_accept_requirement, .take_away = link_remove_requirement, .find = link_find_requirement,
		.hint = { .fr = "quelques lettres, ↑ ↓ · Entrée demande, ou ne demande plus · Échap laisse", .en = "a few letters, ↑ ↓ · Enter requires, or no more · Esc leaves" } },
	[FORM_PLACE] = { .label = { .fr = "Sous quel point ?", .en = "Under which item?" }, .accept = link_accept_place, .find = link_find_place,
		.hint = { .fr = "quelques lettres, ↑ ↓ · Entrée l’y met · Échap laisse", .en = "a few letters, ↑ ↓ · Enter puts it there · Esc leaves" } },
	[FORM_NOTES] = { .label = { .fr = "Quelle note ?", .en = "Which note?" }, .accept = note_accept_choice, .take_away = note_take_back, .find = note_find,
		.hint = { .fr = "↑ ↓ · Entrée récrit la vôtre · Suppr la reprend · Échap laisse", .en = "↑ ↓ · Enter writes yours anew · Del takes it back · Esc leaves" } },
	[FORM_NOTE_AGAIN] = { .label = { .fr = "Note", .en = "Note" }, .several_lines = true, .purpose = "note-again", .is_of_note = true, .accept = note_accept_text,
		.hint = { .fr = "Entrée enregistre · Ctrl-J va à la ligne · Échap garde · Ctrl-X jette", .en = "Enter saves · Ctrl-J starts a new line · Esc keeps it for later · Ctrl-X drops" } },
	[FORM_SAME_NAME] = { .tells_text = true, .back = FORM_NEW, .label = { .fr = "Une organisation a déjà ce nom", .en = "An organisation has this name already" }, .accept = accept_same_name,
		.hint = { .fr = "↑ ↓ choisissent · Entrée décide · Échap revient au nom", .en = "↑ ↓ choose · Enter decides · Esc goes back to the name" },
		.choices = same_name_choices, .choice_count = SAME_NAME_CHOICES },
	[FORM_CONFLICT] = { .about_conflict = true, .label = { .fr = "Quelqu’un a changé la même valeur", .en = "Somebody changed the same value" }, .accept = conflict_accept,
		.hint = { .fr = "↑ ↓ choisissent · Entrée décide · Échap garde la leur", .en = "↑ ↓ choose · Enter decides · Esc keeps theirs" },
		.count_choices = conflict_count_choices, .draw_choice = conflict_draw_choice },
	[FORM_CONFLICT_VALUE] = { .about_conflict = true, .back = FORM_CONFLICT, .label = { .fr = "Une autre valeur", .en = "Another value" }, .accept = conflict_accept_value,
		.hint = { .fr = "Entrée l’enregistre · Échap revient aux deux autres", .en = "Enter saves it · Esc goes back to the other two" } },
	[FORM_KEPT] = { .about_conflict = true, .label = { .fr = "Deux valeurs se sont rencontrées", .en = "Two values met" }, .accept = conflict_accept,
		.hint = { .fr = "↑ ↓ choisissent · Entrée tranche · Échap laisse pour plus tard", .en = "↑ ↓ choose · Enter settles · Esc leaves it for later" },
		.count_choices = conflict_count_choices, .draw_choice = conflict_draw_choice },
	[FORM_KEPT_VALUE] = { .about_conflict = true, .back = FORM_KEPT, .label = { .fr = "Une autre valeur", .en = "Another value" }, .accept = conflict_accept_value,
		.hint = { .fr = "Entrée l’enregistre · Échap revient aux deux autres", .en = "Enter saves it · Esc goes back to the other two" } },
	[FORM_WHO] = { .is_gate = true, .label = { .fr = "Qui êtes-vous ?", .en = "Who are you?" }, .accept = accept_who,
		.hint = { .fr = "le nom de votre groupe, ou le vôtre · Entrée commence · Échap quitte", .en = "the name of your group, or your own · Enter begins · Esc leaves" } },
};
// clang-format on
