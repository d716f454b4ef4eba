/* SPDX-License-Identifier: MIT
 *
 * What the screen knows, and how it comes by it: an organisation is opened, read anew, committed
 * to; each time a snapshot takes another's place, here and nowhere else. */
#include "jalon/tui/app.h"

#include <stdio.h>
#include <string.h>

#include "jalon/store/watch.h"
#include "jalon/text/errors.h"
#include "jalon/text/words.h"
#include "jalon/tui/conflict.h"
#include "jalon/tui/drafts.h"
#include "jalon/tui/form.h"
#include "jalon/tui/people.h"
#include "jalon/tui/plan_view.h"
#include "jalon/tui/view.h"
#include "jalon/tui/workshop.h"

static void set_text(char *out, const char *text)
{
	snprintf(out, APP_ID_SIZE, "%s", text);
}

static void buf_set(struct buf *buf, const char *text)
{
	buf_clear(buf);
	buf_add(buf, text);
}

void app_show_text(struct app *app, enum overlay overlay, struct buf *text)
{
	pager_set(&app->overlay_text, text->text, false);
	app->overlay = overlay;
	buf_release(text);
}

void app_notice(struct app *app, const char *text)
{
	buf_set(&app->notice, text);
	app->notice_is_error = false;
}

void app_say_err(const struct app *app, struct buf *out, const struct err *err)
{
	size_t at = out->len;

	text_err(out, app->lang, err);
	/* Rows of errors begin with a small letter, to stand behind a name; none with an accent. */
	if (!err->where[0] && out->text[at] >= 'a' && out->text[at] <= 'z')
		out->text[at] = (char)(out->text[at] - 'a' + 'A');
}

void app_notice_err(struct app *app, const struct err *err)
{
	buf_clear(&app->notice);
	app_say_err(app, &app->notice, err);
	app->notice_is_error = true;
}

static void choose_language(struct app *app)
{
	if (app->options.has_lang)
		app->lang = app->options.lang;
	else
		app->lang = app->org && app->org->has_language ? app->org->language : LANG_EN;
}

static void drop_plan(struct app *app)
{
	arena_clear(app->plan_arena);
	app->plan = NULL;
	app->plan_rows.rows = NULL;
}

void app_look_again(struct app *app)
{
	app->rows_stale = true;
	app->plan_rows.rows = NULL;
}

/* What cannot be written is to be looked at and no more, and says so before anybody types. */
static void check_writable(struct app *app)
{
	struct err err = ERR_INIT;

	if (!store_check_writable(app->options.store, app->org ? app->org_id : NULL, &err))
		app->broken = err;
}

/* The only place where a snapshot is replaced. */
static void take_snapshot(struct app *app, struct snapshot *snapshot)
{
	snapshot_free(app->snapshot);
	mem_trim();
	app->snapshot = snapshot;
	app->org = snapshot ? snapshot_organisation(snapshot) : NULL;
	app->broken.code = ERR_NONE;
	app->rows_stale = true;
	app->walk_revision = -1;
	app->read_revision = -1;
	drop_plan(app);
	if (app->org)
		app->counts = organisation_counts(app->org, app->today_day);
	choose_language(app);
	check_writable(app);
}

const struct entry *app_entry(const struct app *app)
{
	if (!app->org || (app->view == VIEW_CHECKLIST && app->selected[0] == '#'))
		return NULL;
	/* What a search hides, or what has left the plan, is not ticked unseen. */
	if ((app->view == VIEW_CHECKLIST && !app->rows_stale && app->checklist.count == 0) ||
		(app->view == VIEW_PLAN && app->plan_rows.rows && app->plan_rows.action_count == 0))
		return NULL;
	return organisation_find_entry(app->org, app->entry);
}

void app_select_entry(struct app *app, const char *entry_id)
{
	set_text(app->entry, entry_id);
	set_text(app->selected, entry_id);
	app->rows_stale = true;
}

static const struct entry *first_remaining(const struct app *app)
{
	for (size_t i = 0; i < app->org->entry_count; i++) {
		if (entry_is_remaining(&app->org->entries[i], app->today_day))
			return &app->org->entries[i];
	}
	return app->org->entry_count ? &app->org->entries[0] : NULL;
}

/* Where this person left off, else at the first thing to do. */
static void restore_place(struct app *app)
{
	const char *place = store_read_place(
		app->options.store, app->command_arena, app->org_id, app->options.author);
	const struct entry *entry = organisation_find_entry(app->org, place);

	if (!entry)
		entry = first_remaining(app);
	app_select_entry(app, entry ? entry->id : "");
}

void app_keep_place(struct app *app)
{
	if (app->org && app->entry[0])
		store_write_place(app->options.store, app->org_id, app->options.author, app->entry);
}

static void meet_people(struct app *app)
{
	people_join(app);
	watch_add_presence(app->watch, app->presence);
	people_tell(app);
}

bool app_open(struct app *app, const char *org_id)
{
	struct err err = ERR_INIT;
	/* Before anything is read, so that no save falls in between. */
	struct watch *watch = watch_new(app->options.store, org_id);
	struct snapshot *snapshot = store_load(app->options.store, org_id, &err);

	if (!snapshot) {
		watch_free(watch);
		app_notice_err(app, &err);
		return false;
	}
	watch_free(app->watch);
	app->watch = watch;
	app_keep_place(app);
	set_text(app->org_id, org_id);
	take_snapshot(app, snapshot);
	buf_clear(&app->search);
	buf_clear(&app->folded);
	app->walk_entry[0] = '\0';
	app->filter = FILTER_ALL;
	app->checklist = (struct list){ 0, 0, 0, 0 };
	app->opened_cell = 0;
	restore_place(app);
	drafts_load(app);
	drafts_announce(app);
	meet_people(app);
	pager_set(&app->guide, "", false);
	app_show_view(app, VIEW_CHECKLIST);
	return true;
}

static void load_listings(struct app *app)
{
	struct err err = ERR_INIT;
	const char *kept = app->organisations.count ? app->listings[app->organisations.selected].id
						    : app->org_id;
	char id[APP_ID_SIZE];
	size_t count;

	set_text(id, kept);
	arena_clear(app->listings_arena);
	if (!store_list(app->options.store, app->listings_arena, app->today_day, &app->listings,
		    &count, &err))
		app_notice_err(app, &err);
	app->organisations.count = (int)count;
	app->next_action_of = 0;
	for (size_t i = 0; i < count; i++) {
		if (strcmp(app->listings[i].id, id) == 0)
			app->organisations.selected = (int)i;
	}
}

void app_show_view(struct app *app, enum view view)
{
	app->overlay = OVERLAY_NONE;
	app->walk_answered = false;
	if (view == VIEW_ORGANISATIONS && workshop_stays(app) && app->org) {
		app_notice(app, text_word(WORD_STAYS_HERE, app->lang));
		return;
	}
	if (view != VIEW_ORGANISATIONS && !app->org) {
		app_notice(app, text_word(WORD_OPEN_ONE_FIRST, app->lang));
		view = VIEW_ORGANISATIONS;
	}
	watch_all(app->watch, view == VIEW_ORGANISATIONS);
	if (view == VIEW_ORGANISATIONS && app->view != view)
		load_listings(app);
	if (view == VIEW_PLAN && app->view != view)
		plan_view_enter(app);
	app->view = view;
	app->rows_stale = true;
}

struct buf *app_search(struct app *app)
{
	if (app->overlay != OVERLAY_NONE || app->view == VIEW_GUIDE)
		return &app->text_search;
	return app->view == VIEW_ORGANISATIONS ? &app->organisations_search : &app->search;
}

static int today(const struct app_options *options)
{
	return options->today_is_fixed ? options->fixed_day : options->today_day();
}

void app_follow_day(struct app *app)
{
	int day = today(&app->options);

	if (day == app->today_day)
		return;
	app->today_day = day;
	app->rows_stale = true;
	app->walk_revision = -1;
	app->read_revision = -1;
	drop_plan(app);
	if (app->org)
		app->counts = organisation_counts(app->org, day);
}

const struct plan *app_plan(struct app *app)
{
	if (!app->plan && app->org)
		app->plan = plan_make(app->plan_arena, app->org, app->today_day);
	return app->plan;
}

void app_refresh(struct app *app)
{
	struct err err = ERR_INIT;
	bool was_broken = app->broken.code != ERR_NONE;
	struct snapshot *snapshot;
	int64_t revision;

	app_follow_day(app);
	if (app->view == VIEW_ORGANISATIONS && !workshop_asks(app))
		load_listings(app);
	if (!app->org)
		return;
	snapshot = store_load(app->options.store, app->org_id, &err);
	if (!snapshot) {
		/* What was read stays on the screen, to be looked at and no more. */
		app->broken = err;
		return;
	}
	/* One's own save is no news. */
	if (snapshot == app->snapshot && !was_broken) {
		snapshot_free(snapshot);
		return;
	}
	revision = app->org->revision;
	take_snapshot(app, snapshot);
	people_mark_changes(app, revision, app->org->revision + 1);
	/* The folder may be another one, where nobody has seen us yet. */
	if (was_broken)
		meet_people(app);
}

void app_wake(struct app *app)
{
	if (watch_changed(app->watch))
		app_refresh(app);
	people_tell_after_news(app);
}

void app_rest(struct app *app)
{
	people_tell(app);
}

/* The entry; or, of a service, the first thing that is asked. What is gone leaves the cursor where
 * it is. */
static void select_changed(struct app *app, const char *id)
{
	const struct entry *entry = organisation_find_entry(app->org, id);

	for (size_t i = 0; i < app->org->entry_count && !entry; i++) {
		const struct service *service = app->org->entries[i].service;

		if (service && strcmp(service->id, id) == 0)
			entry = &app->org->entries[i];
	}
	if (!entry)
		return;
	app_select_entry(app, entry->id);
	checklist_unfold(app, entry);
}

static void take_outcome(struct app *app, const struct commit_outcome *outcome)
{
	int64_t revision = app->org->revision;

	take_snapshot(app, outcome->snapshot);
	people_mark_changes(app, revision, app->org->revision);
	if (outcome->unsynced)
		app_notice(app, text_word(WORD_NOT_SYNCED, app->lang));
	if (outcome->new_id)
		select_changed(app, outcome->new_id);
}

/* The file holds something else: keep what was wanted, and let the person choose. False: there is
 * none to choose about. */
static bool meet_conflict(struct app *app, const struct change_list *changes,
	struct commit_outcome *outcome, enum conflict_origin origin, const struct err *err)
{
	bool met = err->code == ERR_CONFLICT && outcome->conflict.entry && outcome->snapshot;

	if (met)
		conflict_meet(app, changes, outcome, origin);
	else
		snapshot_free(outcome->snapshot);
	return met;
}

static struct commit make_commit(const struct app *app, const struct change_list *changes)
{
	return (struct commit){ .author = app->options.author,
		.at_utc = app->options.now_utc(),
		.changes = changes ? changes->changes : NULL,
		.count = changes ? changes->count : 0,
		.if_revision = COMMIT_ANY_REVISION };
}

bool app_commit(struct app *app, const struct change_list *changes, struct err *err)
{
	struct commit commit = make_commit(app, changes);
	struct commit_outcome outcome;
	bool done;

	if (changes->count == 0)
		return true;
	if (app->broken.code != ERR_NONE) {
		*err = app->broken;
		return false;
	}
	if (!workshop_count_changes(app, changes, err))
		return false;
	done = store_commit(app->options.store, app->org_id, &commit, &outcome, err);
	if (done)
		take_outcome(app, &outcome);
	else
		meet_conflict(app, changes, &outcome, CONFLICT_OF_COMMIT, err);
	return done;
}

void app_undo(struct app *app, bool redo)
{
	struct commit commit = make_commit(app, NULL);
	struct commit_outcome outcome;
	struct err err = ERR_INIT;
	bool done;

	if (app->broken.code != ERR_NONE) {
		app_notice_err(app, &app->broken);
		return;
	}
	done = redo ? store_redo(app->options.store, app->org_id, &commit, &outcome, &err)
		    : store_undo(app->options.store, app->org_id, &commit, &outcome, &err);
	if (done) {
		app_notice(app, text_word(redo ? WORD_REDONE : WORD_UNDONE, app->lang));
		take_outcome(app, &outcome);
		select_changed(app, outcome.touched);
	} else if (!meet_conflict(app, &outcome.wanted, &outcome,
			   redo ? CONFLICT_OF_REDO : CONFLICT_OF_UNDO, &err)) {
		app_notice_err(app, &err);
	}
}

void app_begin(struct app *app)
{
	const char *org_id = app->options.org_id;

	app->view = VIEW_COUNT;
	if (org_id && app_open(app, org_id))
		return;
	app_show_view(app, VIEW_ORGANISATIONS);
	/* No choice is asked where there is none. */
	if (!org_id && app->organisations.count == 1 && !app->listings[0].err &&
		app_open(app, app->listings[0].id))
		return;
	check_writable(app);
	if (app->organisations.count == 0)
		form_open(app, FORM_NEW, "", "");
}

struct app *app_new(const struct app_options *options, int w, int h)
{
	struct app *app = mem_alloc(sizeof(*app));

	*app = (struct app){ .options = *options,
		.lang = options->lang,
		.w = w,
		.h = h,
		.today_day = today(options),
		.view = VIEW_COUNT,
		.folded = BUF_INIT,
		.search = BUF_INIT,
		.organisations_search = BUF_INIT,
		.text_search = BUF_INIT,
		.notice = BUF_INIT,
		.author = BUF_INIT,
		.rows_arena = arena_new(),
		.plan_arena = arena_new(),
		.plan_rows_arena = arena_new(),
		.listings_arena = arena_new(),
		.command_arena = arena_new(),
		.drafts_arena = arena_new(),
		.pending_arena = arena_new() };
	app->watch = watch_new(options->store, NULL);
	app->dialogue.error = app->dialogue.first = app->dialogue.kept = (struct buf)BUF_INIT;
	app->dialogue.seen_arena = arena_new();
	edit_init(&app->dialogue.edit, "", false);
	pager_init(&app->walk);
	pager_init(&app->guide);
	pager_init(&app->overlay_text);
	choose_language(app);
	if (workshop_asks(app)) {
		app->view = VIEW_ORGANISATIONS;
		form_open(app, FORM_WHO, "", "");
		return app;
	}
	app_begin(app);
	return app;
}

void app_free(struct app *app)
{
	if (!app)
		return;
	app_keep_place(app);
	form_close(app);
	conflict_drop(app);
	watch_free(app->watch);
	people_leave(app);
	snapshot_free(app->snapshot);
	arena_free(app->rows_arena);
	arena_free(app->plan_arena);
	arena_free(app->plan_rows_arena);
	arena_free(app->listings_arena);
	arena_free(app->command_arena);
	arena_free(app->pending_arena);
	arena_free(app->drafts_arena);
	arena_free(app->dialogue.seen_arena);
	pager_release(&app->walk);
	pager_release(&app->guide);
	pager_release(&app->overlay_text);
	buf_release(&app->folded);
	buf_release(&app->search);
	buf_release(&app->organisations_search);
	buf_release(&app->text_search);
	buf_release(&app->notice);
	buf_release(&app->author);
	buf_release(&app->dialogue.error);
	buf_release(&app->dialogue.first);
	buf_release(&app->dialogue.kept);
	edit_release(&app->dialogue.edit);
	mem_free(app);
}
