/* SPDX-License-Identifier: MIT
 *
 * messages: every sentence that has figures or names in it, French and English.
 *
 * For     cli, tui, export and the reasons of a plan. A row of MESSAGES becomes a typed function
 *         `text_<name>(struct buf *out, enum lang lang, …)` that adds the sentence to `out`, so
 *         that the compiler checks both languages against the same arguments. A row of COUNTED
 *         takes a count first and has a form for one and a form for many in each language
 *         (French counts 0 and 1 as one, English only 1).
 *         Texts without arguments are rows of WORDS in jalon/text/words.h.
 * Owner   the caller owns `out`. */
#ifndef JALON_TEXT_MESSAGES_H
#define JALON_TEXT_MESSAGES_H

#include "jalon/base/buf.h"
#include "jalon/text/languages.h"

// clang-format off
/* M(name, (parameters), (arguments), French, English) */
#define MESSAGES(M) \
	/* common */ \
	M(counts_share, (int done, int total, int percent), (done, total, percent), \
		"%d/%d (%d %%)", "%d/%d (%d%%)") \
	M(quoted, (const char *text), (text), "« %s »", "“%s”") \
	M(before_it, (const char *quoted), (quoted), "avant %s", "before %s") \
	M(change_thing, (const char *noun, const char *name), (noun, name), "%s « %s »", "%s “%s”") \
	M(change_of, (const char *noun, const char *title), (noun, title), "%s de « %s »", "%s of “%s”") \
	M(change_of_organisation, (const char *noun), (noun), "%s de l’organisation", "%s of the organisation") \
	M(change_on, (const char *noun, const char *title), (noun, title), "%s sur « %s »", "%s on “%s”") \
	/* dates; figures come written, since languages write decimals and a first day apart */ \
	M(day_short, (const char *day, const char *month), (day, month), "%s %s", "%s %s") \
	M(day_year, (const char *day, int year), (day, year), "%s %d", "%s %d") \
	M(day_weekday, (const char *weekday, const char *day), (weekday, day), "%s %s", "%s %s") \
	M(minutes_ago, (int minutes), (minutes), "il y a %d min", "%d min ago") \
	M(hours_ago, (int hours), (hours), "il y a %d h", "%d h ago") \
	M(circle_member, (const char *id, const char *title), (id, title), "%s : « %s »", "%s: “%s”") \
	M(note_changed, (const char *when), (when), " · corrigée %s", " · put right %s") \
	M(removed, (const char *name, const char *subject), (name, subject), \
		"Retiré : « %s » (%s).", "Removed: “%s” (%s).") \
	M(removed_entries, (size_t entries, size_t notes), (entries, notes), \
		"Avec ce qui en était dit : entrées %zu, notes %zu.", \
		"With what was said of it: entries %zu, notes %zu.") \
	M(removed_references, (size_t references), (references), \
		"Ce qui le demandait d’abord ou passait avant ne le nomme plus : %zu.", \
		"What required it, or was pinned before it, names it no more: %zu.") \
	M(removed_under, (size_t actions), (actions), \
		"Actions qui étaient dessous, et restent seules : %zu.", \
		"Actions that stood under it, and stay by themselves: %zu.") \
	M(removed_owned, (size_t entries), (entries), \
		"Ce dont cette personne s’occupe reste à son nom : %zu.", \
		"What they own stays theirs: %zu.") \
	M(removed_undo, (const char *org), (org), "Tout ramener : jalon undo %s", \
		"To bring all back: jalon undo %s") \
	M(put_away, (const char *name, const char *id), (name, id), \
		"L’organisation « %s » (%s) est retirée, avec son historique ; rien n’est effacé :", \
		"The organisation “%s” (%s) is removed, with its history; nothing is erased:") \
	M(days_left, (const char *days), (days), "reste %s", "%s left") \
	M(days_of_work, (const char *figure), (figure), "%s j", "%s d") \
	/* what is beside the organisations */ \
	M(stray_copy, (const char *file, const char *id), (file, id), \
		"%s : une copie de « %s », que jalon ne lit pas. À reprendre, puis à ranger ailleurs :", \
		"%s: a copy of “%s”, which jalon does not read. Take it in, then put it elsewhere:") \
	M(stray_command, (const char *id, const char *quoted), (id, quoted), "jalon merge %s %s", "jalon merge %s %s") \
	M(stray_name, (const char *file), (file), \
		"%s : jalon ne lit que des noms comme lyon-3.json (a à z, chiffres, tirets). Si c’est une organisation, la renommer ainsi.", \
		"%s: jalon reads only names like lyon-3.json (a to z, digits, hyphens). If it is an organisation, rename it so.") \
	/* cli */ \
	M(did_you_mean, (const char *nearest), (nearest), "Vouliez-vous dire « %s » ?", \
		"Did you mean “%s”?") \
	M(works_with_terminal, (const char *command), (command), \
		"Si le terminal est de ceux d’aujourd’hui : %s", "If the terminal is one of today’s: %s") \
	M(choices_are, (const char *choices), (choices), "Choisir parmi : %s.", \
		"Choose one of: %s.") \
	M(fields_are, (const char *fields), (fields), "Les champs : %s.", "The fields: %s.") \
	M(field_choices, (const char *choices), (choices), "Au choix : %s.", "One of: %s.") \
	M(field_integer, (int min, int max), (min, max), "Un nombre entier de %d à %d.", \
		"A whole number from %d to %d.") \
	M(field_decimal, (const char *min, const char *max), (min, max), \
		"Un nombre de %s à %s, deux décimales au plus", \
		"A number from %s to %s, two decimals at most") \
	M(conflict_values, (const char *seen, const char *found, const char *wanted), \
		(seen, found, wanted), \
		"Vous aviez vu « %s » ; il y a maintenant « %s » ; vous vouliez « %s ».", \
		"You saw “%s”; now there is “%s”; you wanted “%s”.") \
	M(kept_conflict, (const char *about, const char *stands, const char *waits), (about, stands, waits), \
		"%s : « %s » est en place, « %s » attend", "%s: “%s” stands, “%s” waits") \
	M(conflict_by, (const char *by), (by), " Changé par %s.", " Changed by %s.") \
	M(organisation_made, (const char *path, const char *id), (path, id), \
		"Organisation créée : %s\nPour l’ouvrir : jalon %s", \
		"Organisation made: %s\nTo open it: jalon %s") \
	M(revision, (long long revision), (revision), "révision %lld", "revision %lld") \
	M(takes_back, (long long revision), (revision), "reprend la révision %lld", \
		"takes back revision %lld") \
	M(file_is_good, (const char *path), (path), "%s : rien à redire", \
		"%s: nothing wrong") \
	/* tui */ \
	M(tui_unknown_key, (const char *key), (key), "La touche « %s » ne fait rien ici ; ? montre celles d’ici.", \
		"The key “%s” does nothing here; ? shows those of this place.") \
	M(tui_searched, (const char *before, const char *words), (before, words), "%s« %s »", "%s“%s”") \
	M(tui_since_day, (const char *day), (day), "depuis le %s", "since %s") \
	M(tui_puts_back, (const char *value), (value), "b remet « %s »", "b puts “%s” there") \
	M(tui_puts_before, (const char *value), (value), "b remet ce qu’il y avait avant : %s", "b puts back what was there before: %s") \
	M(tui_looked_until, (const char *day), (day), "Cherché jusqu’au %s ; ↓ cherche plus loin, Fin jusqu’au bout.", "Looked back to %s; ↓ looks further, End to the beginning.") \
	M(tui_percent, (int percent), (percent), "%d %%", "%d%%") \
	M(tui_asked, (const char *title), (title), "Comparer « %s » : w sur l’autre action", "Compare “%s”: w on the other action") \
	M(tui_week_of, (const char *day), (day), "Semaine du %s", "Week of %s") \
	M(tui_pinned, (const char *title), (title), "Épinglée avant « %s ».", "Pinned before “%s”.") \
	M(tui_instead_of, (const char *would, const char *now), (would, now), " : le %s au lieu du %s", ": on %s instead of %s") \
	M(tui_pin_refused, (const char *title), (title), "Épinglée avant « %s », mais un prérequis, une échéance ou une priorité l’empêche.", \
		"Pinned before “%s”, but a requirement, a due date or a priority is in the way.") \
	M(tui_pin_cannot, (const char *first, const char *second), (first, second), "« %s » ne peut pas passer avant « %s ».", "“%s” cannot come before “%s”.") \
	M(tui_pin_requires, (const char *title), (title), "Il faut d’abord « %s ».", "“%s” must come first.") \
	M(tui_pin_due, (const char *day, const char *title), (day, title), "C’est l’échéance du %s, de « %s », qui l’empêche.", "It is the due date of %s, of “%s”, that is in the way.") \
	M(tui_pin_percent, (int percent), (percent), "En tout, ce que le plan apporte vient %d %% plus tard.", "In all, what the plan brings comes %d%% later.") \
	M(tui_pins_cost, (int percent), (percent), "Avec les épingles, ce que le plan apporte vient en moyenne %d %% plus tard.", \
		"With the pins, what the plan brings comes %d%% later on average.") \
	M(tui_done, (int done, int all), (done, all), "%d/%d faits", "%d/%d done") \
	M(tui_doing, (int doing), (doing), " · %d en cours", " · %d under way") \
	M(tui_not_applicable, (int count), (count), " · %d s.o.", " · %d n/a") \
	M(tui_help_line, (const char *key, const char *help), (key, help), "    %s — %s\n", "    %s — %s\n") \
	M(tui_here, (int people), (people), "%d ici", "%d here") \
	M(tui_people_here, (int people, const char *names), (people, names), "%d ici : %s", "%d here: %s") \
	M(tui_writes, (const char *name), (name), "✎ %s écrit ici…", "✎ %s is writing here…") \
	M(since_visit, (const char *of_day), (of_day), "Depuis votre visite%s", "Since your visit%s") \
	M(since_visit_of, (const char *name, const char *of_day), (name, of_day), "Depuis la visite de « %s »%s", "Since the visit of “%s”%s") \
	M(since_of_day, (const char *day), (day), " du %s", " of %s") \
	M(since_changed, (const char *by), (by), "● %s a changé ceci en votre absence", "● %s changed this while you were away") \
	M(people_writing, (const char *name), (name), "%s écrit ici", "%s is writing") \
	M(people_changed, (const char *name), (name), "changé par %s", "changed by %s") \
	M(people_there, (const char *name), (name), "%s est ici", "%s is here") \
	M(since_nothing, (const char *visit), (visit), "%s, personne d’autre n’a rien changé.", "%s, nobody else has changed anything.") \
	M(since_shown, (const char *key), (key), " %s les montre.", " %s shows them.") \
	M(tui_has_changed, (const char *name), (name), "● %s vient de changer ceci", "● %s has just changed this") \
	M(tui_already_back, (const char *by, const char *value), (by, value), "Rien à reprendre : %s y a déjà remis « %s ».", \
		"Nothing to take back: %s has already put “%s” there again.") \
	M(tui_typed_kept, (const char *text), (text), "Fermé. « %s » n’est pas enregistré : la même touche, au même endroit, le reprend.", "Closed. “%s” is not saved: the same key, in the same place, goes on with it.") \
	M(tui_draft_kept, (const char *key), (key), "Gardé en brouillon : %s le reprend.", "Kept as a draft: %s goes on with it.") \
	M(tui_draft_waits_at, (const char *text, const char *title, const char *key), (text, title, key), \
		"Pas encore enregistré : « %s », sur « %s ». %s y reprend.", "Not saved yet: “%s”, on “%s”. %s goes on there.") \
	M(tui_draft_waits, (const char *text, const char *key), (text, key), "Pas encore enregistré : « %s ». %s reprend.", \
		"Not saved yet: “%s”. %s goes on with it.") \
	M(tui_draft_lost, (const char *text), (text), "Pas enregistré, et son point n’existe plus : « %s ». Sur un autre point, n puis Ctrl-R le reprend.", \
		"Not saved, and its item is no more: “%s”. On another item, n and then Ctrl-R takes it up.") \
	M(tui_draft_whose, (const char *name, const char *when), (name, when), "(commencé par « %s », %s)", "(begun by “%s”, %s)") \
	M(tui_draft_take, (const char *text), (text), "Ctrl-R reprend « %s »", "Ctrl-R takes up “%s”") \
	M(tui_remains_for, (const char *name), (name), "Ce qui reste à %s", "What remains for %s") \
	M(tui_found_at, (int rank, int count), (rank, count), "Trouvé : %d sur %d", "Found: %d of %d") \
	M(tui_position, (int index, int count), (index, count), "%d / %d", "%d / %d") \
	M(tui_now_required, (const char *title), (title), "Demande d’abord : %s.", "Requires first: %s.") \
	M(tui_no_more_required, (const char *title), (title), "Ne demande plus : %s.", "Requires no more: %s.") \
	M(tui_goes_away, (const char *name, const char *id), (name, id), "%s (%s) part avec son historique. u ne ramène pas une organisation : ce qui la ramène sera affiché.", \
		"%s (%s) goes with its history. u brings no organisation back: what does will be shown.") \
	M(tui_removed, (const char *name), (name), "Retiré : %s. u le ramène.", "Removed: %s. u brings it back.") \
	M(tui_goes_along, (const char *list), (list), "Partent aussi : %s.", "Goes along: %s.") \
	M(tui_days_a_week, (const char *figure), (figure), "%s j/sem.", "%s d/week") \
	M(tui_plan_end, (const char *effort, const char *day), (effort, day), " · %s · fini le %s", " · %s · done on %s") \
	M(tui_ends_on, (const char *day), (day), " · fini le %s", " · done on %s") \
	M(tui_late_mark, (int days), (days), "! %d j", "! %d d") \
	M(tui_risk_mark, (int days), (days), "~ %d j", "~ %d d") \
	M(tui_promised, (const char *promised, const char *day, const char *available), (promised, day, available), "Trop promis : %s d’ici au %s, pour %s de temps.", \
		"Too much promised: %s by %s, with %s of time.") \
	M(tui_rank, (int rank, int count), (rank, count), "N° %d sur %d du plan", "No. %d of %d in the plan") \
	M(tui_due_kept, (const char *day), (day), "Échéance %s : tenue.", "Due on %s: kept.") \
	M(tui_said, (const char *by, const char *note), (by, note), "%s : « %s »", "%s: “%s”") \
	M(tui_due_on, (const char *day), (day), "échéance %s", "due %s") \
	M(tui_on_day, (const char *day), (day), "le %s", "on %s") \
	M(tui_from_to, (const char *start, const char *finish), (start, finish), "du %s au %s", "from %s to %s") \
	M(tui_waits_for, (const char *ranks), (ranks), "attend n° %s", "waits for no. %s") \
	M(tui_unlocks, (const char *ranks), (ranks), "débloque n° %s", "unlocks no. %s") \
	M(tui_impact_from, (int impact), (impact), "Impact %d et plus", "Impact %d and more") \
	M(tui_impact_below, (int impact), (impact), "Impact inférieur à %d", "Impact below %d") \
	M(tui_effort_until, (const char *effort), (effort), " · jusqu’à %s", " · up to %s") \
	M(tui_effort_above, (const char *effort), (effort), " · plus de %s", " · more than %s") \
	M(tui_not_applicable_because, (const char *reason), (reason), "s.o. : %s", "n/a: %s") \
	M(tui_review_on, (const char *day), (day), "à revoir le %s", "to be reviewed on %s") \
	M(tui_saved_by, (const char *when, const char *by), (when, by), "%s, par %s", "%s, by %s") \
	/* plan */ \
	M(plan_set, (int count, int impact, const char *effort), (count, impact, effort), \
		"Ouvre la voie : avec celles qui la suivent, ces %d actions valent %d d’impact pour %s ; rien de même priorité ne rapporte plus ensuite.", \
		"Opens the way: with those behind it, these %d actions are worth %d of impact for %s; nothing of the same priority brings more afterwards.") \
	M(plan_in_set, (const char *title, int count, int impact, const char *effort), (title, count, impact, effort), \
		"Va avec « %s » : ces %d actions ensemble valent %d d’impact pour %s.", \
		"Goes with “%s”: these %d actions together are worth %d of impact for %s.") \
	M(plan_dates, (const char *figures), (figures), \
		"%s, à la place que lui laissent les échéances des autres.", \
		"%s, where the due dates of others leave it.") \
	M(plan_stands_before, (const char *first, const char *second), (first, second), "« %s » passe avant « %s ».", \
		"“%s” comes before “%s”.") \
	M(plan_needs_it, (const char *second), (second), "« %s » en a besoin.", \
		"“%s” needs it.") \
	M(plan_needs_it_through, (const char *second, const char *step), (second, step), "« %s » en a besoin, par « %s ».", \
		"“%s” needs it, through “%s”.") \
	M(plan_tiers, (const char *first, const char *second), (first, second), "La première compte comme %s, la seconde comme %s.", \
		"The first counts as %s, the second as %s.") \
	M(plan_brings_more, (const char *first, int impact, const char *effort, const char *second, int other_impact, const char *other_effort), (first, impact, effort, second, other_impact, other_effort), "Elle rapporte au moins autant par jour : « %s » vaut %d d’impact pour %s, « %s » %d pour %s.", \
		"It brings at least as much per day: “%s” is worth %d of impact for %s, “%s” %d for %s.") \
	M(plan_waits_for, (const char *second, const char *waited), (second, waited), "« %s » attend « %s », qui vient plus tard.", \
		"“%s” waits for “%s”, which comes later.") \
	M(plan_if_done, (const char *title), (title), "Si « %s » était fait :", \
		"If “%s” were done:") \
	M(plan_all_the_same, (const char *day), (day), "Tout serait fini le %s, pas plus tôt qu’aujourd’hui prévu.", \
		"All would be done on %s, no sooner than planned today.") \
	M(plan_lacks, (const char *who, const char *effort), (who, effort), "%s manque de temps pour la tenir : %s de travail de trop d’ici là.", \
		"To keep it, %s has too little time: %s of work too many by then.") \
	M(plan_later_would_do, (const char *title, const char *effort), (title, effort), "« %s » (%s) passe avant : la remettre à plus tard suffirait.", \
		"“%s” (%s) comes before it: to do that one later would be enough.") \
	M(plan_in_the_way, (const char *title, const char *effort), (title, effort), "« %s » (%s) passe avant sans lui être nécessaire.", \
		"“%s” (%s) comes before it and is not needed for it.") \
	M(plan_waits_until, (const char *title, const char *day), (title, day), "Elle attend « %s », qui finit le %s.", \
		"It waits for “%s”, which ends on %s.") \
	M(plan_figures, (int impact, const char *effort), (impact, effort), "%d d’impact pour %s", "%d of impact for %s") \
	M(plan_impact_counted, (int impact, const char *effort), (impact, effort), "%d d’impact (faute d’estimation) pour %s", \
		"%d of impact (not estimated) for %s") \
	M(plan_effort_counted, (int impact, const char *effort), (impact, effort), "%d d’impact pour %s (faute d’estimation)", \
		"%d of impact for %s (not estimated)") \
	M(plan_both_counted, (int impact, const char *effort), (impact, effort), "%d d’impact pour %s, comptés faute d’estimation", \
		"%d of impact for %s, counted for want of an estimate") \
	M(plan_counts_as, (int impact, const char *effort), (impact, effort), "Ce qui n’est pas estimé compte pour %d d’impact et %s.", \
		"What is not estimated counts as %d of impact and %s.") \
	M(plan_due, (const char *day, const char *start), (day, start), "Échéance %s : le dernier début qui la tient est %s.", \
		"Due on %s: the last start that keeps it is %s.") \
	M(plan_pinned_before, (const char *title, const char *figures), (title, figures), "Épinglée avant « %s » : %s.", \
		"Pinned before “%s”: %s.") \
	M(plan_pins, (const char *figures), (figures), "%s, à la place que lui laissent les épingles.", \
		"%s, where pins leave it.") \
	M(plan_required_by, (const char *title, const char *priority), (title, priority), "« %s » en a besoin, et c’est une %s.", \
		"“%s” needs it, and that is a %s.") \
	M(plan_after, (const char *title, const char *figures), (title, figures), "Possible dès que « %s » est fini : %s.", \
		"Possible once “%s” is finished: %s.") \
	M(plan_last, (const char *figures), (figures), "La dernière qui reste : %s.", \
		"The last one left: %s.") \
	M(plan_ratio, (const char *figures), (figures), "%s : rien de ce qui est possible à ce moment avec la même priorité ne rapporte plus par jour.", \
		"%s: nothing else possible at that point with the same priority brings more per day.") \
	/* export */ \
	M(impact, (int impact), (impact), "impact %d", "impact %d") \
	M(due_on, (const char *day), (day), "pour le %s", "due %s") \
	M(all_done_on, (const char *day), (day), "tout est fait le %s", "all is done on %s") \
	M(capacity_a_week, (const char *effort), (effort), "%s par semaine", "%s a week") \
	M(planned_from_to, (const char *start, const char *finish), (start, finish), \
		"Prévu du %s au %s", "Planned from %s to %s") \
	M(set_aside_cycle, (const char *ids), (ids), "ses prérequis tournent en rond (%s)", \
		"its requirements go round in a circle (%s)") \
	M(set_aside_missing, (const char *ids), (ids), "un prérequis n’existe pas (%s)", \
		"a requirement does not exist (%s)") \
	M(theme, (int theme), (theme), "thème %d", "theme %d") \
	M(checklist_edition, (const char *id, const char *edition), (id, edition), \
		"liste %s, édition %s", "checklist %s, edition %s")

/* N(name, (parameters, the first is `int count`), (arguments), French one, French many,
 *   English one, English many) */
#define COUNTED(N) \
	N(since_marks, (int count), (count), "%d point changé que vous n’avez pas encore regardé.", "%d points changés que vous n’avez pas encore regardés.", \
		"%d changed item that you have not looked at yet.", "%d changed items that you have not looked at yet.") \
	N(since_changes, (int count, const char *by), (count, by), "%d changement %s.", "%d changements %s.", \
		"%d change %s.", "%d changes %s.") \
	/* common */ \
	N(and_more_changes, (int count), (count), "et %d autre changement", "et %d autres changements", "and %d more change", "and %d more changes") \
	N(merge_taken_in, (int count), (count), "%d changement repris de la copie.", "%d changements repris de la copie.", \
		"%d change taken in from the copy.", "%d changes taken in from the copy.") \
	N(conflicts_to_settle, (int count), (count), "%d conflit à trancher", "%d conflits à trancher", \
		"%d conflict to settle", "%d conflicts to settle") \
	N(actions, (int count), (count), "%d action", "%d actions", "%d action", "%d actions") \
	/* cli */ \
	/* tui */ \
	N(tui_conflicts_wait, (int count, const char *key), (count, key), "%d conflit à trancher : touche %s.", "%d conflits à trancher : touche %s.", \
		"%d conflict to settle: press %s.", "%d conflicts to settle: press %s.") \
	N(tui_new, (int count), (count), " · %d pas encore vu", " · %d pas encore vus", " · %d not looked at", " · %d not looked at") \
	N(tui_new_brief, (int count), (count), " · %d pas vu", " · %d pas vus", " · %d not seen", " · %d not seen") \
	N(walk_without_owner, (int count), (count), "%d point à faire n’a personne : dire qui, touche o, dans la liste ou le plan.", "%d points à faire n’ont personne : dire qui, touche o, dans la liste ou le plan.", \
		"%d item to do has nobody: say who, key o, in the checklist or the plan.", "%d items to do have nobody: say who, key o, in the checklist or the plan.") \
	N(walk_without_date, (int count), (count), "%d point à faire n’a pas de date : dire pour quand, touche D.", "%d points à faire n’ont pas de date : dire pour quand, touche D.", \
		"%d item to do has no date: say by when, key D.", "%d items to do have no date: say by when, key D.") \
	N(tui_seen, (int count), (count), "%d vu", "%d vus", "%d looked at", "%d looked at") \
	N(tui_found_so_far, (int count), (count), "%d trouvé, peut-être d’autres", "%d trouvés, peut-être d’autres", "%d found, maybe others", "%d found, maybe others") \
	N(tui_found, (int count), (count), "%d trouvé", "%d trouvés", "%d found", "%d found") \
	N(tui_late, (int count), (count), " · %d en retard", " · %d en retard", " · %d late", " · %d late") \
	N(tui_pin_later, (int count), (count), "%d autre action finit plus tard.", "%d autres actions finissent plus tard.", \
		"%d other action ends later.", "%d other actions end later.") \
	N(tui_pin_falls, (int count, const char *title), (count, title), "%d échéance n’est plus tenue : « %s ».", "%d échéances ne sont plus tenues, dont « %s ».", \
		"%d due date is kept no more: “%s”.", "%d due dates are kept no more, “%s” among them.") \
	N(tui_pin_worse, (int count), (count), "%d échéance déjà manquée l’est de plus loin.", "%d échéances déjà manquées le sont de plus loin.", \
		"%d date missed already is missed by more.", "%d dates missed already are missed by more.") \
	N(tui_late_with_sign, (int count), (count), "! %d en retard", "! %d en retard", "! %d late", "! %d late") \
	N(tui_unestimated, (int count), (count), " · %d sans estimation", " · %d sans estimation", " · %d not estimated", " · %d not estimated") \
	N(tui_at_risk, (int count), (count), " · %d à risque", " · %d à risque", " · %d at risk", " · %d at risk") \
	N(tui_more_weeks, (int count), (count), "+ %d semaine", "+ %d semaines", "+ %d week", "+ %d weeks") \
	N(tui_kept_first, (int count), (count), "Trop long : le premier caractère (%d) est gardé, le reste est laissé.", "Trop long : les %d premiers caractères sont gardés, le reste est laissé.", \
		"Too long: the first character (%d) is kept, the rest is left out.", "Too long: the first %d characters are kept, the rest is left out.") \
	N(tui_strays, (int count), (count), \
		"%d fichier à côté que jalon ne lit pas : « jalon list » dit quoi en faire", \
		"%d fichiers à côté que jalon ne lit pas : « jalon list » dit quoi en faire", \
		"%d file beside them that jalon does not read: “jalon list” says what to do", \
		"%d files beside them that jalon does not read: “jalon list” says what to do") \
	N(tui_team, (int count), (count), "Équipe · %d personne", "Équipe · %d personnes", "Team · %d person", "Team · %d people") \
	N(tui_follow, (int count), (count), "%d action le suit.", "%d actions le suivent.", "%d action follows.", "%d actions follow.") \
	N(tui_answers, (int count), (count), "%d réponse", "%d réponses", "%d answer", "%d answers") \
	N(tui_links, (int count), (count), "%d lien", "%d liens", "%d link", "%d links") \
	N(tui_stand_alone, (int count), (count), "%d action qui était dessous reste.", "%d actions qui étaient dessous restent.", "%d action that stood below stays.", "%d actions that stood below stay.") \
	N(tui_keep_name, (int count), (count), "%d action garde ce nom.", "%d actions gardent ce nom.", "%d action keeps this name.", "%d actions keep this name.") \
	N(tui_organisations, (int count), (count), "%d organisation", "%d organisations", "%d organisation", "%d organisations") \
	/* plan */ \
	N(plan_would_free, (int count), (count), "%d action n’attendrait plus rien.", "%d actions n’attendraient plus rien.", \
		"%d action would wait for nothing more.", "%d actions would wait for nothing more.") \
	N(plan_would_end_sooner, (int count), (count), "%d finirait plus tôt.", "%d finiraient plus tôt.", \
		"%d would end sooner.", "%d would end sooner.") \
	N(plan_all_sooner, (int count, const char *day), (count, day), "Tout serait fini %d jour plus tôt, le %s.", "Tout serait fini %d jours plus tôt, le %s.", \
		"All would be done %d day sooner, on %s.", "All would be done %d days sooner, on %s.") \
	N(plan_due_past, (int count, const char *day), (day, count), "Échéance %s : %d jour de retard.", "Échéance %s : %d jours de retard.", \
		"Due on %s: %d day late.", "Due on %s: %d days late.") \
	N(plan_due_missed, (int count, const char *day), (day, count), "Échéance %s : le plan la manque de %d jour.", "Échéance %s : le plan la manque de %d jours.", \
		"Due on %s: the plan misses it by %d day.", "Due on %s: the plan misses it by %d days.") \
	N(plan_unlocks, (int count), (count), "Elle débloque %d action.", "Elle débloque %d actions.", "It unlocks %d action.", "It unlocks %d actions.") \
	/* export */ \
	N(notes, (int count), (count), "%d note", "%d notes", "%d note", "%d notes") \
	N(count_new, (int count), (count), "%d pas encore vu", "%d pas encore vus", "%d not looked at yet", \
		"%d not looked at yet") \
	N(count_doing, (int count), (count), "%d en cours", "%d en cours", "%d under way", \
		"%d under way") \
	N(count_not_applicable, (int count), (count), "%d sans objet", "%d sans objet", \
		"%d not applicable", "%d not applicable") \
	N(count_late, (int count), (count), "%d en retard", "%d en retard", "%d late", "%d late") \
	N(count_unestimated, (int count), (count), "%d sans estimation", "%d sans estimation", "%d not estimated", "%d not estimated") \
	N(count_at_risk, (int count), (count), "%d à risque", "%d à risque", "%d at risk", "%d at risk") \
	N(days_late, (int count), (count), "%d jour de retard", "%d jours de retard", \
		"%d day late", "%d days late") \
	N(days_at_risk, (int count), (count), "à risque : fini %d jour après l’échéance", "à risque : fini %d jours après l’échéance", \
		"at risk: done %d day past its date", "at risk: done %d days past its date")
// clang-format on

#define MESSAGE_UNPACK(...) __VA_ARGS__
#define MESSAGE_FUNCTION(name, parameters, arguments, fr, en)                                      \
	static inline void text_##name(struct buf *out, enum lang lang, MESSAGE_UNPACK parameters) \
	{                                                                                          \
		if (lang == LANG_FR)                                                               \
			buf_add_format(out, fr, MESSAGE_UNPACK arguments);                         \
		else                                                                               \
			buf_add_format(out, en, MESSAGE_UNPACK arguments);                         \
	}
#define COUNTED_FUNCTION(name, parameters, arguments, fr_one, fr_many, en_one, en_many)            \
	static inline void text_##name(struct buf *out, enum lang lang, MESSAGE_UNPACK parameters) \
	{                                                                                          \
		if (lang == LANG_FR && count >= -1 && count <= 1)                                  \
			buf_add_format(out, fr_one, MESSAGE_UNPACK arguments);                     \
		else if (lang == LANG_FR)                                                          \
			buf_add_format(out, fr_many, MESSAGE_UNPACK arguments);                    \
		else if (count == 1)                                                               \
			buf_add_format(out, en_one, MESSAGE_UNPACK arguments);                     \
		else                                                                               \
			buf_add_format(out, en_many, MESSAGE_UNPACK arguments);                    \
	}

MESSAGES(MESSAGE_FUNCTION)
COUNTED(COUNTED_FUNCTION)

#endif
