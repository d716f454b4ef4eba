#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# Saves of the real program, each of whose system calls fails once with each error, and dies once.
#
# A first run under strace says which calls a command makes from the moment that it looks at the data
# folder. Each is then made to fail (strace's injection) on a fresh copy of the same folder: where it
# writes with ENOSPC, EDQUOT, EIO, EROFS and EACCES in turn and then with SIGKILL, where it reads with
# EIO (ALL=1: with each of them at all calls, redo and note too). What the disk does with each is test_faults.c's matter, so all
# this runs in memory where that can be had.
# After each, the file is the old or the new state whole, and the exit status says which; a refusal
# names the file and the reason, and leaves every file as it was; the organisation opens; the next
# save leaves no debris, and its undo brings back what was there before it.

set -u
cd "$(dirname "$0")/../.." || exit 1
: "${JALON:?JALON names the program to test}"
command -v strace >/dev/null || { echo 'strace is needed: apt-get install strace' >&2; exit 1; }
export LC_ALL=C.UTF-8 JALON_BY=Inès JALON_LANG=en
unset JALON_DATA XDG_DATA_HOME

work=$(mktemp -d -p /dev/shm 2>/dev/null || mktemp -d)
trap 'rm -rf "$work"' EXIT
workers=$(nproc)
guide=$work/guide.json
traced=openat,mkdir,mkdirat,read,write,fsync,ftruncate,renameat,unlinkat,close,fcntl,newfstatat,lseek

# Each try speaks the other language than the one before it.
languages=(en fr)
declare -A reasons=([en ENOSPC]='no space left' [en EDQUOT]='quota exceeded' [en EIO]='answered with an error'
	[en EROFS]='read-only' [en EACCES]='permission denied'
	[fr ENOSPC]='plus de place sur le disque' [fr EDQUOT]='votre part du disque est pleine'
	[fr EIO]='répondu par une erreur' [fr EROFS]='en lecture seule' [fr EACCES]='pas le droit')
declare -A unsynced=([en]='power cut' [fr]='coupure de courant')
# Each command, and the folder that it starts from.
declare -A commands=([new]="new demo --checklist $guide" [set]='set demo one owner=Zoé due=2027-01-15'
	[undo]='undo demo' [redo]='redo demo' [add]='add demo Appeler --item one' [note]='note demo two Déjà')
declare -A starts=([new]=empty [set]=made [undo]=made [redo]=undone [add]=made [note]=made)

prepare()
{
	cat >"$guide" <<-'END'
	{"format": "jalon-checklist", "version": 1, "id": "guide", "edition": "1", "title": "Guide",
	 "sections": [{"id": "s", "title": "S", "items": [
	  {"id": "one", "kind": "recommendation", "title": "One"},
	  {"id": "two", "kind": "vigilance", "title": "Two", "requires": ["one"]}]}]}
	END
	mkdir "$work/empty"
	"$JALON" --data "$work/made" new demo --checklist "$guide" &&
		"$JALON" --data "$work/made" set demo one status=doing &&
		"$JALON" --data "$work/made" note demo one Vu &&
		"$JALON" --data "$work/made" set demo two owner=Ali &&
		cp -r "$work/made" "$work/undone" &&
		"$JALON" --data "$work/undone" undo demo
} >/dev/null

jalon()
{
	"$JALON" --data "$folder" "$@" >"$slot/out" 2>"$slot/error"
}

# $found becomes what a file holds, "" when there is none; without a process of its own, since this is
# done a thousand times.
slurp()
{
	found=
	[ ! -e "$1" ] || found=$(<"$1")
}

# The same of the organisation in a folder, without what every save changes, and the language of who made it.
content()
{
	local line
	slurp "$1/demo.json"
	set -- "$found"
	found=
	while IFS= read -r line; do
		case $line in
		'  "revision"'* | '  "modified"'* | '  "created"'* | '  "language"'*) ;;
		*'"at": '*) found+='at' ;;
		*) found+=$line ;;
		esac
	done <<<"$1"
}

# The same of all that is there, with names, but for locks, which stay by design.
everything()
{
	local file all=
	for file in "$1"/* "$1"/checklists/*; do
		case $file in
		*.lock | */checklists | *'*') continue ;;
		esac
		slurp "$file"
		all+="== ${file#"$1"/}"$'\n'$found
	done
	found=$all
}

has_debris()
{
	local file
	for file in "$folder"/*.new "$folder"/checklists/*.new; do
		[ ! -e "$file" ] || return 0
	done
	return 1
}

# "CALL N WRITES" for each call to try: the N-th of its name, and whether it writes.
list_calls()
{
	cp -r "$work/${starts[$1]}" "$work/traced"
	# shellcheck disable=SC2086 # the words of a command
	strace -o "$work/trace" -e trace="$traced" "$JALON" --data "$work/traced" ${commands[$1]} \
		>/dev/null 2>&1
	content "$work/traced"
	echo "$found" >"$work/$1.after"
	rm -rf "$work/traced"
	awk -v data="$work/traced" '{
		call = $0
		sub(/\(.*/, "", call)
		if (call !~ /^[a-z]+$/)
			next
		number[call]++
		begun = begun || index($0, data)
		# What goes to the terminal is no part of the save.
		if (!begun || $0 ~ /^(write|newfstatat)\([12],/)
			next
		print call, number[call], call ~ /^(mkdir|mkdirat|write|fsync|ftruncate|renameat|unlinkat)$/ ||
			$0 ~ /O_WRONLY|O_RDWR/
	}' "$work/trace"
}

complain()
{
	slurp "$slot/error"
	printf 'FAILED %s: %s\n    %s\n' "$case" "$1" "$found"
	good=false
}

error_says()
{
	local text
	slurp "$slot/error"
	for text; do
		case $found in
		*"$text"*) return 0 ;;
		esac
	done
	return 1
}

# The new state, whole; where the disk did not confirm it, people are told.
check_saved()
{
	content "$folder"
	[ "$found" = "${after[$name]}" ] || complain 'saved, but not what was asked for'
	[ "$call" != fsync ] || error_says "${unsynced[$lang]}" || complain 'saved, without a word of the sync that failed'
}

check_refused()
{
	error_says demo guide checklists .lock "$folder" || complain 'the message names no file'
	error_says "${reasons[$lang $fault]}" || complain 'the message does not say why'
	[ ! -s "$slot/out" ] || complain 'refused, with something on standard output'
	! has_debris || complain 'refused, but debris is left'
	if [ "$name" != new ]; then
		everything "$folder"
		[ "$found" = "${all[$name]}" ] || complain 'refused, but a file changed'
	elif [ -e "$folder/demo.json" ] || [ -e "$folder/demo.history.jsonl" ]; then
		complain 'refused, but something is there'
	fi
}

check_killed()
{
	content "$folder"
	[ "$found" = "${after[$name]}" ] || [ "$found" = "${before[$name]}" ] ||
		complain 'neither the old state nor the new one'
}

# Each revision once, in order, up to that of the file, and no line cut short.
check_history()
{
	local line revision=0 whole='^\{"revision":([0-9]+),.*\}$'
	while IFS= read -r line || [ -n "$line" ]; do
		if ! [[ $line =~ $whole ]]; then
			complain 'half a line in the history'
		elif [ "${BASH_REMATCH[1]}" -eq $((revision + 1)) ]; then
			revision=${BASH_REMATCH[1]}
		elif [ "${BASH_REMATCH[1]}" -ne "$revision" ]; then
			complain 'the history misses a revision'
		fi
	done <"$folder/demo.history.jsonl"
	slurp "$folder/demo.json"
	[[ $found == *"\"revision\": $revision,"* ]] || complain 'the history is not that of the file'
}

# Life goes on: the next save works and leaves no debris, and can be taken back.
check_afterwards()
{
	local kept
	if [ ! -e "$folder/demo.json" ]; then
		# shellcheck disable=SC2086
		jalon ${commands[new]} || complain 'it cannot be made afterwards'
	fi
	content "$folder"
	kept=$found
	jalon --by Ali set demo two impact=4 || complain 'the next save fails'
	! has_debris || complain 'debris after the next save'
	check_history
	jalon --by Ali undo demo || complain 'it cannot be taken back'
	content "$folder"
	[ "$found" = "$kept" ] || complain 'taken back is not what it was'
}

# One fault at one call of one command.
try()
{
	local name=$1 call=$2 number=$3 fault=$4 lang=$5 status good=true inject=error=$4
	local case="$name, $fault at $call $number ($lang)" folder=$slot/run
	[ "$fault" != SIGKILL ] || inject=signal=KILL
	rm -rf "$folder"
	cp -r "$work/${starts[$name]}" "$folder"
	# shellcheck disable=SC2086
	strace -o /dev/null -e trace="$call" -e inject="$call:$inject:when=$number" \
		"$JALON" --data "$folder" --lang "$lang" ${commands[$name]} >"$slot/out" 2>"$slot/error"
	status=$?
	case $status in
	0) check_saved ;;
	1) check_refused ;;
	137) check_killed ;;
	*) complain "exit status $status" ;;
	esac
	check_afterwards
	if $good; then echo "passed $status"; else echo "failed $status"; fi
} 2>/dev/null # of a shell that tells of who was killed

worker()
{
	local i=0 slot=$work/slot$1
	mkdir "$slot"
	while read -r line; do
		# shellcheck disable=SC2086
		[ $((i++ % workers)) -ne "$1" ] || try $line
	done <"$work/list" >"$slot/report"
}

prepare || exit 1
declare -A before after all
turn=(ENOSPC EDQUOT EIO EROFS EACCES)
next=0
tried=0
for name in new set undo add ${ALL:+redo note}; do
	list_calls "$name" >"$work/calls"
	content "$work/${starts[$name]}"
	before[$name]=$found
	slurp "$work/$name.after"
	after[$name]=$found
	everything "$work/${starts[$name]}"
	all[$name]=$found
	while read -r call number writes; do
		if [ "$writes" -eq 0 ]; then
			errors=EIO
		elif [ -n "${ALL:-}" ]; then
			errors=${turn[*]}
		else
			errors=${turn[next++ % ${#turn[@]}]}
		fi
		# To die before a call that changes nothing is to die before the next one that does.
		[ "$writes" -eq 0 ] && [ -z "${ALL:-}" ] || errors+=' SIGKILL'
		for fault in $errors; do
			echo "$name $call $number $fault ${languages[tried++ % 2]}"
		done
	done <"$work/calls"
done >"$work/list"
for ((i = 0; i < workers; i++)); do
	worker "$i" &
done
wait
cat "$work"/slot*/report >"$work/report"
grep -v -e '^passed' -e '^failed' "$work/report"
printf '%s\n' "$(grep -c ' 1$' "$work/report") refused, $(grep -c ' 0$' "$work/report") saved all the same," \
	"$(grep -c ' 137$' "$work/report") killed"
passed=$(grep -c '^passed' "$work/report")
total=$(wc -l <"$work/list")
printf '%d passed, %d failed\n' "$passed" $((total - passed))
[ "$passed" -eq "$total" ] && [ "$total" -gt 200 ]
