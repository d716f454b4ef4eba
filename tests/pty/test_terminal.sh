#!/bin/sh
# SPDX-License-Identifier: MIT
# How jalon treats the terminal: what it writes, when it is still, and how it gives it back.
# shellcheck source=tests/pty/harness.sh
. "$(dirname "$0")/harness.sh"

"$JALON" --data "$folder" new demo --name Démo >/dev/null
# Any colour: 30–49, 90–107, and the long forms behind 38 and 48.
colour="$(printf '\033')\\[([0-9;]*;)?(3[0-9]|4[0-9]|9[0-7]|10[0-7])(;[0-9;]*)?m"

has_colour()
{
	grep -aqE "$colour" "$raw"
}

not_coloured()
{
	! has_colour
}

# The last of the two switches for marked pastes is the one that turns them off.
ends_with_reset()
{
	[ "$(grep -ao '?2004[hl]' "$raw" | tail -n 1)" = '?2004l' ]
}

running()
{
	[ "$(readlink "/proc/$(process)/exe")" = "$(readlink -f "$JALON")" ]
}

start 80 24 demo
sees 'Démo' 'it opens'
true_that 'there is colour' has_colour

# Idle: not one byte, and the process was not even woken.
settle
written=$(wc -c <"$raw")
stays_asleep 'idle wakes for nothing'
true_that 'idle writes nothing' test "$written" = "$(wc -c <"$raw")"

for key in Down Down Down Up; do
	settle
	written=$(wc -c <"$raw")
	press "$key"
	settle
	cost=$(($(wc -c <"$raw") - written))
	true_that "$key costs $cost bytes, of 400 at most" test "$cost" -le 400
done
press C-c
ends 0 'Ctrl-C leaves'

export NO_COLOR=1
start 80 24 demo
sees 'Démo' 'it opens without colours'
for key in Space u d x Escape n Escape 1 2 3 4 5 6 H Escape '?' Escape 2 y; do
	press "$key"
done
sees '“y”' 'and does everything'
true_that 'not one colour sequence leaves the program' not_coloured
press q
ends 0 'and leaves'
unset NO_COLOR

for signal in HUP TERM INT QUIT; do
	start 80 24 demo
	sees 'Démo' 'it opens'
	press n
	type 'à moitié'
	sees 'moiti' 'something is being typed'
	kill -s "$signal" "$(process)"
	ends 0 "SIG$signal ends it"
	true_that "SIG$signal: no paste marks are asked for any more" ends_with_reset
done

# A crash, a signal that nobody expects: the terminal comes back, and the end is by that signal.
open_terminal 80 24 "bash --norc --noprofile -i"
type "PS1='ready> '; stty -g >$work/stty-before; clear"
press Enter
sees 'ready>' 'a shell'
for signal in SEGV ABRT BUS FPE ILL USR1 ALRM; do
	type "'$JALON' --data '$folder' --lang en demo 2>/dev/null; echo \$? >$work/status; stty -g >$work/stty-after"
	press Enter
	sees 'Recommendations' 'it opens'
	kill -s "$signal" "$(pgrep -n -f -- "$JALON --data $folder --lang en demo")"
	sees_no_more 'Recommendations' "SIG$signal: the shell's screen is back"
	true_that "SIG$signal: its modes too" cmp "$work/stty-before" "$work/stty-after"
	true_that "SIG$signal is what it died of" \
		test "$(bash -c "kill -l $(cat "$work/status")")" = "$signal"
	rm -f "$work/stty-after"
	type clear
	press Enter
done

# Stopped from outside, in whatever modes the shell then sets, and gone on with.
type "'$JALON' --data '$folder' --lang en demo"
press Enter
sees 'Recommendations' 'it opens'
kill -s STOP "$(pgrep -n -f -- "$JALON --data $folder --lang en demo")"
sees 'Stopped' 'SIGSTOP stops it'
type fg
press Enter
sees_no_more 'Stopped' 'fg goes on'
press '?'
sees 'The keys of this place' 'in its own modes'
press q
press q
sees 'ready>' 'and it leaves'

# Out of memory, as an organisation grows beyond what there is, is an end like others.
start 80 24 demo
sees 'Démo' 'it opens'
size=$(sed -n 's/^VmSize:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$(process)/status")
prlimit --pid "$(process)" --as=$(((size + 4096) * 1024))
cp "$folder/demo.json" "$work/demo.json"
{
	printf '{"large": "'
	head -c 12000000 /dev/zero | tr '\0' x
	printf '",'
	tail -c +2 "$work/demo.json"
} >"$folder/demo.json"
ends 1 'out of memory ends it'
true_that 'out of memory: no paste marks are asked for any more' ends_with_reset
mv "$work/demo.json" "$folder/demo.json"

open_terminal 80 24 "env TERM=dumb '$JALON' --data '$folder' --lang en demo"
ends 1 'a terminal that only prints is refused'
sees 'jalon --help' 'and told what else there is'

# What terminfo does not know yet is what its name says.
open_terminal 80 24 "env TERM=xterm-next-year '$JALON' --data '$folder' --lang en demo"
sees 'Recommendations' 'a terminal like xterm opens'
press q
ends 0 'and leaves'
open_terminal 80 24 "env TERM=next-year '$JALON' --data '$folder' --lang en demo 2>'$work/refused'"
ends 1 'a terminal that nobody knows is refused'
true_that 'and named' grep -qF '“next-year”' "$work/refused"
true_that 'and told what would open it' grep -qF "TERM=xterm-256color $JALON" "$work/refused"

# Their descriptions name no size: the terminal is asked for it, and 24 × 80 taken until it tells.
for description in linux cygwin hurd; do
	open_terminal 80 24 "env TERM=$description '$JALON' --data '$folder' --lang en demo"
	true_that "TERM=$description opens" running
	sees 'Recommendations' "TERM=$description shows the list"
	press q
	ends 0 "TERM=$description leaves"
done

# In a shell, the terminal comes back as it was; Ctrl-Z stops, fg goes on.
open_terminal 80 24 "bash --norc --noprofile -i"
type "PS1='ready> '; clear"
press Enter
sees 'ready>' 'a shell'
type "stty -g >$work/stty-before; '$JALON' --data '$folder' demo; stty -g >$work/stty-after"
press Enter
sees 'Recommendations' 'it opens'
press C-z
sees 'Stopped' 'Ctrl-Z stops it'
type 'fg'
press Enter
sees_no_more 'Stopped' 'fg goes on'
press q
true_that 'the terminal is as before' cmp "$work/stty-before" "$work/stty-after"

# Any size that a terminal may say it has, from the start and later; the memory stays what it was.
memory_is_bounded()
{
	[ "$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$(process)/status")" -lt 65536 ]
}

for size in '65535 65535' '0 0' '1 1' '65535 1'; do
	open_terminal 80 24 "stty rows ${size% *} columns ${size#* }
		env TERM=xterm-256color '$JALON' --data '$folder' --by Inès demo"
	true_that "it starts in a window of $size" running
	true_that "a window of $size takes no memory" memory_is_bounded
	press q
	ends 0 "and leaves a window of $size"
done
start 80 24 demo
sees 'Démo' 'it opens'
for size in '65535 65535' '0 0' '1 1' '24 80'; do
	stty rows "${size% *}" columns "${size#* }" <"$(terminal display-message -p '#{pane_tty}')"
	settle
	true_that "a window that becomes $size takes no memory" memory_is_bounded
done
sees 'Démo' 'and all is there again'
press q
ends 0 'and it leaves'

# Ctrl-S, which people press to save, is a key like others.
start 80 24 demo
sees 'Démo' 'it opens'
press C-s
press '?'
sees 'The keys of this place' 'Ctrl-S freezes nothing'
press q
press q
ends 0 'and it leaves'

# Ten megabytes by mistake: what is kept is said, the rest is gone, and what follows is heard. A terminal
# that does not mark pastes sends them as if somebody typed.
head -c 10000000 /dev/zero | tr '\0' x >"$work/line"
yes 'une ligne de texte' | head -c 10000000 >"$work/lines"

rests()
{
	woken=$(wakeups)
	sleep 0.5
	[ "$woken" = "$(wakeups)" ]
}

for paste in 'line marked' 'line typed' 'lines marked' 'lines typed'; do
	start 80 24 demo
	sees 'Démo' 'it opens'
	press n
	sees 'Note' "$paste: a note"
	terminal load-buffer "$work/${paste% *}"
	marks=
	[ "${paste#* }" = typed ] || marks=-p
	begun=$(date +%s)
	# shellcheck disable=SC2086 # an option, or none
	terminal paste-buffer $marks
	sees 'are kept, the rest is left out' "$paste: a paste of 10 MB is cut, and says so"
	true_that "$paste: all of it is read" rests
	true_that "$paste: within seconds" test $(($(date +%s) - begun)) -le 8
	press Enter
	sees_no_more 'are kept, the rest is left out' "$paste: the next key is heard"
	true_that "$paste: saved as far as it was kept" sh -c \
		"[ \"\$('$JALON' --data '$folder' show demo --format json | jq '[.entries[].notes[].text | utf8bytelength] | max')\" -ge 65535 ]"
	"$JALON" --data "$folder" --by Inès undo demo >/dev/null
	press q
	ends 0 'and it leaves'
done

# Who starts it may want Ctrl-Z to do nothing.
open_terminal 80 24 "bash --norc --noprofile -i"
type "PS1='ready> '; clear"
press Enter
sees 'ready>' 'a shell'
type "(trap '' TSTP; exec '$JALON' --data '$folder' --lang en demo)"
press Enter
sees 'Recommendations' 'it opens'
press C-z
press '?'
sees 'The keys of this place' 'Ctrl-Z does nothing where it was ignored'
press q
press q
sees 'ready>' 'and it leaves'

# on_background COLOUR TERM: jalon in a terminal that tells that its background is so.
on_background()
{
	open_terminal 80 24 "tmux -L $socket set -g window-style bg=$1
		env TERM=$2 '$JALON' --data '$folder' --by Inès --lang en demo"
	sees 'Recommendations' "it opens as $2 on $1"
}

shows_colour()
{
	terminal capture-pane -p -e | grep -qE "\[([0-9;]*;)?$1m"
}

shows_no_colour()
{
	! shows_colour "(3[1-6]|38;5;[0-9]+)"
}

on_background '#ffffff' xterm-256color
true_that 'a light background has the colours for it' shows_colour '38;5;24'
on_background '#000000' xterm-256color
true_that 'a dark one has the others' shows_colour '38;5;87'
on_background '#ffffff' xterm
true_that 'with 8 colours, none can be read on a light one' shows_no_colour
on_background '#000000' xterm
true_that 'and some on a dark one' shows_colour '36'
finish
