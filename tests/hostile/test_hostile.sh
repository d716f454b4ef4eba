#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Hostile files. Each of tests/hostile/organisations and checklists has one thing wrong with it, which
# its name says; expected.txt holds what jalon says of it (UPDATE=1 writes it anew; git diff is the
# review). Each is refused with that message, in less than a second of the processor, and keeps its
# bytes. Huge ones are made here rather than kept, and so is what is no file at all. Those of
# tests/hostile/valid look hostile and are to be taken.

set -u
cd "$(dirname "$0")" || exit 1
# shellcheck source=tests/contract/harness.sh
. ../contract/harness.sh
export JALON_BY=Inès JALON_LANG=en
expected=expected.txt
files=$work/files
slowest=0
slowest_is=none
mkdir -p "$files" "$data/checklists"

cat >"$work/guide.json" <<'END'
{"format": "jalon-checklist", "version": 1, "id": "guide", "edition": "1", "title": "Guide",
 "sections": [{"id": "s", "title": "S", "items": [
  {"id": "one", "kind": "recommendation", "title": "One"},
  {"id": "two", "kind": "question", "title": "Two"}]}]}
END
run new bon --checklist "$work/guide.json"
is 0 'an organisation among the hostile ones'

# $out and $error, without a process of their own: this is done a thousand times.
take_output()
{
	IFS= read -r -d '' out <"$work/out"
	IFS= read -r -d '' error <"$work/error"
	out=${out%$'\n'}
	error=${error%$'\n'}
}

run()
{
	"$JALON" --data "$data" "$@" >"$work/out" 2>"$work/error" </dev/null
	status=$?
	take_output
}

# For 5 s at most; $cpu becomes the milliseconds that the processor gave to it.
timed()
{
	local TIMEFORMAT='%3U %3S' user system
	{ time timeout 5 "$JALON" --data "$data" "$@" >"$work/out" 2>"$work/error" </dev/null; } 2>"$work/time"
	status=$?
	take_output
	read -r user system <"$work/time"
	cpu=$((10#${user/./} + 10#${system/./}))
	if [ "$cpu" -gt "$slowest" ]; then
		slowest=$cpu
		slowest_is=$*
	fi
}

# What jalon said of NAME, without "jalon: ", folders and what to do next.
said()
{
	head -n 1 "$work/error" | sed -e 's/^jalon: //' -e 's,^[^ ]*/,,' -e 's/\. [A-Z].*$//'
}

check_said()
{
	if [ -n "${UPDATE:-}" ]; then
		printf '%s\t%s\n' "$1" "$(said)" >>"$work/expected"
	else
		same "$(said)" "$(sed -n "s,^$1	,,p" "$expected")" "what is said of $1"
	fi
}

check_quick()
{
	true_that "$1: quick ($cpu ms)" test "$cpu" -lt 1000
}

# A file, and under which name expected.txt has what is said of it, if it has.
check_organisation()
{
	local file=$1 id
	id=$(basename "$file" .json)
	cp "$file" "$data/$id.json"
	timed show "$id"
	refused 1 "$id is refused"
	check_quick "$id"
	case $error in
	"jalon: $id.json"*) pass ;;
	*) fail "$id: the message begins with the file" "$error" ;;
	esac
	[ $# -eq 1 ] || check_said "$2"
	run set "$id" one owner=x
	refused 1 "$id is not written"
	true_that "$id keeps its bytes" cmp -s "$file" "$data/$id.json"
	true_that "$id: no debris" test ! -e "$data/$id.json.1.new" -a ! -e "$data/$id.history.jsonl"
}

for file in organisations/*.json; do
	check_organisation "$file" "${file%.json}"
done
count=$(find organisations -name '*.json' | wc -l)
true_that 'there are forty at least' test "$count" -ge 40
run list
is 0 'the list shows them all'
prints bon 'and the good one among them'
prints latin-1 'and the hostile ones'
run list --format json
json "[.organisations[] | select(.error)] | length == $count" 'each with what is wrong'
json '[.organisations[] | select(.error | not)] | map(.id) == ["bon"]' 'and the good one without'
for file in organisations/*.json; do
	rm -f "$data/$(basename "$file" .json)".*
done

for file in checklists/*.json; do
	name=$(basename "$file" .json)
	cp "$file" "$work/$name.json"
	timed new liste --checklist "$work/$name.json"
	refused 1 "$name is refused"
	check_quick "$name"
	check_said "${file%.json}"
	true_that "$name: nothing is made" test ! -e "$data/liste.json" -a ! -e "$data/liste.history.jsonl"
	true_that "$name keeps its bytes" cmp -s "$file" "$work/$name.json"
	# The same where a copy of the checklist should be.
	cp "$file" "$data/checklists/guide@1.json"
	run show bon
	refused 1 "bon cannot be opened with $name"
	says 'guide@1.json' "the message names the checklist: $name"
	true_that "$name keeps its bytes as a copy" cmp -s "$file" "$data/checklists/guide@1.json"
done
true_that 'there are twenty at least' test "$(find checklists -name '*.json' | wc -l)" -ge 20
cp "$work/guide.json" "$data/checklists/guide@1.json"

for file in valid/*.json; do
	id=$(basename "$file" .json)
	cp "$file" "$data/$id.json"
	run show "$id"
	is 0 "$id is taken"
	run set "$id" one impact=4
	is 0 "$id is written"
	run show "$id" one --format json
	json '.entries[0].impact == 4' "$id holds what was set"
	true_that "$id is written as UTF-8 without controls" \
		sh -c "! LC_ALL=C grep -q '[[:cntrl:]]' '$data/$id.json'"
done
true_that 'numbers that nobody knows are kept as written' \
	grep -qF '[1e999,-0,0.1000000000000000055511151231257827,12345678901234567890]' "$data/huge-number.json"
rm -f "$data"/*.json "$data"/*.lock "$data"/*.jsonl

head='{"format": "jalon-organisation", "version": 1, "id": "ID", "revision": 3,
 "checklists": [{"id": "guide", "edition": "1"}]'

# A huge file: its name, and what follows the head on standard input.
huge()
{
	{
		printf '%s' "${head/ID/$1}"
		cat
	} >"$files/$1.json"
	check_organisation "$files/$1.json"
	rm -f "$data/$1".*
}

{ printf ', "name": "'; head -c $((16 * 1024 * 1024)) /dev/zero | tr '\0' a; printf '"}'; } | huge too-large
truncate -s 1T "$files/sparse.json"
cp --sparse=always "$files/too-large.json" "$files/sparse.json" && truncate -s 1T "$files/sparse.json"
ln "$files/sparse.json" "$data/sparse.json"
timed show sparse
refused 1 'a file of 1 TiB is refused'
check_quick 'a file of 1 TiB'
rm -f "$data"/sparse.* "$files/sparse.json"
{ printf ', "x": '; head -c 8000000 /dev/zero | tr '\0' '['; } | huge deep-arrays
{ printf ', "x": '; yes '{"a":' | head -n 1000000; } | huge deep-objects
{ printf ', "x": {'; seq -f '"m%.0f": 0,' 1000000; printf '"m7": 0}}'; } | huge million-members
{ printf ', "x": {'; yes '"m": 0,' | head -n 1000000; printf '"m": 0}}'; } | huge same-member
{ printf ', "x": ['; yes '0,' | head -n 4000000; printf '0]'; } | huge array-not-closed
{ printf ', "x": ['; yes '0,' | head -n 5000000; printf '0]}'; } | huge array-of-millions
{ printf ', "entries": {'; seq -f '"e%.0f": {"status": "open"},' 200000; printf '"e": {}}}'; } | huge wrong-entries
{ printf ', "members": ['; yes '{"name": "I"},' | head -n 1000000; printf '{"name": "I"}]}'; } | huge same-people
{ printf ', "actions": ['; seq -f '{"id": "b%.0f", "title": "T"},' 200000; printf '{}]}'; } | huge wrong-actions
{ printf ', "checklists": ['; yes '{"id": "guide", "edition": "1"},' | head -n 200000; printf '{}]}'; } | huge same-checklists
{ printf ', "name": "'; yes '\u0041' | head -n 2000000 | tr -d '\n'; printf '\\ud800"}'; } | huge escapes
{ printf ', "x": '; head -c 4000000 /dev/zero | tr '\0' 9; printf '}'; } | huge long-number

# What is no file, in the place of one. Nothing waits for it, nothing follows it.
run new bon --checklist "$work/guide.json"
kept=$(cat "$data/bon.json")
echo 'do not touch' >"$work/victim"

make_odd()
{
	case $1 in
	link) ln -s "$work/victim" "$2" ;;
	'dangling link') ln -s "$work/nowhere" "$2" ;;
	fifo) mkfifo "$2" ;;
	folder) mkdir "$2" && touch "$2/inside" ;;
	device) mknod "$2" c 1 5 2>/dev/null ;;
	esac
}

for kind in link 'dangling link' fifo folder device; do
	if ! make_odd "$kind" "$work/try"; then
		echo "skipped: no $kind can be made here"
		continue
	fi
	rm -rf "$work/try"

	make_odd "$kind" "$data/odd.json"
	timed show odd
	refused 1 "a $kind as a file"
	says odd.json "a $kind as a file is named"
	timed set odd one owner=x
	refused 1 "a $kind as a file is not written"
	timed new odd --checklist "$work/guide.json"
	refused 1 "a $kind as a file is not replaced"
	timed list
	is 0 "a $kind does not keep the list from being shown"
	prints bon "a $kind does not hide the others"
	rm -rf "$data"/odd.*

	mv "$data/bon.lock" "$work/lock"
	make_odd "$kind" "$data/bon.lock"
	timed set bon one owner=x
	refused 1 "a $kind as a lock"
	says bon.lock "a $kind as a lock is named"
	rm -rf "$data/bon.lock"
	mv "$work/lock" "$data/bon.lock"

	mv "$data/bon.history.jsonl" "$work/history"
	make_odd "$kind" "$data/bon.history.jsonl"
	timed set bon one owner=x
	refused 1 "a $kind as the history"
	says bon.history.jsonl "a $kind as the history is named"
	timed log bon
	refused 1 "a $kind as the history is not read"
	timed undo bon
	refused 1 "a $kind as the history is not undone"
	timed show bon
	is 0 "a $kind as the history does not keep one from reading"
	rm -rf "$data/bon.history.jsonl"
	mv "$work/history" "$data/bon.history.jsonl"

	mv "$data/checklists/guide@1.json" "$work/copy"
	make_odd "$kind" "$data/checklists/guide@1.json"
	timed show bon
	refused 1 "a $kind as a checklist's copy"
	says guide@1.json "a $kind as a checklist's copy is named"
	rm -rf "$data/checklists/guide@1.json"
	mv "$work/copy" "$data/checklists/guide@1.json"
	same "$(cat "$data/bon.json")" "$kept" "a $kind changes nothing"

	beside=bon.json.$(($(jq .revision "$data/bon.json") + 1)).new
	make_odd "$kind" "$data/$beside"
	timed set bon one owner="$kind"
	if [ "$kind" = folder ]; then
		refused 1 'a folder as debris is not for a save to remove'
		says "$beside" 'a folder as debris is named'
	else
		is 0 "a $kind as debris is replaced, not followed"
		true_that "a $kind as debris is gone" test ! -e "$data/$beside" -a ! -L "$data/$beside"
		run undo bon
	fi
	rm -rf "${data:?}/$beside"
	kept=$(cat "$data/bon.json")
	same "$(cat "$work/victim")" 'do not touch' "a $kind leads nowhere"
	true_that "a $kind makes nothing elsewhere" test ! -e "$work/nowhere"
done

# Histories. The organisation itself is whole, and says so.
good=$(cat "$data/bon.history.jsonl")
for line in 'not JSON' '{"revision": 1}' '[]' \
	'{"at":"2026-11-24T10:00:00Z","by":"I","entry":"one","field":"owner","from":null,"to":"x"}' \
	'{"revision":1,"at":"soon","by":"I","entry":"","field":"name","from":null,"to":"x"}' \
	'{"revision":1,"at":"2026-11-24T10:00:00Z","by":"I","entry":"one","field":"colour","from":null,"to":"x"}' \
	'{"revision":-7,"at":"2026-11-24T10:00:00Z","by":"I","entry":"one","field":"owner","from":null,"to":"x"}'; do
	printf '%s\n%s\n' "$line" "$good" >"$data/bon.history.jsonl"
	timed log bon
	refused 1 "a history with $line"
	says bon.history.jsonl:1 "the message names the line of $line"
	run undo bon
	refused 1 "nothing is taken back by a history with $line"
	run show bon
	is 0 "it opens beside a history with $line"
done
printf '%s\n' "$good" >"$data/bon.history.jsonl"
truncate -s 1T "$data/bon.history.jsonl"
timed log bon
refused 1 'a history of 1 TiB is not read'
check_quick 'a history of 1 TiB'
timed set bon one owner=x
refused 1 'nor appended to'
check_quick 'a history of 1 TiB, appended to'
timed list
is 0 'nor does it hold up the list'
printf '%s\n' "$good" >"$data/bon.history.jsonl"

# Ids never become paths beyond their grammar.
there=$(find "$work" | sort)
for id in ../bon ./bon bon/ /etc/passwd .bon BON bön 'bon ' "$(printf '%0100d' 0)" '' -x; do
	for command in 'show --' 'set -- ID one owner=x' 'plan --' 'new --'; do
		case $command in
		*ID*) eval "run ${command/ID/'"$id"'}" ;;
		*) run ${command%% *} -- "$id" ;;
		esac
		true_that "no organisation ($command: $status): $id" test "$status" -eq 1 -o "$status" -eq 2
		silent "$command: $id"
	done
done
same "$(find "$work" | sort)" "$there" 'and nothing is made of them'

if [ -n "${UPDATE:-}" ]; then
	cp "$work/expected" "$expected"
fi
echo "the slowest took $slowest ms: $slowest_is"
finish
