/* SPDX-License-Identifier: MIT */
#include "jalon/store/merge_file.h"

#include <stdlib.h>
#include <string.h>

#include "jalon/store/history.h"

/* The lines of one commit, as they were written. */
struct run {
	int64_t at_utc; /* no earlier than those before it in its file */
	int64_t revision;
	const char *by, *text;
	size_t len;
};

struct runs {
	struct run *runs;
	size_t count;
};

static size_t line_size(const char *text, size_t len)
{
	const char *end = memchr(text, '\n', len);

	return end ? (size_t)(end - text) + 1 : 0;
}

static bool read_runs(
	struct arena *arena, const struct history_text *history, struct runs *runs, struct err *err)
{
	struct history_change *changes;
	const char *at = history->text;
	size_t count, left = history->len;
	int64_t latest = INT64_MIN;

	if (!history_parse(history->text, history->len, history->name, INT64_MAX, arena, &changes,
		    &count, err))
		return false;
	*runs = (struct runs){ ARENA_ARRAY(arena, struct run, count + 1), 0 };
	for (size_t i = 0; i < count; i++) {
		size_t size = line_size(at, left);
		struct run *run;

		if (i == 0 || !history_same_commit(&changes[i - 1], &changes[i])) {
			latest = changes[i].at_utc > latest ? changes[i].at_utc : latest;
			runs->runs[runs->count++] =
				(struct run){ latest, changes[i].revision, changes[i].by, at, 0 };
		}
		run = &runs->runs[runs->count - 1];
		run->len += size;
		at += size;
		left -= size;
	}
	return true;
}

static int compare_bytes(const struct run *one, const struct run *other)
{
	size_t len = one->len < other->len ? one->len : other->len;
	int order = memcmp(one->text, other->text, len);

	return order ? order : (one->len > other->len) - (one->len < other->len);
}

static int compare_runs(const void *a, const void *b)
{
	const struct run *one = a, *other = b;
	int order = (one->at_utc > other->at_utc) - (one->at_utc < other->at_utc);

	if (!order)
		order = (one->revision > other->revision) - (one->revision < other->revision);
	if (!order)
		order = strcmp(one->by, other->by);
	return order ? order : compare_bytes(one, other);
}

static int compare_by_bytes(const void *a, const void *b)
{
	return compare_bytes(a, b);
}

/* A copy to be searched. */
static struct runs sorted(struct arena *arena, struct runs runs)
{
	struct run *copy = ARENA_ARRAY(arena, struct run, runs.count + 1);

	if (runs.count) {
		memcpy(copy, runs.runs, runs.count * sizeof(*copy));
		qsort(copy, runs.count, sizeof(*copy), compare_by_bytes);
	}
	return (struct runs){ copy, runs.count };
}

static const struct run *find(struct runs runs, const struct run *wanted)
{
	if (runs.count == 0)
		return NULL;
	return bsearch(wanted, runs.runs, runs.count, sizeof(*runs.runs), compare_by_bytes);
}

/* Those of `runs` that stay; of those that both have, where `shared` says so, one, at the later of
 * its two times. */
static void add_runs(
	struct runs *all, struct runs runs, struct runs base, struct runs other, bool shared)
{
	for (size_t i = 0; i < runs.count; i++) {
		struct run run = runs.runs[i];
		const struct run *twin = find(other, &run);

		if (twin ? !shared : find(base, &run) != NULL)
			continue;
		if (twin && twin->at_utc > run.at_utc)
			run.at_utc = twin->at_utc;
		all->runs[all->count++] = run;
	}
}

bool history_merge(struct arena *arena, const struct history_text *base,
	const struct history_text *ours, const struct history_text *theirs, struct buf *out,
	struct err *err)
{
	struct runs base_runs, our_runs, their_runs, all, known;

	if (!read_runs(arena, base, &base_runs, err) || !read_runs(arena, ours, &our_runs, err) ||
		!read_runs(arena, theirs, &their_runs, err))
		return false;
	known = sorted(arena, base_runs);
	all.runs = ARENA_ARRAY(arena, struct run, our_runs.count + their_runs.count + 1);
	all.count = 0;
	add_runs(&all, our_runs, known, sorted(arena, their_runs), true);
	add_runs(&all, their_runs, known, sorted(arena, our_runs), false);
	qsort(all.runs, all.count, sizeof(*all.runs), compare_runs);
	for (size_t i = 0; i < all.count; i++)
		buf_add_len(out, all.runs[i].text, all.runs[i].len);
	return true;
}
