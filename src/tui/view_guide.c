/* SPDX-License-Identifier: MIT
 *
 * The guide itself, whole, to be scrolled and searched. The text is not wrapped here: the pager
 * does that for the width there is. */
#include "tui/view_guide.h"

#include <string.h>

#include "jalon/base/utf8.h"
#include "jalon/text/messages.h"
#include "jalon/text/words.h"
#include "jalon/export/describe.h"
#include "jalon/export/guide_line.h"
#include "jalon/screen/pager.h"

enum { WIDTH_MAX = 80 };

/* Where an item begins in the text; or what is none, up to the next item. */
struct mark {
	int line;
	const struct item *item; /* NULL: none; the checklists are the store's, and stay */
};

struct guide_view {
	struct pager pager;
	struct arena *arena; /* of the marks, in the order of the text */
	struct mark *marks;
	size_t mark_count;
	const struct item *wanted; /* to be shown once the text is there; NULL: none */
	enum view from;            /* where one goes back to */
	struct buf search;
	char org_id[SESSION_ID_SIZE]; /* whose guides the pager holds, and in which language */
	enum lang lang;
};

/* Its own newlines begin lines. */
static void add_text(struct buf *out, const char *text)
{
	if (text[0])
		buf_add_format(out, "%s\n", text);
}

static void add_line(struct buf *out, const char *mark, const char *text)
{
	if (!text[0])
		return;
	buf_add(out, mark);
	utf8_clean_line(out, text);
	buf_add(out, "\n");
}

/* A part that begins with what it is. */
static void add_part(struct buf *out, enum word word, struct wording text, enum lang lang)
{
	const char *words = wording_in(text, lang);

	if (!words[0])
		return;
	buf_add_format(out, "\n" PAGER_DIM "%s\n%s\n", text_word(word, lang), words);
}

static void add_item(struct buf *out, const struct item *item, enum lang lang)
{
	add_line(out, "\n" PAGER_ACCENT, wording_in(item->title, lang));
	buf_add_format(out, PAGER_DIM "%s · %s\n", text_word(describe_kind_word(item->kind), lang),
		text_word(item->origin == ORIGIN_PROJECT ? WORD_ORIGIN_PROJECT : WORD_ORIGIN_GUIDE,
			lang));
	add_text(out, wording_in(item->plain, lang));
	add_part(out, WORD_WHY, item->why, lang);
	add_part(out, WORD_HOW, item->how, lang);
	add_part(out, WORD_EXAMPLE, item->example, lang);
}

/* While the text is made. */
struct writing {
	struct buf text;
	struct guide_view *guide;
	size_t counted; /* bytes of the text whose lines are counted */
	int line;
};

/* The line after the next newline is that item's. */
static void add_mark(struct writing *writing, const struct item *item)
{
	const char *at = writing->text.text + writing->counted;

	while ((at = strchr(at, '\n'))) {
		writing->line++;
		at++;
	}
	writing->counted = writing->text.len;
	writing->guide->marks[writing->guide->mark_count++] =
		(struct mark){ writing->line + (item != NULL), item };
}

static void add_sections(struct writing *writing, const struct checklist *checklist, enum lang lang)
{
	struct buf *out = &writing->text;

	for (size_t i = 0; i < checklist->section_count; i++) {
		const struct section *section = &checklist->sections[i];

		add_mark(writing, NULL);
		buf_add(out, "\n");
		add_line(out, PAGER_TITLE, wording_in(section->title, lang));
		add_text(out, wording_in(section->text, lang));
		for (size_t k = 0; k < section->item_count; k++) {
			add_mark(writing, &section->items[k]);
			add_item(out, &section->items[k], lang);
		}
	}
	add_mark(writing, NULL);
}

static void add_glossary(struct buf *out, const struct checklist *checklist, enum lang lang)
{
	if (checklist->glossary_count)
		buf_add_format(out, "\n%s%s\n", PAGER_TITLE, text_word(WORD_GLOSSARY, lang));
	for (size_t i = 0; i < checklist->glossary_count; i++) {
		add_line(out, "\n" PAGER_ACCENT, wording_in(checklist->glossary[i].term, lang));
		add_text(out, wording_in(checklist->glossary[i].definition, lang));
	}
}

static void add_references(struct buf *out, const struct checklist *checklist, enum lang lang)
{
	if (checklist->reference_count)
		buf_add_format(out, "\n%s%s\n\n", PAGER_TITLE, text_word(WORD_REFERENCES, lang));
	for (size_t i = 0; i < checklist->reference_count; i++) {
		const struct reference *reference = &checklist->references[i];

		buf_add(out, "- ");
		describe_reference(out, reference, lang);
		buf_add(out, "\n");
		add_line(out, PAGER_DIM "  ", reference->url);
	}
}

static void add_collection(struct buf *out, const struct checklist *checklist, enum lang lang)
{
	if (checklist->collection_count)
		buf_add_format(out, "\n%s%s\n\n", PAGER_TITLE, text_word(WORD_COLLECTION, lang));
	for (size_t i = 0; i < checklist->collection_count; i++) {
		const struct collection_theme *theme = &checklist->collection[i];

		guide_line_theme(out, theme, lang);
		buf_add(out, "\n");
		for (size_t k = 0; k < theme->part_count; k++)
			add_line(out, PAGER_DIM "   - ", wording_in(theme->parts[k], lang));
	}
}

static void add_origin(struct buf *out, const struct checklist *checklist, enum lang lang)
{
	buf_add_format(out, "\n%s%s\n\n", PAGER_TITLE, text_word(WORD_WHOSE_GUIDE, lang));
	utf8_clean_line(out, checklist->source.publisher);
	buf_add(out, ", ");
	utf8_clean_line(out, wording_in(checklist->source.title, lang));
	add_line(out, ", ", checklist->source.date);
	add_line(out, "", checklist->source.url);
	for (size_t i = 0; i < checklist->authors.count; i++)
		add_line(out, "- ", checklist->authors.texts[i]);
	add_text(out, wording_in(checklist->terms, lang));
}

static void add_guide(struct writing *writing, const struct checklist *checklist, enum lang lang)
{
	struct buf *out = &writing->text;

	add_line(out, PAGER_TITLE, wording_in(checklist->title, lang));
	add_text(out, wording_in(checklist->summary, lang));
	add_sections(writing, checklist, lang);
	add_glossary(out, checklist, lang);
	add_references(out, checklist, lang);
	add_collection(out, checklist, lang);
	if (checklist->source.publisher[0])
		add_origin(out, checklist, lang);
}

static void init(void *view)
{
	struct guide_view *guide = view;

	guide->arena = arena_new();
	guide->from = VIEW_CHECKLIST;
	pager_init(&guide->pager);
	guide->search = (struct buf)BUF_INIT;
}

static void release(void *view)
{
	struct guide_view *guide = view;

	pager_release(&guide->pager);
	arena_free(guide->arena);
	buf_release(&guide->search);
}

static size_t count_marks(const struct organisation *org)
{
	size_t count = 0;

	for (size_t i = 0; i < org->checklist_count; i++) {
		const struct checklist *checklist = org->checklists[i];

		count += checklist->section_count + 1;
		for (size_t k = 0; k < checklist->section_count; k++)
			count += checklist->sections[k].item_count;
	}
	return count;
}

static void write_text(struct guide_view *guide, const struct session *session)
{
	const struct organisation *org = session->org;
	struct writing writing = { .text = BUF_INIT, .guide = guide };

	arena_clear(guide->arena);
	guide->marks = ARENA_ARRAY(guide->arena, struct mark, count_marks(org) + 1);
	guide->mark_count = 0;
	for (size_t i = 0; i < org->checklist_count; i++)
		add_guide(&writing, org->checklists[i], session->lang);
	pager_set(&guide->pager, writing.text.text, false);
	buf_release(&writing.text);
}

/* Of an action of one's own, that of the item it stands under. */
static void open_at(
	void *view, const struct session *session, const struct entry *entry, enum view from)
{
	struct guide_view *guide = view;

	/* On a title, what one was at before. */
	if (!entry)
		entry = session_entry(session);
	if (entry && entry->action)
		entry = organisation_find_entry(session->org, entry->action->item);
	guide->wanted = entry ? entry->item : NULL;
	guide->from = from == VIEW_WALK || from == VIEW_PLAN ? from : VIEW_CHECKLIST;
}

static void show_wanted(struct guide_view *guide)
{
	for (size_t i = 0; i < guide->mark_count && guide->wanted; i++) {
		if (guide->marks[i].item == guide->wanted)
			pager_show_line(&guide->pager, guide->marks[i].line);
	}
	guide->wanted = NULL;
}

/* NULL where the cursor is on none. */
static const struct item *item_here(const struct guide_view *guide)
{
	int line = pager_cursor_line(&guide->pager);
	const struct item *item = NULL;

	for (size_t i = 0; i < guide->mark_count && guide->marks[i].line <= line; i++)
		item = guide->marks[i].item;
	return item;
}

/* That of the service that one was at, where it is asked for each. */
static const struct entry *find_entry(const struct session *session, const struct item *item)
{
	const struct entry *selected = session_entry(session);
	const struct organisation *org = session->org;

	if (selected && selected->item == item)
		return selected;
	for (size_t i = 0; i < org->entry_count; i++) {
		if (org->entries[i].item == item && !org->entries[i].action)
			return &org->entries[i];
	}
	return NULL;
}

static void settle(void *view, struct session *session, const struct frame *frame)
{
	struct guide_view *guide = view;
	int w = frame->area.w - 2 < WIDTH_MAX ? frame->area.w - 2 : WIDTH_MAX;

	if (strcmp(guide->org_id, session->org_id) != 0 || guide->lang != session->lang) {
		write_text(guide, session);
		memcpy(guide->org_id, session->org_id, sizeof(guide->org_id));
		guide->lang = session->lang;
	}
	pager_fit(&guide->pager, w, frame->area.h);
	show_wanted(guide);
}

static void move(void *view, struct session *session, enum move move)
{
	struct guide_view *guide = view;

	(void)session;
	pager_move(&guide->pager, move);
}

static struct buf *search(void *view, struct session *session)
{
	struct guide_view *guide = view;

	(void)session;
	return &guide->search;
}

static bool find(void *view, struct session *session, const char *text, int step)
{
	struct guide_view *guide = view;

	(void)session;
	return pager_search(&guide->pager, text, step);
}

static struct found found(const void *view, const struct session *session, const char *text)
{
	const struct guide_view *guide = view;

	(void)session;
	return view_found_in(&guide->pager, text);
}

static void keep_spot(const void *view, const struct session *session, struct spot *spot)
{
	const struct guide_view *guide = view;

	(void)session;
	view_keep_spot_in(&guide->pager, spot);
}

static void take_spot(void *view, struct session *session, const struct spot *spot)
{
	struct guide_view *guide = view;

	(void)session;
	view_take_spot_in(&guide->pager, spot);
}

struct wish guide_jump(const struct call *call)
{
	struct guide_view *guide = call->view;

	pager_jump(&guide->pager, call->argument);
	return wish_of(WISH_NOTHING);
}

struct wish guide_return(const struct call *call)
{
	const struct guide_view *guide = call->view;
	const struct item *item = item_here(guide);
	const struct entry *entry = item ? find_entry(call->session, item) : NULL;
	struct wish wish = wish_of(WISH_NOTHING);

	if (entry)
		wish = (struct wish){
			.kind = WISH_SHOW, .number = (int)guide->from, .entry = entry->id
		};
	else
		notice_say(&call->session->notice,
			text_word(item ? WORD_ITEM_WANTS_SERVICE : WORD_NO_ITEM_HERE,
				call->session->lang));
	return wish;
}

static void draw(const void *view, const struct session *session, struct canvas *canvas,
	const struct frame *frame)
{
	const struct guide_view *guide = view;

	(void)session;
	pager_draw(&guide->pager, canvas, 1, frame->area.y);
	canvas->cursor_x = 0;
	canvas->cursor_y = frame->area.y + pager_cursor_row(&guide->pager);
}

/* How far down one is, which a scrolled text does not say by itself. */
static void summary(const void *view, const struct session *session, int w, struct buf *out)
{
	const struct guide_view *guide = view;
	int hidden = guide->pager.count - guide->pager.height;

	(void)w;
	text_tui_percent(out, session->lang, hidden > 0 ? guide->pager.top * 100 / hidden : 100);
}

const struct view_type view_guide = {
	.title = { .fr = "Guide", .en = "Guide" },
	.of_organisation = true,
	.size = sizeof(struct guide_view),
	.init = init,
	.release = release,
	.open_at = open_at,
	.settle = settle,
	.draw = draw,
	.move = move,
	.search = search,
	.find = find,
	.found = found,
	.keep_spot = keep_spot,
	.take_spot = take_spot,
	.summary = summary,
};
