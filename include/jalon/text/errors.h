/* SPDX-License-Identifier: MIT
 *
 * errors: what is wrong and what to do next, French and English.
 *
 * For     err_set(…, MSG_<NAME>, …) anywhere; text_err puts it in words at the edge (cli, tui).
 *         A row says what is wrong in a clause that `where` and the value found may follow,
 *         and what to do next in a full sentence.
 * Owner   static strings; text_err adds to the caller's `out`. */
#ifndef JALON_TEXT_ERRORS_H
#define JALON_TEXT_ERRORS_H

#include "jalon/base/buf.h"
#include "jalon/base/err.h"
#include "jalon/text/languages.h"

// clang-format off
/* E(name, what in French, next in French, what in English, next in English) */
#define ERRORS(E) \
	/* base, model: values */ \
	E(NOT_A_DATE, "ce n’est pas une date", "Écrire AAAA-MM-JJ, par exemple 2027-01-15.", \
		"this is not a date", "Write YYYY-MM-DD, for example 2027-01-15.") \
	E(NOT_UTF8, "ce texte n’est pas de l’UTF-8 valide", \
		"Vérifier que le terminal est en UTF-8, puis retaper le texte.", \
		"this text is not valid UTF-8", \
		"Check that the terminal speaks UTF-8, and type the text again.") \
	E(NOT_A_STATUS, "ce n’est pas un statut", "Choisir todo, doing, done ou not_applicable ; ne rien mettre si personne n’a encore regardé.", \
		"this is not a status", "Choose todo, doing, done or not_applicable; put none where nobody has looked yet.") \
	E(NOT_A_PRIORITY, "ce n’est pas une priorité", "Choisir must, should ou could.", \
		"this is not a priority", "Choose must, should or could.") \
	E(NOT_AN_IMPACT, "ce n’est pas un impact", "Écrire un nombre entier de 1 à 100.", \
		"this is not an impact", "Write a whole number from 1 to 100.") \
	E(NOT_AN_EFFORT, "ce n’est pas une charge de travail", \
		"Écrire des jours-personne de 0 à 1000, deux décimales au plus, par exemple 0.5.", \
		"this is not an effort", \
		"Write person-days from 0 to 1000, two decimals at most, for example 0.5.") \
	E(NOT_A_CAPACITY, "ce n’est pas une capacité", \
		"Écrire des jours-personne par semaine, de 0.01 à 1000, par exemple 2.", \
		"this is not a capacity", \
		"Write person-days a week, from 0.01 to 1000, for example 2.") \
	E(NOT_A_LANGUAGE, "cette langue n’est pas connue", "Choisir fr ou en.", \
		"this language is not known", "Choose fr or en.") \
	E(NOT_HOLIDAYS, "ces jours fériés ne sont pas connus", "Choisir fr ou fr-alsace-moselle, ou ne rien mettre.", \
		"these public holidays are not known", "Choose fr or fr-alsace-moselle, or nothing.") \
	E(NOT_RANGES, "ce ne sont pas des jours", \
		"Écrire AAAA-MM-JJ, ou AAAA-MM-JJ/AAAA-MM-JJ du premier au dernier, avec des virgules entre plusieurs.", \
		"these are not days", \
		"Write YYYY-MM-DD, or YYYY-MM-DD/YYYY-MM-DD from the first to the last, with commas between several.") \
	/* model */ \
	E(NO_SUCH_ENTRY, "cette entrée n’existe pas", \
		"Voir les entrées et leurs identifiants avec « jalon show ».", \
		"there is no such entry", "See the entries and their ids with “jalon show”.") \
	E(NO_SUCH_ITEM, "cet item n’existe dans aucune des listes", \
		"Voir les items et leurs identifiants avec « jalon show ».", \
		"no checklist has such an item", "See the items and their ids with “jalon show”.") \
	E(NO_SUCH_SERVICE, "ce service n’existe pas", \
		"Voir les services et leurs identifiants avec « jalon show ».", \
		"there is no such service", "See the services and their ids with “jalon show”.") \
	E(NO_SUCH_MEMBER, "ce membre n’existe pas", \
		"Voir les membres avec « jalon show », et écrire le nom en entier.", \
		"there is no such member", "See the members with “jalon show”, and write the whole name.") \
	E(NO_SUCH_NOTE, "cette note n’existe pas", \
		"Voir les notes et leurs numéros avec « jalon show ORG ENTRY ».", \
		"there is no such note", "See the notes and their numbers with “jalon show ORG ENTRY”.") \
	E(OTHERS_NOTE, "cette note est de quelqu’un d’autre", \
		"Lui demander de la corriger, ou ajouter une note à soi.", \
		"this note is somebody else’s", "Ask them to put it right, or add a note of your own.") \
	E(NAME_TAKEN, "ce nom est déjà celui de quelqu’un d’autre", \
		"En choisir un autre, par exemple avec une initiale de plus.", \
		"somebody else already has this name", \
		"Choose another one, with an initial more for example.") \
	E(ITEM_STAYS, "un point du guide ne peut pas être retiré", \
		"S’il n’a pas d’objet ici, le dire : status=not_applicable reason=\"…\".", \
		"an item of the guide cannot be removed", \
		"If it does not apply here, say so: status=not_applicable reason=\"…\".") \
	E(NOT_OWN_ACTION, "seule une action propre a ce champ ; le reste vient du guide", \
		"Voir les actions propres (a1, a2…) avec « jalon show ».", \
		"only an own action has this field; the rest comes from the guide", \
		"See the own actions (a1, a2…) with “jalon show”.") \
	E(PIN_TO_ITSELF, "une action ne peut pas passer avant elle-même", \
		"Nommer une autre entrée, ou rien pour retirer l’épingle.", \
		"an action cannot come before itself", \
		"Name another entry, or nothing to take the pin away.") \
	E(NEW_HOLDS, "on a déjà dit autre chose de ce point : il ne peut pas être « pas encore vu »", \
		"Dire status=todo ; il ne redevient « pas encore vu » que si plus rien n’en est dit.", \
		"something else was said of this entry already: it cannot be “not looked at yet”", \
		"Say status=todo; it is “not looked at yet” again only once nothing is said of it.") \
	E(REQUIRES_ITSELF, "une action ne peut pas se demander elle-même", \
		"Nommer une autre entrée, ou rien.", \
		"an action cannot require itself", "Name another entry, or nothing.") \
	E(REQUIRES_ROUND, "ces actions se demanderaient en rond, et aucune ne pourrait commencer", \
		"Choisir une autre entrée, ou revoir d’abord ce que demande l’une de celles-ci.", \
		"these actions would require each other in a circle, and none could begin", \
		"Choose another entry, or look again at what one of these requires.") \
	E(REASON_NEEDED, "« sans objet » demande une raison", \
		"Donner la raison avec le statut : status=not_applicable reason=\"…\".", \
		"“not applicable” needs a reason", \
		"Give the reason with the status: status=not_applicable reason=\"…\".") \
	E(TEXT_NEEDED, "il faut un texte", "Écrire au moins un mot.", \
		"a text is needed", "Write at least a word.") \
	E(CHANGED_MEANWHILE, "quelqu’un a changé cette valeur entre-temps", \
		"Relire avec « jalon show », puis recommencer.", \
		"somebody changed this value meanwhile", "Look with “jalon show”, then try again.") \
	E(CONFLICT_WAITS, "une autre valeur de ce champ attend que l’on tranche", \
		"Dire laquelle garder avec « jalon set », puis recommencer.", \
		"another value of this field waits for somebody to choose", \
		"Say which one to keep with “jalon set”, then try again.") \
	E(STILL_IN_USE, "d’autres s’en servent déjà", \
		"Voir lesquels avec « jalon log », et en parler avec eux.", \
		"others already use it", "See who with “jalon log”, and talk it over with them.") \
	/* store */ \
	E(JSON_UNEXPECTED, "ce n’est pas du JSON : caractère inattendu", \
		"Corriger le fichier à cette ligne, ou le mettre de côté et reprendre une copie saine.", \
		"this is not JSON: unexpected character", \
		"Mend the file at that line, or set it aside and use a good copy.") \
	E(JSON_CUT_SHORT, "ce n’est pas du JSON : le texte s’arrête trop tôt", \
		"Le mettre de côté, et reprendre une copie saine.", \
		"this is not JSON: the text ends too soon", \
		"Set it aside, and use a good copy.") \
	E(JSON_NUL, "le caractère U+0000 est interdit", \
		"Écrire ce texte sans lui.", \
		"the character U+0000 is not allowed", \
		"Write this text without it.") \
	E(JSON_SURROGATE, "une moitié de caractère (surrogate) est seule", \
		"Corriger le texte à cette ligne.", \
		"half a character (a lone surrogate)", \
		"Mend the text at that line.") \
	E(JSON_TWICE, "ce membre y est deux fois", \
		"En garder un seul.", \
		"this member is there twice", \
		"Keep one of them.") \
	E(JSON_TOO_DEEP, "les données sont emboîtées trop profondément", \
		"Rester à 64 niveaux au plus.", \
		"the data are nested too deeply", \
		"Stay within 64 levels.") \
	E(JSON_NUMBER_TOO_LONG, "ce nombre est trop long", \
		"L’écrire en 63 caractères au plus.", \
		"this number is too long", \
		"Write it in at most 63 characters.") \
	E(JSON_TOO_LARGE, "le fichier dépasse 16 Mio", \
		"Le partager en plusieurs.", \
		"the file is larger than 16 MiB", \
		"Share it among several.") \
	E(JSON_TOO_MANY, "le fichier a plus de 500 000 valeurs", \
		"Le partager en plusieurs.", \
		"the file has more than 500 000 values", \
		"Share it among several.") \
	E(JSON_NOT_UTF8, "le fichier n’est pas en UTF-8 valide", \
		"Le convertir en UTF-8.", \
		"the file is not valid UTF-8", \
		"Convert it to UTF-8.") \
	E(JSON_BYTE_ORDER_MARK, "le fichier commence par une marque d’ordre des octets", \
		"L’enregistrer en UTF-8 sans cette marque (« sans BOM »).", \
		"the file begins with a byte order mark", \
		"Save it as UTF-8 without that mark (“no BOM”).") \
	E(WRONG_TYPE, "cette valeur n’est pas du bon type", \
		"Voir jalon-checklist(5).", \
		"this value is of the wrong type", \
		"See jalon-checklist(5).") \
	E(NO_SUCH_NUMBER, "aucun point n’a ce numéro", \
		"Écrire un nombre, de 1 au nombre de points.", \
		"no item has this number", \
		"Write a number, from 1 to the number of items.") \
	E(NOT_A_NUMBER, "il faut ici un nombre", \
		"Écrire un nombre, sans guillemets.", \
		"a number is needed here", \
		"Write a number, without quotes.") \
	E(NOT_A_STRING, "il faut ici un texte", \
		"Écrire un texte entre guillemets.", \
		"a string is needed here", \
		"Write a text between quotes.") \
	E(NOT_AN_ARRAY, "il faut ici une liste", \
		"Écrire une liste entre crochets.", \
		"an array is needed here", \
		"Write a list between brackets.") \
	E(NOT_AN_OBJECT, "il faut ici un objet", \
		"Écrire un objet entre accolades.", \
		"an object is needed here", \
		"Write an object between braces.") \
	E(NOT_A_WORDING, "il faut ici un texte, ou un objet avec « fr » et « en »", \
		"Écrire l’un ou l’autre ; voir jalon-checklist(5).", \
		"a text is needed here, or an object of “fr” and “en”", \
		"Write one or the other; see jalon-checklist(5).") \
	E(MEMBER_NEEDED, "ce membre manque", \
		"L’ajouter ; voir jalon-checklist(5).", \
		"this member is missing", \
		"Add it; see jalon-checklist(5).") \
	E(NOT_AN_ID, "ce n’est pas un identifiant", \
		"Prendre des minuscules sans accents, des chiffres et des tirets, 63 au plus, sans tiret au début.", \
		"this is not an id", \
		"Use lower-case letters, digits and hyphens, at most 63, not beginning with a hyphen.") \
	E(ID_TWICE, "cet identifiant sert déjà", \
		"En choisir un autre.", \
		"this id is already taken", \
		"Choose another one.") \
	E(NOT_A_KIND, "ce genre n’existe pas", \
		"Choisir recommendation, question, opportunity ou vigilance.", \
		"there is no such kind", \
		"Choose recommendation, question, opportunity or vigilance.") \
	E(NOT_A_SCOPE, "cette portée n’existe pas", \
		"Choisir organisation ou service.", \
		"there is no such scope", \
		"Choose organisation or service.") \
	E(NOT_AN_ORIGIN, "cette origine n’existe pas", \
		"Choisir guide ou project.", \
		"there is no such origin", \
		"Choose guide or project.") \
	E(STATEMENT_NEEDED, "ce que dit le guide doit nommer au moins un de ses énoncés", \
		"Remplir « statements », ou mettre l’origine à project.", \
		"what the guide says must name at least one of its statements", \
		"Fill “statements”, or set the origin to project.") \
	E(REQUIRES_NOTHING, "aucun point n’a cet identifiant", \
		"Corriger l’identifiant, ou ajouter le point.", \
		"no item has this id", \
		"Correct the id, or add the item.") \
	E(NO_SUCH_REFERENCE, "aucune référence n’a cet identifiant", \
		"Corriger l’identifiant, ou ajouter la référence.", \
		"no reference has this id", \
		"Correct the id, or add the reference.") \
	E(CYCLE, "ces prérequis tournent en rond", \
		"Retirer l’un d’eux.", \
		"these requirements go round in a circle", \
		"Take one of them away.") \
	E(NOT_A_CHECKLIST, "ce n’est pas une liste de jalon", \
		"Le format d’une liste est jalon-checklist ; voir jalon-checklist(5).", \
		"this is not a checklist of jalon", \
		"The format of a checklist is jalon-checklist; see jalon-checklist(5).") \
	E(NOT_AN_ORGANISATION, "ce n’est pas une organisation de jalon", \
		"Le format d’une organisation est jalon-organisation.", \
		"this is not an organisation of jalon", \
		"The format of an organisation is jalon-organisation.") \
	E(NOT_A_VERSION, "cette version du format n’est pas connue", \
		"Mettre jalon à jour, ou écrire la version 1.", \
		"this version of the format is not known", \
		"Update jalon, or write version 1.") \
	E(NOT_AN_EDITION, "ce n’est pas une édition", \
		"Prendre des lettres sans accents, des chiffres, des points et des tirets.", \
		"this is not an edition", \
		"Use letters, digits, dots and hyphens.") \
	E(NOT_A_TIME, "ce n’est pas un moment", \
		"Écrire AAAA-MM-JJTHH:MM:SSZ.", \
		"this is not a moment", \
		"Write YYYY-MM-DDTHH:MM:SSZ.") \
	E(NOT_A_SINCE, "ce n’est ni une date ni un numéro de révision", \
		"Écrire AAAA-MM-JJ, par exemple 2026-11-01, ou un nombre entier.", \
		"this is neither a date nor a revision", \
		"Write YYYY-MM-DD, for example 2026-11-01, or a whole number.") \
	E(NOT_A_REVISION, "ce n’est pas un numéro de révision", \
		"Écrire un nombre entier.", \
		"this is not a revision", \
		"Write a whole number.") \
	E(ID_NOT_FILE_NAME, "l’identifiant n’est pas le nom du fichier", \
		"Renommer le fichier, ou corriger l’identifiant.", \
		"the id is not the file’s name", \
		"Rename the file, or correct the id.") \
	E(NOT_AN_ACTION_ID, "ce n’est pas l’identifiant d’une action propre", \
		"Écrire a1, a2 et ainsi de suite.", \
		"this is not the id of an own action", \
		"Write a1, a2 and so on.") \
	E(NO_SUCH_ORGANISATION, "cette organisation n’existe pas", \
		"Voir les autres avec « jalon list », ou la créer avec « jalon new ».", \
		"there is no such organisation", \
		"See the others with “jalon list”, or make it with “jalon new”.") \
	E(NO_SUCH_CHECKLIST, "cette liste est introuvable", \
		"Vérifier son nom, ou donner son dossier avec --checklists.", \
		"there is no such checklist", \
		"Check its name, or give its folder with --checklists.") \
	E(ORGANISATION_EXISTS, "cette organisation existe déjà", \
		"L’ouvrir, ou choisir un autre identifiant.", \
		"this organisation already exists", \
		"Open it, or choose another id.") \
	E(CHECKLIST_DIFFERS, "une autre liste porte déjà cet identifiant et cette édition", \
		"Changer l’édition dans le fichier.", \
		"another checklist already has this id and edition", \
		"Change the edition in the file.") \
	E(CANNOT_OPEN, "impossible d’ouvrir ce fichier", \
		"Vérifier son nom et vos droits.", \
		"this file cannot be opened", \
		"Check its name and your rights.") \
	E(CANNOT_READ, "impossible de lire ce fichier", \
		"Vérifier le disque et vos droits.", \
		"this file cannot be read", \
		"Check the disk and your rights.") \
	E(NOT_A_FILE, "ce n’est pas un fichier ordinaire", \
		"Donner un fichier, et non un dossier, un lien ou autre chose.", \
		"this is no ordinary file", \
		"Give a file, not a folder, a link or anything else.") \
	E(CANNOT_CREATE, "impossible de créer ce fichier ou ce dossier", \
		"Vérifier vos droits et la place sur le disque.", \
		"this file or folder cannot be made", \
		"Check your rights and the room on the disk.") \
	E(CANNOT_WRITE, "impossible d’écrire ; rien n’a changé", \
		"Vérifier la place sur le disque et vos droits, puis recommencer.", \
		"this cannot be written; nothing changed", \
		"Check the room on the disk and your rights, then try again.") \
	E(FOLDER_READ_ONLY, "on peut lire ici, mais rien y écrire", \
		"Demander le droit d’écrire à qui tient ce dossier.", \
		"one can read here, and write nothing", \
		"Ask whoever keeps this folder for the right to write.") \
	E(LOCK_BUSY, "quelqu’un enregistre depuis plus de 5 secondes", \
		"Recommencer dans un instant.", \
		"somebody has been saving for more than 5 seconds", \
		"Try again in a moment.") \
	E(SAVED_ELSEWHERE, \
		"quelqu’un enregistre depuis un dossier partagé ; rien n’a changé", \
		"Recommencer dans un instant ; dans une minute, si cette personne n’est plus là.", \
		"somebody saves from a shared folder; nothing changed", \
		"Try again in a moment; in a minute where that person is gone.") \
	E(SAVE_LOST, "un autre enregistrement a pris la place de celui-ci", \
		"Relire, puis recommencer ce qui manque.", \
		"another save took the place of this one", \
		"Look again, then do once more what is missing.") \
	E(CANNOT_LOCK, "impossible de réserver l’organisation ; rien n’a changé", \
		"Demander à qui tient la machine si son disque connaît les verrous.", \
		"the organisation cannot be locked; nothing changed", \
		"Ask whoever runs the machine whether its disk knows locks.") \
	E(OTHER_REVISION, "l’organisation a changé depuis cette révision", \
		"Relire avec « jalon show », puis recommencer.", \
		"the organisation changed since that revision", \
		"Look with “jalon show”, then try again.") \
	E(TOO_LARGE_TO_SAVE, "l’organisation dépasserait 16 Mio ; rien n’a changé", \
		"Raccourcir le texte.", \
		"the organisation would be larger than 16 MiB; nothing changed", \
		"Shorten the text.") \
	E(NOTHING_TO_UNDO, "il n’y a rien à annuler", \
		"Chacun n’annule que ses propres changements ; voir « jalon log ».", \
		"there is nothing to undo", \
		"Each undoes only their own changes; see “jalon log”.") \
	E(NOTHING_TO_REDO, "il n’y a rien à rétablir", \
		"On ne rétablit que ce que l’on vient d’annuler ; voir « jalon log ».", \
		"there is nothing to redo", \
		"Only what was just undone can be redone; see “jalon log”.") \
	E(BAD_HISTORY, "cette ligne de l’historique n’est pas valide", \
		"La corriger d’après une copie ; l’organisation elle-même est intacte.", \
		"this line of the history is not valid", \
		"Mend it after a copy; the organisation itself is whole.") \
	E(HISTORY_TOO_LARGE, "l’historique dépasse 256 Mio", \
		"Le ranger ailleurs ; l’organisation elle-même est intacte.", \
		"the history is larger than 256 MiB", \
		"Put it elsewhere; the organisation itself is whole.") \
	E(MERGE_OF_TWO_KINDS, "ces fichiers ne sont pas du même genre", \
		"Donner trois organisations, ou trois historiques.", \
		"these files are not of one kind", \
		"Give three organisations, or three histories.") \
	E(MERGE_OF_TWO_ORGANISATIONS, "ce fichier est celui d’une autre organisation", \
		"Ne fusionner que les versions d’une même organisation.", \
		"this is the file of another organisation", \
		"Merge only versions of one organisation.") \
	E(MERGE_OTHER_CHECKLIST, "cette copie répond à une liste que l’organisation n’a pas", \
		"Réunir les fichiers avec « jalon merge BASE OURS THEIRS ».", \
		"this copy answers a checklist that the organisation does not", \
		"Merge the files with “jalon merge BASE OURS THEIRS”.") \
	E(ITEM_TWICE, "deux listes ont un point du même identifiant", \
		"N’en prendre qu’une des deux ; dans un fichier, ne nommer qu’elle dans « checklists ».", \
		"two checklists have an item of the same id", \
		"Take only one of the two; in a file, name only that one in “checklists”.") \
	E(NO_CHECKLIST, "il faut au moins une liste", \
		"En nommer une dans « checklists ».", \
		"at least one checklist is needed", \
		"Name one in “checklists”.") \
	/* plan */ \
	/* cli */ \
	E(UNKNOWN_COMMAND, "cette commande n’existe pas", "Voir « jalon --help ».", \
		"there is no such command", "See “jalon --help”.") \
	E(NEITHER_COMMAND_NOR_ORGANISATION, "ce n’est ni une commande ni une organisation", \
		"Voir « jalon --help » pour les unes et « jalon list » pour les autres.", \
		"this is neither a command nor an organisation", \
		"See “jalon --help” for the former and “jalon list” for the latter.") \
	E(UNKNOWN_OPTION, "cette option n’existe pas", \
		"Voir « --help » ; écrire « -- » devant un texte qui commence par un tiret.", \
		"there is no such option", \
		"See “--help”; write “--” before a text that begins with a hyphen.") \
	E(OPTION_OF_OTHERS, "cette commande ne prend pas cette option", \
		"La retirer, ou voir « --help ».", \
		"this command does not take this option", "Take it out, or see “--help”.") \
	E(OPTION_TAKES_NO_VALUE, "cette option va seule", "Retirer ce qui suit « = ».", \
		"this option stands alone", "Take out what follows “=”.") \
	E(OPTION_NEEDS_VALUE, "il manque une valeur à cette option", "L’écrire derrière elle.", \
		"this option lacks its value", "Write it behind the option.") \
	E(ARGUMENT_MISSING, "il manque quelque chose à cette commande", \
		"La compléter comme ci-dessous.", \
		"something is missing from this command", "Complete it as below.") \
	E(NOT_PLANNED, "cette entrée n’est pas dans le plan", \
		"Elle est faite, sans objet ou mise à part ; voir « jalon plan ».", \
		"this entry is not in the plan", \
		"It is done, not applicable or set aside; see “jalon plan”.") \
	E(SECOND_ENTRY_NEEDED, "il faut deux entrées différentes", \
		"Écrire : jalon plan ORG --why A B.", "two different entries are needed", \
		"Write: jalon plan ORG --why A B.") \
	E(NOT_A_GROUPING, "on ne peut pas regrouper ainsi", \
		"Écrire owner (par personne) ou date (par semaine).", \
		"this is no way to group", \
		"Write owner (by person) or date (by week).") \
	E(NOT_A_THEME, "ce n’est pas un thème", "Écrire dark (fond sombre), light (fond clair) ou mono (sans couleurs).", \
		"this is no theme", "Write dark, light, or mono (no colours).") \
	E(NOT_A_SIGN_SET, "il n’y a pas de tels signes", "Écrire unicode ou ascii.", \
		"there are no such signs", "Write unicode or ascii.") \
	E(NOT_A_COUNT, "ce n’est pas un nombre d’actions", "Écrire un nombre entier, à partir de 1.", \
		"this is not a number of actions", "Write a whole number, from 1 on.") \
	E(ARGUMENT_TOO_MANY, "c’est plus que cette commande ne prend", \
		"Mettre entre guillemets un texte de plusieurs mots.", \
		"this is more than the command takes", \
		"Put a text of several words between quotes.") \
	E(ARGUMENT_NOT_UTF8, "cet argument n’est pas de l’UTF-8 valide", \
		"Vérifier que le terminal est en UTF-8, puis retaper la commande.", \
		"this argument is not valid UTF-8", \
		"Check that the terminal speaks UTF-8, and type the command again.") \
	E(UNKNOWN_FORMAT, "ce format n’existe pas ici", "En choisir un autre.", \
		"there is no such format here", "Choose another one.") \
	E(NOT_AN_ASSIGNMENT, "il faut ici FIELD=VALUE", "Par exemple status=done.", \
		"FIELD=VALUE is needed here", "For example status=done.") \
	E(NOT_A_NOTE_NUMBER, "ce n’est pas un numéro de note", \
		"Écrire un nombre, 1 pour la première ; « jalon show ORG ENTRY » les donne.", \
		"this is not a note’s number", \
		"Write a number, 1 for the first one; “jalon show ORG ENTRY” gives them.") \
	E(NOT_TOGETHER, "ces options ne vont pas ensemble", "N’en garder qu’une.", \
		"these options do not go together", "Keep one of them.") \
	E(NO_SUCH_FIELD, "ce champ n’existe pas ici", "En choisir un autre.", \
		"there is no such field here", "Choose another one.") \
	E(NOT_AN_ID_LIST, "ce n’est pas une liste d’identifiants", \
		"Les séparer par des virgules, par exemple a1, a2.", \
		"this is not a list of ids", "Part them by commas, as in a1, a2.") \
	E(ID_IS_COMMAND, "c’est le nom d’une commande de jalon", "En choisir un autre.", \
		"this is the name of a command of jalon", "Choose another one.") \
	E(ONE_ORGANISATION, "cette connexion n’ouvre qu’une organisation, et n’en crée pas", \
		"Le dire à qui anime l’atelier.", \
		"this connection opens one organisation only, and makes none", \
		"Tell whoever leads the workshop.") \
	E(QUOTE_NOT_CLOSED, "ces guillemets ne sont pas refermés", \
		"Les refermer sur la même ligne.", \
		"this quote is not closed", "Close it on the same line.") \
	E(NOTHING_ESCAPED, "il n’y a rien derrière la barre oblique inverse", \
		"La doubler, ou la retirer.", \
		"there is nothing behind the backslash", "Double it, or take it out.") \
	E(INPUT_TOO_LARGE, "l’entrée standard dépasse 16 Mio", "La partager en plusieurs.", \
		"standard input is larger than 16 MiB", "Share it among several.") \
	E(NO_DATA_FOLDER, "aucun dossier des données n’est connu", \
		"Le donner avec --data ou dans $JALON_DATA.", \
		"no data folder is known", "Give it with --data or in $JALON_DATA.") \
	E(ONLY_JALON, "ce compte n’ouvre que jalon, dans un terminal", \
		"Se connecter avec ssh, sans commande derrière ; ni scp, ni sftp. Si rien ne s’ouvre alors, prévenir l’administrateur.", \
		"this account opens nothing but jalon, in a terminal", \
		"Connect with ssh, without a command behind it; no scp, no sftp. If nothing opens then, tell the administrator.") \
	E(NOT_A_USER, "ce n’est pas un nom de compte", \
		"Écrire une minuscule, puis des minuscules, des chiffres ou des tirets, 31 au plus ; les noms que le système emploie lui-même n’en sont pas.", \
		"this is no name for an account", \
		"Write a lower-case letter, then lower-case letters, digits or hyphens, at most 31; the names that the system itself uses are none.") \
	E(NOT_A_PLAIN_PATH, "ce n’est pas un chemin simple", \
		"Le donner depuis la racine, deux noms au moins, en lettres sans accents, chiffres, points, tirets : /srv/jalon/atelier.", \
		"this is not a plain path", \
		"Give it from the root, two names at least, in plain letters, digits, dots, hyphens: /srv/jalon/workshop.") \
	E(SYSTEM_FOLDER, "ce dossier est au système, ou à tout le monde", \
		"En prendre un qui ne serve qu’à l’atelier, comme /srv/jalon/atelier.", \
		"this folder is the system’s, or everybody’s", \
		"Take one that serves the workshop alone, such as /srv/jalon/workshop.") \
	E(NOT_A_PLAIN_NAME, "ce nom ne peut pas aller dans sshd_config", \
		"Le donner sans apostrophe droite, guillemet droit, dièse ni barre oblique inverse.", \
		"this name cannot go into sshd_config", \
		"Give it without a straight quote, a hash or a backslash.") \
	E(CANNOT_RESTRICT, "ce système ne laisse pas jalon renoncer à ce dont il ne se sert pas", \
		"Employer un noyau avec seccomp, comme celui de Debian.", \
		"this system does not let jalon give up what it does not use", \
		"Use a kernel with seccomp, such as Debian’s.") \
	E(WHOLE_PATH_NEEDED, "il faut le chemin entier d’un dossier", \
		"Le donner depuis la racine, par exemple --data /srv/jalon/atelier.", \
		"the whole path of a folder is needed", \
		"Give it from the root, for example --data /srv/jalon/atelier.") \
	E(NO_SUCH_FOLDER, "ce dossier n’existe pas", \
		"Le créer avec les commandes que « jalon server » affiche.", \
		"there is no such folder", "Make it with the commands that “jalon server” prints.") \
	E(FOLDER_NOT_PASSED, "il manque à ce compte le droit de traverser ce dossier (x)", \
		"Le lui donner, par exemple avec « chmod o+x », ou le mettre dans le groupe du dossier.", \
		"this account lacks the right to pass through this folder (x)", \
		"Give it the right, for example with “chmod o+x”, or put it into the folder’s group.") \
	E(FOLDER_NOT_READ, "il manque à ce compte le droit de lire ce dossier (r)", \
		"Le lui donner, ou le mettre dans le groupe du dossier.", \
		"this account lacks the right to read this folder (r)", \
		"Give it the right, or put it into the folder’s group.") \
	E(CANNOT_PRINT, "impossible d’écrire le résultat", \
		"Vérifier la place sur le disque, ou le programme qui suit.", \
		"the output cannot be written", \
		"Check the room on the disk, or the program that follows.") \
	E(CANNOT_PRINT_SAVED, "le changement est enregistré, mais son résultat n’a pas pu être écrit", \
		"Ne pas recommencer ; voir « jalon log ».", \
		"the change is saved, but its output could not be written", \
		"Do not try again; see “jalon log”.") \
	E(FILES_NOT_VALID, "des fichiers ne sont pas valides", \
		"Corriger ce qui suit, puis vérifier de nouveau.", \
		"some files are not valid", "Correct what follows, then check again.") \
	/* tui */ \
	E(NOT_A_DAY, "cette date n’est pas comprise", "Écrire 15/01/2027, vendredi, dans 3 jours ou fin janvier.", \
		"this date is not understood", "Write 15/01/2027, friday, in 3 days or end of january.") \
	E(NO_SUCH_DAY, "ce jour n’existe pas", "Voir combien de jours a ce mois, et l’écrire de nouveau.", \
		"there is no such day", "See how many days that month has, and write it again.") \
	E(DAY_IS_PAST, "cette date est déjà passée", "Entrée encore une fois la garde ; ou en écrire une autre.", \
		"this date is past already", "Enter once more keeps it; or write another one.") \
	E(REASON_WANTED, "il faut une raison", "Dire en quelques mots pourquoi c’est sans objet.", \
		"a reason is needed", "Say in a few words why it does not apply.") \
	E(NOT_AN_ESTIMATE, "il faut deux nombres", "Écrire l’impact, un espace, puis la charge : 5 0,5.", \
		"two numbers are needed", "Write the impact, a space, then the effort: 5 0.5.") \
	E(REMOVED_BY_KEEPER, "ce compte partagé ne retire pas d’organisation", "Le demander à qui tient le serveur.", \
		"this shared account removes no organisation", "Ask whoever runs the server.") \
	E(GUIDE_REQUIRES, "c’est le guide qui le demande", "Cela reste. Choisir une autre ligne.", \
		"the guide requires it", "It stays so. Choose another row.") \
	E(NOT_REQUIRED, "ce n’est pas demandé", "Entrée le demande.", "it is not required", "Enter requires it.") \
	E(NOT_FOUND, "rien de tel ici", "Essayer un autre mot, ou moins de lettres.", \
		"no such thing here", "Try another word, or fewer letters.") \
	E(SESSION_FULL, "cette connexion a écrit tout ce qu’elle pouvait", \
		"Quitter avec q, et se reconnecter s’il reste à dire.", \
		"this connection has written all that it may", \
		"Leave with q, and connect again if there is more to say.") \
	E(NO_TERMINAL, "l’écran entier demande un terminal que jalon connaît", \
		"Les commandes marchent partout : jalon --help.", \
		"the full screen needs a terminal that jalon knows", \
		"The commands work everywhere: jalon --help.")
// clang-format on

#define ERROR_NAME(name, fr_what, fr_next, en_what, en_next) MSG_##name,
enum message { ERRORS(ERROR_NAME) MSG_COUNT };
#undef ERROR_NAME

/* "demo.json:12: entries.a1.due : ce n’est pas une date : « 31/02 ». Écrire AAAA-MM-JJ…"
 * Cleaned of control characters, without a newline. */
void text_err(struct buf *out, enum lang lang, const struct err *err);
/* Its two halves, for a dialogue that shows them apart. */
const char *text_err_what(int message, enum lang lang);
const char *text_err_next(int message, enum lang lang);

#endif
