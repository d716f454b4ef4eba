/* SPDX-License-Identifier: MIT */
#include "screen/described_keys.h"

#include <stdio.h>

enum { FUNCTION_KEYS = 63 };

static void define(struct input *input, const char *sequence, uint32_t code)
{
	if (sequence)
		input_define(input, sequence, (struct key){ .code = code });
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

	/* What they are is of no use here, but their bytes are no keys either. */
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
		define(input, find(others[i]), KEY_CODE_UNKNOWN);
	for (int i = 2; i <= FUNCTION_KEYS; i++) {
		snprintf(name, sizeof(name), "kf%d", i);
		define(input, find(name), KEY_CODE_UNKNOWN);
	}
}
