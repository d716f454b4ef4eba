#!/bin/sh
# SPDX-License-Identifier: MIT
# What an organisation has of its own, in a real terminal: an action, a service, a member and a note
# are retitled and removed with the keys that the terminal sends, and undo brings each back.
# shellcheck source=tests/pty/harness.sh
. "$(dirname "$0")/harness.sh"

file=$folder/demo.json
for words in 'new demo' 'service demo Portail' 'member demo Zoé' 'set demo a1 owner=Zoé'; do
	if [ "$words" = 'set demo a1 owner=Zoé' ]; then
		"$JALON" --data "$folder" --by Inès add demo 'Appeler la misson' >/dev/null
	fi
	# shellcheck disable=SC2086 # several words
	"$JALON" --data "$folder" --by Inès $words >/dev/null
done

# That the file holds it, and after one undo that it is as before.
in_file()
{
	true_that "$1" jq -e "$2" "$file"
}

start 80 24 --lang fr demo
sees 'demo' 'it opens'
press End
press r
sees 'Son titre' 'the title is asked'
press BSpace
type 'Appeler la mission'
press Enter
in_file 'an action has another title' '.actions[0].title == "Appeler la mission"'
press u
in_file 'and its old one again' '.actions[0].title == "Appeler la misson"'
press DC
in_file 'Delete removes it' '(.actions // []) | length == 0'
press u
in_file 'undo brings it back, with its owner' '.actions[0].id == "a1" and .entries.a1.owner == "Zoé"'

press n
type 'une note'
press Enter
in_file 'a note is added' '[.entries[].notes // [] | .[].text] == ["une note"]'
press N
sees 'Quelle note' 'the notes are listed'
press Enter
type ' de plus'
press Enter
in_file 'the note is put right' '[.entries[].notes // [] | .[].text] == ["une note de plus"]'
press u
in_file 'and as it was again' '[.entries[].notes // [] | .[].text] == ["une note"]'
press N
sees 'Quelle note' 'the notes are listed again'
press DC
in_file 'Delete takes it back' '[.entries[].notes // [] | .[].text] == []'
press u
in_file 'undo brings it back' '[.entries[].notes // [] | .[].text] == ["une note"]'

press m
sees 'Zoé' 'the team is shown'
press Down
press r
sees 'Son nom' 'the name is asked'
type 'Chloé'
press Enter
in_file 'a member has another name, and the actions follow' \
	'.members[0].name == "Chloé" and .entries.a1.owner == "Chloé"'
press u
in_file 'and the old one again' '.members[0].name == "Zoé" and .entries.a1.owner == "Zoé"'
press DC
sees 'garde ce nom' 'what stays is told'
press Enter
in_file 'the member is removed' '(.members // []) | length == 0'
press u
in_file 'undo brings the member back' '.members[0].name == "Zoé"'
press Escape
sees 'Nos propres actions' 'Esc goes back to the list'

press Home
type '/Portail'
press Enter
press Home
press r
sees 'Nom du service' 'the name of a service is asked on its title'
type 'Site'
press Enter
in_file 'a service has another name' '.services[0].name == "Site"'
press u
in_file 'and the old one again' '.services[0].name == "Portail"'
press Home
press DC
in_file 'nothing said goes along: Delete removes it at once' '(.services // []) | length == 0'
press u
in_file 'undo brings it back' '.services[0].id == "portail"'
press q
ends 0 'it leaves'
finish
