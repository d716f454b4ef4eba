/* SPDX-License-Identifier: MIT
 *
 * claim: that a revision of a file is one save's alone, wherever the others come from.
 *
 * For     save.c, under the lock. Locks reach those who share one kernel's view of a folder:
 * whoever comes through sshfs, or by another mount of it, is beside them. What reaches everybody is
 *         that a name can be made but once. So the new file is written beside the old one, as
 *         "demo.json.13.new", made with O_EXCL: that is the claim on revision 13, and the rename
 *         that puts the file in its place is what ends it. Whoever claimed a revision looks again
 *         whether the file still is what was read; if so nobody else can bring that revision out
 *         before the rename does. The name bears the revision so that a client which remembers for
 *         a while that a name was there (sshfs does for 20 s) meets another one the next time.
 *         A claim found there is somebody's at work, or debris of a save that died. Under the lock
 *         it is debris, unless its maker came from where locks do not reach: who does so says it
 *         beside, by "demo.json.13.far", before the claim. Where locks tell nothing its age does,
 * by the folder's own clock: past CLAIM_DEAD_S it is debris, and nobody publishes what was claimed
 * more than half as long ago. Owner   claim_take/claim_release, which leaves no debris. Errors
 * ERR_FAILED: it cannot be made, or somebody else's stands there all the while. Source  open(2) on
 * O_EXCL as a lock where others do not hold; Maildir, "new beside, then renamed". */
#ifndef STORE_CLAIM_H
#define STORE_CLAIM_H

#include <stdbool.h>
#include <stdint.h>

#include "jalon/base/buf.h"
#include "jalon/base/err.h"

enum { CLAIM_DEAD_S = 60 };

struct claim {
	int folder_fd;
	int fd;          /* the new file, open to be written */
	struct buf name; /* of the new file */
	struct buf mark; /* of what says that its maker is far */
	bool is_far;
	int64_t taken_ms; /* since the machine started */
};

enum claim_result { CLAIM_TAKEN, CLAIM_BUSY, CLAIM_FAILED };

/* On that revision of the file of that name. CLAIM_BUSY, with an error that says so: somebody
 * else's stands there, or stood there and is remembered. To be released in any case. */
enum claim_result claim_take(
	struct claim *claim, int folder_fd, const char *name, int64_t revision, struct err *err);
/* That nobody took it over, and that it is young enough to be published. */
bool claim_check(const struct claim *claim, struct err *err);
/* The new file is removed where it still bears the name of the claim. The mark goes only when the
 * revision is out, by whomever: before that it may be another's, who just made sure that it is
 * there. */
void claim_release(struct claim *claim, bool is_out);

#endif
