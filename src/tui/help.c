/* SPDX-License-Identifier: MIT */
#include "tui/help.h"

#include "jalon/base/utf8.h"
#include "jalon/text/words.h"
#include "jalon/export/describe.h"
#include "jalon/screen/pager.h"
#include "tui/command.h"
#include "tui/key_name.h"

static void add_title(struct buf *out, const char *title)
{
	buf_add_format(out, PAGER_TITLE "%s\n\n", title);
}

/* A key or a sign in the column that PAGER_HANG leaves free, and what it says beside it. */
static void add_line(struct buf *out, const char *sign, const char *text)
{
	size_t start;

	buf_add(out, PAGER_HANG "  ");
	start = out->len;
	buf_add(out, sign);
	do {
		buf_add_char(out, ' ');
	} while (2 + utf8_width_cells(out->text + start, out->len - start) < PAGER_HANG_CELLS);
	buf_add_format(out, "%s\n", text);
}

static void add_command(struct buf *out, enum lang lang, const struct command *command)
{
	struct buf keys = BUF_INIT;
	struct key key;

	key_parse(command->key, &key);
	key_name_add(&keys, lang, key);
	if (command->also && key_parse(command->also, &key)) {
		buf_add(&keys, ", ");
		key_name_add(&keys, lang, key);
	}
	add_line(out, keys.text, wording_in(command->help, lang));
	buf_release(&keys);
}

void help_add_text(struct buf *out, int place, enum lang lang, enum sign_set signs)
{
	add_title(out, text_word(WORD_KEYS, lang));
	for (size_t i = 0; i < command_count; i++) {
		if (commands[i].where & place)
			add_command(out, lang, &commands[i]);
	}
	buf_add(out, "\n");
	add_title(out, text_word(WORD_SIGNS, lang));
	for (int i = 0; i < STATUS_COUNT; i++)
		add_line(out, describe_status_sign((enum status)i, signs),
			text_word(describe_status_word((enum status)i), lang));
	add_line(out, "!", text_word(WORD_LATE_SIGN, lang));
	add_line(out, "~", text_word(WORD_RISK_SIGN, lang));
	add_line(out, "2✎", text_word(WORD_NOTES_SIGN, lang));
	add_line(out, "+", text_word(WORD_PROJECT_SIGN, lang));
	add_line(out, "»", text_word(WORD_KIND_ACTION, lang));
	add_line(out, "✎", text_word(WORD_DRAFT_SIGN, lang));
	add_line(out, "✎ …", text_word(WORD_WRITES_SIGN, lang));
	add_line(out, "●", text_word(WORD_CHANGED_SIGN, lang));
	add_line(out, "◂", text_word(WORD_HERE_SIGN, lang));
}
