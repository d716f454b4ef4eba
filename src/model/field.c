/* SPDX-License-Identifier: MIT */
#include "jalon/model/field.h"

#include <assert.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"

// clang-format off
const struct field_row field_rows[FIELD_COUNT] = {
	[FIELD_STATUS] = {
		.name = "status", .kind = FIELD_KIND_CHOICE, .json = FIELD_JSON_STRING,
		.of_entry = true, .message = MSG_NOT_A_STATUS,
		.label = { .fr = "Statut", .en = "Status" },
		.hint = { .fr = "todo, doing, done, not_applicable", .en = "todo, doing, done, not_applicable" },
	},
	[FIELD_OWNER] = {
		.name = "owner", .kind = FIELD_KIND_TEXT, .json = FIELD_JSON_STRING,
		.of_entry = true, .message = MSG_NOT_UTF8,
		.label = { .fr = "Responsable", .en = "Owner" },
		.hint = { .fr = "un nom", .en = "a name" },
	},
	[FIELD_DUE] = {
		.name = "due", .kind = FIELD_KIND_DATE, .json = FIELD_JSON_STRING_OR_NULL,
		.of_entry = true, .message = MSG_NOT_A_DATE,
		.label = { .fr = "Échéance", .en = "Due" },
		.hint = { .fr = "AAAA-MM-JJ", .en = "YYYY-MM-DD" },
	},
	[FIELD_PRIORITY] = {
		.name = "priority", .kind = FIELD_KIND_CHOICE, .json = FIELD_JSON_STRING,
		.of_entry = true, .message = MSG_NOT_A_PRIORITY,
		.label = { .fr = "Priorité", .en = "Priority" },
		.hint = { .fr = "must, should, could", .en = "must, should, could" },
	},
	[FIELD_IMPACT] = {
		.name = "impact", .kind = FIELD_KIND_INTEGER, .json = FIELD_JSON_NUMBER,
		.of_entry = true, .min = IMPACT_MIN, .max = IMPACT_MAX, .message = MSG_NOT_AN_IMPACT,
		.label = { .fr = "Impact", .en = "Impact" },
		.hint = { .fr = "de 1 à 100", .en = "from 1 to 100" },
	},
	[FIELD_EFFORT] = {
		.name = "effort", .kind = FIELD_KIND_DECIMAL, .json = FIELD_JSON_NUMBER,
		.of_entry = true, .max = EFFORT_CENTIDAYS_MAX, .message = MSG_NOT_AN_EFFORT,
		.label = { .fr = "Charge", .en = "Effort" },
		.hint = { .fr = "en jours-personne", .en = "in person-days" },
	},
	[FIELD_REASON] = {
		.name = "reason", .kind = FIELD_KIND_TEXT, .json = FIELD_JSON_STRING,
		.of_entry = true, .message = MSG_NOT_UTF8,
		.label = { .fr = "Raison", .en = "Reason" },
		.hint = { .fr = "pourquoi c’est sans objet", .en = "why it does not apply" },
	},
	[FIELD_REVIEW] = {
		.name = "review", .kind = FIELD_KIND_DATE, .json = FIELD_JSON_STRING_OR_NULL,
		.of_entry = true, .message = MSG_NOT_A_DATE,
		.label = { .fr = "À revoir", .en = "Review" },
		.hint = { .fr = "AAAA-MM-JJ", .en = "YYYY-MM-DD" },
	},
	[FIELD_PIN] = {
		.name = "pin", .kind = FIELD_KIND_ENTRY, .json = FIELD_JSON_STRING_OR_NULL,
		.of_entry = true, .message = MSG_NO_SUCH_ENTRY,
		.label = { .fr = "Avant", .en = "Before" },
		.hint = { .fr = "l’entrée avant laquelle passer", .en = "the entry to come before" },
	},
	[FIELD_NOTE] = {
		.name = "note", .kind = FIELD_KIND_OBJECT, .json = FIELD_JSON_OBJECT,
		.message = MSG_NOT_UTF8,
		.label = { .fr = "Note", .en = "Note" }, .hint = { .fr = "", .en = "" },
	},
	[FIELD_ACTION] = {
		.name = "action", .kind = FIELD_KIND_OBJECT, .json = FIELD_JSON_OBJECT,
		.message = MSG_NOT_UTF8,
		.label = { .fr = "Action propre", .en = "Own action" }, .hint = { .fr = "", .en = "" },
	},
	[FIELD_NAME] = {
		.name = "name", .kind = FIELD_KIND_TEXT, .json = FIELD_JSON_STRING,
		.of_organisation = true, .message = MSG_NOT_UTF8,
		.label = { .fr = "Nom", .en = "Name" },
		.hint = { .fr = "le nom de l’organisation", .en = "the organisation’s name" },
	},
	[FIELD_LANGUAGE] = {
		.name = "language", .kind = FIELD_KIND_CHOICE, .json = FIELD_JSON_STRING_OR_NULL,
		.of_organisation = true, .message = MSG_NOT_A_LANGUAGE,
		.label = { .fr = "Langue", .en = "Language" },
		.hint = { .fr = "fr, en", .en = "fr, en" },
	},
	[FIELD_CAPACITY] = {
		.name = "capacity", .kind = FIELD_KIND_DECIMAL, .json = FIELD_JSON_NUMBER,
		.of_organisation = true, .min = CAPACITY_CENTIDAYS_MIN, .max = CAPACITY_CENTIDAYS_MAX,
		.message = MSG_NOT_A_CAPACITY,
		.label = { .fr = "Capacité", .en = "Capacity" },
		.hint = { .fr = "en jours-personne par semaine", .en = "in person-days a week" },
	},
	[FIELD_MEMBER] = {
		.name = "member", .kind = FIELD_KIND_OBJECT, .json = FIELD_JSON_OBJECT,
		.message = MSG_NOT_UTF8,
		.label = { .fr = "Membre", .en = "Member" }, .hint = { .fr = "", .en = "" },
	},
	[FIELD_SERVICE] = {
		.name = "service", .kind = FIELD_KIND_OBJECT, .json = FIELD_JSON_OBJECT,
		.message = MSG_NOT_UTF8,
		.label = { .fr = "Service numérique", .en = "Digital service" },
		.hint = { .fr = "", .en = "" },
	},
};
// clang-format on

bool field_find(const char *name, enum field *field)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		if (strcmp(name, field_rows[i].name) == 0) {
			*field = (enum field)i;
			return true;
		}
	}
	return false;
}

/* Digits up to `end` or the text's end, at most 9 of them. */
static const char *digits_parse(const char *text, int64_t *number)
{
	const char *at = text;

	for (*number = 0; *at >= '0' && *at <= '9' && at - text < 9; at++)
		*number = *number * 10 + (*at - '0');
	return at == text || (*at >= '0' && *at <= '9') ? NULL : at;
}

static bool integer_parse(const char *text, int64_t *number)
{
	const char *end = digits_parse(text, number);

	return end && *end == '\0';
}

bool decimal_parse(const char *text, int64_t *hundredths)
{
	int64_t whole, digit_value = 10, fraction = 0;
	const char *at = digits_parse(text, &whole);

	if (!at)
		return false;
	if (*at == '.' || *at == ',') {
		const char *first = ++at;

		for (; *at >= '0' && *at <= '9' && at - first < 2; at++, digit_value /= 10)
			fraction += (*at - '0') * digit_value;
		if (at == first)
			return false;
		at += strspn(at, "0");
	}
	if (*at)
		return false;
	*hundredths = whole * 100 + fraction;
	return true;
}

const char *decimal_format(struct arena *arena, int64_t hundredths)
{
	const char *sign = hundredths < 0 ? "-" : "";
	int64_t whole, fraction;

	if (hundredths < 0)
		hundredths = -hundredths;
	whole = hundredths / 100;
	fraction = hundredths % 100;
	if (fraction == 0)
		return arena_format(arena, "%s%lld", sign, (long long)whole);
	if (fraction % 10 == 0)
		return arena_format(arena, "%s%lld.%d", sign, (long long)whole, (int)fraction / 10);
	return arena_format(arena, "%s%lld.%02d", sign, (long long)whole, (int)fraction);
}

static bool choice_is_valid(enum field field, const char *typed)
{
	enum status status;
	enum priority priority;
	enum lang lang;

	if (field == FIELD_STATUS)
		return status_parse(typed, &status);
	if (field == FIELD_PRIORITY)
		return priority_parse(typed, &priority);
	assert(field == FIELD_LANGUAGE);
	return lang_parse(typed, &lang);
}

static bool number_is_valid(const struct field_row *row, const char *typed, int64_t *number)
{
	bool parsed = row->kind == FIELD_KIND_INTEGER ? integer_parse(typed, number)
						      : decimal_parse(typed, number);

	return parsed && *number >= row->min && *number <= row->max;
}

bool field_parse(enum field field, const char *typed, struct arena *arena, const char **canonical,
	struct err *err)
{
	const struct field_row *row = &field_rows[field];
	bool valid = utf8_is_valid(typed, strlen(typed));
	const char *text = typed;
	int64_t number;
	int day;

	if (!valid)
		return err_set(err, ERR_USAGE, MSG_NOT_UTF8, NULL, "%s", row->name);
	/* A text of blanks says no more than none. */
	if (!typed[0] || (row->kind == FIELD_KIND_TEXT && utf8_is_blank(typed))) {
		*canonical = field == FIELD_STATUS ? status_name(STATUS_TODO) : "";
		return true;
	}
	switch (row->kind) {
	case FIELD_KIND_CHOICE:
		valid = choice_is_valid(field, typed);
		break;
	case FIELD_KIND_DATE:
		valid = date_parse(typed, &day);
		break;
	case FIELD_KIND_INTEGER:
	case FIELD_KIND_DECIMAL:
		valid = number_is_valid(row, typed, &number);
		if (valid)
			text = decimal_format(
				arena, row->kind == FIELD_KIND_INTEGER ? number * 100 : number);
		break;
	case FIELD_KIND_TEXT:
	case FIELD_KIND_ENTRY:
	case FIELD_KIND_OBJECT:
		break;
	}
	if (!valid)
		return err_set(err, ERR_USAGE, row->message, typed, "%s", row->name);
	*canonical = arena_copy(arena, text);
	return true;
}

static const char *day_text(int day, struct arena *arena)
{
	char text[DATE_TEXT_SIZE];

	date_format(text, day);
	return arena_copy(arena, text);
}

const char *field_get(enum field field, const struct entry *entry, struct arena *arena)
{
	switch (field) {
	case FIELD_STATUS:
		return status_name(entry->status);
	case FIELD_OWNER:
		return entry->owner;
	case FIELD_DUE:
		return day_text(entry->due_day, arena);
	case FIELD_PRIORITY:
		return priority_name(entry->priority);
	case FIELD_IMPACT:
		return entry->impact == IMPACT_NONE
			       ? ""
			       : decimal_format(arena, (int64_t)entry->impact * 100);
	case FIELD_EFFORT:
		return entry->effort_centidays == EFFORT_NONE
			       ? ""
			       : decimal_format(arena, entry->effort_centidays);
	case FIELD_REASON:
		return entry->reason;
	case FIELD_REVIEW:
		return day_text(entry->review_day, arena);
	case FIELD_PIN:
		return entry->pin;
	case FIELD_NOTE:
	case FIELD_ACTION:
	case FIELD_NAME:
	case FIELD_LANGUAGE:
	case FIELD_CAPACITY:
	case FIELD_MEMBER:
	case FIELD_SERVICE:
	case FIELD_COUNT:
		break;
	}
	assert(!"a field that has its text in an entry");
	return "";
}

static int day_of(const char *canonical)
{
	int day = DAY_NONE;

	if (canonical[0] && !date_parse(canonical, &day))
		assert(!"a canonical date");
	return day;
}

static int hundredths_of(const char *canonical, int unset)
{
	int64_t hundredths = unset;

	if (canonical[0] && !decimal_parse(canonical, &hundredths))
		assert(!"a canonical number");
	return (int)hundredths;
}

/* What says the same as the item does is not said: it would only stay behind when a new
 * edition of the guide changes its mind. */
static void entry_unset_defaults(struct entry *entry)
{
	struct entry unsaid = { .item = entry->item, .effort_centidays = EFFORT_NONE };

	/* Of an orphan nobody knows the defaults; it is kept as it is. */
	if (!entry->item && !entry->action)
		return;
	if (entry->priority == entry_priority(&unsaid))
		entry->priority = PRIORITY_NONE;
	if (entry->impact == entry_impact(&unsaid))
		entry->impact = IMPACT_NONE;
	if (entry->effort_centidays == entry_effort_centidays(&unsaid))
		entry->effort_centidays = EFFORT_NONE;
}

void field_set(enum field field, struct entry *entry, const char *canonical)
{
	switch (field) {
	case FIELD_STATUS:
		if (!status_parse(canonical, &entry->status))
			entry->status = STATUS_TODO;
		break;
	case FIELD_OWNER:
		entry->owner = canonical;
		break;
	case FIELD_DUE:
		entry->due_day = day_of(canonical);
		break;
	case FIELD_PRIORITY:
		if (!priority_parse(canonical, &entry->priority))
			entry->priority = PRIORITY_NONE;
		break;
	case FIELD_IMPACT:
		entry->impact = hundredths_of(canonical, IMPACT_NONE) / 100;
		break;
	case FIELD_EFFORT:
		entry->effort_centidays = hundredths_of(canonical, EFFORT_NONE);
		break;
	case FIELD_REASON:
		entry->reason = canonical;
		break;
	case FIELD_REVIEW:
		entry->review_day = day_of(canonical);
		break;
	case FIELD_PIN:
		entry->pin = canonical;
		break;
	case FIELD_NOTE:
	case FIELD_ACTION:
	case FIELD_NAME:
	case FIELD_LANGUAGE:
	case FIELD_CAPACITY:
	case FIELD_MEMBER:
	case FIELD_SERVICE:
	case FIELD_COUNT:
		assert(!"a field that has its text in an entry");
	}
	entry_unset_defaults(entry);
}

const char *field_get_as_set(
	enum field field, const struct entry *entry, const char *canonical, struct arena *arena)
{
	struct entry changed = *entry;

	field_set(field, &changed, canonical);
	return field_get(field, &changed, arena);
}

const char *organisation_field_get(
	enum field field, const struct organisation *org, struct arena *arena)
{
	if (field == FIELD_NAME)
		return org->name;
	if (field == FIELD_LANGUAGE)
		return org->has_language ? lang_name(org->language) : "";
	assert(field == FIELD_CAPACITY);
	return decimal_format(arena, org->capacity_centidays);
}

void organisation_field_set(enum field field, struct organisation *org, const char *canonical)
{
	int64_t hundredths = CAPACITY_CENTIDAYS_DEFAULT;

	if (field == FIELD_NAME) {
		org->name = canonical[0] ? canonical : org->id;
	} else if (field == FIELD_LANGUAGE) {
		org->has_language = lang_parse(canonical, &org->language);
	} else {
		assert(field == FIELD_CAPACITY);
		if (canonical[0] && !decimal_parse(canonical, &hundredths))
			assert(!"a canonical number");
		org->capacity_centidays = (int)hundredths;
	}
}
