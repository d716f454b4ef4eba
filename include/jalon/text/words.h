/* SPDX-License-Identifier: MIT
 *
 * words: every text without figures or names in it, French and English.
 *
 * For     labels, titles, short answers: text_word(WORD_DONE, lang).
 * Owner   static strings. */
#ifndef JALON_TEXT_WORDS_H
#define JALON_TEXT_WORDS_H

#include "jalon/text/languages.h"

// clang-format off
/* W(name, French, English) */
#define WORDS(W) \
	/* model */ \
	W(STATUS_NEW, "pas encore vu", "not looked at yet") \
	W(STATUS_TODO, "à faire", "to do") \
	W(STATUS_DOING, "en cours", "under way") \
	W(STATUS_DONE, "fait", "done") \
	W(STATUS_NOT_APPLICABLE, "sans objet", "not applicable") \
	W(PRIORITY_MUST, "priorité haute", "must") \
	W(PRIORITY_SHOULD, "priorité moyenne", "should") \
	W(PRIORITY_COULD, "priorité basse", "could") \
	W(KIND_RECOMMENDATION, "recommandation", "recommendation") \
	W(KIND_QUESTION, "question", "question") \
	W(KIND_OPPORTUNITY, "opportunité", "opportunity") \
	W(KIND_VIGILANCE, "point de vigilance", "point of vigilance") \
	W(KIND_ACTION, "action propre", "own action") \
	W(ORIGIN_GUIDE, "dit par le guide", "said by the guide") \
	W(ORIGIN_PROJECT, "proposé par jalon", "proposed by jalon") \
	/* dates */ \
	W(JUST_NOW, "à l’instant", "just now") \
	W(YESTERDAY, "hier", "yesterday") \
	/* cli */ \
	W(UNIT_DAYS, "en jours-personne", "in person-days") \
	W(UNIT_DAYS_A_WEEK, "en jours-personne par semaine", "in person-days a week") \
	W(FIELD_DATE, "Une date, AAAA-MM-JJ.", "A date, YYYY-MM-DD.") \
	W(FIELD_ENTRY, "L’identifiant d’une entrée.", "The id of an entry.") \
	W(FIELD_RANGES, "Des jours AAAA-MM-JJ, ou du premier au dernier AAAA-MM-JJ/AAAA-MM-JJ, séparés par des virgules.", \
		"Days as YYYY-MM-DD, or from the first to the last as YYYY-MM-DD/YYYY-MM-DD, with commas between.") \
	W(HOLIDAYS_FR, "France", "France") \
	W(HOLIDAYS_FR_ALSACE_MOSELLE, "France, Alsace et Moselle", "France, Alsace and Moselle") \
	W(FIELD_ENTRIES, "Des identifiants d’entrées, séparés par des virgules.", "Ids of entries, with commas between.") \
	W(COLON, " : ", ": ") \
	W(USAGE, "Usage : ", "Usage: ") \
	W(ORGANISATIONS_ARE, "Les organisations : ", "The organisations: ") \
	W(NO_ORGANISATION_YET, \
		"Il n’y a pas encore d’organisation. Pour commencer : jalon new demo", \
		"There is no organisation yet. To begin: jalon new demo") \
	W(HELP_COMMANDS, "Commandes :", "Commands:") \
	W(HELP_OPTIONS, "Options :", "Options:") \
	W(HELP_OPTIONS_EVERYWHERE, "Options de toutes les commandes :", \
		"Options of every command:") \
	W(HELP_EXAMPLE, "Exemple :", "Example:") \
	W(HELP_MORE, "Une aide par commande : jalon COMMANDE --help. Tout le reste : man jalon.", \
		"Help on a command: jalon COMMAND --help. All the rest: man jalon.") \
	W(NOTHING, "(rien)", "(nothing)") \
	W(NO_SUCH_CHANGE, "Aucun changement ne répond à cette demande.", "No change answers that.") \
	W(ACTION_ADDED, "action ajoutée", "action added") \
	W(ACTION_REMOVED, "action retirée", "action removed") \
	W(SERVICE_ADDED, "service ajouté", "service added") \
	W(SERVICE_REMOVED, "service retiré", "service removed") \
	W(MEMBER_ADDED, "membre ajouté", "member added") \
	W(MEMBER_REMOVED, "membre retiré", "member removed") \
	W(THING_CHANGED, "modification", "change") \
	W(NOTE_REMOVED, "Note retirée", "Note taken back") \
	W(CONFLICT_ENDED, "Conflit tranché", "Conflict settled") \
	W(REMOVAL_OF_ACTION, "retrait de l’action", "removal of the action") \
	W(REMOVAL_OF_SERVICE, "retrait du service", "removal of the service") \
	W(REMOVAL_OF_MEMBER, "retrait du membre", "removal of the member") \
	W(REMOVAL_OF_NOTE, "retrait de la note", "removal of the note") \
	W(SETTLED_CONFLICT, "conflit tranché", "settled conflict") \
	W(TOOK_BACK, "Annulé", "Taken back") \
	W(PUT_BACK, "Rétabli", "Put back") \
	W(ALREADY_TO_DO, "C’est déjà à faire.", "It is to do already.") \
	W(DAY_TODAY, "Aujourd’hui", "Today") \
	W(DAY_YESTERDAY, "Hier", "Yesterday") \
	W(THE_ORGANISATION, "L’organisation", "The organisation") \
	W(BY_OTHERS, "des autres", "by others") \
	W(PUT_BACK_HERE, "Remis", "Put there") \
	W(NOWHERE_TO_GO, "Ce dont il s’agit n’est plus dans la liste.", "What it is about is no more in the list.") \
	W(STANDS_ALREADY, "C’est déjà en place.", "It stands there already.") \
	W(IS_NO_MORE, "Ce dont il s’agit n’existe plus : remettre d’abord la ligne qui l’a retiré.", "What it is about is no more: put back first the line that took it away.") \
	W(NOT_PUT_BACK, "Cela ne se remet pas d’ici.", "This cannot be put back from here.") \
	W(NO_CHANGE_YET, "Rien n’a encore changé.", "Nothing has changed yet.") \
	W(WANTS_SERVICE, \
		"Ces questions se posent pour chaque service numérique : « jalon service » en nomme un.", \
		"These are asked of each digital service: “jalon service” names one.") \
	W(CLI_ESTIMATES, "Estimations", "Estimates") \
	W(NOTHING_TO_TAKE_IN, "La copie ne dit rien de plus.", "The copy says nothing more.") \
	W(CONFLICT, "conflit", "conflict") \
	W(KEEP_STANDING, "Garder celle en place", "Keep the one that stands") \
	W(TAKE_WAITING, "Prendre celle qui attend", "Take the one that waits") \
	W(NO_CONFLICT, "Aucun conflit à trancher.", "There is no conflict to settle.") \
	W(ALL_SETTLED, "Tranché ; il ne reste aucun conflit.", "Settled; no conflict is left.") \
	W(SETTLE_BY_SET, " : redire une valeur, même celle en place, tranche (« jalon set »).", \
		": to say a value again, even the one that stands, settles it (“jalon set”).") \
	W(CLI_NOTES, "Notes", "Notes") \
	W(NEXT_ACTIONS, "À faire ensuite :", "Next:") \
	/* tui */ \
	W(OPEN_ONE_FIRST, "Ouvrez d’abord une organisation.", "Open an organisation first.") \
	W(PUT_AWAY_BACK, "Pour la ramener (« jalon undo » ne le peut pas) :", "To bring it back (“jalon undo” cannot):") \
	W(NOT_SYNCED, "Enregistré, mais le disque n’a pas confirmé : une coupure de courant pourrait encore le perdre.", "Saved, but the disk did not confirm: a power cut may still lose it.") \
	W(OTHER_VIEWS, "Tab, 1–6 : vues", "Tab, 1–6: views") \
	W(SHOWN_ONLY, "Seulement : ", "Only: ") \
	W(SHOW_ALL_AGAIN, "Échap montre tout", "Esc shows all") \
	W(COLUMN_IMPACT, "impact", "impact") \
	W(COLUMN_EFFORT, "charge", "effort") \
	W(COLUMN_FINISHED, "fini le", "done on") \
	W(COLUMN_START, "début", "begins") \
	W(COLUMN_DUE, "échéance", "due") \
	W(COLUMN_LATE, "retard", "late") \
	W(COLUMN_OWNER, "qui", "who") \
	W(YOU, "vous", "you") \
	W(WRITES_SIGN, "quelqu’un écrit ici, en ce moment", "somebody is writing here, right now") \
	W(BY, "de ", "by ") \
	W(BY_VOWEL, "d’", "by ") \
	W(LIST_AND, " et ", " and ") \
	W(FIRST_VISIT, "C’est votre première visite : il n’y a rien à comparer. L’historique montre tout.", "This is your first visit: there is nothing to compare with. The history shows it all.") \
	W(OF_TODAY, " d’aujourd’hui", " earlier today") \
	W(OF_YESTERDAY, " d’hier", " of yesterday") \
	W(CHANGED_SIGN, "quelqu’un l’a changé, à l’instant ou en votre absence", "somebody changed it, just now or while you were away") \
	W(HERE_SIGN, "quelqu’un d’autre est ici", "somebody else is here") \
	W(SIDE_BY_SIDE, " ; dates selon qui s’en charge", "; dates depend on who does it") \
	W(COLUMN_REASON, "pourquoi ici", "why here") \
	W(TIME_SIGNS_SHORT, " ◆ échéance · │ aujourd’hui ", " ◆ due · │ today ") \
	W(TIME_SIGNS, " ■ travail · ◆ échéance · │ aujourd’hui · └ attend · ┐ est attendue ", " ■ work · ◆ due · │ today · └ waits · ┐ is waited for ") \
	W(DRAFT, "brouillon", "draft") \
	W(TYPING_REPLACES, "(taper remplace)", "(typing replaces it)") \
	W(DRAFT_RESUMED, "(brouillon repris)", "(draft resumed)") \
	W(THROWN_AWAY, "Texte jeté. Ctrl-X encore une fois, ou Ctrl-_, le rend ; Échap ferme.", "Text thrown away. Ctrl-X once more, or Ctrl-_, brings it back; Esc closes.") \
	W(BROKEN_OFF, "Fermé, rien n’est changé. Ctrl-C quitte jalon, comme q.", "Closed, nothing is changed. Ctrl-C leaves jalon, as q does.") \
	W(DRAFT_DROPPED, "Brouillon jeté.", "Draft thrown away.") \
	W(DRAFT_NOT_OURS, "Ce texte a été commencé dans une autre connexion : il reste, tel qu’il était.", "This text was begun in another connection: it stays, as it was.") \
	W(DRAFT_SIGN, "un texte que vous n’avez pas enregistré vous attend ici", "a text that you did not save waits for you here") \
	W(DRAFT_NOT_KEPT, "Aucun brouillon n’est gardé ici (le disque est-il plein ?) · Entrée enregistre · Ctrl-X jette", "No draft is kept here (is the disk full?) · Enter saves · Ctrl-X drops") \
	W(CANNOT_KEEP_DRAFT, "Impossible de garder un brouillon ici. Entrée enregistre ; Échap encore une fois jette le texte.", "No draft can be kept here. Enter saves; Esc once more throws the text away.") \
	W(KEEP_THEIRS, "Garder la leur", "Keep theirs") \
	W(PUT_MINE, "Mettre la mienne", "Put mine") \
	W(UNDO_ANYWAY, "Annuler quand même", "Undo all the same") \
	W(REDO_ANYWAY, "Rétablir quand même", "Put it back all the same") \
	W(WRITE_ANOTHER, "Écrire une autre valeur", "Write another value") \
	W(NEITHER, "Ni l’une ni l’autre", "Neither of them") \
	W(SOMEBODY, "quelqu’un d’autre", "somebody else") \
	W(PART_OF, "Pour", "Toward") \
	W(LAST_CHANGE, "Dernier changement", "Last change") \
	W(ABOUT, "jalon parcourt un guide avec vous : cocher, noter, prévoir, point par point. Chaque réponse est enregistrée aussitôt.", "jalon walks a guide with you: tick, note, plan, item by item. Every answer is saved at once.") \
	W(UNKNOWN_KEY, "Cette touche ne fait rien ici ; ? montre celles d’ici.", "This key does nothing here; ? shows those of this place.") \
	W(SPEAKS_NO_UTF8, "Ce terminal n’est pas réglé sur UTF-8 (voir LANG) : les lettres accentuées ne passeront pas. Le régler sur UTF-8, puis rouvrir jalon.", "This terminal is not set to UTF-8 (see LANG): letters with accents will not get through. Set it to UTF-8, then open jalon again.") \
	W(NO_UTF8_KEY, "Ce caractère n’est pas arrivé en UTF-8, et n’a pas été pris : régler le terminal sur UTF-8.", "That character did not come as UTF-8, and was not taken: set the terminal to UTF-8.") \
	W(THEME_SET, "Couleurs changées.", "Colours changed.") \
	W(SIGNS_SET, "Signes changés.", "Signs changed.") \
	W(CALM_ON, "Calme : un signe marque la ligne, Entrée ouvre le détail.", "Calm: a sign marks the row, Enter opens the detail.") \
	W(CALM_OFF, "Le détail se montre de nouveau.", "The detail shows again.") \
	W(MOUSE_ON, "Souris : la molette fait défiler, un clic choisit ; Maj rend la sélection au terminal.", "Mouse: the wheel scrolls, a click selects; Shift gives the terminal its own selection.") \
	W(MOUSE_OFF, "La souris est rendue au terminal.", "The mouse is the terminal’s again.") \
	W(WORKSHOP, "Bienvenue à l’atelier. Chacun voit ce que les autres changent, au moment où ils le changent. Le nom que vous donnez accompagne tout ce que vous écrivez. Deux personnes qui donnent le même nom n’en font qu’une : l’une peut annuler ce que l’autre vient de faire.", "Welcome to the workshop. Everybody sees what others change, as they change it. The name you give goes with all that you write. Two people who give the same name are one: either can take back what the other just did.") \
	W(STAYS_HERE, "Cette connexion reste sur cette organisation.", "This connection stays on this organisation.") \
	W(CALLS_NOT_FILTERED, "Sur ce type de machine, jalon ne sait pas refuser les appels système dont il ne se sert pas : le dire à qui tient le serveur.", "On this kind of machine jalon knows no list of system calls to keep to: tell whoever runs the server.") \
	W(PASTE_NOWHERE, "Ouvrez d’abord une note pour y coller un texte.", "Open a note first to paste a text into it.") \
	W(WINDOW_TOO_SMALL, "Fenêtre trop petite", "Window too small") \
	W(READ_ONLY, "Lecture seule : ", "Read-only: ") \
	W(CHOOSE_AN_ENTRY, "Choisissez d’abord un point de la liste.", "Choose an item of the list first.") \
	W(NOTHING_TO_RETITLE, "Choisissez une action à vous, ou le titre d’un service.", "Choose an action of your own, or the title of a service.") \
	W(NOTHING_TO_REMOVE, "Choisissez une action à vous, ou le titre d’un service.", "Choose an action of your own, or the title of a service.") \
	W(ITEM_STAYS, "Les points du guide restent. S’il n’a pas d’objet chez vous : x.", "Items of the guide stay. If it does not apply to you: x.") \
	W(TEAM_STAYS, "L’équipe reste ; c’est une personne qui peut être retirée.", "The team stays; it is a person who can be removed.") \
	W(UNDO_BRINGS_BACK, "u ramène tout.", "u brings all back.") \
	W(REQUIRED, "demandé", "required") \
	W(REQUIRED_BY_GUIDE, "le guide le demande", "the guide requires it") \
	W(STANDS_HERE, "elle y est", "it is there") \
	W(UNDER_NO_ITEM, "Sous aucun point, avec les autres actions à vous", "Under no item, with your other actions") \
	W(ONLY_YOURS_MOVE, "Seule une action à vous peut être mise sous un autre point.", "Only an action of your own can be put under another item.") \
	W(NOT_YOURS, "pas de vous", "not yours") \
	W(NO_NOTES, "Pas encore de note ici : n en ajoute une.", "No note here yet: n adds one.") \
	W(NOTE_TAKEN_BACK, "Note reprise. u la ramène.", "Note taken back. u brings it back.") \
	W(OPEN_IT_FIRST, "Ouvrez-la d’abord : on n’annule que ce que l’on voit.", "Open it first: only what one sees is taken back.") \
	W(TITLE_STAYS, "Ce titre est celui du guide : il reste tel quel. n y ajoute une note.", "This title is the guide’s: it stays as it is. n adds a note.") \
	W(TEAM, "équipe", "team") \
	W(NO_MEMBER, "pas membre", "no member") \
	W(TEAM_TIME, "Ce temps est pour ce que personne n’a pris, et pour qui n’est pas de l’équipe.", "This time is for what nobody has taken, and for who is not in the team.") \
	W(MEMBER_TIME, "Ce temps est pour les actions de cette personne, à côté des autres : le plan en tient compte.", "This time is for this person’s actions, beside the others: the plan counts on it.") \
	W(OUTSIDER_TIME, "Ce nom a des actions sans être de l’équipe. Entrée l’y met, avec son temps.", "This name has actions without being in the team. Enter puts them there, with their time.") \
	W(TEAM_OF_NOBODY, "Le temps de toute l’équipe. a ajoute quelqu’un : qui a son temps à soi travaille à côté des autres, et le plan en tient compte.", "The time of the whole team. a adds somebody: who has time of their own works beside the others, and the plan counts on it.") \
	W(KEYS, "Les touches d’ici", "The keys of this place") \
	W(SIGNS, "Les signes", "The signs") \
	W(LATE_SIGN, "en retard : l’échéance est passée", "late: the due date is past") \
	W(RISK_SIGN, "à risque : le plan ne tient pas l’échéance", "at risk: the plan does not keep the due date") \
	W(NOTES_SIGN, "nombre de notes", "how many notes") \
	W(PROJECT_SIGN, "étape proposée par jalon, que le guide ne dit pas", "step proposed by jalon, not said by the guide") \
	W(TAKEN_BACK, "annulation", "taken back") \
	W(HISTORY, "Qui a changé quoi", "Who changed what") \
	W(ALL_SHOWN, "Tout est montré.", "All is shown.") \
	W(LAST_ENTRY, "C’est la fin du parcours.", "This is the end of the walk.") \
	W(WALK_END, "Fin du parcours", "End of the walk") \
	W(WALK_GO_TO_NEW, " — Entrée va au premier", " — Enter goes to the first") \
	W(WALK_ALL_SEEN, "Tous les points ont été vus.", "All items have been looked at.") \
	W(WALK_DECIDED_TODAY, "Décidé aujourd’hui", "Decided today") \
	W(WALK_DECIDED_NOTHING, "Rien n’a changé depuis le début de la journée.", "Nothing has changed since the day began.") \
	W(WALK_NEXT, "Et maintenant", "What next") \
	W(WALK_NEXT_NEW, "Entrée : voir les points que personne n’a encore vus.", "Enter: look at the items that nobody has looked at yet.") \
	W(WALK_NEXT_PLAN, "4 : le plan dit par quoi commencer.", "4: the plan says what to begin with.") \
	W(WALK_STAYS, "C’est noté, à sa place ; le parcours reste ici.", "Noted, in its place; the walk stays here.") \
	W(FIRST_ENTRY, "C’est le premier point.", "This is the first item.") \
	W(NOT_FOUND, "Rien de tel ici.", "No such thing here.") \
	W(NONE_FOUND, "Rien trouvé", "Nothing found") \
	W(SEARCH_KEEP_KEY, " · Entrée garde", " · Enter keeps it") \
	W(SEARCH_BACK_KEY, " · Échap rend ce qui était", " · Esc gives back what was") \
	W(FIND_NEXT_KEY, " · n : au suivant", " · n: to the next") \
	W(FIND_AGAIN_KEY, " · / puis Entrée : au suivant", " · / then Enter: to the next") \
	W(ALL_FOLDED, "Tout est plié ; z déplie tout.", "All is folded; z unfolds all.") \
	W(ALL_UNFOLDED, "Tout est déplié.", "All is unfolded.") \
	W(NARROWED_IS_OPEN, "Rien ne se plie dans une liste réduite ; Échap montre tout.", "Nothing folds in a narrowed list; Esc shows all.") \
	W(LAST_SECTION, "C’était la dernière partie.", "That was the last part.") \
	W(FIRST_SECTION, "C’est la première partie.", "This is the first part.") \
	W(NO_SECTIONS, "Le plan n’a pas de parties ici ; v le montre par semaine ou par personne.", "The plan has no parts here; v shows it by week or by person.") \
	W(SHOWN_ALL_THE_SAME, "Ajouté, et montré bien que la recherche ou le filtre le cache.", "Added, and shown although the search or the filter hides it.") \
	W(NO_ITEM_HERE, "Ici il n’y a pas de point de la liste ; → va au titre suivant.", "There is no item of the checklist here; → goes to the next title.") \
	W(ITEM_WANTS_SERVICE, "Ce point se pose pour chaque service : dans la liste, s en nomme un.", "This is asked of each service: in the checklist, s names one.") \
	W(REMAINS_FOR_NOBODY, "Ce qui reste et n’est à personne", "What remains and is nobody’s") \
	W(NO_SERVICE_YET, "Aucun service n’est nommé ; s en nomme un.", "No service has a name yet; s names one.") \
	W(WELCOME, "Bienvenue. ↓ descend, Espace coche, ? montre les touches.", "Welcome. ↓ goes down, Space ticks, ? shows the keys.") \
	W(INVITE_SERVICE, "Nommer un service numérique (s) : ces questions se posent pour chacun", "Name a digital service (s): these questions are asked for each") \
	W(OWN_ACTIONS, "Nos propres actions", "Our own actions") \
	W(NO_MATCH, "Rien ne correspond. Échap montre tout.", "Nothing matches. Esc shows all.") \
	W(WHY, "Pourquoi", "Why") \
	W(HOW, "Pour faire", "How") \
	W(EXAMPLE, "Exemple", "Example") \
	W(NOTES, "Ce qui a été dit", "What was said") \
	W(REQUIRES, "À faire d’abord", "To be done first") \
	W(REFERENCES, "Références", "References") \
	W(TO_BE_ESTIMATED, "Impact et charge restent à estimer (e).", "Impact and effort are still to be estimated (e).") \
	W(ESTIMATES, "Impact et charge sont des estimations du projet, à ajuster (e).", "Impact and effort are estimates of the project, to be adjusted (e).") \
	W(NOTHING_SAID, "Rien n’a encore été dit : commencez où vous voulez, une touche par réponse.", "Nothing has been said yet: begin where you like, one key for each answer.") \
	W(PLAN_EMPTY, "Il ne reste rien à faire. Bravo. a ajoute une action, 2 montre la liste.", "Nothing remains to be done. Well done. a adds an action, 2 shows the checklist.") \
	W(SAME_ACTION, "C’est la même action : choisissez-en une autre, puis w.", "That is the same action: choose another one, then w.") \
	W(COMPARE_WITH, "w sur l’autre action les compare", "w on the other action compares them") \
	W(NOT_ASKED, "Question abandonnée.", "The question is given up.") \
	W(ESC_GIVES_UP, "Échap abandonne", "Esc gives up") \
	W(WOULD_FREE, "Ce qui n’attendrait plus", "What would wait no more") \
	W(WOULD_MOVE, "Ce qui finirait plus tôt", "What would end sooner") \
	W(NO_NEIGHBOUR, "Il n’y a pas d’autre action de ce côté.", "There is no other action on that side.") \
	W(PLAN_WAITS_FOR, "Ce qu’elle attend", "What it waits for") \
	W(PLAN_FREES, "Ce qui l’attend", "What waits for it") \
	W(PIN_MOVES_NOBODY, "Aucune autre action ne finit plus tard.", "No other action ends later.") \
	W(PIN_OTHERS, "D’autres épingles, ou des échéances, l’empêchent.", "Other pins, or due dates, are in the way.") \
	W(PINS_COST_NOTHING, "Les épingles ne coûtent rien.", "The pins cost nothing.") \
	W(WHY_BEFORE, "Pourquoi l’une avant l’autre ?", "Why this before that?") \
	W(WHAT_IF, "Et si c’était fait ?", "What if it were done?") \
	W(TO_THE_TEAM, "L’équipe", "the team") \
	W(THE_TEAM, "L’équipe", "The team") \
	W(LATE_GROUP, "En retard", "Late") \
	W(NOT_ESTIMATED, "non estimé", "not estimated") \
	W(IMPACT_NOT_ESTIMATED, "impact non estimé", "impact not estimated") \
	W(EFFORT_NOT_ESTIMATED, "charge non estimée", "effort not estimated") \
	W(NEITHER_ESTIMATED, "impact et charge non estimés", "impact and effort not estimated") \
	W(AT_RISK_GROUP, "À risque", "At risk") \
	W(CELL_OPENED, "Case ouverte ; Échap revient aux quatre.", "Cell opened; Esc goes back to the four.") \
	W(PLAN_WHY, "Pourquoi ici ?", "Why here?") \
	W(SET_ASIDE, "Hors du plan", "Not in the plan") \
	W(CANNOT_BE_READ, "illisible", "unreadable") \
	W(NEXT_ACTION, "À faire ensuite", "Next") \
	W(NO_ORGANISATION, "Pas encore d’organisation : n en crée une.", "No organisation yet: n makes one.") \
	W(GLOSSARY, "Glossaire", "Glossary") \
	W(COLLECTION, "La collection", "The collection") \
	W(WHOSE_GUIDE, "De qui est ce guide", "Whose guide this is") \
	/* plan */ \
	W(PLAN_NOTHING_IN_THE_WAY, "Rien d’autre ne passe avant sans nécessité : il faut de l’aide, ou une autre date.", "Nothing else comes before it without need: it takes help, or another date.") \
	W(PLAN_DUE_PAST, "Une échéance la fait venir si tôt.", "A due date is why it comes this early.") \
	W(PLAN_DUE_BEHIND, "Une échéance en dépend : c’est pourquoi elle vient si tôt.", "A due date hangs on it: that is why it comes this early.") \
	/* export */ \
	W(NOTHING_REMAINS, "Il ne reste rien à faire.", "Nothing remains to be done.") \
	W(EXPORT_SET_ASIDE, "Mis de côté, faute de pouvoir être placé :", \
		"Set aside, having no place in the order:") \
	W(EXPORT_HOW, "Comment s’y prendre", "How to go about it") \
	W(WHOSE_IT_IS, "Origine et conditions", "Origin and terms") \
	W(AUTHORS, "Auteurs", "Authors") \
	W(FOR_EACH_SERVICE, "pour chaque service", "for each service") \
	W(HOW_TO_READ_GUIDE, \
		"« Dit par le guide » vient de son texte ; « proposé par jalon » est une étape que nous " \
		"proposons pour y arriver. Priorités, impacts et charges sont des estimations du projet.", \
		"“Said by the guide” comes from its text; “proposed by jalon” is a step that we propose " \
		"toward it. Priorities, impacts and efforts are estimates of the project.") \
	W(MAN_NAME, "NOM", "NAME") \
	W(MAN_DESCRIPTION, "DESCRIPTION", "DESCRIPTION")
// clang-format on

#define WORD_NAME(name, fr, en) WORD_##name,
enum word { WORDS(WORD_NAME) WORD_COUNT };
#undef WORD_NAME

const char *text_word(enum word word, enum lang lang);

#endif
