#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# A folder that a group shares: whoever comes first, and whatever their umask, the others may read and
# write all that jalon makes there. A save keeps the rights of what it replaces. As root, since it takes
# several users.

set -u
# shellcheck source=tests/contract/harness.sh
. "$(dirname "$0")/../contract/harness.sh"
export JALON_LANG=en HOME=/nonexistent
unset JALON_BY
team=5000 alice=6001 bob=6002

if [ "$(id -u)" -ne 0 ] || ! command -v setpriv >/dev/null; then
	echo 'skipped: several users need root and setpriv'
	finish
	exit
fi
chmod 755 "$work"
guide=$work/guide.json
cat >"$guide" <<'END'
{"format": "jalon-checklist", "version": 1, "id": "guide", "edition": "1", "title": "Guide",
 "sections": [{"id": "s", "title": "S", "items": [{"id": "one", "kind": "question", "title": "One"}]}]}
END
chmod 644 "$guide"

# as UID UMASK ARGUMENT...
as()
{
	who=$1 mask=$2
	shift 2
	(umask "$mask" && exec setpriv --reuid="$who" --regid="$who" --groups="$team" \
		"$JALON" --data "$data" --by "$who" "$@") >"$work/out" 2>"$work/error" </dev/null
	status=$?
	out=$(cat "$work/out")
	error=$(cat "$work/error")
}

# On the screen for a moment: what is beside the data (places, presence, drafts) is made too.
looks_as()
{
	: >"$work/screen-$1"
	chown "$1" "$work/screen-$1"
	(umask "$2" && exec setpriv --reuid="$1" --regid="$1" --groups="$team" env TERM=xterm \
		script -qec "stty cols 80 rows 24; exec '$JALON' --data '$data' --by '$1' demo" "$work/screen-$1" \
		< <(sleep 0.5; printf n; sleep 0.3; printf 'a draft'; sleep 0.3; printf '\033'; sleep 1; printf q; sleep 1)) \
		>/dev/null 2>&1
}

mode()
{
	stat -c %a "$data/$1"
}

share()
{
	rm -rf "$data"
	mkdir "$data"
	chgrp "$team" "$data"
	chmod 2770 "$data"
}

data=$work/data
for umask in 002 022 077; do
	share
	as $alice $umask new demo --checklist "$guide"
	is 0 "umask $umask: the first one makes an organisation"
	looks_as $alice $umask
	as $alice $umask note demo one 'a note'
	is 0 "umask $umask: and writes"
	for command in 'set demo one status=done' 'note demo one x' 'undo demo' 'redo demo' 'add demo x' \
		"new other --checklist $guide" 'show demo' 'log demo' list; do
		# shellcheck disable=SC2086 # the words of a command
		as $bob 022 $command
		is 0 "umask $umask: another one of the group may $command"
	done
	as $alice $umask set other one owner=Alice
	is 0 "umask $umask: and the first one in what that one made"
	same "$(find "$data" -mindepth 1 -type f ! -path '*/.drafts/*' ! -perm -0060)" '' \
		"umask $umask: the group may read and write each file"
	same "$(find "$data" -type d ! -perm -2070)" '' "umask $umask: and each folder"
	same "$(find "$data" ! -group $team ! -path '*/.drafts/*')" '' "umask $umask: all of it is the group's"
	same "$(find "$data/.drafts" -type f -perm /0077)" '' "umask $umask: a draft is its owner's alone"
	same "$(find "$data/.drafts" -type f | wc -l)" 1 "umask $umask: there is one"
done

share
data=$data/one/two
as $alice 077 new demo --checklist "$guide"
is 0 'in a folder that is made below'
as $bob 077 note demo one x
is 0 'another one may write there too'
data=$work/data

share
as $alice 022 new demo --checklist "$guide"
chmod 644 "$data"/demo.*
as $bob 022 note demo one x
refused 1 'what an older version made for one alone'
as $alice 022 note demo one x
as $bob 022 note demo one x
is 0 "is everybody's from that one's next save on"

rm -rf "$data"
mkdir "$data"
chmod 755 "$data"
chown $alice:$team "$data"
as $alice 077 new demo --checklist "$guide"
same "$(mode demo.json) $(mode demo.history.jsonl) $(mode demo.lock)" '600 600 600' \
	'in a folder without a group the umask has the last word'
for wanted in 640 664 600 444; do
	chmod $wanted "$data/demo.json"
	as $alice 022 note demo one x
	same "$(mode demo.json)" $wanted "a save keeps the mode $wanted"
done
chmod 660 "$data/demo.json"
chown $alice:$team "$data/demo.json"
run note demo one 'as root'
same "$(stat -c '%u %g %a' "$data/demo.json")" "$alice $team 660" 'root leaves it to whose it is'
chown 0:0 "$data/demo.json"
chmod 664 "$data/demo.json"
as $alice 022 note demo one x
same "$(stat -c '%u %a' "$data/demo.json")" "$alice 644" "what was one group's becomes no other's"
if command -v setfacl >/dev/null && setfacl -m u:$bob:r "$data/demo.json" 2>/dev/null; then
	as $alice 022 note demo one x
	same "$(getfacl -cpn "$data/demo.json" | grep "user:$bob")" "user:$bob:r--" 'and who else may read it may'
else
	echo 'skipped: no access lists here'
fi
finish
