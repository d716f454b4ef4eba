#!/bin/sh
# SPDX-License-Identifier: MIT
#
# harness: what the tests of the command line's contract have in common. Each test file sources
# it, works in a folder of its own, and ends with `finish`, which prints "N passed, N failed".
#
#   run ARGUMENT...      runs jalon; $out and $error are its output, $status its exit status
#   is STATUS WHAT       the last run ended with that status
#   json FILTER WHAT     jq finds FILTER true of the last output
#   says TEXT WHAT       the last standard error holds TEXT
#   prints TEXT WHAT     the last output holds TEXT
#   same A B WHAT        two texts are equal
#   true_that WHAT COMMAND...   the command succeeds
#   silent WHAT          nothing came on standard output

set -u
: "${JALON:?JALON names the program to test}"
command -v jq >/dev/null || { echo "jq is needed: apt-get install jq" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset JALON_DATA JALON_BY JALON_LANG LC_ALL LC_MESSAGES XDG_DATA_HOME NO_COLOR
export LANG=C.UTF-8 HOME="$work"
data=$work/data
passed=0
failed=0
out=''
error=''
status=0

run()
{
	"$JALON" --data "$data" "$@" >"$work/out" 2>"$work/error" </dev/null
	status=$?
	out=$(cat "$work/out")
	error=$(cat "$work/error")
}

run_with_input()
{
	input=$1
	shift
	printf '%s' "$input" | "$JALON" --data "$data" "$@" >"$work/out" 2>"$work/error"
	status=$?
	out=$(cat "$work/out")
	error=$(cat "$work/error")
}

pass()
{
	passed=$((passed + 1))
}

fail()
{
	failed=$((failed + 1))
	printf 'FAILED %s: %s\n' "$(basename "$0")" "$1"
	shift
	printf '    %s\n' "$@"
}

is()
{
	if [ "$status" -eq "$1" ]; then
		pass
	else
		fail "$2" "exit status $status, not $1" "output: $out" "error: $error"
	fi
}

json()
{
	if printf '%s\n' "$out" | jq -e "$1" >/dev/null 2>&1; then
		pass
	else
		fail "$2" "not true: $1" "of: $(printf '%s' "$out" | head -c 1500)" "error: $error"
	fi
}

file_json()
{
	if jq -e "$2" "$1" >/dev/null 2>&1; then
		pass
	else
		fail "$3" "not true: $2" "of: $(head -c 1500 "$1")"
	fi
}

says()
{
	case $error in
	*"$1"*) pass ;;
	*) fail "$2" "standard error lacks: $1" "error: $error" ;;
	esac
}

prints()
{
	case $out in
	*"$1"*) pass ;;
	*) fail "$2" "output lacks: $1" "output: $out" ;;
	esac
}

same()
{
	if [ "$1" = "$2" ]; then
		pass
	else
		fail "$3" "one:   $1" "other: $2"
	fi
}

# The condition that follows is true.
true_that()
{
	what=$1
	shift
	if "$@"; then pass; else fail "$what" "not true: $*"; fi
}

silent()
{
	same "$out" "" "$1: nothing on standard output"
}

# A refusal: status, a message, nothing on standard output.
refused()
{
	is "$1" "$2"
	silent "$2"
	if [ -n "$error" ]; then pass; else fail "$2" "no message on standard error"; fi
}

# The organisation's content without what every save changes.
content()
{
	jq -S 'del(.revision, .modified)' "$data/$1.json"
}

finish()
{
	printf '%d passed, %d failed\n' "$passed" "$failed"
	[ "$failed" -eq 0 ]
}
