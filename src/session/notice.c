/* SPDX-License-Identifier: MIT */
#include "jalon/session/notice.h"

#include "jalon/text/errors.h"

void notice_init(struct notice *notice)
{
	*notice = (struct notice){ .text = BUF_INIT };
}

void notice_release(struct notice *notice)
{
	buf_release(&notice->text);
}

void notice_clear(struct notice *notice)
{
	buf_clear(&notice->text);
	notice->is_error = false;
}

struct buf *notice_begin(struct notice *notice)
{
	notice_clear(notice);
	return &notice->text;
}

void notice_say(struct notice *notice, const char *text)
{
	buf_add(notice_begin(notice), text);
}

void notice_add_err(struct buf *out, enum lang lang, const struct err *err)
{
	size_t at = out->len;

	text_err(out, lang, err);
	/* Rows of errors begin with a small letter, to stand behind a name; none with an accent. */
	if (!err->where[0] && out->text[at] >= 'a' && out->text[at] <= 'z')
		out->text[at] = (char)(out->text[at] - 'a' + 'A');
}

void notice_say_err(struct notice *notice, enum lang lang, const struct err *err)
{
	notice_add_err(notice_begin(notice), lang, err);
	notice->is_error = true;
}
