#!/bin/sh
# SPDX-License-Identifier: MIT
# What the kernel refuses jalon --restricted, and that it refuses nothing that jalon needs: the whole
# program, key by key, behind the two doors. No root is needed, nor an sshd.
# shellcheck disable=SC2016
# shellcheck source=tests/pty/harness.sh
. "$(dirname "$0")/../pty/harness.sh"
set -u

command -v strace >/dev/null || { echo 'strace is needed: tests/deps test' >&2; exit 1; }
confined=$(dirname "$JALON")/confined
calls=$work/calls

# Everything that is tried, one by one ----------------------------------------------------------

attempts()
{
	rm -rf "$work/confined"
	mkdir -p "$work/confined/data" "$work/confined/read" "$work/confined/other"
	chmod 777 "$work/confined/data" "$work/confined/read" "$work/confined/other"
	"$@" "$confined" "$work/confined/data" "$work/confined/read" "$work/confined/other" >"$work/said"
	grep -v 'passed' "$work/said"
	read -r good _ bad _ <<-END
		$(grep 'passed' "$work/said" || echo 0 passed, 1 failed)
	END
	passed=$((passed + good))
	failed=$((failed + bad))
}

chmod 755 "$work"
attempts env
# Root may do more, and so does its sandbox: the account of a workshop is nobody's.
[ "$(id -u)" -ne 0 ] || attempts setpriv --reuid=65534 --regid=65534 --clear-groups

# The program ------------------------------------------------------------------------------------

"$JALON" --data "$folder" new demo --name Démo >/dev/null
"$JALON" --data "$folder" service demo 'Portail' >/dev/null
"$JALON" --data "$folder" add demo 'Une action' due=2026-01-01 >/dev/null
umask 007

open_terminal 100 30 "exec env TERM=xterm-256color LANG=fr_FR.UTF-8 '$JALON' --restricted --data '$folder'"
sees 'Qui êtes-vous' 'it opens'
pid=$(terminal display-message -p '#{pane_pid}')
true_that 'what runs is jalon' grep -qx 'Name:.jalon' "/proc/$pid/status"
# Nothing else set these: no strace looks on here.
true_that 'its calls are filtered, once' grep -qx 'Seccomp_filters:.1' "/proc/$pid/status"
true_that 'and by a filter' grep -qx 'Seccomp:.2' "/proc/$pid/status"
true_that 'no new privileges' grep -qx 'NoNewPrivs:.1' "/proc/$pid/status"
terminal kill-server

# All that it does, under strace: what a door shuts on it shows there, and nowhere else.
open_terminal 100 30 "env TERM=xterm-256color LANG=fr_FR.UTF-8 TZ=Europe/Paris \
	strace -f -qq -o '$calls' '$JALON' --restricted --data '$folder'"
sees 'Qui êtes-vous' 'it opens under strace'
type 'Groupe bleu'
press Enter
sees 'Démo' 'a name opens it'

# Each letter and sign where it may mean something, then Esc as some terminals send it, which waits
# for nothing; but for q, which leaves.
keys=$(printf '%s' "abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ0123456789 !\"#\$%&'()*+,-./:;<=>?@[\\]^_\`{|}~" |
	od -An -v -tx1 | tr -s ' \n' ' ')
for view in 31 32 33 34 35; do
	for key in $keys 0d 09 0c 12 15; do
		printf '%s %s 1b 5b 32 37 75 1b 5b 32 37 75 ' "$view" "$key"
	done | xargs -n 180 | while read -r line; do
		# shellcheck disable=SC2086 # words are wanted
		bytes $line
	done
	settle
done
press 2
sees 'Groupe bleu' 'it goes on behind all of them'

# What is written, through each dialogue.
press Home
press Down
press n
type 'Une note'
press Enter
true_that 'a note is saved' grep -q 'Une note' "$folder/demo.json"
press o
type 'Inès'
press Enter
true_that 'an owner' grep -q 'Inès' "$folder/demo.json"
press D
type '+3w'
press Enter
true_that 'a date' grep -q '"due":' "$folder/demo.json"
press u
press n
type 'Un brouillon'
press Escape
sees 'brouillon' 'a draft waits'
true_that 'in a file of its own' sh -c "ls -A '$folder/.drafts' | grep -q demo"
terminal resize-window -x 60 -y 20
terminal resize-window -x 100 -y 30
"$JALON" --data "$folder" --by Autre edit demo name='Un autre nom' >/dev/null
sees 'Un autre nom' 'what others save arrives'
press 1
press n
type 'Groupe vert'
press Enter
true_that 'an organisation is made' test -f "$folder/groupe-vert.json"
true_that 'for the group' test "$(stat -c %a "$folder/groupe-vert.json")" = 660
press q
press q
ends 0 'it leaves as it should'

# The call that shuts the first door is the last that nobody looks at.
after()
{
	sed -n '/PR_SET_SECCOMP/,$p' "$calls"
}
true_that 'the door was shut' grep -q 'PR_SET_SECCOMP, SECCOMP_MODE_FILTER.* = 0$' "$calls"
if "$JALON" server --lang en | grep -q 'The kernel of this machine refuses'; then
	true_that 'and the second' grep -q 'landlock_restrict_self(.* = 0$' "$calls"
else
	echo 'skipped: this kernel has no Landlock'
fi
true_that 'much was called behind them' test "$(after | wc -l)" -gt 1000
after | grep -E '= -1 (ENOSYS|EPERM)' | sort | uniq -c >"$work/refused"
true_that 'no call that it needs is refused' test ! -s "$work/refused"
cat "$work/refused"
# The tables of other character sets, which it does well without.
after | grep -e '= -1 EACCES' | grep -v -e '/gconv/' -e 'locale.alias' >"$work/closed"
true_that 'no file that it needs is closed' test ! -s "$work/closed"
cat "$work/closed"
finish
