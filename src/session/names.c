/* SPDX-License-Identifier: MIT */
#include "jalon/session/names.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/words.h"

static void add_name(const char **names, size_t *count, const char *name)
{
	if (!name[0])
		return;
	for (size_t i = 0; i < *count; i++) {
		if (strcmp(names[i], name) == 0)
			return;
	}
	names[(*count)++] = name;
}

struct string_list names_known(struct arena *arena, const struct organisation *org)
{
	const char **names = ARENA_ARRAY(arena, const char *, org->member_count + org->entry_count);
	size_t count = 0;

	for (size_t i = 0; i < org->member_count; i++)
		add_name(names, &count, org->members[i].name);
	for (size_t i = 0; i < org->entry_count; i++)
		add_name(names, &count, org->entries[i].owner);
	return (struct string_list){ names, count };
}

const char *names_next(const struct string_list *names, const char *typed)
{
	size_t found = 0, len = strlen(typed);

	for (size_t i = names->count; i-- > 0;) {
		if (strcmp(names->texts[i], typed) == 0)
			return names->texts[(i + 1) % names->count];
		if (strncmp(names->texts[i], typed, len) == 0)
			found = i;
	}
	return names->count ? names->texts[found] : NULL;
}

/* Whether French drops the e of "de" before it: a vowel or an h (most are mute in names), and the y
 * of Yves, but not that of Yann. */
static bool elides(const char *names)
{
	struct buf folded = BUF_INIT;
	bool found;

	utf8_fold(&folded, names, strlen(names));
	found = folded.len &&
		(strchr("aeiouh", folded.text[0]) || (folded.text[0] == 'y' && folded.len > 1 &&
							     !strchr("aeiou", folded.text[1])));
	buf_release(&folded);
	return found;
}

void names_add_by(struct buf *out, enum lang lang, const char *names)
{
	bool short_de = lang == LANG_FR && elides(names);

	buf_add(out, text_word(short_de ? WORD_BY_VOWEL : WORD_BY, lang));
	buf_add(out, names);
}
