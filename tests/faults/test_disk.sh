#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Disks and rights as they are found: full, too small for the file, another user's, read-only. What is
# reported as saved is there; what is refused changed nothing and says why; reading goes on. As root
# for the parts that need a file system or another user of their own; they are skipped, with a word,
# where that cannot be had.

set -u
# shellcheck source=tests/contract/harness.sh
. "$(dirname "$0")/../contract/harness.sh"
export JALON_BY=Inès JALON_LANG=en
long=$(printf '%04000d' 0)

# Saves notes until one is refused; then what was reported, and no more, is there.
fill_up()
{
	reported=0
	while [ "$reported" -lt 500 ]; do
		run note demo "$first" "$reported $long"
		[ "$status" -eq 0 ] || break
		reported=$((reported + 1))
	done
	refused 1 "$1: refused in the end"
	says "$2" "$1: says why"
	says 'jalon: demo.' "$1: names the file"
	true_that "$1: some saves were reported" test "$reported" -gt 1
	same "$(jq '[.entries[].notes[]] | length' "$data/demo.json")" "$reported" "$1: what was reported is there"
	same "$(tail -n 1 "$data/demo.history.jsonl" | jq .revision)" "$(jq .revision "$data/demo.json")" \
		"$1: the history is that of the file"
	same "$(find "$data" -name '*.new')" '' "$1: no debris"
	run show demo
	is 0 "$1: reading goes on"
}

as_nobody()
{
	setpriv --reuid=65534 --regid=65534 --clear-groups "$JALON" --data "$data" "$@" \
		>"$work/out" 2>"$work/error" </dev/null
	status=$?
	out=$(cat "$work/out")
	error=$(cat "$work/error")
}

run new demo
is 0 'an organisation to begin with'
first=$(jq -r '.sections[0].items[0].id' "$(dirname "$0")/../../checklists/agit-9-ancrage-territorial.json")

# A limit on the size of files, whose signal would end a program that does not expect it. It is the
# program's own, so that what counts goes on in this shell.
program=$JALON
printf '#!/bin/bash\nulimit -f 64\nexec "%s" "$@"\n' "$program" >"$work/limited"
chmod 755 "$work/limited"
JALON=$work/limited
fill_up 'a limit of 64 KiB' 'file too large'
JALON=$program

if [ "$(id -u)" -ne 0 ]; then
	echo 'skipped: a full disk and a folder of another user need root'
	finish
	exit
fi

mkdir "$work/small"
if mount -t tmpfs -o size=256k tmpfs "$work/small" 2>/dev/null; then
	data=$work/small/data
	run new demo
	is 0 'on a small disk'
	fill_up 'a full disk' 'no space left'
	mount -o remount,size=1m "$work/small"
	run note demo "$first" 'there is room again'
	is 0 'with room made, the next save works'
	same "$(find "$data" -name '*.new')" '' 'and leaves no debris'
	mount -o remount,ro "$work/small"
	run note demo "$first" 'to a disk that takes nothing'
	refused 1 'a disk mounted read-only'
	says 'read-only' 'it says why'
	run plan demo
	is 0 'and reading goes on'
	umount "$work/small"
else
	echo 'skipped: no file system can be mounted here'
fi

data=$work/data
chmod 755 "$work"
chmod -R go+rX,go-w "$data"
before=$(cat "$data/demo.json" "$data/demo.history.jsonl")
if command -v setpriv >/dev/null && as_nobody list && [ "$status" -eq 0 ]; then
	for command in "note demo $first x" "set demo $first status=done" 'undo demo' 'add demo x' \
		'service demo x' 'member demo x' 'edit demo name=x' 'new other'; do
		# shellcheck disable=SC2086 # the words of a command
		as_nobody $command
		refused 1 "in a folder of another user: $command"
		says 'permission denied' "it says why: $command"
	done
	for command in 'show demo' 'plan demo' 'log demo' list 'list --format json'; do
		# shellcheck disable=SC2086
		as_nobody $command
		is 0 "in a folder of another user one reads: $command"
	done
	same "$(cat "$data/demo.json" "$data/demo.history.jsonl")" "$before" 'and nothing has changed'
else
	echo 'skipped: nobody else can run the program here'
fi
finish
