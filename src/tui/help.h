/* SPDX-License-Identifier: MIT
 *
 * help: the keys of a place, and the signs, as a text for a pager.
 *
 * For     the loop, where `?` asks for it. */
#ifndef TUI_HELP_H
#define TUI_HELP_H

#include "jalon/base/buf.h"
#include "jalon/base/utf8.h"
#include "jalon/text/languages.h"

void help_add_text(struct buf *out, int place, enum lang lang, enum sign_set signs);

#endif
