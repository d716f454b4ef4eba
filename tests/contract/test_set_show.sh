#!/bin/sh
# SPDX-License-Identifier: MIT
# Making an organisation, changing it, and reading it back: DESIGN.md, "Command line".
# shellcheck source=tests/contract/harness.sh
. "$(dirname "$0")/harness.sh"

run new demo --name 'Coopérative Démo'
is 0 'new makes an organisation'
file_json "$data/demo.json" '.format == "jalon-organisation" and .version == 1 and .id == "demo"
	and .name == "Coopérative Démo" and .capacity == 2
	and .checklists[0] == {"id": "agit-9-ancrage-territorial", "edition": "2020-05"}' \
	'the file of a new organisation'
run new demo
refused 1 'new does not replace an organisation'
for id in Demo demo.json ../demo démo -demo '' 'a b' \
	aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; do
	run new -- "$id"
	refused 2 "an id outside the grammar: '$id'"
done
run show nobody
refused 1 'an organisation that does not exist'
says nobody 'the message names it'

run show demo --format json
is 0 'show in JSON'
json '.organisation == "demo" and .name == "Coopérative Démo" and (.revision | type) == "number"' 'its head'
json '.counts | keys == ["doing", "done", "late", "new", "not_applicable", "todo", "total"]' 'its counts'
json '.counts.total == (.entries | length) and .counts.new == .counts.total' 'nobody has looked at anything at first'
json '["due", "effort", "id", "impact", "item", "kind", "notes", "owner", "pin", "priority", "reason",
	"requires", "review", "section", "service", "status", "title"] - (.entries[0] | keys) == []' 'the members of an entry'
json '[.entries[].id] | all(test("@") | not)' 'no entry for a service before there is one'
total=$(printf '%s' "$out" | jq .counts.total)

run service demo 'Portail usagers'
is 0 'a service'
same "$out" portail-usagers 'its id is printed'
run service demo 'Portail, usagers !'
same "$out" portail-usagers-2 'an id taken is numbered'
run show demo --format json
json ".counts.total == $total + 6" 'three questions for each of two services'
run show demo trois-questions-publics@portail-usagers --format json
json '.entries | length == 1 and .[0].service == "portail-usagers" and .[0].item == "trois-questions-publics"' \
	'show of one entry'

run set demo associations-locales status=doing owner=Inès due=2027-01-15 effort=0.25 impact=4 priority=must
is 0 'set of several fields'
run show demo associations-locales --format json
json '.entries[0] | .status == "doing" and .owner == "Inès" and .due == "2027-01-15" and .effort == 0.25
	and .impact == 4 and .priority == "must"' 'they read back'
run set demo associations-locales owner= due=
is 0 'nothing after = clears'
run show demo associations-locales --format json
json '.entries[0] | .owner == "" and .due == null' 'cleared'

before=$(cat "$data/demo.json")
while read -r wanted field; do
	run set demo associations-locales "$field"
	refused "$wanted" "refused: $field"
done <<'END'
2 status=finished
2 status=Done
2 priority=high
2 impact=0
2 impact=101
2 impact=2.5
2 impact=abc
2 effort=-1
2 effort=1000.01
2 effort=0.125
2 effort=1e2
2 due=15/01/2027
2 due=2027-02-30
2 due=2027-1-5
2 due=tomorrow
2 review=never
2 colour=red
2 statusdone
2 status=not_applicable
2 note=hello
END
run set demo no-such-entry status=done
refused 1 'an entry that does not exist'
run set demo trois-questions-publics status=done
refused 1 'a question for services is no entry without its service'
run set demo associations-locales pin=no-such-entry
same "$status" 1 'a pin to nothing'
run set demo associations-locales status=done colour=red
refused 2 'one bad field refuses all'
run frobnicate demo
refused 2 'an unknown command'
run sohw demo
says 'mean “show”' 'a suggestion'
run show demo --frobnicate
refused 2 'an unknown option'
run show demo --format yaml
refused 2 'an unknown format'
same "$(cat "$data/demo.json")" "$before" 'no refusal changed the file'

run set demo associations-locales status=not_applicable 'reason=pas de locaux' review=2020-01-01
is 0 'not applicable with a reason'
run show demo --format json
json '.counts.not_applicable == 0' 'a review date that has passed brings it back'
run set demo associations-locales review=2999-01-01
run show demo --format json
json '.counts.not_applicable == 1 and .counts.done == 0' 'a review date to come does not'
run set demo associations-locales reason=
refused 2 'its reason cannot be cleared'
run set demo associations-locales status=todo reason= review=
is 0 'back to do'
run set demo associations-locales status= effort= impact= priority=
file_json "$data/demo.json" '(.entries // {}) | has("associations-locales") | not' \
	'an entry that holds only defaults is not written'

run note demo associations-locales 'Une note « à moi »'
is 0 'a note'
run --by Marc note demo associations-locales 'Une autre'
run show demo associations-locales --format json
json '.entries[0].notes | length == 2 and .[0].text == "Une note « à moi »" and .[1].by == "Marc"
	and (.[1].at | test("^[0-9-]{10}T[0-9:]{8}Z$"))' 'notes are added'
run note demo associations-locales ''
refused 2 'an empty note'

run add demo 'Appeler la mission locale' --item associations-locales --requires associations-locales owner=Inès effort=0.5
is 0 'an own action'
same "$out" a1 'its id is printed'
run show demo a1 --format json
json '.entries[0] | .title == "Appeler la mission locale" and .kind == "action" and .owner == "Inès"
	and .effort == 0.5 and .requires == ["associations-locales"] and .priority == "should" and .impact == 3' \
	'it is an entry like others'
file_json "$data/demo.json" '.actions == [{"id": "a1", "title": "Appeler la mission locale",
	"item": "associations-locales", "requires": ["associations-locales"]}]' 'in the file'
run add demo Deux --requires no-such
refused 1 'a requirement that does not exist'
run add demo Deux --item no-such
refused 1 'an item that does not exist'
run add demo ''
refused 2 'an action without a title'
run add demo Deux
same "$out" a2 'the next id'

run member demo Inès capacity=1
is 0 'a member'
run member demo Inès capacity=1.5
is 0 'another capacity'
file_json "$data/demo.json" '.members == [{"name": "Inès", "capacity": 1.5}]' 'once in the file'
run member demo Inès capacity=0
refused 2 'no capacity at all'
run edit demo name='Démo & fils' language=en capacity=5
is 0 'edit'
file_json "$data/demo.json" '.name == "Démo & fils" and .language == "en" and .capacity == 5' 'edited'
run edit demo capacity=-1
refused 2 'a negative capacity'
run edit demo language=de
refused 2 'an unknown language'
run edit demo status=done
refused 2 'a field of entries'

run_with_input 'a1 owner="Inès B." status=done
# a remark

a2 due=2027-03-01 owner="Marc O\"Neil"
' set demo -
is 0 'several lines from standard input'
run show demo a1 --format json
json '.entries[0].owner == "Inès B." and .entries[0].status == "done"' 'the first line'
revision=$(jq .revision "$data/demo.json")
run_with_input 'a1 status=todo
a2 status=broken
' set demo -
refused 2 'one bad line refuses all'
same "$(jq .revision "$data/demo.json")" "$revision" 'nothing was written'
run_with_input 'a1 status=todo
nobody status=done
' set demo -
refused 1 'one unknown entry refuses all'
run --by Zoé set demo a1 status=doing --if-revision 1
refused 3 'another revision than the one seen'
run set demo a1 status=doing --if-revision "$revision"
is 0 'the revision seen'
run set demo a1 status=doing --if-revision x
refused 2 'no revision at all'

run list --format json
json '.organisations | length == 1 and .[0].id == "demo" and (.[0] | has("counts") and has("modified") and has("revision"))' 'list'
echo '{' >"$data/broken.json"
echo x >"$data/Not An Id.json"
run list --format json
is 0 'list goes on past a broken file'
json '.organisations | length == 2 and (.[] | select(.id == "broken") | has("error") and (has("counts") | not))' 'and says so'
run show broken
refused 1 'a broken file'
says broken.json 'the message names the file'
run set broken a1 status=done
refused 1 'a broken file is not written'
same "$(cat "$data/broken.json")" '{' 'its bytes are as they were'
run new broken
refused 1 'nor replaced by a new one'

before_bad=$(cat "$data/demo.json")
bad=$(printf 'caf\351')
run note demo a1 "$bad"
is 2 'a note that is not UTF-8'
run set demo a1 "owner=$bad"
is 2 'an owner that is not UTF-8'
same "$(cat "$data/demo.json")" "$before_bad" 'nothing was written'
finish
