/* SPDX-License-Identifier: MIT
 *
 * organisations: making one, finding one by its name, and putting one away.
 *
 * For     fronts that ask for a name; session.h opens what they make.
 * Owner   ids are the session's arena's.
 * Errors  NULL, with the reason in `err`, also where the session stays on another. */
#ifndef JALON_SESSION_ORGANISATIONS_H
#define JALON_SESSION_ORGANISATIONS_H

#include "jalon/store/put_away.h"
#include "jalon/session/session.h"

/* Makes one of that name. */
const char *session_create(struct session *session, const char *name, struct err *err);
/* The same even where there is one of that name, under an id of its own. */
const char *session_create_another(struct session *session, const char *name, struct err *err);
/* The id of one of that name, whatever its case; NULL where there is none, and where others are
 * none of this session's business. */
const char *session_find_named(struct session *session, const char *name);

/* See jalon/store/put_away.h. Where it is the one that is open, none is any more. Not by an account
 * that many share. */
bool session_put_away(
	struct session *session, const char *org_id, struct put_away *told, struct err *err);

#endif
