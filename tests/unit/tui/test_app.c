/* SPDX-License-Identifier: MIT */
#include "tui/app.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "jalon/base/utf8.h"
#include "jalon/export/describe.h"
#include "jalon/screen/pager.h"
#include "play.h"

static const struct play_options inside = { .org_id = "demo",
	.by = "Inès",
	.has_lang = true,
	.lang = LANG_FR,
	.today = "2026-11-24",
	.w = 100,
	.h = 30 };

static struct play open_demo(void)
{
	struct play play;

	play_open(&play, &inside);
	return play;
}

static bool file_holds(const struct play *play, const char *text)
{
	struct buf file = BUF_INIT;
	bool holds;

	play_read(play, "demo.json", &file);
	holds = strstr(file.text, text) != NULL;
	buf_release(&file);
	return holds;
}

Test(app, saves_at_each_key_and_takes_it_back)
{
	struct play play = open_demo();

	session_select(play.app->session, "papier");
	play_keys(&play, "Space");
	cr_expect(file_holds(&play, "\"papier\": {"));
	play_keys(&play, "u");
	cr_expect_not(file_holds(&play, "\"papier\": {"));
	play_keys(&play, "Ctrl-R");
	cr_expect(file_holds(&play, "\"papier\": {"));
	play_close(&play);
}

Test(app, opens_where_this_person_left_off)
{
	struct play play = open_demo();

	session_select(play.app->session, "reporter");
	play_keys(&play, "Down");
	app_free(play.app);
	play.app = app_new(&play.options, 80, 24);
	app_settle(play.app);
	cr_expect_str_eq(play.app->session->entry, "papier");
	play_close(&play);
}

Test(app, opens_the_only_organisation_at_once)
{
	struct play_options options = inside;
	struct play play;

	options.is_empty = true;
	options.org_id = NULL;
	play_open(&play, &options);
	play_type(&play, "Mairie");
	play_keys(&play, "Esc n");
	/* The test's own checklist is none of the shipped ones: another way in. */
	play_write(&play, "seule.json",
		"{\"format\": \"jalon-organisation\", \"version\": 1, \"id\": \"seule\", \"name\": "
		"\"Seule\","
		"\"revision\": 1, \"created\": \"2026-11-02T09:00:00Z\", \"modified\": "
		"\"2026-11-02T09:00:00Z\","
		"\"checklists\": [{\"id\": \"quartier\", \"edition\": \"2026-01\"}], \"entries\": "
		"{}}");
	app_free(play.app);
	play.app = app_new(&play.options, 80, 24);
	cr_expect_eq(play.app->view, VIEW_CHECKLIST);
	play_close(&play);
}

Test(app, keeps_a_search_of_the_guide_out_of_the_list)
{
	struct play play = open_demo();

	play_keys(&play, "5 /");
	play_type(&play, "fracture");
	play_keys(&play, "Enter 2");
	cr_expect(play_shows(&play, "Ouvrir une ligne"));
	play_keys(&play, "/");
	play_type(&play, "TELEPHON");
	play_keys(&play, "Enter");
	cr_expect(play_shows(&play, "Ouvrir une ligne"));
	cr_expect_not(play_shows(&play, "Garder le papier"));
	play_keys(&play, "5 2");
	cr_expect_not(play_shows(&play, "Garder le papier"));
	play_keys(&play, "Esc");
	cr_expect(play_shows(&play, "Garder le papier"));
	play_close(&play);
}

Test(app, goes_to_the_questions_of_a_new_service)
{
	struct play play = open_demo();

	play_keys(&play, "s");
	play_type(&play, "Lettre mensuelle");
	play_keys(&play, "Enter");
	app_settle(play.app);
	cr_expect_str_eq(play.app->session->entry, "apport@lettre-mensuelle");
	play_close(&play);
}

Test(app, keeps_the_row_where_it_is_when_others_add_above)
{
	struct play play = open_demo();
	int row;

	app_resize(play.app, 80, 14);
	session_select(play.app->session, "autrement@portail");
	play_shows(&play, "");
	play_keys(&play, "Down Down Up Up");
	play_shows(&play, "");
	row = play.canvas->cursor_y;
	play_leave_at(&play, "Paul", "recenser");
	play_others_keys(&play, "Paul", "a e n Space p l u s Enter");
	session_refresh(play.app->session);
	play_shows(&play, "");
	cr_expect_str_eq(play.app->session->entry, "autrement@portail");
	cr_expect_eq(play.canvas->cursor_y, row);
	play_close(&play);
}

Test(app, keeps_what_is_typed_through_any_size)
{
	static const int sizes[][2] = { { 40, 12 }, { 20, 6 }, { 3, 2 }, { 1, 1 }, { 500, 200 },
		{ 80, 24 } };
	struct play play = open_demo();

	play_keys(&play, "n");
	play_type(&play, "à moitié dit");
	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		app_resize(play.app, sizes[i][0], sizes[i][1]);
		play_shows(&play, "");
	}
	cr_expect(play_shows(&play, "à moitié dit"));
	play_close(&play);
}

Test(app, keeps_a_paste_of_several_lines_as_one_note)
{
	static const char pasted[] = "une\r\ndeux\ntrois";
	struct play play = open_demo();

	session_select(play.app->session, "papier");
	play_keys(&play, "n");
	app_paste(play.app, pasted, strlen(pasted));
	cr_expect(play.app->dialogue.form);
	play_keys(&play, "Enter");
	cr_expect(file_holds(&play, "\"une\\ndeux\\ntrois\""));
	play_close(&play);
}

Test(app, shows_both_values_of_a_conflict_and_lets_one_choose)
{
	struct play play = open_demo();

	session_select(play.app->session, "papier");
	play_keys(&play, "o");
	play_type(&play, "Moi");
	play_leave_at(&play, "Paul", "papier");
	play_others_keys(&play, "Paul", "o P a u l Enter");
	play_keys(&play, "Enter");
	cr_expect(play_shows(&play, "Paul"));
	cr_expect(play_shows(&play, "Moi"));
	cr_expect(file_holds(&play, "\"owner\": \"Paul\""));
	play_keys(&play, "Down Enter");
	cr_expect(file_holds(&play, "\"owner\": \"Moi\""));
	play_close(&play);
}

/* What the watch brings while one types changes the screen, not what one saw. */
Test(app, meets_a_conflict_with_what_was_saved_while_typing)
{
	struct play play = open_demo();

	session_select(play.app->session, "papier");
	play_keys(&play, "e Ctrl-U");
	play_type(&play, "5 0,5");
	play_leave_at(&play, "Paul", "papier");
	play_others_keys(&play, "Paul", "e Ctrl-U 4 Space 9 Enter");
	session_refresh(play.app->session);
	play_keys(&play, "Enter");
	cr_expect(play_shows(&play, "Paul"));
	/* Mine over theirs, for the impact and then for the effort. */
	play_keys(&play, "Down Enter");
	cr_expect(file_holds(&play, "\"impact\": 4"));
	play_keys(&play, "Down Enter");
	cr_expect(file_holds(&play, "\"impact\": 5"));
	cr_expect(file_holds(&play, "\"effort\": 0.5"));
	play_close(&play);
}

Test(app, never_overwrites_a_file_that_is_not_valid)
{
	static const char broken[] = "{\"format\": 12";
	struct play play = open_demo();
	struct buf file = BUF_INIT;

	play_write(&play, "demo.json", broken);
	session_refresh(play.app->session);
	cr_expect(play_shows(&play, "Lecture seule"));
	play_keys(&play, "Space d u Ctrl-R n Esc");
	play_read(&play, "demo.json", &file);
	cr_expect_str_eq(file.text, broken);
	buf_release(&file);
	play_close(&play);
}

Test(app, draws_the_same_twice)
{
	struct play play = open_demo();
	struct buf once = BUF_INIT, twice = BUF_INIT;

	for (int view = 0; view < VIEW_COUNT; view++) {
		play_show_view(&play, (enum view)view);
		buf_clear(&once);
		buf_clear(&twice);
		play_dump(&play, &once);
		play_dump(&play, &twice);
		cr_expect_str_eq(once.text, twice.text);
	}
	buf_release(&once);
	buf_release(&twice);
	play_close(&play);
}

/* Every key at every place and size: what it does is for other tests, that it ends is for this. */
Test(app, survives_every_key_everywhere, .timeout = 120)
{
	static const int sizes[][2] = { { 80, 24 }, { 20, 6 }, { 200, 50 }, { 2, 2 } };
	static const char *const keys[] = { "Space", "d", "x", "Esc", "n", "z", "Enter", "o", "Tab",
		"Esc", "D", "Esc", "p", "e", "Esc", "a", "Esc", "s", "Esc", "/", "q", "Enter", "n",
		"Esc", "Esc", "f", "Down", "Enter", "Esc", "u", "Ctrl-R", "H", "PgDn", "End", "?",
		"Home", "Esc", "Left", "Right", "Esc", "PgUp", "PgDn", "Up", "j", "k", "h", "l",
		"g", "G", "Esc" };
	struct play play = open_demo();

	for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
		app_resize(play.app, sizes[i][0], sizes[i][1]);
		for (int view = 0; view < VIEW_COUNT; view++) {
			play_show_view(&play, (enum view)view);
			for (size_t k = 0; k < ARRAY_LEN(keys); k++) {
				play_keys(&play, keys[k]);
				play_shows(&play, "");
			}
		}
	}
	play_close(&play);
}

Test(app, goes_to_what_an_undo_or_redo_touched)
{
	struct play play = open_demo();

	session_select(play.app->session, "papier");
	play_keys(&play, "Space Left Home u");
	cr_expect_str_eq(play_selected(&play), "papier", "in a section that was folded");
	play_keys(&play, "End Ctrl-R");
	cr_expect_str_eq(play_selected(&play), "papier");
	play_keys(&play, "a");
	play_type(&play, "Appeler");
	play_keys(&play, "Enter");
	cr_expect_str_neq(play_selected(&play), "papier", "the action made");
	play_keys(&play, "End u");
	cr_expect(play_shows(&play, "Liste"));
	cr_expect_gt(play.canvas->cursor_y, 0, "what is gone leaves the cursor in the list");
	play_keys(&play, "Home Ctrl-R");
	cr_expect_str_eq(play_selected(&play), "a3");
	play_close(&play);
}

/* Two sections, of which one's id ends as the other's is. */
static const char two_sections[] =
	"{\"format\": \"jalon-checklist\", \"version\": 1, \"id\": \"deux\", \"edition\": "
	"\"1\", \"title\": \"Deux\", \"sections\": [{\"id\": \"les-questions\", \"title\": \"A\", "
	"\"items\": [{\"id\": \"un\", \"kind\": \"question\", \"title\": \"Premier point\"}]}, "
	"{\"id\": \"questions\", \"title\": \"B\", \"items\": [{\"id\": \"deux\", \"kind\": "
	"\"question\", \"title\": \"Second point\"}]}]}";
static const char of_two_sections[] =
	"{\"format\": \"jalon-organisation\", \"version\": 1, \"id\": \"deux\", \"name\": "
	"\"Deux\", \"revision\": 1, \"created\": \"2026-11-02T09:00:00Z\", \"modified\": "
	"\"2026-11-02T09:00:00Z\", \"checklists\": [{\"id\": \"deux\", \"edition\": \"1\"}], "
	"\"entries\": {}}";

Test(app, folds_a_section_whatever_another_ends_with)
{
	struct play play = open_demo();
	struct buf path = BUF_INIT;

	buf_add_format(&path, "%s/checklists", play.folder);
	cr_assert_eq(mkdir(path.text, 0777), 0);
	play_write(&play, "checklists/deux@1.json", two_sections);
	play_write(&play, "deux.json", of_two_sections);
	cr_assert(session_open(play.app->session, "deux"));
	play_keys(&play, "Home Enter Down Enter");
	cr_expect_not(play_shows(&play, "  · Premier point"));
	cr_expect_not(play_shows(&play, "  · Second point"));
	play_keys(&play, "Enter");
	cr_expect_not(play_shows(&play, "  · Premier point"));
	cr_expect(play_shows(&play, "  · Second point"));
	buf_release(&path);
	play_close(&play);
}

static const struct {
	const char *place, *keys;
	bool of_items;
} bars[] = {
	{ "an item", "", true },
	{ "a title", "Home", false },
	{ "a title, in the plan", "Home 4", true },
};

Test(app, offers_the_keys_of_items_on_items_alone)
{
	for (size_t i = 0; i < ARRAY_LEN(bars); i++) {
		struct play play = open_demo();

		session_select(play.app->session, "papier");
		play_keys(&play, bars[i].keys);
		cr_expect_eq(
			play_shows(&play, "Espace fait"), bars[i].of_items, "%s", bars[i].place);
		cr_expect_eq(play_shows(&play, "← plier"), !bars[i].of_items, "%s", bars[i].place);
		cr_expect(play_shows(&play, "? aide"), "%s", bars[i].place);
		play_close(&play);
	}
}

Test(app, offers_every_name_in_turn)
{
	static const char *const owners[][2] = { { "recenser", "X" }, { "ligne", "Y" },
		{ "papier", "X" }, { "lieu", "Z" } };
	struct play play = open_demo();
	struct buf offered = BUF_INIT;

	for (size_t i = 0; i < ARRAY_LEN(owners); i++) {
		session_select(play.app->session, owners[i][0]);
		play_keys(&play, "o Ctrl-U");
		play_type(&play, owners[i][1]);
		play_keys(&play, "Enter");
	}
	play_keys(&play, "o Ctrl-U");
	for (int i = 0; i < 6; i++) {
		play_keys(&play, "Tab");
		buf_add_format(&offered, "%s ", play.app->dialogue.edit.text.text);
	}
	cr_expect_str_eq(offered.text, "Inès Marc X Y Z Inès ");
	buf_release(&offered);
	play_close(&play);
}

/* A screen as somebody sees it who sees neither colours nor styles: signs alone. */
static void signs_of(bool is_ascii, const char *keys, const char *title, char signs[8])
{
	struct play_options options = inside;
	struct buf screen = BUF_INIT;
	struct play play;
	const char *at;

	options.is_ascii = is_ascii;
	options.w = 80;
	play_open(&play, &options);
	session_select(play.app->session, "papier");
	play_keys(&play, keys);
	play_dump(&play, &screen);
	at = strstr(screen.text, title);
	cr_assert_not_null(at, "%s\n%s", title, screen.text);
	while (at > screen.text && at[-1] != '\n')
		at--;
	snprintf(signs, 8, "%.7s", at);
	buf_release(&screen);
	play_close(&play);
}

Test(app, tells_by_signs_what_it_tells_by_looks)
{
	static const struct {
		const char *name, *one, *other;
	} cases[] = {
		{ "to do and under way", "Home", "d Home" },
		{ "to do and done", "Home", "Space Home" },
		{ "under way and done", "d Home", "Space Home" },
		{ "selected or not", "", "Home" },
	};

	for (int is_ascii = 0; is_ascii < 2; is_ascii++) {
		for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
			char one[8], other[8];

			signs_of(is_ascii, cases[i].one, "Garder le papier", one);
			signs_of(is_ascii, cases[i].other, "Garder le papier", other);
			cr_expect_str_neq(one, other, "%s, %s", cases[i].name,
				is_ascii ? "ASCII" : "Unicode");
		}
	}
}

/* Whether the text is on the screen after those keys, pressed on "Garder le papier". */
static bool shows_with(bool is_ascii, const char *answer, const char *keys, const char *text)
{
	struct play_options options = inside;
	struct play play;
	bool shows;

	options.is_ascii = is_ascii;
	options.w = 120;
	options.h = 60;
	play_open(&play, &options);
	session_select(play.app->session, "papier");
	play_keys(&play, answer);
	session_select(play.app->session, "papier");
	play_keys(&play, keys);
	shows = play_shows(&play, text);
	play_close(&play);
	return shows;
}

static void add_sign_and_what_follows(
	struct buf *out, enum status status, enum sign_set signs, int word_x)
{
	buf_add(out, describe_status_sign(status, signs));
	do {
		buf_add_char(out, ' ');
	} while (utf8_width_cells(out->text, out->len) < word_x);
	buf_add(out,
		word_x ? text_word(describe_status_word(status), LANG_FR) : "Garder le papier");
}

/* One sign for a status, wherever it stands: before its word in the text of an entry, in the walk
 * and in the legend; before the title in the lists. */
Test(app, shows_one_sign_of_a_status_in_every_view)
{
	static const char *const answers[STATUS_COUNT] = { [STATUS_NEW] = "",
		[STATUS_TODO] = "t",
		[STATUS_DOING] = "d",
		[STATUS_DONE] = "Space" };
	static const struct {
		const char *name, *keys;
		int word_x; /* from the sign; 0: its title follows, one cell behind */
		bool lists_done;
	} views[] = {
		{ "the list", "", 0, true },
		{ "the plan", "4", 0, false },
		{ "the plan in squares", "4 J J", 0, false },
		{ "an entry", "Enter", 1, true },
		{ "the walk", "3", 1, true },
		{ "the legend", "? End", PAGER_HANG_CELLS - 2, true },
	};

	for (int set = 0; set < 2; set++) {
		for (size_t i = 0; i < ARRAY_LEN(views); i++) {
			for (int status = 0; status <= STATUS_DONE; status++) {
				struct buf expected = BUF_INIT;

				if (status == STATUS_DONE && !views[i].lists_done)
					continue;
				add_sign_and_what_follows(
					&expected, (enum status)status, set, views[i].word_x);
				cr_expect(shows_with(set == SIGNS_ASCII, answers[status],
						  views[i].keys, expected.text),
					"%s, %s", views[i].name, expected.text);
				buf_release(&expected);
			}
		}
	}
}

Test(app, changes_the_signs_of_what_is_open)
{
	cr_expect(shows_with(false, "d", "Enter A 4", "[>] en cours"));
	cr_expect(shows_with(true, "d", "3 A 4", "▸ en cours"));
}

static void words_that_change(struct play *play, const char *keys, int *words, int *cells)
{
	struct buf before = BUF_INIT, after = BUF_INIT;
	bool in_word = false;

	play_dump(play, &before);
	play_keys(play, keys);
	play_dump(play, &after);
	*words = *cells = 0;
	for (size_t i = 0; i < after.len && i < before.len; i++) {
		bool differs = before.text[i] != after.text[i];

		*cells += differs;
		*words += differs && !in_word;
		in_word = differs || (in_word && after.text[i] != ' ');
	}
	buf_release(&before);
	buf_release(&after);
}

/* What a voice speaks is what changes; the row of the cursor only where nothing does. */
Test(app, changes_nothing_but_the_cursor_as_one_moves_calmly)
{
	struct play_options options = inside;
	struct play play;
	int words, cells, y;

	options.is_calm = true;
	play_open(&play, &options);
	play_keys(&play, "Home");
	play_shows(&play, "");
	for (int i = 0; i < 8; i++) {
		y = play.canvas->cursor_y;
		words_that_change(&play, "Down", &words, &cells);
		cr_expect_eq(cells, 0, "%d cells", cells);
		cr_expect_eq(play.canvas->cursor_y, y + 1);
	}
	play_keys(&play, "f");
	play_shows(&play, "");
	for (int i = 0; i < 3; i++) {
		y = play.canvas->cursor_y;
		words_that_change(&play, "Down", &words, &cells);
		cr_expect_eq(cells, 0, "%d cells of a choice", cells);
		cr_expect_eq(play.canvas->cursor_y, y + 1);
	}
	play_close(&play);
}

Test(app, selects_with_a_click_and_scrolls_with_the_wheel)
{
	struct play play = open_demo();
	char first[SESSION_ID_SIZE];
	int y;

	play_keys(&play, "Home Down");
	play_shows(&play, "");
	y = play.canvas->cursor_y;
	snprintf(first, sizeof(first), "%s", play_selected(&play));
	app_click(play.app, 1, 0, 0);
	play_shows(&play, "");
	cr_expect_gt(play.canvas->cursor_y, y);
	app_click(play.app, 0, 4, y);
	cr_expect_str_eq(play_selected(&play), first);
	app_click(play.app, 0, 4, 0);
	cr_expect_str_eq(play_selected(&play), first, "on the header nothing is selected");
	play_close(&play);
}

/* What a synchronised folder made of two people's saves. */
Test(app, says_what_copies_beside_an_organisation_are)
{
	struct play play = open_demo();

	play_write(&play, "demo (Copie en conflit 2026-11-26).json", "{}");
	play_keys(&play, "1");
	cr_expect(play_shows(&play, "1 fichier à côté que jalon ne lit pas"));
	cr_expect(play_shows(&play, "jalon merge demo '/tmp/"));
	cr_expect(play_shows(&play, "demo (Copie en conflit 2026-11-26).json'"));
	play_close(&play);
}
