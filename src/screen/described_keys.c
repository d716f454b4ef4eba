/* SPDX-License-Identifier: MIT */
#include "screen/described_keys.h"

#include <stdio.h>
#include <string.h>

enum { FUNCTION_KEYS = 63 };

static void define(struct input *input, const char *sequence, uint32_t code)
{
	if (sequence)
		input_define(input, sequence, (struct key){ .code = code });
}

/* A key that all terminals send so: descriptions give some of them other names (PuTTY's scrolls
 * where it means an arrow), and terminals go by the name of others. */
static bool is_plain_key(const char *sequence)
{
	struct input_event event;
	struct input input;
	bool known;

	input_init(&input);
	input_feed(&input, sequence, strlen(sequence));
	known = input_next(&input, false, &event) && event.kind == INPUT_KEY && !event.key.alt &&
		event.key.code != KEY_CODE_UNKNOWN && !input_is_begun(&input);
	input_release(&input);
	return known;
}

/* What it is, is of no use here, but its bytes are no keys either. */
static void define_unknown(struct input *input, const char *sequence)
{
	if (sequence && !is_plain_key(sequence))
		define(input, sequence, KEY_CODE_UNKNOWN);
}

/* The keys that this terminal's description names, whatever they are: those that input.c finds by
 * the grammar, and those of terminals that have their own. */
void described_keys_define(struct input *input, const char *(*find)(const char *name))
{
	static const struct {
		const char *name;
		uint32_t code;
	} known[] = {
		{ "kcuu1", KEY_CODE_UP },
		{ "kcud1", KEY_CODE_DOWN },
		{ "kcub1", KEY_CODE_LEFT },
		{ "kcuf1", KEY_CODE_RIGHT },
		{ "khome", KEY_CODE_HOME },
		{ "kend", KEY_CODE_END },
		{ "kpp", KEY_CODE_PAGE_UP },
		{ "knp", KEY_CODE_PAGE_DOWN },
		{ "kdch1", KEY_CODE_DELETE },
		{ "kbs", KEY_CODE_BACKSPACE },
		{ "kcbt", KEY_CODE_BACK_TAB },
		{ "kent", KEY_ENTER_CODE },
		{ "kf1", KEY_CODE_F1 },
	};

	static const char *const others[] = { "ka1", "ka3", "kb2", "kc1", "kc3", "kbeg", "kcan",
		"kclo", "kclr", "kcmd", "kcpy", "kcrt", "kctab", "kdl1", "ked", "kel", "kext",
		"kfnd", "khlp", "khts", "kich1", "kil1", "kind", "kll", "kmov", "kmrk", "kmsg",
		"knxt", "kopn", "kopt", "kprt", "kprv", "krdo", "kref", "kres", "krfr", "kri",
		"krmir", "krpl", "krst", "ksav", "kslt", "kspd", "ktbc", "kund", "kBEG", "kCAN",
		"kCMD", "kCPY", "kCRT", "kDC", "kDL", "kEND", "kEOL", "kEXT", "kFND", "kHLP",
		"kHOM", "kIC", "kLFT", "kMOV", "kMSG", "kNXT", "kOPT", "kPRT", "kPRV", "kRDO",
		"kRES", "kRIT", "kRPL", "kSAV", "kSPD", "kUND" };
	char name[8];

	for (size_t i = 0; i < ARRAY_LEN(known); i++)
		define(input, find(known[i].name), known[i].code);
	for (size_t i = 0; i < ARRAY_LEN(others); i++)
		define_unknown(input, find(others[i]));
	for (int i = 2; i <= FUNCTION_KEYS; i++) {
		snprintf(name, sizeof(name), "kf%d", i);
		define_unknown(input, find(name));
	}
}
