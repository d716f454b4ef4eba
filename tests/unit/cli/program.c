/* SPDX-License-Identifier: MIT */
#include "program.h"

#include <criterion/criterion.h>
#include <ftw.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jalon/store/json.h"

enum { ARGUMENTS_MAX = 32 };

static const char checklist[] =
	"{\"format\": \"jalon-checklist\", \"version\": 1, \"id\": \"agit-9-ancrage-territorial\","
	" \"edition\": \"2020-05\", \"title\": {\"fr\": \"Ancrage\", \"en\": \"Anchoring\"},"
	" \"sections\": [{\"id\": \"first\", \"title\": {\"fr\": \"Partie\", \"en\": \"Part\"}, "
	"\"items\": ["
	"{\"id\": \"call\", \"kind\": \"recommendation\", \"impact\": 5, \"effort\": 0.5,"
	" \"title\": {\"fr\": \"Appeler\", \"en\": \"Call\"}},"
	"{\"id\": \"write\", \"kind\": \"opportunity\", \"requires\": [\"call\"],"
	" \"title\": {\"fr\": \"Écrire\", \"en\": \"Write\"}},"
	"{\"id\": \"ask\", \"kind\": \"question\", \"scope\": \"service\","
	" \"title\": {\"fr\": \"Demander\", \"en\": \"Ask\"}}]}]}\n";

const char *world_file(struct world *world, const char *name, const char *text)
{
	static char path[192];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", world->folder, name);
	file = fopen(path, "w");
	cr_assert_not_null(file, "%s", path);
	fputs(text, file);
	fclose(file);
	return path;
}

void world_init(struct world *world)
{
	*world = (struct world){ .input = "", .folder = "/tmp/jalon-cli-XXXXXX" };
	cr_assert_not_null(mkdtemp(world->folder));
	snprintf(world->data, sizeof(world->data), "%s/data", world->folder);
	snprintf(world->shipped, sizeof(world->shipped), "%s/shipped", world->folder);
	cr_assert_eq(mkdir(world->shipped, 0777), 0);
	world_file(world, "shipped/agit-9-ancrage-territorial.json", checklist);
	world->environment = (struct cli_environment){ .jalon_data = world->data,
		.xdg_data_home = "",
		.home = "",
		.jalon_by = "",
		.login = "marie",
		.jalon_lang = "",
		.lc_all = "",
		.lc_messages = "",
		.lang = "en_GB.UTF-8",
		.program = "/usr/local/bin/jalon",
		.shipped_dir = world->shipped,
		.version = "1.2.3" };
	cr_assert(time_parse("2026-11-24T09:00:00Z", &world->environment.now_utc));
	world->environment.today_day = time_day(world->environment.now_utc);
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *walk)
{
	(void)status;
	(void)type;
	(void)walk;
	return remove(path);
}

void world_release(struct world *world)
{
	enum { DESCRIPTORS = 8 };

	free(world->out);
	free(world->error);
	free(world->file);
	nftw(world->folder, remove_one, DESCRIPTORS, FTW_DEPTH | FTW_PHYS);
}

void world_run(struct world *world, ...)
{
	const char *words[ARGUMENTS_MAX] = { NULL };
	va_list arguments;
	int count = 0;

	va_start(arguments, world);
	while (count < ARGUMENTS_MAX - 1 && (words[count] = va_arg(arguments, const char *)))
		count++;
	va_end(arguments);
	world_run_list(world, words);
}

void world_run_list(struct world *world, const char *const *arguments)
{
	const char *argv[ARGUMENTS_MAX + 1] = { "jalon" };
	struct cli_environment environment = world->environment;
	size_t error_len;
	int argc = 1;

	for (; argc < ARGUMENTS_MAX && arguments[argc - 1]; argc++)
		argv[argc] = arguments[argc - 1];
	free(world->out);
	free(world->error);
	/* fmemopen does not open nothing. */
	environment.in = world->input[0] ? fmemopen((void *)(uintptr_t)world->input,
						   strlen(world->input), "r")
					 : fopen("/dev/null", "r");
	environment.out = open_memstream(&world->out, &world->out_len);
	environment.error = open_memstream(&world->error, &error_len);
	world->status = run_command_line(&environment, argc, argv);
	fclose(environment.in);
	fclose(environment.out);
	fclose(environment.error);
	world->input = "";
}

void expect_done(struct world *world, const char *what)
{
	cr_expect_eq(world->status, 0, "%s: status %d: %s", what, world->status, world->error);
	cr_expect_str_empty(world->error, "%s: %s", what, world->error);
}

void expect_refused(struct world *world, int status, const char *says, const char *what)
{
	cr_expect_eq(world->status, status, "%s: status %d: %s", what, world->status, world->error);
	cr_expect_str_empty(world->out, "%s: on standard output: %s", what, world->out);
	cr_expect(has(world->error, says), "%s: no “%s” in: %s", what, says, world->error);
}

bool has(const char *text, const char *part)
{
	return strstr(text, part) != NULL;
}

static const struct json *json_at(const struct json *json, const char *path)
{
	char name[64];

	while (json && *path) {
		size_t len = strcspn(path, ".");

		snprintf(name, sizeof(name), "%.*s", (int)len, path);
		path += len + (path[len] == '.');
		if (json->type == JSON_ARRAY) {
			size_t index = strtoul(name, NULL, 10);

			for (json = json->first; json && index > 0; index--)
				json = json->next;
		} else {
			json = json_member(json, name);
		}
	}
	return json;
}

static const struct json *parse_out(struct world *world, struct arena *arena)
{
	struct err err = ERR_INIT;
	const struct json *json = json_parse(arena, world->out, world->out_len, "output", &err);

	cr_expect_not_null(json, "%s: %s", err.where, world->out);
	return json;
}

static const char *json_shown(const struct json *json, struct arena *arena)
{
	if (!json)
		return "absent";
	switch (json->type) {
	case JSON_NULL:
		return "null";
	case JSON_TRUE:
		return "true";
	case JSON_FALSE:
		return "false";
	case JSON_ARRAY:
		return arena_format(arena, "[%zu]", (size_t)json->count);
	case JSON_OBJECT:
		return arena_format(arena, "{%zu}", (size_t)json->count);
	case JSON_NUMBER:
	case JSON_STRING:
		break;
	}
	return json->text;
}

void expect_json(struct world *world, const char *path, const char *value)
{
	struct arena *arena = arena_new();
	const struct json *json = parse_out(world, arena);

	cr_expect_str_eq(
		json_shown(json_at(json, path), arena), value, "%s of %s", path, world->out);
	arena_free(arena);
}

void expect_members(struct world *world, const char *path, const char *names)
{
	struct arena *arena = arena_new();
	const struct json *json = json_at(parse_out(world, arena), path);
	struct buf found = BUF_INIT;

	for (const struct json *member = json ? json->first : NULL; member; member = member->next)
		buf_add_format(&found, "%s%s", found.len ? " " : "", member->name);
	cr_expect_str_eq(found.text, names, "%s", path);
	buf_release(&found);
	arena_free(arena);
}

const char *world_text(struct world *world, const char *name)
{
	char path[192], chunk[4096];
	struct buf text = BUF_INIT;
	FILE *file;
	size_t len;

	snprintf(path, sizeof(path), "%s/%s", world->data, name);
	file = fopen(path, "r");
	cr_assert_not_null(file, "%s", path);
	while ((len = fread(chunk, 1, sizeof(chunk), file)) > 0)
		buf_add_len(&text, chunk, len);
	fclose(file);
	free(world->file);
	world->file = strdup(text.text);
	buf_release(&text);
	return world->file;
}
