#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Power cuts. An ext4 of its own on a loop device is shut down, with nothing flushed, in the middle of
# many saves; then it is mounted again. Each organisation opens and is whole, is at least at the last
# revision that was reported as saved, and its history says the same; the next save works and leaves no
# debris. POWER_CUTS says how often (5). Needs root, loop devices and mkfs.ext4: skipped, with a word,
# where they cannot be had.

set -u
# shellcheck source=tests/contract/harness.sh
. "$(dirname "$0")/../contract/harness.sh"
cuts=${POWER_CUTS:-5}
writers='ali bea zoe'
shut=$work/shutdown
mounted=

skip()
{
	echo "skipped: $1"
	echo '1 passed, 0 failed'
	exit 0
}

clean_up()
{
	[ -z "$mounted" ] || umount -l "$work/disk" 2>/dev/null
	rm -rf "$work"
}
trap clean_up EXIT

[ "$(id -u)" -eq 0 ] || skip 'power cuts need root'
command -v mkfs.ext4 >/dev/null || skip 'power cuts need mkfs.ext4 (e2fsprogs)'
cc -o "$shut" "$(dirname "$0")/shutdown.c" || exit 1
truncate -s 64M "$work/image"
mkfs.ext4 -q -F "$work/image" || skip 'no ext4 can be made here'
mkdir "$work/disk"
mount -o loop "$work/image" "$work/disk" 2>/dev/null || skip 'no loop device can be mounted here'
mounted=yes
data=$work/disk/data
first=$(jq -r '.sections[0].items[0].id' "$(dirname "$0")/../../checklists/agit-9-ancrage-territorial.json")

# Saves until the disk is gone, and notes each revision that was reported, on another disk.
write_on()
{
	local i=0
	while "$JALON" --data "$data" --by "$1" note "$1" "$first" "$1 $((i++))" >/dev/null 2>&1; do
		"$JALON" --data "$data" show "$1" --format json 2>/dev/null | jq .revision >>"$work/reported-$1"
	done
}

for name in $writers; do
	run new "$name"
	is 0 "$name is made"
	echo 1 >"$work/reported-$name"
done

for ((cut = 1; cut <= cuts; cut++)); do
	for name in $writers; do
		write_on "$name" &
	done
	sleep "0.$((RANDOM % 7 + 3))"
	"$shut" "$work/disk"
	is_shut=$?
	wait
	[ "$is_shut" -eq 0 ] || skip 'this kernel does not shut a file system down'
	umount "$work/disk"
	mount -o loop "$work/image" "$work/disk" || exit 1
	for name in $writers; do
		reported=$(grep -E '^[0-9]+$' "$work/reported-$name" | tail -n 1)
		run show "$name" --format json
		is 0 "cut $cut: $name opens"
		json ".revision >= $reported" "cut $cut: $name has what was reported ($reported)"
		json "[.entries[].notes | length] | add == $(printf '%s' "$out" | jq .revision) - 1" \
			"cut $cut: $name has a note for each revision"
		revision=$(printf '%s' "$out" | jq .revision)
		run log "$name" --format json
		is 0 "cut $cut: the history of $name can be read"
		json "[.changes[].revision] == [range($revision; 0; -1)]" "cut $cut: and says the same"
		run note "$name" "$first" 'after the cut'
		is 0 "cut $cut: $name is saved again"
	done
	same "$(find "$data" -name '*.new')" '' "cut $cut: no debris after the next save"
	for name in $writers; do
		run show "$name" --format json
		printf '%s' "$out" | jq .revision >>"$work/reported-$name"
	done
done
echo "$cuts cuts; revisions $(for name in $writers; do tail -n 1 "$work/reported-$name"; done | tr '\n' ' ')"
umount "$work/disk"
mounted=
finish
