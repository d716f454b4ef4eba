#!/bin/sh
# SPDX-License-Identifier: MIT
# What a screen reader speaks: yasr's, which says what is written to the screen, or, where nothing is,
# the line that the cursor went to. A file takes the place of its voice.
# shellcheck source=tests/pty/harness.sh
. "$(dirname "$0")/harness.sh"
command -v yasr >/dev/null || { echo "yasr is needed: apt-get install yasr" >&2; exit 1; }

spoken=$work/spoken
cat >"$work/voice" <<END
#!/bin/sh
exec cat >>'$spoken'
END
# yasr takes no options for the program that it runs.
cat >"$work/calm" <<END
#!/bin/sh
exec '$JALON' --data '$folder' --by Inès --lang fr --calm demo
END
chmod +x "$work/voice" "$work/calm"
cat >"$work/yasr.conf" <<END
[options]
synthesizer=emacspeak server
synthesizer port=|$work/voice
cursor tracking=full
up and down arrows=speak line
key echo=off
END
"$JALON" --data "$folder" --by Inès new demo >/dev/null

# The words alone: what the voice is sent has commands of its own around them.
words()
{
	sed 's/q {//; s/}//; /^[a-z]$/d; /^tts_/d' "$spoken" | tr '\n' ' ' | tr -s ' '
}

says()
{
	words | grep -qF -- "$1"
}

# A key, and how many words are spoken for it.
count_spoken()
{
	settle
	: >"$spoken"
	press "$1"
	settle
	count=$(words | wc -w)
}

# The title, its signs, and nothing of another row.
speaks_one_line()
{
	count_spoken "$1"
	true_that "$1 speaks what is there: $2" says "$2"
	true_that "$1 speaks one line alone: $(words)" test "$count" -le 14
}

open_terminal 80 24 "env TERM=xterm-256color yasr -C '$work/yasr.conf' '$work/calm'"
sees 'Vérifier ce que dit la loi' 'the list'
press Home
speaks_one_line Down 'Quelles initiatives locales'
speaks_one_line Down 'Nommer quelqu'
speaks_one_line Up 'Quelles initiatives locales'
count_spoken Space
true_that 'an answer speaks of the count and of its row' says '✓'
true_that "and of nothing else: $(words)" test "$count" -le 16
press f
speaks_one_line Down 'Ce qui reste'
press Escape
press 4
sees 'Ordre conseillé' 'the plan'
press Home
speaks_one_line Down 'Poser trois questions'
press q
finish
