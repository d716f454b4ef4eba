/* SPDX-License-Identifier: MIT
 *
 * since_text: what the others changed since one's last visit.
 *
 * For     the command that shows it. */
#ifndef TUI_SINCE_TEXT_H
#define TUI_SINCE_TEXT_H

#include "tui/view.h"

/* All of it, by person and day. */
struct wish since_show(const struct call *call);

#endif
