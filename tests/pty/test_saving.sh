#!/bin/sh
# SPDX-License-Identifier: MIT
# The screen where saving does not go well: folders that cannot be written, saves that fail while a
# dialogue is open, and a session that was stopped.
# shellcheck disable=SC2016 # jq has variables of its own
# shellcheck source=tests/pty/harness.sh
. "$(dirname "$0")/harness.sh"

file=$folder/demo.json
chmod 755 "$work"
"$JALON" --data "$folder" --by Ali new demo >/dev/null
first=$(jq -r '.sections[0].items[0].id' "$(dirname "$0")"/../../checklists/agit-9-ancrage-territorial.json)

# A save that fails keeps what was typed.
start 80 24 --lang fr demo
sees 'demo' 'it opens'
press n
sees 'Ctrl-J' 'a note is begun'
type 'Une phrase longue à taper'
rm "$folder/demo.lock"
mkdir "$folder/demo.lock"
press Enter
sees 'fichier ordinaire' 'a save that fails says why'
sees 'Une phrase longue à taper' 'and keeps what was typed'
true_that 'and nothing changed' jq -e '.revision == 1' "$file"
rmdir "$folder/demo.lock"
press Enter
true_that 'the same answer is saved once it can be' jq -e --arg id "$first" \
	'.entries[$id].notes[0].text == "Une phrase longue à taper"' "$file"
sees_no_more 'Ctrl-J' 'and the dialogue is gone'

# A stopped session holds nobody up, not even in the middle of a sentence.
press n
type 'pas encore finie'
sees 'pas encore finie' 'another note is begun'
stopped=$(process)
kill -STOP "$stopped"
true_that 'somebody else saves while it is stopped' timeout 2 "$JALON" --data "$folder" --by Zoé set demo "$first" owner=Zoé
kill -CONT "$stopped"
sees 'pas encore finie' 'what was typed is still there'
press Enter
true_that 'and both are saved' jq -e --arg id "$first" \
	'.entries[$id].owner == "Zoé" and (.entries[$id].notes | length) == 2' "$file"
press q
ends 0 'it leaves'

# A folder that cannot be written.
as_reader()
{
	if [ "$(id -u)" -eq 0 ]; then
		echo "setpriv --reuid=65534 --regid=65534 --clear-groups"
	fi
}
if [ "$(id -u)" -eq 0 ]; then
	chmod -R go+rX,go-w "$folder"
else
	chmod -R a-w "$folder"
fi
if [ "$(id -u)" -eq 0 ] && ! $(as_reader) "$JALON" --data "$folder" list >/dev/null 2>&1; then
	echo 'skipped: nobody else can run the program here'
	finish
	exit
fi
kept=$(cat "$file")
open_terminal 80 24 "$(as_reader) env TERM=xterm-256color '$JALON' --data '$folder' --by Inès --lang fr demo"
sees 'Lecture seule' 'a folder that cannot be written opens read-only'
sees 'Demander le droit' 'and says so'
press n
settle
true_that 'no dialogue lets anybody type for nothing' lacks 'Ctrl-J'
press Space
sees 'Demander le droit' 'a tick says so too'
press u
sees 'Demander le droit' 'and so does taking back'
press 4
settle
sees 'Lecture seule' 'it says so in every view'
press 2
settle
press q
ends 0 'it leaves'
open_terminal 40 12 "$(as_reader) env TERM=xterm-256color '$JALON' --data '$folder' --by Inès --lang en demo"
sees 'Read-only' 'on a small screen too'
press q
true_that 'nothing changed in a folder that cannot be written' test "$(cat "$file")" = "$kept"
chmod -R u+w "$folder"
finish
