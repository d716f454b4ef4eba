/* SPDX-License-Identifier: MIT
 *
 * floor_parse: the least that `jalon list` can do: read every file of a folder and parse it.
 *
 * For     the bench of many organisations. usage: floor_parse FOLDER */
#include <cjson/cJSON.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_file(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text;
	long size;

	if (!file || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0) {
		perror(path);
		exit(1);
	}
	rewind(file);
	text = calloc((size_t)size + 1, 1);
	if (!text || fread(text, 1, (size_t)size, file) != (size_t)size)
		exit(1);
	fclose(file);
	return text;
}

int main(int argc, char **argv)
{
	DIR *dir = argc == 2 ? opendir(argv[1]) : NULL;
	struct dirent *found;
	int count = 0;

	if (!dir)
		return 2;
	while ((found = readdir(dir))) {
		size_t len = strlen(found->d_name);
		char path[4096], *text;
		cJSON *json;

		if (len < 5 || strcmp(found->d_name + len - 5, ".json") != 0)
			continue;
		snprintf(path, sizeof(path), "%s/%s", argv[1], found->d_name);
		text = read_file(path);
		json = cJSON_Parse(text);
		count += json != NULL;
		cJSON_Delete(json);
		free(text);
	}
	closedir(dir);
	printf("%d\n", count);
	return 0;
}
