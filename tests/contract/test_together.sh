#!/bin/sh
# SPDX-License-Identifier: MIT
# Eight processes make 25 changes each at once: none is lost, none waits in vain, and nobody who
# changes another field meets a conflict.
# shellcheck source=tests/contract/harness.sh
. "$(dirname "$0")/harness.sh"

# The arguments of change $2 of writer $1, each on its own field, entry or list.
change()
{
	case $1 in
	1) set -- set demo associations-locales "owner=n$2" ;;
	2) set -- set demo associations-locales "effort=$2" ;;
	3) set -- set demo associations-locales "impact=$2" ;;
	4) set -- set demo "$other" "reason=r$2" ;;
	5 | 6) set -- note demo associations-locales "note $1-$2" ;;
	7) set -- add demo "action $2" "owner=a$2" ;;
	8) set -- member demo "m$2" ;;
	esac
	"$JALON" --data "$data" --by "w$writer" "$@" >>"$work/printed-$writer" 2>>"$work/refused" ||
		echo "$writer $2: status $?" >>"$work/refused"
}

run new demo --lang fr
run show demo --format json
other=$(printf '%s' "$out" | jq -r '[.entries[].id | select(. != "associations-locales")][0]')
: >"$work/refused"
writer=1
while [ "$writer" -le 8 ]; do
	(
		number=1
		while [ "$number" -le 25 ]; do
			change "$writer" "$number"
			number=$((number + 1))
		done
	) &
	writer=$((writer + 1))
done
wait

same "$(cat "$work/refused")" '' 'nobody is refused'
file_json "$data/demo.json" '.revision == 200' 'the revision counts 200 changes'
file_json "$data/demo.json" '.entries["associations-locales"] | .owner == "n25" and .effort == 25 and .impact == 25' \
	'each field has its last value'
file_json "$data/demo.json" '[.entries["associations-locales"].notes[].text] | length == 50 and (unique | length == 50)' \
	'50 notes of two writers, each once'
file_json "$data/demo.json" '[.actions[] | {id, title}] | length == 25 and ([.[].id] | unique | length == 25) and ([.[].title] | unique | length == 25)' \
	'25 actions, each with an id of its own'
file_json "$data/demo.json" '[.members[].name] | unique | length == 25' '25 members'
same "$(sort -u "$work/printed-7" | wc -l | tr -d ' ')" 25 'every id that was printed is another'
same "$(jq -s '[.[].revision] | unique | length' "$data/demo.history.jsonl")" 200 'the history has every revision'
true_that 'the file is good' "$JALON" check "$data/demo.json"
finish
