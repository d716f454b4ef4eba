#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# One folder, reached through a file system of its own (FUSE) by some and directly by others: locks of the
# one side do not reach the other. What was reported as saved is there, what was refused is not, the
# history has a line for each, and nobody ever finds half a file on the disk itself.

set -u
# shellcheck source=tests/contract/harness.sh
. "$(dirname "$0")/../contract/harness.sh"
export JALON_LANG=en
unset JALON_BY
rounds=${ROUNDS:-25}
item=question-partenariats

# A save from elsewhere that is under way, or died: what it leaves in the folder.
run new demo
beside=$data/demo.json.2
: >"$beside.new"
: >"$beside.far"
run note demo $item 'beside somebody who saves'
refused 1 'who saves from elsewhere is waited for'
says demo.json.2.new 'the file is named'
says 'shared folder' 'and what it is'
true_that 'it is left alone' test -e "$beside.new" -a -e "$beside.far"
touch -d '2 minutes ago' "$beside.new"
run note demo $item 'after somebody who died'
is 0 'but not for ever'
: >"$data/demo.json.3.new"
run note demo $item 'after a save of ours that died'
is 0 'who would hold the lock is not waited for at all'
same "$(find "$data" -name '*.new' -o -name '*.far' -o -name '*.clock')" '' 'no debris'
same "$(jq '[.entries[].notes[]] | length' "$data/demo.json")" 2 'what was reported is there'

if [ "$(id -u)" -ne 0 ] || ! [ -c /dev/fuse ]; then
	echo 'skipped: folders that are mounted (FUSE) need root and /dev/fuse'
	finish
	exit
fi

mount_by()
{
	case $1 in
	bindfs) bindfs "$data" "$far" ;;
	sshfs)
		printf '#!/bin/sh\nexec sshfs -f -o passive localhost:%s %s\n' "$data" "$far" >"$work/client"
		chmod +x "$work/client"
		socat EXEC:/usr/lib/openssh/sftp-server "EXEC:$work/client" >/dev/null 2>&1 &
		for _ in $(seq 100); do
			mountpoint -q "$far" && return
			sleep 0.1
		done
		false
		;;
	esac
}

unmount()
{
	mountpoint -q "$far" && umount -l "$far"
}
trap 'unmount; rm -rf "$work"' EXIT

# writes NAME FOLDER: a note a round, each told of in one of two files.
writes()
{
	for i in $(seq "$rounds"); do
		if "$JALON" --data "$2" --by "$1" note demo $item "$1-$i" >/dev/null 2>>"$work/errors"; then
			echo "$1-$i" >>"$work/acknowledged"
		else
			echo "$1-$i" >>"$work/refused"
		fi
	done
}

# What a reader finds on the disk itself while the others write.
reads()
{
	while ! [ -e "$work/end" ]; do
		jq -e .revision "$data/demo.json" >/dev/null 2>&1 || echo "half a file" >>"$work/half"
	done
}

try()
{
	kind=$1
	rm -f "$work/acknowledged" "$work/refused" "$work/half" "$work/end" "$work/errors"
	data=$work/$kind-data far=$work/$kind-far
	mkdir "$data" "$far"
	if ! command -v "$kind" >/dev/null || ! mount_by "$kind"; then
		echo "skipped: $kind cannot mount here"
		return
	fi
	run new demo
	: >"$work/acknowledged"
	: >"$work/refused"
	reads &
	reader=$!
	writes far-one "$far" &
	one=$!
	writes far-two "$far" &
	two=$!
	writes near-one "$data" &
	three=$!
	writes near-two "$data" &
	wait $one $two $three $!
	: >"$work/end"
	wait $reader
	"$JALON" --data "$data" show demo --format json |
		jq -r ".entries[] | select(.id == \"$item\").notes[].text" | sort >"$work/present"
	same "$(sort "$work/acknowledged" | comm -23 - "$work/present")" '' "$kind: what was reported is there"
	same "$(sort "$work/refused" | comm -12 - "$work/present")" '' "$kind: what was refused is not"
	same "$(cat "$work/half" 2>/dev/null)" '' "$kind: no half file on the disk"
	same "$(jq -s 'map(.revision) == [range(1; length + 1)]' "$data/demo.history.jsonl")" true \
		"$kind: a line of history for each revision"
	same "$(wc -l <"$data/demo.history.jsonl")" "$(jq .revision "$data/demo.json")" "$kind: as many as there are"
	same "$(find "$data" -name '*.new' -o -name '*.far' -o -name '*.clock')" '' "$kind: no debris"
	true_that "$kind: most went in: $(wc -l <"$work/acknowledged") of $((4 * rounds)); $(sort "$work/errors" | uniq -c)" \
		test "$(wc -l <"$work/acknowledged")" -ge $((4 * rounds - rounds / 5))
	unmount
}

try bindfs
try sshfs
finish
