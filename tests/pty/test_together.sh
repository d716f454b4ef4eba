#!/bin/sh
# SPDX-License-Identifier: MIT
# Several at once, each in a terminal of their own, on one folder.
# shellcheck disable=SC2016 # jq has variables of its own
# shellcheck source=tests/pty/harness.sh
. "$(dirname "$0")/harness.sh"

"$JALON" --data "$folder" new demo --name Démo --lang fr >/dev/null
file=$folder/demo.json
first=$("$JALON" --data "$folder" show demo --format json | jq -r '.entries[0].id')

# The milliseconds until the screen holds TEXT.
shows_after()
{
	start_ms=$(date +%s%3N)
	within holds "$1"
	echo $(($(date +%s%3N) - start_ms))
}

as Inès
start 120 40 --lang fr demo
sees 'Démo' 'Inès is there'
as Marc
start 80 24 --lang fr demo
sees '2 ici' 'Marc sees that he is not alone'
sees '◂ Inès' 'and where Inès is'
as Inès
sees 'Marc, vous' 'Inès sees who came'

# What one writes, the others see; nobody is moved.
as Marc
press n
type 'Les résidents du foyer'
as Inès
sees '✎ Marc…' 'who writes is seen'
sees '✎ Marc écrit ici…' 'and said'
press Down
settle
row=$(terminal display-message -p '#{cursor_y}')
as Marc
press Enter
true_that 'the note is saved' jq -e --arg id "$first" '.entries[$id].notes | length == 1' "$file"
as Inès
took=$(shows_after '● Marc')
true_that "a change shows, after $took ms" test "$took" -le 2000
true_that 'the cursor stays' test "$row" = "$(terminal display-message -p '#{cursor_y}')"

# Idle, with others there: not woken.
stays_asleep 'idle wakes for nothing'

# A session that is stopped holds nobody up, and is still there.
as Marc
press n
type 'arrêtée'
sees 'arrêtée' 'Marc is writing'
kill -STOP "$(process)"
as Inès
press d
true_that 'a stopped session holds nobody up' jq -e '[.entries[] | select(.status == "doing")] | length == 1' "$file"
sees '✎ Marc…' 'and still is there'

# A session that is killed is gone, and what was being written waits for its author.
as Marc
kill -KILL "$(process)"
as Inès
sees_no_more '✎ Marc…' 'a session that was killed is gone'
sees_no_more '2 ici' 'from the header too'
as Marc
start 80 24 --lang fr demo
sees 'Pas encore enregistr' 'what was being written is said to wait'
sees '✎ brouillon' 'and marked'
press n
sees 'arrêtée' 'and goes on'
type ', puis reprise'
sees 'puis reprise' 'as if nothing had been'
kill -HUP "$(process)"
ends 0 'the line drops'
start 80 24 --lang fr demo
press n
sees 'arrêtée, puis reprise' 'which takes nothing with it'
press Enter
true_that 'and can be saved' jq -e --arg id "$first" \
	'.entries[$id].notes[-1].text == "arrêtée, puis reprise"' "$file"
true_that 'then nothing waits any more' test -z "$(ls "$folder/.drafts")"
press q
ends 0 'q leaves'
as Inès
press q
ends 0 'q leaves'
true_that 'nobody left anything behind' test -z "$(ls "$folder/.presence")"
finish
