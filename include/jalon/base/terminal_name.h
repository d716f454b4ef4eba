/* SPDX-License-Identifier: MIT
 *
 * terminal_name: which description serves for a terminal that has none on this machine.
 *
 * For     the full screen, where terminfo does not know the terminal's name; the restricted
 *         session, which believes no name that it does not know itself.
 * Owner   static names, all of Debian's ncurses-base. */
#ifndef JALON_BASE_TERMINAL_NAME_H
#define JALON_BASE_TERMINAL_NAME_H

/* NULL where the name does not say what the terminal is like. */
const char *terminal_name_like(const char *name);

#endif
