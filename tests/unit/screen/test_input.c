/* SPDX-License-Identifier: MIT */
#include "screen/input.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "jalon/base/utf8.h"

/* What events make of bytes, in words: keys by their names, texts in brackets. */
static void describe(struct buf *out, const struct input_event *event)
{
	static const struct {
		uint32_t code;
		const char *name;
	} names[] = {
		{ KEY_CODE_BACKSPACE, "Backspace" },
		{ KEY_CODE_DELETE, "Delete" },
		{ KEY_CODE_DOWN, "Down" },
		{ KEY_CODE_UP, "Up" },
		{ KEY_CODE_LEFT, "Left" },
		{ KEY_CODE_RIGHT, "Right" },
		{ KEY_CODE_WORD_LEFT, "Word-Left" },
		{ KEY_CODE_WORD_RIGHT, "Word-Right" },
		{ KEY_CODE_HOME, "Home" },
		{ KEY_CODE_END, "End" },
		{ KEY_CODE_PAGE_UP, "PgUp" },
		{ KEY_CODE_PAGE_DOWN, "PgDn" },
		{ KEY_CODE_BACK_TAB, "Shift-Tab" },
		{ KEY_CODE_F1, "F1" },
		{ KEY_CODE_UNKNOWN, "unknown" },
		{ KEY_CODE_BROKEN, "broken" },
		{ KEY_ENTER_CODE, "Enter" },
		{ KEY_TAB_CODE, "Tab" },
		{ KEY_ESCAPE_CODE, "Esc" },
		{ ' ', "Space" },
	};

	if (out->len)
		buf_add(out, " ");
	if (event->kind == INPUT_BACKGROUND) {
		buf_add_format(out, "#%02x%02x%02x", event->red, event->green, event->blue);
		return;
	}
	if (event->kind == INPUT_CLICK) {
		buf_add_format(out, "%s@%d,%d",
			event->turn ? event->turn < 0 ? "up" : "down" : "press", event->x,
			event->y);
		return;
	}
	if (event->kind == INPUT_TEXT) {
		buf_add_format(out, "%s%.*s%s", event->is_typed ? "{" : "[", (int)event->len,
			event->text, event->is_typed ? "}" : "]");
		return;
	}
	if (event->key.alt)
		buf_add(out, "Alt-");
	for (size_t i = 0; i < ARRAY_LEN(names); i++) {
		if (names[i].code == event->key.code) {
			buf_add(out, names[i].name);
			return;
		}
	}
	if (event->key.code < ' ')
		buf_add_format(out, "Ctrl-%c", (int)event->key.code + '@');
	else
		utf8_add(out, event->key.code);
}

static void take_all(struct buf *out, struct input *input)
{
	struct input_event event;

	while (input_next(input, false, &event))
		describe(out, &event);
}

/* With a pause at the end, as long as anything may be away. */
static void give_up(struct buf *out, struct input *input)
{
	struct input_event event;

	for (int i = 0; i < 4 && input_is_begun(input); i++) {
		if (input_give_up(input, &event))
			describe(out, &event);
		take_all(out, input);
	}
}

static const struct {
	const char *name, *bytes, *means;
} cases[] = {
	{ "letters", "aé漢😀", "a é 漢 😀" },
	{ "controls", "\r\t\x12\x03", "Enter Tab Ctrl-R Ctrl-C" },
	{ "both erase keys", "\b\x7f", "Backspace Backspace" },
	{ "arrows of both modes", "\033[A\033OB\033[C\033OD", "Up Down Right Left" },
	{ "Home and End, xterm", "\033[H\033[F\033OH\033OF", "Home End Home End" },
	{ "Home and End, VT220 and Linux", "\033[1~\033[4~", "Home End" },
	{ "Home and End, rxvt", "\033[7~\033[8~", "Home End" },
	{ "pages and Delete", "\033[5~\033[6~\033[3~", "PgUp PgDn Delete" },
	{ "words, xterm", "\033[1;5C\033[1;5D\033[1;3C\033[1;3D",
		"Word-Right Word-Left Word-Right Word-Left" },
	{ "words, rxvt", "\033Oc\033Od", "Word-Right Word-Left" },
	{ "Shift changes no arrow", "\033[1;2A\033[a\033[1;2B", "Up Up Down" },
	{ "Alt", "\033b\033f\033d\033\x7f\033\b", "Alt-b Alt-f Alt-d Alt-Backspace Alt-Backspace" },
	{ "Alt-Enter", "\033\r", "Alt-Enter" },
	{ "rxvt's Alt-Up", "\033\033[A", "unknown" },
	{ "Esc and a letter", "\033j", "Esc j" },
	{ "Esc twice", "\033\033", "Esc Esc" },
	{ "Shift-Tab", "\033[Z", "Shift-Tab" },
	{ "Shift-Tab of the console", "\033[Zj", "Shift-Tab j" },
	{ "F1, four ways", "\033OP\033[11~\033[[A\033[P", "F1 F1 F1 F1" },
	{ "Shift-F1, three ways", "\033[1;2P\033O2P\033[11;2~", "unknown unknown unknown" },
	{ "other function keys", "\033[15~\033[[B\033OQ4", "unknown unknown unknown 4" },
	{ "rxvt, Ctrl-Down", "\033Obj", "unknown j" },
	{ "urxvt, Ctrl-Shift-Delete", "\033[3@4", "unknown 4" },
	{ "rxvt, Shift-Delete", "\033[3$4", "Delete 4" },
	{ "gnome, Alt-Shift-Delete", "\033[3;4~4", "unknown 4" },
	{ "keypad of a VT220", "\033Op\033Oq\033Oy\033Ok\033OM", "0 1 9 + Enter" },
	{ "key as a code point", "\033[97u\033[114;5u\033[9;2u", "a Ctrl-R Shift-Tab" },
	{ "background, ST", "\033]11;rgb:2d2d/2e2e/2f2f\033\\", "#2d2e2f" },
	{ "background, BEL", "\033]11;rgb:fdfd/f6f6/e3e3\007j", "#fdf6e3 j" },
	{ "foreground", "\033]10;rgb:0000/0000/0000\033\\j", "j" },
	{ "title", "\033]l4 d x\033\\j", "j" },
	{ "XTVERSION", "\033P>|XTerm(370)\033\\j", "j" },
	{ "attributes", "\033[?64;1;2;6;9c\033[>41;370;0c\033[=1cj", "j" },
	{ "cursor, status, mode", "\033[24;80R\033[0n\033[?2004;1$yj", "j" },
	{ "size of the window", "\033[8;24;80tj", "j" },
	{ "APC, PM, SOS", "\033_d\033\\\033^4\033\\\033Xx\033\\j", "j" },
	{ "string ended by another sequence", "\033]0;d\033[A", "Up" },
	{ "string dropped", "\033]0;d\x18j", "j" },
	{ "mouse, X10", "\033[M d\"j", "j" },
	{ "mouse, SGR", "\033[<0;10;12M\033[<0;10;12mj", "press@9,11 j" },
	{ "wheel", "\033[<64;1;1M\033[<65;2;3M", "up@0,0 down@1,2" },
	{ "other buttons", "\033[<2;1;1M\033[<35;1;1M\033[<0MJ", "J" },
	{ "mouse, urxvt", "\033[32;10;10Mj", "j" },
	{ "focus", "\033[I\033[Oj", "j" },
	{ "sequence in a sequence", "\033[1;\033[B", "Down" },
	{ "sequence dropped", "\033[1\x18j", "j" },
	{ "paste", "\033[200~a\rb\033[201~j", "[a\nb] j" },
	{ "paste, CR LF", "\033[200~a\r\nb\r\n\r\nc\033[201~", "[a\nb\n\nc]" },
	{ "paste, sequences in it", "\033[200~a\033[Ab\033[20c\033[201~", "[a\033[Ab\033[20c]" },
	{ "end of a paste that is none", "\033[201~j", "j" },
	{ "no UTF-8", "a\xff\xc0\xe9", "a broken broken broken" },
	{ "Latin-1 between letters", "a\xe9z", "a broken z" },
	{ "NUL", "a", "a" },
};

static void expect(const char *name, const char *how, const struct buf *found, const char *wanted)
{
	cr_expect_str_eq(found->len ? found->text : "", wanted, "%s, %s: %s", name, how,
		found->len ? found->text : "nothing");
}

static void read_in_parts(const char *bytes, size_t size, struct buf *found)
{
	size_t len = strlen(bytes);
	struct input input;

	input_init(&input);
	for (size_t at = 0; at < len; at += size) {
		input_feed(&input, bytes + at, size < len - at ? size : len - at);
		take_all(found, &input);
	}
	give_up(found, &input);
	input_release(&input);
}

/* A line may cut anywhere, and what it cuts is the same in the end. */
Test(input, means_the_same_whole_and_in_any_pieces)
{
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		for (size_t size = 1; size <= 8; size++) {
			struct buf found = BUF_INIT;
			char how[32];

			/* Two Escs apart are Esc, and then whatever the second begins. */
			if (size == 2 && strncmp(cases[i].bytes, "\033\033", 2) == 0)
				continue;
			snprintf(how, sizeof(how), "%zu bytes at a time", size);
			read_in_parts(cases[i].bytes, size, &found);
			expect(cases[i].name, how, &found, cases[i].means);
			buf_release(&found);
		}
	}
}

/* "No byte of a sequence is ever a command": cut off for good, it makes no key at all. */
Test(input, makes_no_key_of_a_sequence_that_is_cut_off)
{
	for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
		const char *bytes = cases[i].bytes;
		size_t len = strlen(bytes);

		if (bytes[0] != '\033' || len < 4 || bytes[1] == '\033' ||
			!strchr("[O]P_^X", bytes[1]))
			continue;
		for (size_t cut = 2; cut < len && bytes[cut] != '\033'; cut++) {
			struct buf found = BUF_INIT;
			struct input input;

			input_init(&input);
			input_feed(&input, bytes, cut);
			take_all(&found, &input);
			/* Whole already, and not cut. */
			if (!input_is_begun(&input)) {
				input_release(&input);
				buf_release(&found);
				break;
			}
			give_up(&found, &input);
			if (!strstr(cases[i].name, "paste"))
				expect(cases[i].name, "cut", &found, "");
			input_feed(&input, "j", 1);
			take_all(&found, &input);
			cr_expect(found.len && strcmp(found.text + found.len - 1, "j") == 0,
				"%s, cut: the next key is heard", cases[i].name);
			input_release(&input);
			buf_release(&found);
		}
	}
}

static const struct {
	const char *name, *bytes;
	bool more;
	const char *means;
} runs[] = {
	{ "a line, and Enter", "abc\r", false, "a b c Enter" },
	{ "text behind an Enter", "abc\rdef\r", false, "{abc\ndef\n}" },
	{ "an Enter behind which more waits", "abc\r", true, "{abc\n}" },
	{ "keys and arrows", "jj\033[A\r\033[B", false, "j j Up Enter Down" },
	{ "a long line", "abcdefghijklmnopqrstuvwxyz", false, "{abcdefghijklmnopqrstuvwxyz}" },
	{ "a long line, and Enter", "abcdefghijklmnopqrstuvwxyz\r", false,
		"{abcdefghijklmnopqrstuvwxyz} Enter" },
	{ "CR LF", "a\r\nb\r\n", false, "{a\nb\n}" },
};

Test(input, takes_what_waits_behind_an_enter_for_text)
{
	for (size_t i = 0; i < ARRAY_LEN(runs); i++) {
		struct buf found = BUF_INIT;
		struct input_event event;
		struct input input;

		input_init(&input);
		input_feed(&input, runs[i].bytes, strlen(runs[i].bytes));
		while (input_next(&input, runs[i].more, &event))
			describe(&found, &event);
		expect(runs[i].name, "in one go", &found, runs[i].means);
		input_release(&input);
		buf_release(&found);
	}
}

Test(input, keeps_so_much_of_a_paste_and_hears_what_follows)
{
	static char block[4096];
	struct input_event event = { .kind = INPUT_KEY };
	struct input input;
	size_t len = 0;

	memset(block, 'x', sizeof(block));
	input_init(&input);
	input_feed(&input, "\033[200~", 6);
	for (int i = 0; i < 1000; i++) {
		cr_assert_not(input_next(&input, false, &event));
		input_feed(&input, block, sizeof(block));
	}
	input_feed(&input, "\033[201~q", 7);
	cr_assert(input_next(&input, false, &event));
	len = event.len;
	cr_expect_eq(len, INPUT_PASTE_MAX);
	cr_assert(input_next(&input, false, &event));
	cr_expect_eq(event.key.code, 'q');
	input_release(&input);
}

/* A terminal that goes its own ways: what its description says comes before the grammar. */
Test(input, knows_the_keys_that_a_description_names)
{
	static const struct {
		const char *sequence;
		uint32_t code;
	} own[] = { { "\033T", KEY_CODE_UP }, { "\033[M", KEY_CODE_F1 },
		{ "\033TT", KEY_CODE_DOWN }, { "\001K\r", KEY_CODE_HOME },
		{ "\2335~", KEY_CODE_PAGE_UP }, { "\b", KEY_CODE_LEFT }, { "jk", KEY_CODE_END } };

	for (size_t size = 1; size <= 9; size++) {
		const char *bytes = "\033TT\033T\033[M\001K\r\2335~\bjk\001";
		struct buf found = BUF_INIT;
		struct input input;

		input_init(&input);
		for (size_t i = 0; i < ARRAY_LEN(own); i++)
			input_define(&input, own[i].sequence, (struct key){ .code = own[i].code });
		for (size_t at = 0; at < strlen(bytes); at += size) {
			size_t left = strlen(bytes) - at;

			input_feed(&input, bytes + at, size < left ? size : left);
			take_all(&found, &input);
		}
		give_up(&found, &input);
		expect("its own keys", "cut", &found, "Down Up F1 Home PgUp Backspace j k Ctrl-A");
		input_release(&input);
		buf_release(&found);
	}
}
