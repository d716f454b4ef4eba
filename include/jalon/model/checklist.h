/* SPDX-License-Identifier: MIT
 *
 * checklist: a guide turned into sections of items. Read-only.
 *
 * For     everyone who shows, counts or plans items. jalon/store/checklist_file.h makes it.
 * Owner   all strings and arrays belong to the arena the checklist was read into. No pointer
 *         is NULL but those of an absent wording; an absent list has count 0.
 * Units   effort in hundredths of a person-day (0 to 100000); impact 1 to 100.
 * Source  DESIGN.md, "Files on disk". */
#ifndef JALON_MODEL_CHECKLIST_H
#define JALON_MODEL_CHECKLIST_H

#include <stdbool.h>
#include <stddef.h>

#include "jalon/base/arena.h"
#include "jalon/text/languages.h"

enum kind {
	KIND_RECOMMENDATION,
	KIND_QUESTION,
	KIND_OPPORTUNITY,
	KIND_VIGILANCE,
	KIND_ACTION, /* an organisation's own; never in a checklist */
	KIND_COUNT
};
enum scope { SCOPE_ORGANISATION, SCOPE_SERVICE, SCOPE_COUNT };
enum origin { ORIGIN_GUIDE, ORIGIN_PROJECT, ORIGIN_COUNT };
enum priority { PRIORITY_NONE, PRIORITY_MUST, PRIORITY_SHOULD, PRIORITY_COULD, PRIORITY_COUNT };

enum {
	IMPACT_MIN = 1,
	IMPACT_MAX = 100,
	IMPACT_NONE = 0, /* nobody estimated it; likewise EFFORT_NONE */
	IMPACT_DEFAULT = 3,
	EFFORT_CENTIDAYS_MAX = 1000 * 100,
	EFFORT_NONE = -1,
	EFFORT_CENTIDAYS_DEFAULT = 100,
	ID_LEN_MAX = 63
};

struct string_list {
	const char *const *texts;
	size_t count;
};

bool string_list_has(struct string_list list, const char *text);

struct section;

struct item {
	const char *id;
	enum kind kind;
	enum scope scope;
	enum origin origin;
	struct wording title, plain, why, how, example;
	int impact; /* IMPACT_NONE or EFFORT_NONE: the checklist does not say */
	int effort_centidays;
	enum priority priority;
	struct string_list requires, references, statements;
	const struct section *section;
	size_t index; /* in checklist->items */
};

struct section {
	const char *id;
	struct wording title, text;
	struct string_list statements;
	const struct item *items; /* a run of checklist->items */
	size_t item_count;
};

struct glossary_term {
	struct wording term, definition;
	struct string_list statements;
};

struct reference {
	const char *id;
	struct wording title;
	const char *publisher, *date, *url; /* "" if not given */
};

struct collection_theme {
	int theme;
	struct wording title;
	const char *date;
	const struct wording *parts;
	size_t part_count;
};

struct checklist_source {
	struct wording title;
	const char *publisher, *url, *date;
	int theme; /* 0 if none */
};

struct checklist {
	const char *id, *edition;
	/* The one that was kept of each wording that has it; LANG_NONE: all that they have. */
	enum lang lang;
	struct wording title, summary, terms;
	struct checklist_source source;
	struct string_list authors;
	const struct collection_theme *collection;
	size_t collection_count;
	const struct glossary_term *glossary;
	size_t glossary_count;
	const struct reference *references;
	size_t reference_count;
	const struct section *sections;
	size_t section_count;
	const struct item *items; /* of all sections, in order */
	size_t item_count;
	const struct item *const *items_by_id; /* sorted, for checklist_find_item */
};

/* [a-z0-9][a-z0-9-]{0,62}: what organisations, checklists, sections, items and services are
 * named by. Nothing else ever becomes a path. */
bool id_is_valid(const char *id);

/* The words of the file formats: "recommendation", "service", "guide", "must"… The parsers are
 * exact; KIND_ACTION and PRIORITY_NONE have names ("action", "") that no parser accepts. */
extern const char *const priority_names[PRIORITY_COUNT];
const char *kind_name(enum kind kind);
const char *origin_name(enum origin origin);
const char *priority_name(enum priority priority);
bool kind_parse(const char *name, enum kind *kind);
bool scope_parse(const char *name, enum scope *scope);
bool origin_parse(const char *name, enum origin *origin);
bool priority_parse(const char *name, enum priority *priority);

const struct item *checklist_find_item(const struct checklist *checklist, const char *id);
const struct reference *checklist_find_reference(const struct checklist *checklist, const char *id);
/* Makes items_by_id, once the items are in place. */
void checklist_index(struct checklist *checklist, struct arena *arena);
/* The ids of one cycle of requirements, in order, each requiring the next and the last the
 * first; count 0 when there is none. Requirements that name no item are passed over. */
struct string_list checklist_find_cycle(const struct checklist *checklist, struct arena *arena);

#endif
