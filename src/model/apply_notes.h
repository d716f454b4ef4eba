/* SPDX-License-Identifier: MIT
 *
 * apply_notes: a note is added, put right or taken back.
 *
 * For     apply.c.
 * Errors  as in jalon/model/change.h. */
#ifndef MODEL_APPLY_NOTES_H
#define MODEL_APPLY_NOTES_H

#include "model/applying.h"

bool apply_note(struct apply *apply, const struct change *change);

#endif
