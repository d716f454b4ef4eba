# SPDX-License-Identifier: MIT
# lengths: functions of 60 lines at most, files of 600. A body is from "{" in the first column to
# "}" in the first column; tables are no functions.

FNR == 1 { check_file(); file = FILENAME; inside = 0 }
{ lines = FNR }
/^\{$/ { inside = 1; start = FNR }
/^\}$/ {
	if (inside && FNR - start + 1 > 60)
		printf "%s:%d: %d lines in one function: split it\n", FILENAME, start, FNR - start + 1
	inside = 0
}
END { check_file() }

function check_file() {
	if (lines > 600)
		printf "%s: %d lines in one file: split it\n", file, lines
	lines = 0
}
