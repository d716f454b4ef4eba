/* SPDX-License-Identifier: MIT
 *
 * What the session that is open has to say of the others' changes. */
#include <string.h>

#include "jalon/store/history_since.h"
#include "jalon/session/session.h"

/* Of an account that many share, the name that was given. */
static const char *shared_name(const struct session *session)
{
	return session->options.is_restricted ? session->options.author : NULL;
}

void session_add_since(struct buf *out, const struct session *session)
{
	since_add_line(
		out, &session->since, session->lang, session_now(session), shared_name(session));
}

void session_add_visit(struct buf *out, const struct session *session)
{
	since_add_visit(
		out, &session->since, session->lang, session_now(session), shared_name(session));
}

bool session_read_since(
	struct session *session, struct history_change **changes, size_t *count, struct err *err)
{
	struct since_where where = session_where(session);
	size_t all, kept = 0;

	if (!history_read_since(session->options.store, session->org_id,
		    session->since.visit.revision, session->org->revision, session->arena, changes,
		    &all, err))
		return false;
	since_count(&session->since, &where, *changes, all);
	for (size_t i = 0; i < all; i++) {
		if (strcmp((*changes)[i].by, session->options.author) != 0)
			(*changes)[kept++] = (*changes)[i];
	}
	*count = kept;
	return true;
}
