#!/bin/sh
# SPDX-License-Identifier: MIT
# Own actions and services, made and taken back by two people who build on each other's.
# shellcheck source=tests/contract/harness.sh
. "$(dirname "$0")/harness.sh"

# The undo of what another's action needs is a conflict, until that action is gone.
in_use()
{
	before=$(cat "$data/demo.json")
	run --by Inès undo demo
	refused 3 "$1: in use"
	same "$(cat "$data/demo.json")" "$before" "$1: nothing changed"
	run --by Marc undo demo
	is 0 "$1: its user goes"
	run --by Inès undo demo
	is 0 "$1: free to go"
}

run --by Inès new demo
run --by Inès add demo 'Une action'
run --by Marc add demo 'Sous elle' --item a1
is 0 'an own action under another'
in_use 'an action with one under it'
run --by Inès service demo Portail
run --by Marc add demo 'Sous lui' --item trois-questions-publics@portail
is 0 'an own action under an item of a service'
in_use 'a service with an action under it'

# An id is given once, for good: neither what the file still says of it nor a redo meets another.
run --by Inès add demo 'La mienne'
mine=$out
run --by Inès undo demo
run --by Marc add demo 'La sienne'
is 0 'an action made while another is undone'
true_that 'has an id of its own' [ "$out" != "$mine" ]
run --by Inès redo demo
is 0 'the undone one comes back'
run show demo "$mine" --format json
json '.entries[0].title == "La mienne"' 'as the one it was'
run --by Inès service demo Guichet
same "$out" guichet 'a service'
run --by Inès undo demo
run --by Marc service demo Guichet
same "$out" guichet-2 'and another of the same name'
run --by Inès redo demo
is 0 'the first one comes back too'

run --by Inès new kept
sed -i 's/^  "entries": {/&"a7": {"status": "done"}, "trois-questions-publics@portail": {"status": "done"}/' \
	"$data/kept.json"
run --by Inès add kept 'Nouvelle'
run show kept "$out" --format json
json '.entries[0].status == "todo"' 'an entry kept for nobody is not given to a new action'
run --by Inès service kept Portail
run show kept "trois-questions-publics@$out" --format json
json '.entries[0].status == "new"' 'nor to a new service'
finish
