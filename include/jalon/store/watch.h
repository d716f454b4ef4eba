/* SPDX-License-Identifier: MIT
 *
 * watch: notices that somebody else saved, or moved.
 *
 * For     the event loop of the full screen: it waits on watch_fd() together with the keyboard,
 *         and calls watch_changed() when it wakes. inotify on the data folder; where that cannot
 *         be had (network file systems, limits), and where what it looks at is not there,
 *         watch_wait_ms() says how long to wait before looking with stat, at most 2 s. Who wants
 *         to miss nothing watches first and reads then.
 * Owner   watch_new/watch_free.
 * Errors  none: a folder that does not exist yet is looked at by stat. */
#ifndef JALON_STORE_WATCH_H
#define JALON_STORE_WATCH_H

#include "jalon/store/presence.h"

struct watch;

/* One organisation, or all of the folder when org_id is NULL. */
struct watch *watch_new(const struct store *store, const char *org_id);
void watch_free(struct watch *watch);
/* Whether those of the whole folder count too, from now on. */
void watch_all(struct watch *watch, bool all);
/* From now on watch_changed() has the presence look at what changed there too. It is borrowed. */
void watch_add_presence(struct watch *watch, struct presence *presence);
int watch_fd(const struct watch *watch);      /* −1: none, use watch_wait_ms */
int watch_wait_ms(const struct watch *watch); /* −1: no need to wake up */
/* Whether the organisation's file (or any) is another one than at the last call. */
bool watch_changed(struct watch *watch);

#endif
