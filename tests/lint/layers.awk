# SPDX-License-Identifier: MIT
# layers: who may include whom, and the few files that alone may touch something. Who may: table.awk.
# A header that stands beside its sources, "L/x.h", is that layer's alone; the contracts in
# include/jalon, which all read, include none.

FNR == 1 {
	layer = layer_of(FILENAME)
	is_main = FILENAME == "src/main.c"
	is_contract = FILENAME ~ /^include\//
}

function complain(what) { printf "%s:%d: %s\n", FILENAME, FNR, what }

function only_in(pattern, file, what) {
	if ($0 ~ pattern && FILENAME != file)
		complain(what " belongs in " file " alone")
}

/^#include "jalon\// {
	split($0, piece, "/")
	if (!is_main && !may_use(layer, piece[2]))
		complain(layer " may not use " piece[2] ": move the code, or turn the dependency round")
}
/^#include "/ && !/^#include "jalon\// {
	split($0, piece, "[\"/]")
	if ($0 !~ /^#include "[a-z]+\/[a-z0-9_]+\.h"/)
		complain("which header? \"jalon/LAYER/x.h\", or \"LAYER/x.h\" of one's own layer")
	else if (piece[2] != layer)
		complain("a private header of " piece[2] ": a contract for all stands in include/jalon")
	else if (is_contract)
		complain("a private header in a contract: what all read is no secret")
}
/^#include <(ncursesw?\/)?(ncurses|curses|term|panel)\.h>/ { only_in(".", "src/screen/term.c", "curses") }
/^#include <cjson/ { only_in(".", "src/store/json.c", "cJSON") }
!/^ *(\/?\*|\/\/)/ {
	only_in("(^|[^a-z_])(malloc|calloc|realloc|free|strdup|strndup)\\(", "src/base/mem.c", "the heap")
	only_in("(^|[^a-z_])(getenv|time|getpwuid|getlogin|localtime|localtime_r|gettimeofday)\\(", "src/main.c", "the outside world")
}
