/* SPDX-License-Identifier: MIT
 *
 * All sub-commands, in the order in which one meets them. A new one is a row here. */
#include "cli/table.h"

#include <string.h>

#include "jalon/base/mem.h"
#include "cli/subcommands.h"

// clang-format off
const struct subcommand *const subcommands[] = {
	&cli_new, &cli_list, &cli_show, &cli_set, &cli_note, &cli_remove, &cli_add, &cli_service, &cli_member,
	&cli_edit, &cli_plan, &cli_log, &cli_undo, &cli_redo, &cli_merge, &cli_check, &cli_guide, &cli_server,
};
// clang-format on
const size_t subcommand_count = ARRAY_LEN(subcommands);

struct string_list subcommand_names(struct arena *arena)
{
	const char **names = ARENA_ARRAY(arena, const char *, subcommand_count);

	for (size_t i = 0; i < subcommand_count; i++)
		names[i] = subcommands[i]->name;
	return (struct string_list){ names, subcommand_count };
}

const struct subcommand *subcommand_find(const char *name)
{
	for (size_t i = 0; i < subcommand_count; i++) {
		if (strcmp(subcommands[i]->name, name) == 0)
			return subcommands[i];
	}
	return NULL;
}
