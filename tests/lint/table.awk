# SPDX-License-Identifier: MIT
# table: who may use whom (DESIGN.md, "Layers"), for the rules that ask.

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
	may["line"] = may["session"] "line "
	may["cli"] = may["session"] "cli "
}

function may_use(from, to) { return index(may[from], " " to " ") > 0 }

# The layer of src/L/x.c, src/L/x.h and include/jalon/L/x.h; "main.c" of src/main.c.
function layer_of(path, part) {
	sub(/^.*(src|include\/jalon)\//, "", path)
	split(path, part, "/")
	return part[1]
}
