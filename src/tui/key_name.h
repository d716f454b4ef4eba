/* SPDX-License-Identifier: MIT
 *
 * key_name: a key as people call it, in their language.
 *
 * For     key bars, help, the manual and messages. */
#ifndef TUI_KEY_NAME_H
#define TUI_KEY_NAME_H

#include "jalon/base/buf.h"
#include "jalon/text/languages.h"
#include "jalon/screen/key.h"

/* "Espace", "Ctrl-R", "↓", "Échap"; a key that has no name is "?". */
void key_name_add(struct buf *out, enum lang lang, struct key key);

#endif
