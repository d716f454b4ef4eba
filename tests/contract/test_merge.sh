#!/bin/sh
# SPDX-License-Identifier: MIT
# `jalon merge BASE OURS THEIRS`: what it writes, how it ends, and that nothing is written otherwise.
# shellcheck source=tests/contract/harness.sh
. "$(dirname "$0")/harness.sh"

side=$work/side
mkdir "$side"

# The organisation as it is now goes to FILE.
keep()
{
	cp "$data/demo.json" "$side/$1.json"
	cp "$data/demo.history.jsonl" "$side/$1.history.jsonl"
}

back()
{
	cp "$side/$1.json" "$data/demo.json"
	cp "$side/$1.history.jsonl" "$data/demo.history.jsonl"
}

merge()
{
	cp "$side/$2.json" "$side/merged.json"
	run merge "$side/$1.json" "$side/merged.json" "$side/$3.json"
}

run new demo --lang fr --by Inès
run set demo associations-locales owner=Zoé --by Inès
keep base
run set demo associations-locales due=2027-01-15 effort=3 --by Inès
run add demo Appeler --by Inès
run note demo associations-locales un --by Inès
keep ours
back base
run set demo associations-locales priority=could --by Marc
run add demo Visiter --by Marc
run service demo Portail --by Marc
run note demo associations-locales deux --by Marc
keep theirs

# Nothing met: 0, and all is there.
merge base ours theirs
is 0 'two people who changed different fields'
silent 'a merge without conflicts'
file_json "$side/merged.json" '.entries["associations-locales"] |
	.due == "2027-01-15" and .effort == 3 and .priority == "could" and .owner == "Zoé"' 'every field is there'
file_json "$side/merged.json" '[.entries["associations-locales"].notes[].text] == ["un", "deux"]' 'both notes'
file_json "$side/merged.json" '[.actions[] | [.id, .title]] == [["a1", "Appeler"], ["a2", "Visiter"]]' \
	'two actions that took one id are two'
file_json "$side/merged.json" '[.services[].id] == ["portail"] and has("conflicts") == false' 'the service, and no conflict'
file_json "$side/merged.json" '.revision == 7' 'one revision more than the greater'
cp "$side/merged.json" "$side/one.json"
merge base theirs ours
is 0 'the other way round'
same "$(cat "$side/merged.json")" "$(cat "$side/one.json")" 'it is the same whoever is OURS'
true_that 'jalon takes it' env cp "$side/merged.json" "$side/demo.json"
true_that 'it is valid' "$JALON" check "$side/demo.json"
same "$(find "$side" -name '*.new')" '' 'no file is left beside it'

# The same field twice: 1, and both values are in the file.
back ours
run set demo associations-locales owner=Inès --by Inès
keep ours
back theirs
run set demo associations-locales owner=Marc --by Marc
keep theirs
merge base ours theirs
is 1 'two values of one field'
prints '1 conflit' 'it says that there is one'
prints Marc 'and which value waits'
file_json "$side/merged.json" '.entries["associations-locales"].owner == "Inès"' 'ours stands'
file_json "$side/merged.json" '[.conflicts[] | [.entry, .field, .ours, .theirs]] == [["associations-locales", "owner", "Inès", "Marc"]]' \
	'both are kept'
cp "$side/merged.json" "$data/demo.json"
run show demo --format json
json '.conflicts | length == 1' 'show has it'
run list --format json
json '.organisations[0].conflicts == 1' 'list counts it'
run show demo associations-locales
prints Marc 'show tells it in text'
run set demo associations-locales owner=Inès
is 0 'the value that stands, said again'
file_json "$data/demo.json" 'has("conflicts") == false' 'settles it'
run undo demo
is 0 'that is undone'
same "$(jq -c '[.conflicts, .entries]' "$data/demo.json")" "$(jq -c '[.conflicts, .entries]' "$side/merged.json")" \
	'and the conflict is back'
run set demo associations-locales owner=Marc
is 0 'the other value'
file_json "$data/demo.json" 'has("conflicts") == false' 'settles it as well'

# What both made from nothing: git gives an empty base.
: >"$side/none.json"
merge none ours theirs
is 1 'without a base'
file_json "$side/merged.json" '.entries["associations-locales"].due == "2027-01-15" and .entries["associations-locales"].priority == "could"' \
	'what only one says is there'

# Histories: both, each commit whole, in the order of their times, whoever is ours.
cp "$side/ours.history.jsonl" "$side/merged.history.jsonl"
run merge "$side/base.history.jsonl" "$side/merged.history.jsonl" "$side/theirs.history.jsonl"
is 0 'histories are told by their first line'
same "$(sort "$side/merged.history.jsonl")" "$(sort -u "$side/ours.history.jsonl" "$side/theirs.history.jsonl")" \
	'every line is there, once'
cp "$side/theirs.history.jsonl" "$side/other.history.jsonl"
run merge "$side/base.history.jsonl" "$side/other.history.jsonl" "$side/ours.history.jsonl"
same "$(cat "$side/other.history.jsonl")" "$(cat "$side/merged.history.jsonl")" 'the same whoever is ours'
cp "$side/none.json" "$side/empty.history.jsonl"
run merge "$side/none.json" "$side/empty.history.jsonl" "$side/ours.history.jsonl"
is 0 'an empty history takes the other one'
same "$(cat "$side/empty.history.jsonl")" "$(cat "$side/ours.history.jsonl")" 'as it is'

# Undo with two commits of one revision: each takes back one's own, whole.
merge base ours theirs
cp "$side/merged.json" "$data/demo.json"
cp "$side/merged.history.jsonl" "$data/demo.history.jsonl"
run log demo --format json
json '[.changes[] | select(.revision == 3) | .by] | unique | length == 2' 'two people made a revision 3'
before=$(jq -c .entries "$data/demo.json")
run undo demo --by Marc
is 3 'what stands as a conflict is not taken back'
run set demo associations-locales owner=Marc --by Marc
run undo demo --by Marc
same "$(jq -c .entries "$data/demo.json")" "$before" 'one undo, one commit'
run undo demo --by Inès
is 3 'nor what stands, while another value waits'
says tranche 'which is said'
run set demo associations-locales owner=Inès --by Inès
is 0 'she chooses herself'
before=$(jq -c .entries "$data/demo.json")
run note demo associations-locales trois --by Inès
run undo demo --by Inès
same "$(jq -c .entries "$data/demo.json")" "$before" 'her note is taken back, whole and alone'
run undo demo --by Inès
is 0 'then her choice'
file_json "$data/demo.json" '.conflicts | length == 1' 'and the conflict is back'

# Refusals: above 1, nothing written, nothing on standard output.
refuses()
{
	what=$1
	shift
	cp "$side/ours.json" "$side/merged.json"
	run merge "$@"
	true_that "$what: the status is above 1, not $status" test "$status" -gt 1 -a "$status" -lt 128
	silent "$what"
	true_that "$what: a message" test -n "$error"
	same "$(cat "$side/merged.json")" "$(cat "$side/ours.json")" "$what: nothing is written"
}

printf '{"format": "jalon-organisation", "version": 1, "id": "autre", "checklists": [{"id": "g", "edition": "1"}]}\n' >"$side/autre.json"
printf '{"format": "jalon-organisation", "version": 1, "id": "demo", "checklists": [{"id": "g", "edition": "1"}], "capacity": "x"}\n' >"$side/broken.json"
printf '{"format": "jalon-checklist"}\n' >"$side/list.json"
printf '{"revision":1,"at":"hier","by":"I","entry":"","field":"name","from":null,"to":"x"}\n' >"$side/broken.history.jsonl"
mkdir "$side/folder"
refuses 'another organisation' "$side/base.json" "$side/merged.json" "$side/autre.json"
says autre 'it names the other one'
refuses 'an invalid file' "$side/base.json" "$side/merged.json" "$side/broken.json"
says 'broken.json:1: capacity' 'it names file, line and member'
refuses 'an invalid base' "$side/broken.json" "$side/merged.json" "$side/theirs.json"
refuses 'a checklist' "$side/base.json" "$side/merged.json" "$side/list.json"
refuses 'a file that is not there' "$side/base.json" "$side/merged.json" "$side/gone.json"
refuses 'a folder' "$side/base.json" "$side/merged.json" "$side/folder"
refuses 'an organisation and a history' "$side/base.json" "$side/merged.json" "$side/theirs.history.jsonl"
refuses 'an empty file for theirs' "$side/base.json" "$side/merged.json" "$side/none.json"
refuses 'an option of others' "$side/base.json" "$side/merged.json" "$side/theirs.json" --format json
refuses 'one file' "$side/merged.json"
refuses 'four files' "$side/base.json" "$side/merged.json" "$side/theirs.json" "$side/theirs.json"
cp "$side/ours.history.jsonl" "$side/merged.history.jsonl"
run merge "$side/base.history.jsonl" "$side/merged.history.jsonl" "$side/broken.history.jsonl"
is 2 'a history with a broken line'
says broken.history.jsonl:1 'it names the line'
same "$(cat "$side/merged.history.jsonl")" "$(cat "$side/ours.history.jsonl")" 'and nothing is written'
cp "$side/ours.json" "$side/target.json"
ln -s target.json "$side/link.json"
run merge "$side/base.json" "$side/link.json" "$side/theirs.json"
is 2 'a link in the place of OURS'
same "$(cat "$side/target.json")" "$(cat "$side/ours.json")" 'what it leads to stays'
finish
