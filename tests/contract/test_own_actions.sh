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
finish
