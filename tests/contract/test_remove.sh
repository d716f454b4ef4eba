#!/bin/sh
# SPDX-License-Identifier: MIT
# What was typed is put right and taken away; undo brings all back.
# shellcheck source=tests/contract/harness.sh
. "$(dirname "$0")/harness.sh"

# The organisation, but for what each save counts.
without_revision()
{
	jq -S 'del(.revision, .modified)' "$data/demo.json"
}

# WHAT SUBJECT FILTER: it goes with all that names it, and comes back by undo.
goes()
{
	before=$(without_revision)
	run --by Inès remove demo "$2"
	is 0 "$1 goes"
	prints 'undo' "$1: the way back"
	after=$(jq "$3" "$data/demo.json")
	same "$after" true "$1 is gone"
	run --by Inès undo demo
	is 0 "$1: undo"
	same "$(without_revision)" "$before" "$1 is back"
	run --by Inès redo demo
	is 0 "$1: redo"
	same "$(jq "$3" "$data/demo.json")" true "$1 is gone again"
	run --by Inès undo demo
	same "$(without_revision)" "$before" "$1 is back again"
}

run --by Inès new demo --lang en
run --by Inès service demo Portail
run --by Inès member demo Marc capacity=1
run --by Inès add demo Un owner=Marc
run --by Inès add demo Deux --requires 'a1 , associations-locales' owner=Marc
is 0 'blanks after a comma'
json_of='.entries[] | select(.id == "a2") | .requires == ["a1", "associations-locales"]'
run show demo --format json
json "$json_of" 'both are required'
run --by Inès set demo associations-locales requires=a1 pin=a1
is 0 'an item requires an action'
run --by Marc note demo a1 'Une note'
run --by Inès note demo trois-questions-publics@portail 'Une autre'

goes 'an action' a1 '[.. | strings | select(. == "a1")] == []'
goes 'a service' service:portail '[.. | strings | select(contains("portail"))] == [] and .services == []'
goes 'a member' member:Marc '.members == [] and .entries.a1.owner == "Marc"'

run remove demo associations-locales
refused 1 'an item of the guide'
says not_applicable 'what to do instead'
run remove demo service:x
refused 1 'no such service'
run remove demo a1 --if-revision 1
refused 3 'another revision'

run --by Inès set demo a1 requires=a2
refused 2 'a circle'
says 'a1 → a2 → a1' 'its ids'
says Deux 'its titles'
run --by Inès set demo a1 title=Premier item=associations-locales left=0.25 status=doing
is 0 'an action is put right'
run show demo a1 --format json
json '.entries[0] | .title == "Premier" and .item == "associations-locales" and .left == 0.25' 'in JSON'
run plan demo --format json
json '.actions[] | select(.id == "a1") | .effort == 0.25' 'the plan reckons with what is left'
run --by Inès set demo member:Marc 'name=Marc B.' capacity=3
is 0 'a member has another name'
same "$(jq -c '[.members[0].name, .members[0].capacity, .entries.a1.owner]' "$data/demo.json")" \
	'["Marc B.",3,"Marc B."]' 'and keeps what they own'
run --by Inès set demo service:portail name=Guichet
is 0 'a service has another name'
run --by Inès set demo associations-locales title=x
refused 2 'the title of an item'

run --by Inès note demo a1 'Deuxième'
run --by Inès note demo a1 --replace 1 x
refused 1 'a note of another'
says Marc 'whose it is'
run --by Marc note demo a1 --replace 1 'Corrigée'
is 0 'a note of their own'
run show demo a1
prints 'put right' 'everybody sees it'
run show demo a1 --format json
json '.entries[0].notes | length == 2 and .[0].text == "Corrigée" and .[0].changed' 'in its place'
run --by Inès note demo a1 --remove 2
is 0 'a note of their own is taken back'
run --by Inès note demo a1 --remove 2
refused 1 'there is none any more'
run --by Inès note demo a1 --remove 1 --replace 1 x
refused 2 'both at once'
run --by Inès undo demo
run show demo a1 --format json
json '.entries[0].notes[1].text == "Deuxième"' 'undo brings it back'

before=$(cat "$data/demo.json" "$data/demo.history.jsonl")
run remove demo --if-revision 1
refused 3 'the organisation at another revision'
run remove demo
is 0 'the organisation'
way_back=$(printf '%s\n' "$out" | sed -n 's/^ *\(mv .*\)$/\1/p')
run show demo
refused 1 'it is gone'
run remove demo
refused 1 'and cannot go twice'
run --by Inès new demo
is 0 'another one of its id'
run log demo --format json
json '.changes | length == 1' 'has no part of its history'
run remove demo
is 0 'goes too'
sh -c "$way_back"
same "$(cat "$data/demo.json" "$data/demo.history.jsonl")" "$before" 'the first one is back, whole'

for list in one two; do
	printf '{"format":"jalon-checklist","version":1,"id":"%s","edition":"1","title":"T","sections":[{"id":"s","title":"S","items":[{"id":"same","kind":"question","scope":"service","title":"Q"}]}]}' \
		"$list" >"$work/$list.json"
done
run new both --checklist "$work/one.json" --checklist "$work/two.json"
refused 1 'two lists that share an item for services'
says 'one, two' 'names both'
true_that 'and leaves nothing' test ! -e "$data/both.json"

finish
