#!/bin/sh
# SPDX-License-Identifier: MIT
# `jalon merge ORG FILE`: a copy that was changed apart comes in as one commit of whoever takes it in.
# shellcheck source=tests/contract/harness.sh
. "$(dirname "$0")/harness.sh"

apart=$work/apart
copy=demo.sync-conflict-20261124-101500-ABCDEFG
content()
{
	jq -S 'del(.revision, .modified)' "$1"
}

# Marc, on his machine.
elsewhere()
{
	"$JALON" --data "$apart" --by Marc "$@" >/dev/null
}

# Both begin alike, then each goes on; the copy comes back under another name, with its history.
begin()
{
	rm -rf "$data" "$apart"
	run new demo --lang fr --by Inès
	run set demo associations-locales owner=Zoé --by Inès
	run add demo Commune --by Inès
	cp -r "$data" "$apart"
	run set demo associations-locales due=2027-01-15 --by Inès
	run add demo Appeler --by Inès
	elsewhere set demo associations-locales effort=7
	elsewhere add demo Visiter
	elsewhere note demo a1 mot
	elsewhere service demo Portail
}

come_back()
{
	cp "$apart/demo.json" "$data/$copy.json"
	cp "$apart/demo.history.jsonl" "$data/demo.history.${copy#demo.}.jsonl"
}

begin
come_back
before=$(content "$data/demo.json")
run merge demo "$data/$copy.json" --by Inès
is 0 'a copy with other fields'
prints 4 'it says how many changes came'
file_json "$data/demo.json" '[.actions[] | [.id, .title]] == [["a1", "Commune"], ["a2", "Appeler"], ["a3", "Visiter"]]' \
	'a colliding id is given anew'
file_json "$data/demo.json" '.entries["associations-locales"] == {"owner": "Zoé", "due": "2027-01-15", "effort": 7}' 'both fields'
file_json "$data/demo.json" '.entries.a1.notes[0].by == "Marc" and .services[0].id == "portail"' 'the note, and the service'
run log demo --format json
json '[.changes[] | select(.revision == 6)] | length == 4 and all(.by == "Inès")' 'it is one commit of who took it in'
run merge demo "$data/$copy.json" --by Inès
is 0 'once more'
file_json "$data/demo.json" '.revision == 6' 'nothing is new'
run undo demo --by Inès
is 0 'it can be undone'
same "$(content "$data/demo.json")" "$before" 'all of it is taken back'
run redo demo --by Inès
is 0 'and done again'
run list --format json
json '.organisations | length == 1' 'a copy is no organisation of its own'

begin
run set demo associations-locales owner=Inès --by Inès
elsewhere set demo associations-locales owner=Marc
come_back
run merge demo "$data/$copy.json" --by Inès
is 3 'a field that both changed'
prints Marc 'what waits is said'
file_json "$data/demo.json" '.entries["associations-locales"].owner == "Inès" and
	([.conflicts[] | [.entry, .field, .ours, .theirs, .by]] == [["associations-locales", "owner", "Inès", "Marc", "Marc"]])' \
	'what stands stays, what waits is kept, with who said it'
run merge demo "$data/$copy.json" --by Inès
is 0 'nothing is new in it'

# One side took the note back, and the base tells so: it does not come again.
begin
run note demo associations-locales commune --by Inès
cp "$data/demo.json" "$apart/demo.json"
cp "$data/demo.history.jsonl" "$apart/demo.history.jsonl"
run undo demo --by Inès
run set demo associations-locales impact=9 --by Inès
elsewhere set demo associations-locales effort=8
come_back
run merge demo "$data/$copy.json"
is 0 'a note taken back on one side'
file_json "$data/demo.json" '.entries["associations-locales"] | has("notes") == false and .effort == 8 and .impact == 9' \
	'stays away'

# An older state says nothing, without any history of its own.
begin
cp "$data/demo.json" "$work/old.json"
run set demo associations-locales owner=Inès
run merge demo "$work/old.json"
is 0 'an older state'
file_json "$data/demo.json" '.entries["associations-locales"].owner == "Inès" and has("conflicts") == false' 'changes nothing'

# Without a history of the copy: all that is set on both sides in two ways is a conflict.
begin
elsewhere set demo associations-locales owner=Marc
cp "$apart/demo.json" "$work/copy.json"
run merge demo "$work/copy.json"
is 3 'without a history'
file_json "$data/demo.json" '[.conflicts[] | [.field, .theirs]] == [["owner", "Marc"]]' 'the owner is a conflict'
file_json "$data/demo.json" '.entries["associations-locales"].effort == 7 and .entries["associations-locales"].due == "2027-01-15"' \
	'what one side alone says is there'
printf 'not a history\n' >"$work/copy.history.jsonl"
begin
run merge demo "$work/copy.json"
is 3 'a history that cannot be read is none'

# Members that jalon does not know wait as conflicts, since no change can say them.
begin
jq '.entries["associations-locales"].colour = "red"' "$data/demo.json" >"$work/colour.json"
run merge demo "$work/colour.json"
is 3 'an unknown member'
file_json "$data/demo.json" '[.conflicts[] | [.entry, .field, .ours, .theirs]] == [["associations-locales", "colour", null, "red"]]' \
	'is kept'

refuses()
{
	code=$1
	what=$2
	shift 2
	there=$(cat "$data/demo.json" "$data/demo.history.jsonl")
	run merge "$@"
	is "$code" "$what"
	silent "$what"
	same "$(cat "$data/demo.json" "$data/demo.history.jsonl")" "$there" "$what: nothing changed"
}

begin
come_back
jq '.id = "autre"' "$apart/demo.json" >"$work/autre.json"
jq '.capacity = "x"' "$apart/demo.json" >"$work/broken.json"
jq '.checklists += [{"id": "inconnue", "edition": "1"}]' "$apart/demo.json" >"$work/list.json"
: >"$work/empty.json"
refuses 1 'an organisation that is not there' personne "$data/$copy.json"
refuses 1 'a copy that is not there' demo "$work/gone.json"
refuses 1 'a copy of another organisation' demo "$work/autre.json"
says autre 'it is named'
refuses 1 'an invalid copy' demo "$work/broken.json"
says 'broken.json:' 'with file and line'
refuses 1 'a copy with another checklist' demo "$work/list.json"
says inconnue 'it is named too'
refuses 1 'an empty copy' demo "$work/empty.json"
refuses 1 'a folder' demo "$work"
refuses 3 'another revision' demo "$data/$copy.json" --if-revision 2
run merge demo "$data/$copy.json" --if-revision 5
is 0 'the revision that was named'
finish
