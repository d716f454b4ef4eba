/* SPDX-License-Identifier: MIT
 *
 * shutdown FOLDER: ends the file system that holds FOLDER as a power cut would: what is not on the
 * disk yet, its journal included, never gets there, and every call from now on fails. */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/ioctl.h>

#define SHUTDOWN _IOR('X', 125, uint32_t) /* of ext4 and XFS alike */
enum { NO_FLUSH_OF_THE_LOG = 2 };

int main(int argc, char **argv)
{
	uint32_t how = NO_FLUSH_OF_THE_LOG;
	int fd = argc == 2 ? open(argv[1], O_RDONLY | O_DIRECTORY) : -1;

	if (fd < 0 || ioctl(fd, SHUTDOWN, &how) != 0) {
		perror("shutdown");
		return 1;
	}
	return 0;
}
