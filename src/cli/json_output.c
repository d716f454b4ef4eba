/* SPDX-License-Identifier: MIT */
#include "cli/json_output.h"

void output_add_counts(struct json_writer *writer, const struct counts *counts)
{
	json_begin_object(writer, "counts");
	for (int i = 0; i < STATUS_COUNT; i++)
		json_add_integer(writer, status_name((enum status)i), counts->by_status[i]);
	json_add_integer(writer, "late", counts->late);
	json_add_integer(writer, "total", counts->total);
	json_end_object(writer);
}
