#!/bin/sh
# SPDX-License-Identifier: MIT
# Values that nearly are none, and input that other programs wrote.
# shellcheck source=tests/contract/harness.sh
. "$(dirname "$0")/harness.sh"

no_break=$(printf '\302\240')
mark=$(printf '\357\273\277')

run new demo --name Démo
run new other --checklist ''
refused 2 'a checklist of no name'

# A text that shows nothing says nothing.
for blank in ' ' "$no_break"; do
	run set demo associations-locales status=not_applicable "reason=$blank"
	refused 2 'a reason that nobody can read'
	run set demo associations-locales owner=Inès
	run set demo associations-locales "owner=$blank"
	is 0 'an owner of blanks'
	run show demo associations-locales --format json
	json '.entries[0].owner == ""' 'is nobody'
	run edit demo "name=$blank"
	is 0 'a name of blanks'
	run show demo --format json
	json '.name == "demo"' 'is none'
	run note demo associations-locales "$blank"
	refused 2 'a note of blanks'
	run add demo "$blank"
	refused 2 'a title of blanks'
	run service demo "$blank"
	refused 2 'a service of blanks'
	run member demo "$blank"
	refused 2 'a member of blanks'
	run --by "$blank" note demo associations-locales Note
	refused 2 'an author of blanks'
	run new third --name "$blank"
	refused 2 'an organisation of blanks'
done
file_json "$data/demo.json" '.entries == {}' 'nothing of it is in the file'

# Lines written on Windows.
run add demo Une
run_with_input "${mark}a1 owner=\"Inès B.\"$(printf '\r')
a1 status=doing$(printf '\r')
" set demo -
is 0 'a byte order mark and CRLF'
run show demo a1 --format json
json '.entries[0] | .owner == "Inès B." and .status == "doing"' 'are no part of the lines'
run_with_input "${mark}Une note" note demo a1 -
run show demo a1 --format json
json '.entries[0].notes[0].text == "Une note"' 'nor of a note'

# Who still uses it is said; no values stand against each other.
run --by Inès service demo Portail
run --by Marc set demo trois-questions-publics@portail status=done
run --by Inès --lang en undo demo
refused 3 'a service in use'
says 'trois-questions-publics@portail' 'by what'
true_that 'and nothing else' [ "$(printf '%s\n' "$error" | grep -c .)" -eq 1 ]
# One person, however the name was typed, pasted or passed.
composed=$(printf 'In\303\250s')
decomposed=$(printf 'Ine\314\200s')
run new one
for name in "$composed" "$decomposed" "$composed " " $composed" "$no_break$decomposed$no_break" "$mark$composed"; do
	run add one Action "owner=$name"
	is 0 "owner=$name"
	run --by "$name" note one a1 Note
	is 0 "--by $name"
	run member one "$name" capacity=3
	is 0 "member $name"
	run_with_input "a1 owner=\"$name\"
" set one -
	is 0 "from a pipe: $name"
done
file_json "$data/one.json" '[.entries[].owner] | unique == ["'"$composed"'"]' 'one owner'
file_json "$data/one.json" '.members == [{"name": "'"$composed"'", "capacity": 3}]' 'one member'
file_json "$data/one.json" '[.entries.a1.notes[].by] | unique == ["'"$composed"'"]' 'one author of notes'
same "$(jq -r .by "$data/one.history.jsonl" | sort -u | grep -c In)" 1 'and of changes'
run --by "$decomposed" undo one
is 0 'who undoes theirs under another spelling'
run new two --name " $decomposed "
run show two --format json
json '.name == "'"$composed"'"' 'the name of an organisation'
run add one " Écrire$(printf '\r\n')deux lignes "
run note one a1 "un$(printf '\r\n')deux$(printf '\r')trois "
file_json "$data/one.json" '[.actions[].title] | last == "Écrire\ndeux lignes"' 'a title'
file_json "$data/one.json" '[.entries.a1.notes[].text] | last == "un\ndeux\ntrois "' 'one kind of line end, and the rest of a note as it is'

# Files from before: one person, and what the first of them says.
sed "s/\"members\": \[/&{\"name\": \"$decomposed\", \"capacity\": 1}, {\"name\": \"$composed \"},/" "$data/one.json" >"$work/old"
sed "s/\"owner\": \"$composed\"/\"owner\": \" $decomposed\"/" "$work/old" >"$data/one.json"
run plan one --group owner
is 0 'names in several spellings open'
same "$(printf '%s\n' "$out" | grep -c "^$composed")" 1 'and are planned as one'
run set one a1 status=doing
is 0 'and saved'
file_json "$data/one.json" '.members == [{"name": "'"$composed"'", "capacity": 1}]' 'as one'
sed "s/\"members\": \[/&{\"name\": \"$composed\"},/" "$data/one.json" >"$work/old"
cp "$work/old" "$data/one.json"
run show one
refused 1 'the same name twice is refused as before'
rm "$data"/one.* "$data"/two.*

# What else lies in a synchronised folder is named, with what to do.
cp "$data/demo.json" "$data/demo.sync-conflict-20261126-101500-ABCDEFG.json"
cp "$data/demo.json" "$data/Ville d'ici.json"
run list --lang en
is 0 'copies do not keep one from listing'
prints "jalon merge demo '$data/demo.sync-conflict-20261126-101500-ABCDEFG.json'" 'a copy, and how to take it in'
prints "Ville d'ici.json" 'a name that is none'
prints 'rename it so' 'and what to do'
run list --format json
same "$(printf '%s' "$out" | jq -c '[.copies[] | [.file, .organisation]]')" \
	'[["Ville d'"'"'ici.json",""],["demo.sync-conflict-20261126-101500-ABCDEFG.json","demo"]]' 'the same for programs'
rm "$data"/*conflict* "$data"/Ville*
run list --format json
same "$(printf '%s' "$out" | jq 'has("copies")')" false 'and nothing where there are none'
finish
