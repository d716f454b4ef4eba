/* SPDX-License-Identifier: MIT
 *
 * checklist_file: a checklist from its JSON.
 *
 * For     the store, and `jalon check`.
 * Owner   the checklist is the reader's arena's.
 * Errors  every rule of the format that the file breaks is a complaint of the reader; the result is
 *         to be used only when there is none. A cycle of requirements is named whole.
 * Source  DESIGN.md, "Files on disk"; jalon-checklist(5). */
#ifndef STORE_CHECKLIST_FILE_H
#define STORE_CHECKLIST_FILE_H

#include "jalon/store/reader.h"

struct checklist *checklist_file_read(struct reader *reader, const struct json *json);
/* What may stand behind @ in the name of a copy: letters, digits, '.', '-', '_', no leading '.'. */
bool edition_is_valid(const char *edition);

#endif
