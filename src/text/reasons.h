/* SPDX-License-Identifier: MIT
 *
 * reasons: why the system refused, in words of our own, and what helps.
 *
 * For     text_err, where an error carries what errno was: strerror(3) speaks the language of the
 *         system, not the person's. A row continues "this file cannot be opened: …", and is
 * followed by what to do next in a full sentence. The English keeps close to what people have read
 *         elsewhere.
 * Owner   static strings.
 * Errors  what is in no row is said as strerror says it, and has nothing to do next. */
#ifndef TEXT_REASONS_H
#define TEXT_REASONS_H

#include "jalon/base/buf.h"
#include "jalon/text/languages.h"

// clang-format off
/* R(errno, what in French, next in French, what in English, next in English) */
#define REASONS(R) \
	R(EACCES, "vous n’en avez pas le droit", \
		"Demander ce droit à qui tient la machine.", \
		"permission denied", "Ask whoever runs the machine for this right.") \
	R(EPERM, "le système ne le permet pas", \
		"Demander à qui tient la machine pourquoi.", \
		"the system does not permit it", "Ask whoever runs the machine why.") \
	R(ENOENT, "rien ne porte ce nom", \
		"Vérifier le nom, lettre par lettre.", \
		"nothing has this name", "Check the name, letter by letter.") \
	R(EEXIST, "ce nom est déjà pris", \
		"Choisir un autre nom.", \
		"this name is taken", "Choose another name.") \
	R(ENOTDIR, "un nom du chemin n’est pas celui d’un dossier", \
		"Vérifier le chemin, nom par nom.", \
		"a name on the path is no folder’s", "Check the path, name by name.") \
	R(EISDIR, "c’est un dossier", \
		"Nommer un fichier de ce dossier.", \
		"it is a folder", "Name a file of that folder.") \
	R(ENAMETOOLONG, "ce nom est trop long pour ce disque", \
		"En choisir un plus court.", \
		"the name is too long for this disk", "Choose a shorter one.") \
	R(ELOOP, "trop de liens symboliques mènent l’un à l’autre", \
		"Donner le chemin sans ces liens.", \
		"too many symbolic links lead to one another", "Give the path without those links.") \
	R(ENOSPC, "il n’y a plus de place sur le disque", \
		"Libérer de la place ou prévenir qui tient la machine, puis recommencer.", \
		"no space left on the disk", "Free some room or tell whoever runs the machine, then try again.") \
	R(EDQUOT, "votre part du disque est pleine", \
		"Demander un plus grand quota ou faire de la place, puis recommencer.", \
		"disk quota exceeded", "Ask for a larger quota or make room, then try again.") \
	R(EFBIG, "ce fichier deviendrait trop grand", \
		"Demander à qui tient la machine de relever la limite de taille, puis recommencer.", \
		"file too large", "Ask whoever runs the machine to raise the limit on sizes, then try again.") \
	R(EROFS, "ce disque est en lecture seule", \
		"Demander à qui tient la machine de permettre d’y écrire, puis recommencer.", \
		"read-only file system", "Ask whoever runs the machine to let it be written, then try again.") \
	R(EIO, "le disque a répondu par une erreur", \
		"Prévenir qui tient la machine : ce disque est peut-être en panne.", \
		"the disk answered with an error", "Tell whoever runs the machine: that disk may be failing.") \
	R(EBUSY, "quelque chose s’en sert en ce moment", \
		"Recommencer dans un instant.", \
		"something is using it right now", "Try again in a moment.") \
	R(EMFILE, "jalon a trop de fichiers ouverts", \
		"Quitter jalon et l’ouvrir de nouveau.", \
		"jalon has too many files open", "Leave jalon and open it again.") \
	R(ENFILE, "la machine a trop de fichiers ouverts", \
		"Prévenir qui tient la machine, puis recommencer.", \
		"the machine has too many files open", "Tell whoever runs the machine, then try again.") \
	R(ENOMEM, "la mémoire ne suffit pas", \
		"Fermer d’autres programmes, puis recommencer.", \
		"there is not enough memory", "Close other programs, then try again.") \
	R(ENOLCK, "ce disque ne donne pas de verrou", \
		"Demander à qui tient la machine d’y activer les verrous.", \
		"this disk gives no locks", "Ask whoever runs the machine to turn locks on there.") \
	R(ENXIO, "rien n’est branché là", \
		"Donner un fichier ordinaire.", \
		"nothing is connected there", "Give an ordinary file.") \
	R(EPIPE, "le programme qui suit n’écoute plus", \
		"Vérifier la commande qui suit « | ».", \
		"the program that follows no longer listens", "Check the command behind “|”.") \
	R(EBADF, "rien n’est ouvert là", \
		"Retirer la redirection qui le ferme.", \
		"nothing is open there", "Take out the redirection that closes it.") \
	R(ESTALE, "le serveur de fichiers ne le connaît plus", \
		"Quitter jalon et l’ouvrir de nouveau.", \
		"the file server knows it no more", "Leave jalon and open it again.") \
	R(ETIMEDOUT, "le serveur de fichiers ne répond pas", \
		"Vérifier le réseau, puis recommencer.", \
		"the file server does not answer", "Check the network, then try again.") \
	R(EOPNOTSUPP, "ce disque ne sait pas le faire", \
		"Donner avec --data un dossier d’un disque ordinaire.", \
		"this disk cannot do that", "Give a folder of an ordinary disk with --data.")
// clang-format on

/* Cleaned of control characters. */
void text_reason(struct buf *out, enum lang lang, int reason);
/* NULL where there is none. */
const char *text_reason_next(int reason, enum lang lang);

#endif
