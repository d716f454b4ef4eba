#!/bin/sh
# SPDX-License-Identifier: MIT
# Help, languages, check and the guide: DESIGN.md, "Command line".
# shellcheck source=tests/contract/harness.sh
. "$(dirname "$0")/harness.sh"

run --version
is 0 'version'
prints jalon 'it names the program'
run --help
is 0 'help'
same "$error" '' 'help goes to standard output'
commands='new list show set note add service member edit plan log undo redo check guide server'
for command in $commands; do
	prints "    $command " "help names $command"
done
for command in $commands; do
	run "$command" --help
	is 0 "$command --help"
	prints "    jalon $command" "$command --help says how"
	run --lang fr "$command" --help
	english=$out
	run --lang en "$command" --help
	true_that "$command --help in both languages" [ "$out" != "$english" ]
done
for command in new show set note add service member edit plan log undo redo check; do
	run "$command"
	refused 2 "$command with nothing"
done
run show nobody --lang de
refused 2 'an unknown language'

run new demo --name Démo
run --lang fr show nobody
french=$error
run --lang en show nobody
english=$error
true_that 'messages in both languages' [ "$french" != "$english" ]
message()
{
	wanted=$1
	shift
	"$@" "$JALON" --data "$data" show nobody 2>"$work/error" >/dev/null
	same "$(cat "$work/error")" "$wanted" "language from: $*"
}
message "$french" env JALON_LANG=fr
message "$english" env JALON_LANG=en LC_ALL=fr_FR.UTF-8
message "$french" env LC_ALL=fr_FR.UTF-8 LANG=en_GB.UTF-8
message "$french" env LC_MESSAGES=fr_FR.UTF-8 LANG=en_GB.UTF-8
message "$french" env LANG=fr_CA.UTF-8
message "$english" env LC_ALL=en_GB.UTF-8 LC_MESSAGES=fr_FR.UTF-8 LANG=fr_FR.UTF-8
message "$english" env LANG=C
run edit demo language=fr
run plan demo --format json --today 2026-11-24
json '.actions[0].reason | test("[éàèœ]|jour")' 'the organisation'\''s own language where the locale says nothing'

env HOME="$work/home" "$JALON" new here >/dev/null
true_that 'the data folder by default' [ -f "$work/home/.local/share/jalon/here.json" ]
env XDG_DATA_HOME="$work/xdg" "$JALON" new here >/dev/null
true_that 'the data folder from XDG_DATA_HOME' [ -f "$work/xdg/jalon/here.json" ]
env JALON_DATA="$work/jd" "$JALON" new here >/dev/null
true_that 'the data folder from JALON_DATA' [ -f "$work/jd/here.json" ]

run demo
is 0 'a summary where output is no terminal'
prints Démo 'with the name'
run show demo
is 0 'show in text'
run plan demo --today 2026-11-24
is 0 'plan in text'
run list
is 0 'list in text'
run log demo
is 0 'log in text'
run note demo associations-locales "$(printf 'a\033[31mred\033]0;title\007\tz')"
is 0 'a note with escape sequences'
for command in 'show demo' 'show demo associations-locales' 'log demo' 'plan demo' 'plan demo --format md'; do
	# shellcheck disable=SC2086 # words are wanted
	run $command
	is 0 "$command beside escape sequences"
	same "$(printf '%s' "$out" | tr -d '\n\t' | LC_ALL=C grep -c '[[:cntrl:]]')" 0 "no control character in: $command"
done
run show demo associations-locales --format json
json '.entries[0].notes[0].text | contains("\u001b")' 'JSON keeps them, escaped'

shipped=$(dirname "$JALON")/../checklists/agit-9-ancrage-territorial.json
run check "$shipped"
is 0 'the shipped checklist is valid'
run check "$data/demo.json"
is 0 'so is an organisation'
run check "$work/none.json"
refused 1 'a file that is not there'
wrong()
{
	printf '%s' "$1" >"$work/wrong.json"
	run check "$work/wrong.json"
	is 1 "wrong: $2"
	says wrong.json "the file is named: $2"
	says "$3" "the member is named: $2"
}
head='"format":"jalon-checklist","version":1,"id":"w","edition":"1","title":"W"'
wrong "{$head}" 'no sections' 'json:1: sections: '
wrong "{$head,\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"items\":[{\"id\":\"i\",\"kind\":\"what\",\"title\":\"T\"}]}]}" 'an unknown kind' 'sections[0].items[0].kind: '
wrong "{$head,\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"items\":[{\"id\":\"i\",\"kind\":\"question\",\"title\":\"T\",\"impact\":101}]}]}" 'an impact too large' 'sections[0].items[0].impact: '
wrong "{$head,\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"items\":[{\"id\":\"i\",\"kind\":\"question\",\"title\":\"T\",\"effort\":0.125}]}]}" 'three decimals' 'sections[0].items[0].effort: '
wrong "{$head,\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"items\":[{\"id\":\"i\",\"kind\":\"question\",\"title\":\"T\",\"origin\":\"guide\"}]}]}" 'a guide item without statements' 'sections[0].items[0].statements: '
wrong "{$head,\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"items\":[{\"id\":\"i\",\"kind\":\"question\",\"title\":\"T\"},{\"id\":\"i\",\"kind\":\"question\",\"title\":\"T\"}]}]}" 'an id twice' 'sections[0].items[1].id: '
wrong "{$head,\"sections\":[{\"id\":\"s\",\"title\":\"S\",\"items\":[{\"id\":\"i\",\"kind\":\"question\",\"title\":\"T\",\"requires\":[\"k\"]}]}]}" 'a requirement on nothing' 'sections[0].items[0].requires: '
wrong "{$head,\"title\":\"again\",\"sections\":[]}" 'a member twice' 'json:1: title: '
wrong "{$head,\"sections\":[]} x" 'text behind the end' 'json:1: this is not JSON'
printf '{%s,\n"sections":[{"id":"s","title":"S","items":[\n{"id":"ia","kind":"question","title":"T","requires":["ib"]},\n{"id":"ib","kind":"question","title":"T","requires":["ic"]},\n{"id":"ic","kind":"question","title":"T","requires":["ia"]}]}]}' "$head" >"$work/cycle.json"
run check "$work/cycle.json"
is 1 'a cycle'
says 'ia → ib → ic → ia' 'it names all of it, in order'
printf '{%s,\n"sections":[\n{"id":"S!","title":"S","items":[]}]}' "$head" >"$work/line.json"
run check "$work/line.json"
says 'line.json:3' 'the line is named'
printf '{%s,"sections":[]}' "$head" >"$work/ok.json"
run check "$work/ok.json" "$work/line.json"
is 1 'several files, one wrong'
run new mine --checklist "$work/ok.json"
is 0 'a checklist from a file'
printf '{%s,"summary":"other","sections":[]}' "$head" >"$work/ok.json"
run new other --checklist "$work/ok.json"
refused 1 'another text under the same id and edition'
run new third --checklist w
is 0 'a checklist by its id, from the data folder'
mkdir "$work/more"
printf '{"format":"jalon-checklist","version":1,"id":"extra","edition":"1","title":"W","sections":[]}' >"$work/more/extra.json"
run --checklists "$work/more" new fourth --checklist extra
is 0 'a checklist from --checklists'
run new fifth --checklist nowhere
refused 1 'a checklist that is nowhere'

for lang in fr en; do
	run guide --lang $lang
	is 0 "the guide in $lang"
	prints 'Alliance Green IT' 'whose it is'
	prints 'https://alliancegreenit.org/' 'with its address'
	prints 'Plaine Commune' 'the example'
	prints 'CREDOC' 'the references'
	run guide --format man --lang $lang
	is 0 "the guide as a man page in $lang"
	cp "$work/out" "$work/page.7"
	same "$(mandoc -T lint -W warning "$work/page.7" 2>&1)" '' 'it is clean'
done
run guide "$work/more/extra.json"
is 0 'the guide of a file'
run guide nowhere
refused 1 'the guide of nothing'
finish
