/* SPDX-License-Identifier: MIT
 *
 * The rows, and below them how each kind is read and written as text. */
#include "jalon/model/field.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "jalon/base/date.h"
#include "jalon/base/utf8.h"
#include "jalon/text/errors.h"
#include "model/ranges.h"

static const char *const status_names[STATUS_COUNT] = {
	[STATUS_NEW] = "",
	[STATUS_TODO] = "todo",
	[STATUS_DOING] = "doing",
	[STATUS_DONE] = "done",
	[STATUS_NOT_APPLICABLE] = "not_applicable",
};

static const enum word status_words[STATUS_COUNT] = {
	[STATUS_NEW] = WORD_STATUS_NEW,
	[STATUS_TODO] = WORD_STATUS_TODO,
	[STATUS_DOING] = WORD_STATUS_DOING,
	[STATUS_DONE] = WORD_STATUS_DONE,
	[STATUS_NOT_APPLICABLE] = WORD_STATUS_NOT_APPLICABLE,
};

static const enum word priority_words[PRIORITY_COUNT] = {
	[PRIORITY_NONE] = WORD_PRIORITY_SHOULD,
	[PRIORITY_MUST] = WORD_PRIORITY_MUST,
	[PRIORITY_SHOULD] = WORD_PRIORITY_SHOULD,
	[PRIORITY_COULD] = WORD_PRIORITY_COULD,
};

static const char *const holidays_names[HOLIDAYS_COUNT] = {
	[HOLIDAYS_FR] = "fr",
	[HOLIDAYS_FR_ALSACE_MOSELLE] = "fr-alsace-moselle",
};

static const enum word holidays_words[HOLIDAYS_COUNT] = {
	[HOLIDAYS_FR] = WORD_HOLIDAYS_FR,
	[HOLIDAYS_FR_ALSACE_MOSELLE] = WORD_HOLIDAYS_FR_ALSACE_MOSELLE,
};

// clang-format off
const struct field_row field_rows[FIELD_COUNT] = {
	[FIELD_STATUS] = {
		.name = "status", .of = OBJECT_ENTRY, .kind = FIELD_KIND_CHOICE,
		.place = offsetof(struct entry, status), .unset = STATUS_NEW, .unset_name = "new",
		.choices = status_names, .choice_words = status_words, .choice_count = STATUS_COUNT,
		.message = MSG_NOT_A_STATUS,
		.none = { .fr = "pas encore vu", .en = "not looked at yet" },
		.label = { .fr = "Statut", .en = "Status" },
		.help = { .fr = "Où l’on en est ; not_applicable demande une raison (reason), et new est refusé où autre chose est dit.", .en = "How far it is; not_applicable needs a reason, and new is refused where anything else is said." },
	},
	[FIELD_OWNER] = {
		.name = "owner", .of = OBJECT_ENTRY, .kind = FIELD_KIND_TEXT,
		.place = offsetof(struct entry, owner), .message = MSG_NOT_UTF8,
		.label = { .fr = "Responsable", .en = "Owner" },
		.none = { .fr = "personne", .en = "nobody" },
		.help = { .fr = "Qui s’en occupe.", .en = "Who takes care of it." },
	},
	[FIELD_DUE] = {
		.name = "due", .of = OBJECT_ENTRY, .kind = FIELD_KIND_DATE,
		.place = offsetof(struct entry, due_day), .unset = DAY_NONE, .message = MSG_NOT_A_DATE,
		.label = { .fr = "Échéance", .en = "Due" },
		.noun = { .fr = "échéance", .en = "due date" }, .none = { .fr = "aucune", .en = "none" },
		.help = { .fr = "Pour quand.", .en = "By when." },
	},
	[FIELD_PRIORITY] = {
		.name = "priority", .of = OBJECT_ENTRY, .kind = FIELD_KIND_CHOICE,
		.place = offsetof(struct entry, priority), .unset = PRIORITY_NONE,
		.choices = priority_names, .choice_words = priority_words, .choice_count = PRIORITY_COUNT,
		.is_inherited = true, .item_place = offsetof(struct item, priority), .otherwise = PRIORITY_SHOULD,
		.message = MSG_NOT_A_PRIORITY,
		.label = { .fr = "Priorité", .en = "Priority" },
		.none = { .fr = "comme le guide", .en = "as in the guide" },
		.help = { .fr = "Ce qui passe avant, et ce qui peut attendre.", .en = "How much it matters." },
	},
	[FIELD_IMPACT] = {
		.name = "impact", .of = OBJECT_ENTRY, .kind = FIELD_KIND_INTEGER, .unit = UNIT_IMPACT,
		.place = offsetof(struct entry, impact), .unset = IMPACT_NONE, .min = IMPACT_MIN, .max = IMPACT_MAX,
		.is_inherited = true, .is_estimate = true, .item_place = offsetof(struct item, impact), .otherwise = IMPACT_DEFAULT,
		.message = MSG_NOT_AN_IMPACT,
		.label = { .fr = "Impact", .en = "Impact" },
		.none = { .fr = "comme le guide", .en = "as in the guide" },
		.help = { .fr = "Ce que le point apporte une fois fini.", .en = "How much finishing it brings." },
	},
	[FIELD_EFFORT] = {
		.name = "effort", .of = OBJECT_ENTRY, .kind = FIELD_KIND_DECIMAL, .unit = UNIT_DAYS,
		.place = offsetof(struct entry, effort_centidays), .unset = EFFORT_NONE, .max = EFFORT_CENTIDAYS_MAX,
		.is_inherited = true, .is_estimate = true, .item_place = offsetof(struct item, effort_centidays), .otherwise = EFFORT_CENTIDAYS_DEFAULT,
		.message = MSG_NOT_AN_EFFORT,
		.label = { .fr = "Charge", .en = "Effort" },
		.none = { .fr = "comme le guide", .en = "as in the guide" },
		.help = { .fr = "Le travail que cela demande.", .en = "How much work it is." },
	},
	[FIELD_LEFT] = {
		.name = "left", .of = OBJECT_ENTRY, .kind = FIELD_KIND_DECIMAL, .unit = UNIT_DAYS,
		.place = offsetof(struct entry, left_centidays), .unset = EFFORT_NONE, .max = EFFORT_CENTIDAYS_MAX,
		.message = MSG_NOT_AN_EFFORT,
		.label = { .fr = "Reste", .en = "Left" },
		.help = { .fr = "Ce qui reste de la charge une fois le travail commencé.", .en = "What remains of the effort once work has begun." },
	},
	[FIELD_REASON] = {
		.name = "reason", .of = OBJECT_ENTRY, .kind = FIELD_KIND_TEXT,
		.place = offsetof(struct entry, reason), .has_lines = true, .message = MSG_NOT_UTF8,
		.label = { .fr = "Raison", .en = "Reason" },
		.none = { .fr = "aucune", .en = "none" },
		.help = { .fr = "Pourquoi le point est sans objet.", .en = "Why it does not apply." },
	},
	[FIELD_REVIEW] = {
		.name = "review", .of = OBJECT_ENTRY, .kind = FIELD_KIND_DATE,
		.place = offsetof(struct entry, review_day), .unset = DAY_NONE, .message = MSG_NOT_A_DATE,
		.label = { .fr = "À revoir", .en = "Review" },
		.noun = { .fr = "date de revue", .en = "review date" }, .none = { .fr = "aucune", .en = "none" },
		.help = { .fr = "Après ce jour un point sans objet redevient à faire.", .en = "After that day a not_applicable entry counts as todo again." },
	},
	[FIELD_PIN] = {
		.name = "pin", .of = OBJECT_ENTRY, .kind = FIELD_KIND_ENTRY,
		.place = offsetof(struct entry, pin), .message = MSG_NO_SUCH_ENTRY,
		.label = { .fr = "Épingle", .en = "Pin" },
		.none = { .fr = "aucune", .en = "none" },
		.help = { .fr = "Le souhait de passer avant cette entrée.", .en = "A wish to do this one before that one." },
	},
	[FIELD_REQUIRES] = {
		.name = "requires", .of = OBJECT_ENTRY, .kind = FIELD_KIND_ENTRIES,
		.place = offsetof(struct entry, requires), .message = MSG_NOT_AN_ID_LIST,
		.label = { .fr = "Demande d’abord", .en = "Requires" },
		.help = { .fr = "Ce qu’il faut finir avant, en plus de ce que dit le guide.", .en = "What must be finished first, besides what the guide says." },
	},
	[FIELD_NOTE] = {
		.name = "note", .of = OBJECT_ENTRY, .kind = FIELD_KIND_OBJECT,
		.label = { .fr = "Note", .en = "Note" },
	},
	[FIELD_ACTION] = {
		.name = "action", .of = OBJECT_ENTRY, .kind = FIELD_KIND_OBJECT,
		.label = { .fr = "Action propre", .en = "Own action" },
		.noun = { .fr = "action", .en = "action" },
	},

	[FIELD_NAME] = {
		.name = "name", .of = OBJECT_ORGANISATION, .kind = FIELD_KIND_TEXT,
		.place = offsetof(struct organisation, name), .message = MSG_NOT_UTF8,
		.label = { .fr = "Nom", .en = "Name" },
	},
	[FIELD_LANGUAGE] = {
		.name = "language", .of = OBJECT_ORGANISATION, .kind = FIELD_KIND_CHOICE,
		.place = offsetof(struct organisation, language), .unset = LANG_NONE,
		.choices = lang_names, .choice_count = LANG_COUNT, .message = MSG_NOT_A_LANGUAGE,
		.label = { .fr = "Langue", .en = "Language" },
		.none = { .fr = "aucune", .en = "none" },
	},
	[FIELD_CAPACITY] = {
		.name = "capacity", .of = OBJECT_ORGANISATION, .kind = FIELD_KIND_DECIMAL, .unit = UNIT_DAYS_A_WEEK,
		.place = offsetof(struct organisation, capacity_centidays), .unset = CAPACITY_CENTIDAYS_DEFAULT,
		.min = CAPACITY_CENTIDAYS_MIN, .max = CAPACITY_CENTIDAYS_MAX, .message = MSG_NOT_A_CAPACITY,
		.label = { .fr = "Capacité", .en = "Capacity" },
	},
	[FIELD_HOLIDAYS] = {
		.name = "holidays", .of = OBJECT_ORGANISATION, .kind = FIELD_KIND_CHOICE,
		.place = offsetof(struct organisation, holidays), .unset = HOLIDAYS_NONE,
		.choices = holidays_names, .choice_words = holidays_words, .choice_count = HOLIDAYS_COUNT,
		.message = MSG_NOT_HOLIDAYS,
		.label = { .fr = "Jours fériés", .en = "Public holidays" },
	},
	[FIELD_CLOSED] = {
		.name = "closed", .of = OBJECT_ORGANISATION, .kind = FIELD_KIND_RANGES,
		.place = offsetof(struct organisation, closed), .message = MSG_NOT_RANGES,
		.label = { .fr = "Fermeture", .en = "Closed" },
	},
	[FIELD_MEMBER] = {
		.name = "member", .of = OBJECT_ORGANISATION, .kind = FIELD_KIND_OBJECT,
		.label = { .fr = "Membre", .en = "Member" },
	},
	[FIELD_SERVICE] = {
		.name = "service", .of = OBJECT_ORGANISATION, .kind = FIELD_KIND_OBJECT,
		.label = { .fr = "Service numérique", .en = "Digital service" },
		.noun = { .fr = "service", .en = "service" },
	},
	[FIELD_CONFLICT] = {
		.name = "conflict", .of = OBJECT_ORGANISATION, .kind = FIELD_KIND_OBJECT,
		.label = { .fr = "Conflit", .en = "Conflict" },
	},

	[FIELD_ACTION_ID] = {
		.name = "id", .of = OBJECT_ACTION, .kind = FIELD_KIND_TEXT,
		.place = offsetof(struct action, id), .is_key = true, .is_needed = true, .message = MSG_NOT_UTF8,
		.label = { .fr = "Identifiant", .en = "Id" },
	},
	[FIELD_ACTION_TITLE] = {
		.name = "title", .of = OBJECT_ACTION, .kind = FIELD_KIND_TEXT,
		.place = offsetof(struct action, title), .is_needed = true, .message = MSG_NOT_UTF8,
		.label = { .fr = "Titre", .en = "Title" },
	},
	[FIELD_ACTION_ITEM] = {
		.name = "item", .of = OBJECT_ACTION, .kind = FIELD_KIND_ENTRY,
		.place = offsetof(struct action, item), .message = MSG_NO_SUCH_ITEM,
		.label = { .fr = "Point", .en = "Item" },
		.none = { .fr = "aucun", .en = "none" },
	},
	[FIELD_ACTION_REQUIRES] = {
		.name = "requires", .of = OBJECT_ACTION, .kind = FIELD_KIND_ENTRIES,
		.place = offsetof(struct action, requires), .message = MSG_NOT_AN_ID_LIST,
		.label = { .fr = "Demande d’abord", .en = "Requires" },
		.noun = { .fr = "prérequis", .en = "requirements" }, .none = { .fr = "aucun", .en = "none" },
	},
	[FIELD_MEMBER_NAME] = {
		.name = "name", .of = OBJECT_MEMBER, .kind = FIELD_KIND_TEXT,
		.place = offsetof(struct member, name), .is_key = true, .is_renamed = true, .is_needed = true, .message = MSG_NOT_UTF8,
		.label = { .fr = "Nom", .en = "Name" },
	},
	[FIELD_MEMBER_CAPACITY] = {
		.name = "capacity", .of = OBJECT_MEMBER, .kind = FIELD_KIND_DECIMAL, .unit = UNIT_DAYS_A_WEEK,
		.place = offsetof(struct member, capacity_centidays), .unset = CAPACITY_CENTIDAYS_DEFAULT,
		.min = CAPACITY_CENTIDAYS_MIN, .max = CAPACITY_CENTIDAYS_MAX, .message = MSG_NOT_A_CAPACITY,
		.label = { .fr = "Capacité", .en = "Capacity" },
	},
	[FIELD_MEMBER_AWAY] = {
		.name = "away", .of = OBJECT_MEMBER, .kind = FIELD_KIND_RANGES,
		.place = offsetof(struct member, away), .message = MSG_NOT_RANGES,
		.label = { .fr = "Absence", .en = "Away" },
	},
	[FIELD_SERVICE_ID] = {
		.name = "id", .of = OBJECT_SERVICE, .kind = FIELD_KIND_TEXT,
		.place = offsetof(struct service, id), .is_key = true, .is_needed = true, .message = MSG_NOT_UTF8,
		.label = { .fr = "Identifiant", .en = "Id" },
	},
	[FIELD_SERVICE_NAME] = {
		.name = "name", .of = OBJECT_SERVICE, .kind = FIELD_KIND_TEXT,
		.place = offsetof(struct service, name), .is_needed = true, .message = MSG_NOT_UTF8,
		.label = { .fr = "Nom", .en = "Name" },
	},
	[FIELD_NOTE_AT] = {
		.name = "at", .of = OBJECT_NOTE, .kind = FIELD_KIND_TIME,
		.place = offsetof(struct note, at_utc), .is_needed = true, .message = MSG_NOT_A_TIME,
		.label = { .fr = "Moment", .en = "Time" },
	},
	[FIELD_NOTE_BY] = {
		.name = "by", .of = OBJECT_NOTE, .kind = FIELD_KIND_TEXT,
		.place = offsetof(struct note, by), .is_needed = true, .message = MSG_NOT_UTF8,
		.label = { .fr = "Qui", .en = "Who" },
	},
	[FIELD_NOTE_TEXT] = {
		.name = "text", .of = OBJECT_NOTE, .kind = FIELD_KIND_TEXT,
		.place = offsetof(struct note, text), .is_needed = true, .has_lines = true, .message = MSG_NOT_UTF8,
		.label = { .fr = "Texte", .en = "Text" },
	},
	[FIELD_NOTE_CHANGED] = {
		.name = "changed", .of = OBJECT_NOTE, .kind = FIELD_KIND_TIME,
		.place = offsetof(struct note, changed_utc), .message = MSG_NOT_A_TIME,
		.label = { .fr = "Corrigée", .en = "Put right" },
	},
};
// clang-format on

bool field_find(enum object of, const char *name, enum field *field)
{
	for (int i = 0; i < FIELD_COUNT; i++) {
		if (field_rows[i].of == of && strcmp(name, field_rows[i].name) == 0) {
			*field = (enum field)i;
			return true;
		}
	}
	return false;
}

bool field_is_value_of(enum field field, enum object of)
{
	return field_rows[field].of == of && field_rows[field].kind != FIELD_KIND_OBJECT;
}

enum field field_first_of(enum object of)
{
	static const enum field first[OBJECT_COUNT] = {
		[OBJECT_ENTRY] = FIELD_STATUS,
		[OBJECT_ORGANISATION] = FIELD_NAME,
		[OBJECT_ACTION] = FIELD_ACTION_ID,
		[OBJECT_MEMBER] = FIELD_MEMBER_NAME,
		[OBJECT_SERVICE] = FIELD_SERVICE_ID,
		[OBJECT_NOTE] = FIELD_NOTE_AT,
	};

	return first[of];
}

enum field field_next(enum field field)
{
	enum object of = field_rows[field].of;

	for (int next = (int)field + 1; next < FIELD_COUNT && field_rows[next].of == of; next++) {
		if (field_rows[next].kind != FIELD_KIND_OBJECT)
			return (enum field)next;
	}
	return FIELD_COUNT;
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

static bool is_within(const struct field_row *row, int64_t number)
{
	return number >= row->min && number <= row->max;
}

/* "" is no word, and what a choice without words for none has is none either. */
static const char *choice_name(const struct field_row *row, int64_t choice)
{
	return choice >= 0 && choice < row->choice_count ? row->choices[choice] : NULL;
}

const char *field_choice_name(enum field field, int choice)
{
	const struct field_row *row = &field_rows[field];

	if (row->unset_name && choice == row->unset)
		return row->unset_name;
	return row->choices[choice][0] ? row->choices[choice] : NULL;
}

bool field_choice_parse(enum field field, const char *word, int *choice)
{
	const struct field_row *row = &field_rows[field];

	for (int i = 0; word[0] && i < row->choice_count; i++) {
		if (strcmp(word, row->choices[i]) == 0) {
			*choice = i;
			return true;
		}
	}
	return false;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* "a1, a2": named twice, an entry is in the list once. */
static bool ids_parse(const char *text, struct arena *arena, struct string_list *list)
{
	const char **ids = ARENA_ARRAY(arena, const char *, strlen(text) / 2 + 1);
	size_t count = 0;
	bool goes_on = true;

	while (goes_on) {
		size_t len = strcspn(text, ",");
		const char *next = text + len + 1, *id;

		goes_on = text[len] == ',';
		while (len > 0 && is_blank(text[len - 1]))
			len--;
		while (len > 0 && is_blank(*text)) {
			text++;
			len--;
		}
		if (len == 0)
			return false;
		id = arena_copy_len(arena, text, len);
		if (!string_list_has((struct string_list){ ids, count }, id))
			ids[count++] = id;
		text = next;
	}
	*list = (struct string_list){ ids, count };
	return true;
}

static const char *ids_format(struct string_list list, struct arena *arena)
{
	const char *text = list.count ? list.texts[0] : "";

	for (size_t i = 1; i < list.count; i++)
		text = arena_format(arena, "%s,%s", text, list.texts[i]);
	return text;
}

struct field_value field_unset_value(enum field field)
{
	return (struct field_value){ .text = "", .number = field_rows[field].unset };
}

bool field_value_equals(struct field_value a, struct field_value b)
{
	if (strcmp(a.text, b.text) != 0 || a.number != b.number || a.ids.count != b.ids.count)
		return false;
	for (size_t i = 0; i < a.ids.count; i++) {
		if (strcmp(a.ids.texts[i], b.ids.texts[i]) != 0)
			return false;
	}
	return a.ranges.count == b.ranges.count &&
	       (a.ranges.count == 0 || memcmp(a.ranges.ranges, b.ranges.ranges,
					       a.ranges.count * sizeof(*a.ranges.ranges)) == 0);
}

/* Of a text that says something. */
static bool value_parse(
	enum field field, const char *text, struct arena *arena, struct field_value *value)
{
	const struct field_row *row = &field_rows[field];
	int number;

	*value = (struct field_value){ .text = "" };
	switch (row->kind) {
	case FIELD_KIND_TEXT:
		value->text = arena_copy(arena, utf8_tidy(arena, text, row->has_lines));
		return true;
	case FIELD_KIND_ENTRY:
		value->text = arena_copy(arena, text);
		return true;
	case FIELD_KIND_CHOICE:
	case FIELD_KIND_DATE:
		if (row->kind == FIELD_KIND_CHOICE ? !field_choice_parse(field, text, &number)
						   : !date_parse(text, &number))
			return false;
		value->number = number;
		return true;
	case FIELD_KIND_INTEGER:
		return integer_parse(text, &value->number) && is_within(row, value->number);
	case FIELD_KIND_DECIMAL:
		return decimal_parse(text, &value->number) && is_within(row, value->number);
	case FIELD_KIND_TIME:
		return time_parse(text, &value->number);
	case FIELD_KIND_ENTRIES:
		return ids_parse(text, arena, &value->ids);
	case FIELD_KIND_RANGES:
		return ranges_parse(text, arena, &value->ranges);
	case FIELD_KIND_OBJECT:
		break;
	}
	return false;
}

static const char *day_format(int64_t day, struct arena *arena)
{
	char text[DATE_TEXT_SIZE];

	date_format(text, (int)day);
	return arena_copy(arena, text);
}

static const char *time_text(int64_t at_utc, struct arena *arena)
{
	char text[TIME_TEXT_SIZE];

	time_format(text, at_utc);
	return arena_copy(arena, text);
}

const char *field_value_format(enum field field, struct field_value value, struct arena *arena)
{
	const struct field_row *row = &field_rows[field];

	switch (row->kind) {
	case FIELD_KIND_CHOICE:
		return choice_name(row, value.number) ? choice_name(row, value.number) : "";
	case FIELD_KIND_DATE:
		return day_format(value.number, arena);
	case FIELD_KIND_INTEGER:
		return is_within(row, value.number) ? decimal_format(arena, value.number * 100)
						    : "";
	case FIELD_KIND_DECIMAL:
		return is_within(row, value.number) ? decimal_format(arena, value.number) : "";
	case FIELD_KIND_TIME:
		return time_text(value.number, arena);
	case FIELD_KIND_ENTRIES:
		return ids_format(value.ids, arena);
	case FIELD_KIND_RANGES:
		return ranges_format(value.ranges, arena);
	case FIELD_KIND_TEXT:
	case FIELD_KIND_ENTRY:
	case FIELD_KIND_OBJECT:
		break;
	}
	return value.text;
}

bool field_unset_is_null(enum field field)
{
	const struct field_row *row = &field_rows[field];

	switch (row->kind) {
	case FIELD_KIND_CHOICE:
		return !choice_name(row, row->unset);
	case FIELD_KIND_INTEGER:
	case FIELD_KIND_DECIMAL:
		return !is_within(row, row->unset);
	case FIELD_KIND_TEXT:
	case FIELD_KIND_ENTRIES:
		return false;
	case FIELD_KIND_DATE:
	case FIELD_KIND_TIME:
	case FIELD_KIND_ENTRY:
	case FIELD_KIND_RANGES:
	case FIELD_KIND_OBJECT:
		break;
	}
	return true;
}

bool field_parse(enum field field, const char *typed, struct arena *arena, const char **canonical,
	struct err *err)
{
	const struct field_row *row = &field_rows[field];
	struct field_value value = field_unset_value(field);

	if (!utf8_is_valid(typed, strlen(typed)))
		return err_set(err, ERR_USAGE, MSG_NOT_UTF8, NULL, "%s", row->name);
	if (row->unset_name && strcmp(typed, row->unset_name) == 0)
		typed = "";
	/* A text of blanks says no more than none. */
	if (typed[0] && !(row->kind == FIELD_KIND_TEXT && utf8_is_blank(typed)) &&
		!value_parse(field, typed, arena, &value))
		return err_set(err, ERR_USAGE, row->message, typed, "%s", row->name);
	*canonical = field_value_format(field, value, arena);
	return true;
}

struct field_value field_value_parse(enum field field, const char *canonical, struct arena *arena)
{
	struct field_value value = field_unset_value(field);
	bool good = !canonical[0] || value_parse(field, canonical, arena, &value);

	assert(good);
	(void)good;
	return value;
}
