#!/bin/sh
# SPDX-License-Identifier: MIT
# What becomes of a command whose output nobody takes: DESIGN.md, "Command line".
# shellcheck source=tests/contract/harness.sh
. "$(dirname "$0")/harness.sh"

run new demo --name Démo
mkfifo "$work/pipe"
exec 3<>"$work/pipe"
exec 4>"$work/pipe"
exec 3<&-

# As in `jalon … | head -1`, once head has left.
run_unheard()
{
	"$JALON" --data "$data" "$@" >&4 2>"$work/error" 4>&-
	status=$?
	out=''
	error=$(cat "$work/error")
}

run_to_full_disk()
{
	"$JALON" --data "$data" "$@" >/dev/full 2>"$work/error"
	status=$?
	out=''
	error=$(cat "$work/error")
}

for command in 'plan demo' 'show demo' 'log demo' 'list' 'guide' 'show demo --format json' '--help' 'plan --help' '--version'; do
	# shellcheck disable=SC2086 # words are wanted
	run_unheard $command
	is 141 "$command, unheard, ends by SIGPIPE"
	same "$error" '' "$command, unheard, says nothing"
	# shellcheck disable=SC2086 # words are wanted
	run_to_full_disk $command
	is 1 "$command to a full disk fails"
	says 'no space left' "$command to a full disk says why"
done

# A save stands, whoever hears of it.
run_unheard set demo associations-locales status=done
is 0 'a save that is not heard is one'
run_unheard --lang en add demo Une
is 0 'an action that is not heard is one'
says 'saved' 'and that is said'
run show demo --format json
json '[.entries[] | select(.status == "done" or .title == "Une")] | length == 2' 'both are on the disk'
run_unheard undo demo
is 0 'nor does an undo need to be heard'
run_unheard new third
is 0 'nor a new organisation'
true_that 'which is there' [ -f "$data/third.json" ]
run_unheard set demo associations-locales status=perhaps
is 2 'a refusal is one, heard or not'
true_that 'who stays gets what it reads' [ "$("$JALON" --data "$data" plan demo | head -n 1 | grep -c .)" -eq 1 ]
finish
