#!/bin/sh
# SPDX-License-Identifier: MIT
#
# harness: the real program in a real terminal (tmux's), for tests that source it. Nothing waits for
# a fixed time where it can wait for what must appear. Ends with `finish`: "N passed, N failed".
#
#   start W H ARGUMENT...   opens jalon in a terminal of that size
#   as NAME                 from here on it is NAME's terminal, beside the others; Inès's at first
#   press KEY...            keys as tmux names them
#   type TEXT               letters as they are
#   bytes HEX...            bytes, in one packet
#   sees TEXT WHAT          the screen holds TEXT, at once or within some seconds
#   ends STATUS WHAT        the program has ended, with that status
#   true_that WHAT COMMAND...
#   stays_asleep WHAT       nothing wakes the program once it has come to rest
#   $raw                    a file with every byte that the program wrote
#   $folder                 the data folder

set -u
: "${JALON:?JALON names the program to test}"
for tool in tmux jq; do
	command -v "$tool" >/dev/null || { echo "$tool is needed: apt-get install $tool" >&2; exit 1; }
done

work=$(mktemp -d)
name=Inès
socket=jalon-$$
sockets=$socket
raw=$work/raw
folder=$work/data
passed=0
failed=0
unset JALON_DATA JALON_BY JALON_LANG LC_ALL LC_MESSAGES XDG_DATA_HOME NO_COLOR TMUX
export LANG=C.UTF-8 HOME="$work" TERM=xterm-256color

terminal()
{
	tmux -L "$socket" -f /dev/null "$@"
}

as()
{
	name=$1
	socket=jalon-$$-$1
	sockets="$sockets $socket"
	raw=$work/raw-$1
}

close_all()
{
	for socket in $sockets; do
		terminal kill-server 2>/dev/null
	done
	within rm -rf "$work"
}
trap close_all EXIT

# Runs a command line in a new terminal, and keeps what is on the screen when it ends.
open_terminal()
{
	width=$1
	height=$2
	line=$3
	terminal kill-server 2>/dev/null
	# A server that is leaving takes the next session with it.
	while terminal has-session 2>/dev/null; do sleep 0.02; done
	: >"$raw"
	# The line waits for the file, so that no byte is written before somebody listens.
	rm -f "$raw.go" "$raw.status"
	terminal new-session -d -x "$width" -y "$height" \
		"trap : INT QUIT; while ! [ -e '$raw.go' ]; do sleep 0.02; done
		$line; echo \$? >'$raw.status'" \; \
		set -g remain-on-exit on \; set -g escape-time 0 \; \
		set -g default-terminal xterm-256color
	terminal pipe-pane -o "cat >>'$raw'"
	: >"$raw.go"
}

start()
{
	size_w=$1
	size_h=$2
	shift 2
	open_terminal "$size_w" "$size_h" \
		"env TERM=xterm-256color '$JALON' --data '$folder' --by '$name' $*"
}

screen()
{
	terminal capture-pane -p
}

press()
{
	terminal send-keys "$@"
}

type()
{
	terminal send-keys -l -- "$1"
}

bytes()
{
	terminal send-keys -H "$@"
}

# The program itself, below the shell that notes how it ended.
process()
{
	shell=$(terminal display-message -p '#{pane_pid}')
	cut -d ' ' -f 1 "/proc/$shell/task/$shell/children"
}

pass()
{
	passed=$((passed + 1))
}

fail()
{
	failed=$((failed + 1))
	printf 'FAILED %s: %s\n' "$(basename "$0")" "$1"
	screen | sed 's/^/    |/'
}

# Tries a command for up to 8 s.
within()
{
	tries=160
	while ! "$@" >/dev/null 2>&1; do
		tries=$((tries - 1))
		[ "$tries" -gt 0 ] || return 1
		sleep 0.05
	done
}

holds()
{
	screen | grep -qF -- "$1"
}

lacks()
{
	! holds "$1"
}

sees()
{
	if within holds "$1"; then pass; else fail "$2 (no: $1)"; fi
}

sees_no_more()
{
	if within lacks "$1"; then pass; else fail "$2 (still: $1)"; fi
}

true_that()
{
	what=$1
	shift
	if within "$@"; then pass; else fail "$what"; fi
}

ends()
{
	within test -s "$raw.status"
	found=$(cat "$raw.status" 2>/dev/null)
	if [ "$found" = "$1" ]; then pass; else fail "$2 (status $found)"; fi
}

# Lets what was asked for be drawn: until the output has been still for a moment.
settle()
{
	size=-1
	while [ "$size" != "$(wc -c <"$raw")" ]; do
		size=$(wc -c <"$raw")
		sleep 0.15
	done
}

wakeups()
{
	grep '^voluntary' "/proc/$(process)/status"
}

# The keyboard has rested, what waited for that is done, and nothing wakes the program for 2 s.
stays_asleep()
{
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		woken=$(wakeups)
		sleep 0.6
		[ "$woken" = "$(wakeups)" ] && break
	done
	sleep 2
	true_that "$1" test "$woken" = "$(wakeups)"
}

finish()
{
	printf '%d passed, %d failed\n' "$passed" "$failed"
	[ "$failed" -eq 0 ]
}
