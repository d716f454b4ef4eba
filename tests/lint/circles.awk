# SPDX-License-Identifier: MIT
# circles: reads `nm -A -g -P` of the objects, then the lines that include, and prints each circle with
# the arrows that make it and what each arrow calls or includes. Data of others (tables) count like
# functions. A source and its own header are one file here: what includes the header of its caller
# calls up, wherever it says so. A header without a source is nobody's: it only holds types.

# "tui/form" of build/src/tui/form.o, src/tui/form.c, src/tui/form.h and include/jalon/tui/form.h.
function file_of(path) {
	sub(/:.*/, "", path)
	sub(/^.*(src|include)\//, "", path)
	sub(/^jalon\//, "", path)
	sub(/\.[a-z]+$/, "", path)
	return path
}

function add_arrow(kind, from, to, what) {
	if (from == to)
		return
	if (!((kind, from, to) in arrow))
		arrow[kind, from, to] = what
	else if (index(", " arrow[kind, from, to] ", ", ", " what ", ") == 0)
		arrow[kind, from, to] = arrow[kind, from, to] ", " what
}

function print_arrow(kind, from, to) {
	printf "src/%s.c → src/%s.c: %s\n", from, to, arrow[kind, from, to]
}

# All that can be reached from `start`.
function reach(kind, start, from, i) {
	for (i = 1; i <= file_count; i++)
		if ((kind, from, files[i]) in arrow && !((kind, start, files[i]) in reached)) {
			reached[kind, start, files[i]] = 1
			reach(kind, start, files[i])
		}
}

function share_circle(kind, a, b) { return (kind, a, b) in reached && (kind, b, a) in reached }

function print_circle(kind, first, i, j, names, count) {
	for (i = 1; i <= file_count; i++)
		if (share_circle(kind, first, files[i])) {
			told[kind, files[i]] = 1
			names = names (count++ ? ", " : "") files[i]
		}
	printf "a circle of %s among %d files: %s\n", kind, count, names
	for (i = 1; i <= file_count; i++)
		for (j = 1; j <= file_count; j++)
			if (share_circle(kind, first, files[i]) && share_circle(kind, first, files[j]) &&
				(kind, files[i], files[j]) in arrow)
				print_arrow(kind, files[i], files[j])
}

function print_circles(kind, i) {
	for (i = 1; i <= file_count; i++)
		reach(kind, files[i], files[i])
	for (i = 1; i <= file_count; i++)
		if (share_circle(kind, files[i], files[i]) && !((kind, files[i]) in told))
			print_circle(kind, files[i])
}

/^nm: / && !/no symbols/ { print }
/^[^ ]*\.o: / {
	file = file_of($1)
	if (!(file in is_file)) {
		is_file[file] = 1
		files[++file_count] = file
	}
	if ($3 == "U") {
		wanted[++want_count] = $2
		wanted_by[want_count] = file
	} else {
		owner[$2] = file
		suffix[$2] = $3 ~ /^[TW]$/ ? "" : " (data)"
	}
}

# Another layer's headers are layers.awk's matter.
/:#include "/ {
	split($0, quoted, "\"")
	from = file_of($0)
	to = file_of(quoted[2])
	if (from in is_file && to in is_file && layer_of("src/" from) == layer_of("src/" to))
		add_arrow("includes", from, to, "\"" quoted[2] "\"")
}

END {
	for (i = 1; i <= want_count; i++)
		if (wanted[i] in owner)
			add_arrow("calls", wanted_by[i], owner[wanted[i]], wanted[i] suffix[wanted[i]])
	for (i = 1; i <= file_count; i++)
		for (j = 1; j <= file_count; j++)
			if (("calls", files[i], files[j]) in arrow &&
				!may_use(layer_of("src/" files[i]), layer_of("src/" files[j]))) {
				printf "a call of a layer above: "
				print_arrow("calls", files[i], files[j])
			}
	print_circles("calls")
	print_circles("includes")
}
