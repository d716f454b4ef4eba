#!/bin/sh
# SPDX-License-Identifier: MIT
# The plan, seen from outside: DESIGN.md, "Command line".
# shellcheck source=tests/contract/harness.sh
. "$(dirname "$0")/harness.sh"

cat >"$work/small.json" <<'END'
{"format": "jalon-checklist", "version": 1, "id": "small", "edition": "1", "title": "Small",
 "sections": [{"id": "s", "title": "S", "items": [
  {"id": "one", "kind": "recommendation", "title": "One", "impact": 5, "effort": 1},
  {"id": "two", "kind": "question", "title": "Two", "impact": 1, "effort": 1, "requires": ["one"]},
  {"id": "three", "kind": "vigilance", "title": {"en": "Three", "fr": "Trois"}, "impact": 5, "effort": 5, "priority": "must", "requires": ["four"]},
  {"id": "four", "kind": "opportunity", "title": "Four", "impact": 1, "effort": 2, "priority": "could"}
 ]}]}
END
run new small --checklist "$work/small.json"
is 0 'a checklist of one'\''s own'
true_that 'a copy is kept' [ -f "$data/checklists/small@1.json" ]
rm "$work/small.json"
run edit small capacity=5
run plan small --today 2026-11-23 --format json
is 0 'a plan'
json 'keys == ["actions", "bound", "capacity", "cost", "max_lateness", "optimal", "organisation", "revision", "set_aside", "today"]' 'its members'
json '.today == "2026-11-23" and .capacity == 5 and .max_lateness == 0 and .set_aside == []' 'its head'
json '.actions[0] | keys == ["due", "effort", "finish", "finish_date", "id", "impact", "kind", "owner", "priority",
	"rank", "reason", "requires", "start", "start_date", "status", "tier", "title", "unlocks"]' 'the members of an action'
json '[.actions[].id] == ["four", "three", "one", "two"]' 'requirements, then priorities, then return'
json '.actions[0] | .tier == "must" and .priority == "could" and .rank == 1 and .start == 0 and .finish == 2
	and .start_date == "2026-11-23" and .finish_date == "2026-11-24" and .unlocks == ["three"]' 'what a must requires is a must'
json '.cost == (1*2 + 5*7 + 5*8 + 1*9)' 'cost is impact times finish'
json '.bound <= .cost and (if .optimal then .bound == .cost else true end)' 'the bound is a bound'
json '[.actions[].reason] | all(length > 10)' 'each has its reason'
json '.actions[2] | .start_date == "2026-12-02" and .finish_date == "2026-12-02"' 'the eighth day of work, over a weekend'

run set small two due=2026-11-24
run plan small --today 2026-11-23 --format json
json '[.actions[].id][0:2] == ["one", "two"] and .max_lateness == 0' 'a date is a promise, before priorities'
run set small three due=2026-11-23
run plan small --today 2026-11-23 --format json
json '.max_lateness > 0' 'dates that cannot all be met'
run set small three due=
run set small two due=
run set small four status=done
run plan small --today 2026-11-23 --format json
json '[.actions[].id] == ["three", "one", "two"] and .actions[0].requires == []' 'done frees what waited'
run plan small --today 2026-11-28 --format json
json '.actions[0].start_date == "2026-11-30"' 'no work on a Saturday'
run set small three effort=0 priority=could impact=1
run plan small --today 2026-11-23 --format json
json '.actions[2] | .id == "three" and .start == 2 and .finish == 2 and .finish_date == "2026-11-24"' 'what takes no time ends with what it follows'
run set small three effort= priority= impact=
run set small four status=todo
run plan small --today 2026-02-30
refused 2 'no such day'
run plan small --today 2026-11-23 --format csv
is 0 'csv'
run plan small --today 2026-11-23 --format md
is 0 'md'
run plan small --today 2026-11-23 --format ics
is 0 'ics'
prints 'BEGIN:VTODO' 'a VTODO'
same "$(tr -d '\n' <"$work/out" | tr '\r' '\n' | grep -c '^BEGIN:VTODO')" 4 'one for each action, lines end with CRLF'

# Cycles can only come from a file written by hand.
run add small A
run add small B --requires a1
run add small C --requires a2
jq '.actions[0].requires = ["a2"] | .actions += [{"id": "a9", "title": "D", "item": "", "requires": ["nowhere"]}]' \
	"$data/small.json" >"$data/t" && mv "$data/t" "$data/small.json"
run plan small --today 2026-11-23 --format json
is 0 'a cycle does not stop the plan'
json '([.set_aside[] | select(.why == "cycle") | .id] | sort) == ["a1", "a2", "a3"]
	and (.set_aside[] | select(.id == "a1") | .with | sort | . == ["a1", "a2"] or . == ["a2"])' 'it is named and set aside with what hangs on it'
json '.set_aside[] | select(.id == "a9") | .why == "missing" and .with == ["nowhere"]' 'and so is what requires nothing there is'
json '[.actions[].id] | length == 4' 'the rest is planned'
one=$out
jq '.actions |= reverse | .checklists |= reverse' "$data/small.json" >"$data/t" && mv "$data/t" "$data/small.json"
run plan small --today 2026-11-23 --format json
same "$(printf '%s' "$out" | jq '[.actions[].id]')" "$(printf '%s' "$one" | jq '[.actions[].id]')" 'the order in the file does not matter'
run check "$data/small.json"
is 1 'check names the cycle'
says a2 'with its ids'
# Questions to the plan.
run plan small --today 2026-11-23 --format json
first=$(printf '%s' "$out" | jq -r '.actions[0].id')
second=$(printf '%s' "$out" | jq -r '.actions[1].id')
run plan small --why "$second" "$first" --format json
is 0 'why one before the other'
json ".first == \"$first\" and .second == \"$second\" and (.why | length > 20)" 'whichever way they are given'
run plan small --why "$first" "$second"
is 0 'in text'
run plan small --why "$first"
refused 2 'with one entry only'
run plan small --why "$first" nowhere
refused 1 'with an entry that is not there'
run plan small --if-done four --format json
is 0 'what if one were done'
json '.frees == ["three"] and .days_sooner > 0 and (.sooner | index("three"))' 'what it frees, and how much sooner all ends'
run set small four status=done
run plan small --if-done four
refused 1 'what is done already is not in the plan'
run plan small --limit 2 --format json
json '.actions | length == 2' 'the first two'
run plan small --limit none
refused 2 'no number'

# Days off: a person-day a day, from Wednesday 23 December on, around Christmas.
run new free --checklist small
run edit free capacity=5 holidays=fr 'closed=2026-12-28/2026-12-31, 2027-01-04'
is 0 'public holidays and closed days'
file_json "$data/free.json" '.holidays == "fr" and .closed == ["2026-12-28/2026-12-31", "2027-01-04"]' 'kept in order, as days and ranges'
run plan free --today 2026-12-23 --format json
json '.actions[0] | .id == "four" and .start_date == "2026-12-23" and .finish_date == "2026-12-24"' 'before them'
json '.actions[1] | .id == "three" and .start_date == "2027-01-05" and .finish_date == "2027-01-11"' 'and over them'
run member free Marc capacity=5 away=2026-12-24
is 0 'days away'
run set free four owner=Marc
run plan free --today 2026-12-23 --format json
json '[.actions[] | select(.id == "four")][0] | .finish_date == "2027-01-05"' 'are one'\''s own'
json '[.actions[] | select(.id == "one")][0] | .start_date == "2026-12-23"' 'and of nobody else'
run edit free closed= holidays=
file_json "$data/free.json" 'has("closed") or has("holidays") | not' 'and none again'
run edit free closed=christmas
refused 2 'no days'
run edit free holidays=de
refused 2 'holidays that are not known'
finish
