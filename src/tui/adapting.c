/* SPDX-License-Identifier: MIT */
#include "tui/adapting.h"

#include "jalon/text/words.h"

static void say(struct app *app, enum word word)
{
	notice_say(&app->session->notice, text_word(word, app->session->lang));
}

void adapting_take(struct app *app, enum adaptation adaptation)
{
	static const enum scheme schemes[] = {
		[ADAPT_DARK] = SCHEME_DARK, [ADAPT_LIGHT] = SCHEME_LIGHT, [ADAPT_MONO] = SCHEME_MONO
	};
	struct appearance *appearance = &app->appearance;

	switch (adaptation) {
	case ADAPT_DARK:
	case ADAPT_LIGHT:
	case ADAPT_MONO:
		appearance->scheme = schemes[adaptation];
		appearance->scheme_is_chosen = true;
		say(app, WORD_THEME_SET);
		break;
	case ADAPT_SIGNS:
		appearance->signs = appearance->signs == SIGNS_ASCII ? SIGNS_UNICODE : SIGNS_ASCII;
		session_look_again(app->session);
		say(app, WORD_SIGNS_SET);
		break;
	case ADAPT_CALM:
		appearance->is_calm = !appearance->is_calm;
		say(app, appearance->is_calm ? WORD_CALM_ON : WORD_CALM_OFF);
		break;
	case ADAPT_MOUSE:
		appearance->has_mouse = !appearance->has_mouse;
		say(app, appearance->has_mouse ? WORD_MOUSE_ON : WORD_MOUSE_OFF);
		break;
	case ADAPT_COUNT:
		break;
	}
}
