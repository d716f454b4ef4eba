#!/bin/sh
# SPDX-License-Identifier: MIT
# History, undo and redo: DESIGN.md, "Saving, undoing, refusing".
# shellcheck source=tests/contract/harness.sh
. "$(dirname "$0")/harness.sh"

run --by Inès new demo
is 0 'an organisation'
empty=$(content demo)
run --by Inès undo demo
refused 1 'making the organisation is not undone'
run --by Inès redo demo
refused 1 'nothing to redo'

each()
{
	before=$(content demo)
	run --by Inès "$@"
	is 0 "done: $*"
	after=$(content demo)
	run --by Inès undo demo
	is 0 "undone: $*"
	same "$(content demo)" "$before" "content after undo: $*"
	run --by Inès redo demo
	is 0 "redone: $*"
	same "$(content demo)" "$after" "content after redo: $*"
}
each set demo associations-locales status=done owner=Inès
each note demo associations-locales 'Une note'
each service demo Portail
each set demo trois-questions-publics@portail status=doing
each add demo 'Une action' --requires associations-locales effort=2 owner=Zoé
each set demo a1 status=not_applicable reason=non review=2999-01-01
each member demo Inès capacity=1
each member demo Inès capacity=2.5
each edit demo name=Autre language=en capacity=4
for _ in 1 2 3 4 5 6 7 8 9; do
	run --by Inès undo demo
	is 0 'all the way back'
done
same "$(content demo)" "$empty" 'back to the beginning'
run --by Inès undo demo
refused 1 'nothing left to undo'
for _ in 1 2 3 4 5 6 7 8 9; do
	run --by Inès redo demo
	is 0 'all the way forth'
done
same "$(content demo)" "$after" 'all is there again'
run --by Inès redo demo
refused 1 'nothing left to redo'

run --by Marc undo demo
refused 1 'undo is one'\''s own'
run --by Inès set demo associations-locales owner=A
run --by Marc set demo associations-locales owner=B
run --by Inès undo demo
refused 3 'a field that somebody else changed since'
run --by Marc set demo associations-locales status=doing
run --by Marc undo demo
is 0 'one'\''s own is undone'
run show demo associations-locales --format json
json '.entries[0].owner == "B" and .entries[0].status == "done"' 'and nothing else'
run --by Inès set demo a1 owner=Inès
run --by Marc redo demo
is 0 'another'\''s change does not end one'\''s redo'
run --by Marc undo demo
run --by Marc set demo a1 effort=3
run --by Marc redo demo
refused 1 'a new change of one'\''s own does'

run log demo --format json
is 0 'log'
json '.changes | (length > 10) and (.[0] | has("revision") and has("at") and has("by") and has("entry") and has("field") and has("from") and has("to"))' 'its members'
json '[.changes[].revision] | . == (sort | reverse)' 'newest first'
json '.changes[0] | .by == "Marc" and .entry == "a1" and .field == "effort" and .to == 3' 'the newest change'
json '[.changes[] | select(.field == "service")] | length > 0 and (.[-1].to.name == "Portail")' 'services are there'
json '[.changes[] | select(.field == "action")] | length > 0' 'own actions are there'
same "$(jq -s 'map(has("revision") and has("at") and has("by") and has("entry") and has("field") and has("from") and has("to")) | all' "$data/demo.history.jsonl")" true 'the history file, one change a line'

# A crash after the history was written and before the rename.
revision=$(jq .revision "$data/demo.json")
printf '{"revision":%d,"at":"2026-11-24T10:00:00Z","by":"Ghost","entry":"a1","field":"owner","from":"","to":"Ghost"}\n' \
	$((revision + 1)) >>"$data/demo.history.jsonl"
printf '{"revision":%d,"at":"2026-' $((revision + 1)) >>"$data/demo.history.jsonl"
run log demo --format json
json '[.changes[].by] | index("Ghost") == null' 'lines of a revision never reached do not show'
run --by Inès set demo a1 due=2027-01-01
is 0 'the next save'
same "$(grep -c Ghost "$data/demo.history.jsonl")" 0 'drops them'
run log demo --format json
json ".changes[0].revision == $revision + 1" 'the history goes on'

# What jalon does not know is kept.
sed -i 's/^  "version": 1,$/&\n  "future": {"x": [1, 2.50, 12345678901234567890], "é": "\\u00e9"},/
	s/^    "a1": {$/&\n      "mood": "good",/
	s/^  "entries": {$/&\n    "gone@x": {"status": "done"},/' "$data/demo.json"
run --by Inès set demo a1 owner=Zoé
is 0 'a file with unknown members'
file_json "$data/demo.json" '.entries.a1.mood == "good" and .entries["gone@x"].status == "done" and .future.x[0] == 1' 'they are kept'
true_that 'no number is rounded' grep -q 12345678901234567890 "$data/demo.json"
copy=$(cat "$data/demo.json")
run --by Inès set demo a1 owner=Marie
run --by Inès undo demo
same "$(sed '/"revision"/d; /"modified"/d' "$data/demo.json")" \
	"$(printf '%s\n' "$copy" | sed '/"revision"/d; /"modified"/d')" 'undone byte for byte'
same "$(find "$data" -type f ! -name 'demo.*' ! -path '*/.places/*')" '' 'no debris'
finish
