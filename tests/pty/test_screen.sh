#!/bin/sh
# SPDX-License-Identifier: MIT
# A first quarter of an hour with jalon: a name, ticks, notes, quitting, coming back.
# shellcheck disable=SC2016 # jq has variables of its own
# shellcheck source=tests/pty/harness.sh
. "$(dirname "$0")/harness.sh"

file=$folder/cooperative-demo.json
first=$("$JALON" guide --lang en >/dev/null 2>&1 && jq -r '.sections[0].items[0].id' \
	"$(dirname "$0")"/../../checklists/agit-9-ancrage-territorial.json)

start 80 24 --lang fr
sees 'Nom de votre organisation' 'with no organisation yet, a name is asked'
type 'Coopérative Démo'
press Enter
sees 'Bienvenue' 'the shipped guide opens'
true_that 'the file is there' test -f "$file"

press Space
sees '1/' 'a tick shows'
true_that 'a tick is saved at once' jq -e --arg id "$first" '.entries[$id].status == "done"' "$file"
press u
sees 'Annul' 'u takes it back'
true_that 'and in the file' jq -e '.entries | length == 0' "$file"

press n
sees 'Ctrl-J' 'a note is typed in a dialogue'
terminal set-buffer "$(printf 'Première ligne\nseconde ligne')"
terminal paste-buffer -p
sees 'seconde ligne' 'a paste of several lines stays one note'
press Enter
true_that 'the note is saved whole' jq -e --arg id "$first" \
	'.entries[$id].notes == [.entries[$id].notes[0]] and .entries[$id].notes[0].text == "Première ligne\nseconde ligne" and .entries[$id].notes[0].by == "Inès"' "$file"

press n
type 'être'
terminal resize-window -x 40 -y 12
sees 'être' 'what is being typed survives a small window'
terminal resize-window -x 5 -y 2
terminal resize-window -x 1 -y 1
terminal resize-window -x 200 -y 50
sees 'être' 'and a tiny and a large one'
terminal resize-window -x 80 -y 24
type ' là'
sees 'être là' 'and goes on'
press Escape
sees_no_more 'être là' 'Esc gives it up'

bytes c3
sleep 0.2
bytes b4
sees '« ô »' 'a character whose bytes come apart is one key'
bytes 1b 5b 31 3b 32 50
sees 'Cette touche' 'a sequence that no key is known by does nothing'

press Down Down Down Down
settle
row=$(terminal display-message -p '#{cursor_y}')
title=$(screen | sed -n "$((row + 1))p")
true_that 'the cursor is on a title' test -n "$title"
press q
ends 0 'q leaves'
start 80 24 --lang fr cooperative-demo
settle
row=$(terminal display-message -p '#{cursor_y}')
true_that 'it opens where this person left off' test "$title" = "$(screen | sed -n "$((row + 1))p")"

"$JALON" --data "$folder" --by Marc set cooperative-demo "$first" owner=Marc
sees 'Marc' 'what somebody else saved shows'

for view in 1 2 3 4 5 6 Tab Tab BTab Home End PPage NPage '?' Escape H Escape; do
	press "$view"
done
press 4
sees 'Pourquoi ici' 'keys go from view to view'
press 3
sees 'à faire' 'and to the walk'
press q
press q
ends 0 'q leaves the walk, then the program'
finish
