# SPDX-License-Identifier: MIT
# layers: who may include whom, and the few files that alone may touch something.

BEGIN {
	may["base"] = " base "
	may["text"] = may["base"] "text "
	may["model"] = may["text"] "model "
	may["plan"] = may["model"] "plan "
	may["store"] = may["model"] "store "
	may["export"] = may["plan"] "export "
	may["session"] = may["plan"] "store export session "
	may["screen"] = may["base"] "screen "
	may["tui"] = may["session"] "screen tui "
	may["cli"] = may["plan"] "store export cli "
}

FNR == 1 {
	count = split(FILENAME, part, "/")
	layer = part[1] == "include" ? part[3] : part[2]
	is_main = FILENAME == "src/main.c"
}

function complain(what) { printf "%s:%d: %s\n", FILENAME, FNR, what }

function only_in(pattern, file, what) {
	if ($0 ~ pattern && FILENAME != file)
		complain(what " belongs in " file " alone")
}

/^#include "jalon\// && !is_main {
	split($0, piece, "/")
	if (index(may[layer], " " piece[2] " ") == 0)
		complain(layer " may not use " piece[2] ": move the code, or turn the dependency round")
}
/^#include <(ncurses|curses|term|panel)/ { only_in(".", "src/screen/term.c", "curses") }
/^#include <cjson/ { only_in(".", "src/store/json.c", "cJSON") }
!/^ *(\/?\*|\/\/)/ {
	only_in("(^|[^a-z_])(malloc|calloc|realloc|free|strdup|strndup)\\(", "src/base/mem.c", "the heap")
	only_in("(^|[^a-z_])(getenv|time|getpwuid|getlogin|localtime|localtime_r|gettimeofday)\\(", "src/main.c", "the outside world")
}
