/* SPDX-License-Identifier: MIT
 *
 * floor_save: the least a program can do to change one value of a JSON file and lose nothing:
 * read, parse, change, print, write beside, sync, rename, sync the folder. Two fsyncs.
 *
 * For     the bench: a save of jalon, which also locks, checks and logs, is a ratio to this one.
 *         usage: floor_save FOLDER FILE VALUE */
#include <cjson/cJSON.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *read_file(const char *path, size_t *len)
{
	struct stat status;
	int fd = open(path, O_RDONLY);
	char *text;

	if (fd < 0 || fstat(fd, &status) != 0) {
		perror(path);
		exit(1);
	}
	text = malloc((size_t)status.st_size + 1);
	*len = (size_t)read(fd, text, (size_t)status.st_size);
	close(fd);
	return text;
}

static void save(const char *folder, const char *path, const char *text)
{
	char beside[4096];
	int fd, folder_fd = open(folder, O_RDONLY | O_DIRECTORY);
	size_t len = strlen(text);

	snprintf(beside, sizeof(beside), "%s.floor", path);
	fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC, 0660);
	if (fd < 0 || write(fd, text, len) != (ssize_t)len || fsync(fd) != 0 || close(fd) != 0 ||
		rename(beside, path) != 0 || fsync(folder_fd) != 0) {
		perror(beside);
		exit(1);
	}
	close(folder_fd);
}

int main(int argc, char **argv)
{
	size_t len;
	char *text, *printed;
	cJSON *json, *entries, *entry;

	if (argc != 4)
		return 2;
	text = read_file(argv[2], &len);
	json = cJSON_ParseWithLength(text, len);
	entries = cJSON_GetObjectItemCaseSensitive(json, "entries");
	entry = entries ? entries->child : NULL;
	if (!entry)
		return 1;
	cJSON_DeleteItemFromObjectCaseSensitive(entry, "owner");
	cJSON_AddStringToObject(entry, "owner", argv[3]);
	printed = cJSON_Print(json);
	save(argv[1], argv[2], printed);
	cJSON_free(printed);
	cJSON_Delete(json);
	free(text);
	return 0;
}
