/* SPDX-License-Identifier: MIT */
#include "text/day_names.h"

#include "jalon/base/date.h"

const struct wording weekday_names[WEEKDAYS] = {
	[MONDAY] = { .fr = "lundi", .en = "Monday" },
	[TUESDAY] = { .fr = "mardi", .en = "Tuesday" },
	[WEDNESDAY] = { .fr = "mercredi", .en = "Wednesday" },
	[THURSDAY] = { .fr = "jeudi", .en = "Thursday" },
	[FRIDAY] = { .fr = "vendredi", .en = "Friday" },
	[SATURDAY] = { .fr = "samedi", .en = "Saturday" },
	[SUNDAY] = { .fr = "dimanche", .en = "Sunday" },
};

const struct wording month_names[MONTHS] = {
	{ .fr = "janvier", .en = "January" },
	{ .fr = "février", .en = "February" },
	{ .fr = "mars", .en = "March" },
	{ .fr = "avril", .en = "April" },
	{ .fr = "mai", .en = "May" },
	{ .fr = "juin", .en = "June" },
	{ .fr = "juillet", .en = "July" },
	{ .fr = "août", .en = "August" },
	{ .fr = "septembre", .en = "September" },
	{ .fr = "octobre", .en = "October" },
	{ .fr = "novembre", .en = "November" },
	{ .fr = "décembre", .en = "December" },
};
