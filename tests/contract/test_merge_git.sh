#!/bin/sh
# SPDX-License-Identifier: MIT
# Three people, each in a clone of their own, and git, which calls jalon to merge: in every order
# the same comes out, and no word of anybody is lost.
# shellcheck source=tests/contract/harness.sh
. "$(dirname "$0")/harness.sh"
command -v git >/dev/null || { echo "git is needed: apt-get install git" >&2; exit 1; }

export GIT_AUTHOR_NAME=t GIT_AUTHOR_EMAIL=t@localhost GIT_COMMITTER_NAME=t GIT_COMMITTER_EMAIL=t@localhost
export GIT_CONFIG_NOSYSTEM=1 GIT_MERGE_AUTOEDIT=no
git config --global init.defaultBranch main
git config --global merge.jalon.name jalon
git config --global merge.jalon.driver "$JALON merge %O %A %B"
dice=1

# A number below $1, in $roll.
roll()
{
	dice=$(((dice * 1103515245 + 12345) % 2147483648))
	roll=$((dice / 65536 % $1))
}

pick()
{
	roll $#
	shift "$roll"
	picked=$1
}

jalon()
{
	"$JALON" --data "$clone" --by "$who" "$@" >/dev/null 2>>"$work/refused" ||
		echo "$who: $*: $?" >>"$work/refused"
}

# What was said last of a field is written down, to be looked for afterwards.
say()
{
	jalon set demo "$1" "$2=$3"
	printf '%s %s %s\n' "$1" "$2" "$3" >>"$work/said-$who"
}

change()
{
	pick associations-locales associations-locales question-initiatives question-partenariats
	entry=$picked
	roll 9
	case $roll in
	0) pick Inès Marc Zoé; say "$entry" owner "$picked" ;;
	1) pick 2027-01-15 2027-02-15 2027-03-15; say "$entry" due "$picked" ;;
	2) pick doing 'done'; say "$entry" status "$picked" ;;
	3) pick 7 8 9; say "$entry" effort "$picked" ;;
	4) pick 71 72 73; say "$entry" impact "$picked" ;;
	5) jalon note demo "$entry" "note $who $1" && echo "note $who $1" >>"$work/words-$who" ;;
	6) jalon add demo "action $who $1" owner="$who" && echo "action $who $1" >>"$work/words-$who" ;;
	7) jalon service demo "service $who $1" && echo "service $who $1" >>"$work/words-$who" ;;
	8) jalon member demo "membre $who $1" && echo "membre $who $1" >>"$work/words-$who" ;;
	esac
}

# What two merges have in common that differ in nothing but who was whose: of values that met, which
# are there; own actions by their titles.
# shellcheck disable=SC2016 # jq's
content='
(reduce .actions[] as $a ({}; .[$a.id] = "t:" + $a.title)) as $names
| (reduce (.conflicts // [])[] as $c ({}; .[$c.entry + "." + $c.field] += [$c.ours, $c.theirs])) as $met
| reduce (.conflicts // [])[] as $c (.; if $c.entry == "" then del(.[$c.field]) else del(.entries[$c.entry][$c.field]) end)
| del(.revision, .modified, .conflicts)
| .entries |= with_entries(.key = ($names[.key] // .key))
| walk(if type == "string" then $names[.] // . else . end)
| .actions |= sort_by(.title)
| {all: ., met: ($met | map_values(unique))}'

# FROM takes in the others, in turn, as people do who pull.
merge_in_order()
{
	rm -rf "$work/turn"
	git clone -q "$work/$1" "$work/turn" 2>>"$work/git"
	shift
	for other; do
		git -C "$work/turn" pull -q --no-rebase "$work/$other" main >>"$work/git" 2>&1 ||
			{ git -C "$work/turn" add -A && git -C "$work/turn" commit -qm merged; } >>"$work/git" 2>&1
	done
	same "$(git -C "$work/turn" status --porcelain)" '' "all is merged: $*"
	jq -S "$content" "$work/turn/demo.json"
}

found()
{
	jq -e --arg entry "$2" --arg field "$3" --arg value "$4" \
		'[.entries[$entry][$field], (.conflicts // [] | .[] | select(.entry == $entry and .field == $field) | .theirs)]
		| map(tostring) | index($value) != null' "$1" >/dev/null
}

check_words()
{
	for who in Inès Marc Zoé; do
		sort -u "$work/words-$who" | while read -r words; do
			jq -e --arg words "$words" '[.. | strings] | index($words) != null' "$work/turn/demo.json" >/dev/null ||
				echo "$words"
		done
		# The last value of each field that this person set.
		awk '{ last[$1 " " $2] = $3 } END { for (i in last) print i, last[i] }' "$work/said-$who" |
			while read -r entry field value; do
				found "$work/turn/demo.json" "$entry" "$field" "$value" || echo "$who $entry $field $value"
			done
	done
}

round()
{
	dice=$1
	rm -rf "$work/base" "$work/Inès" "$work/Marc" "$work/Zoé" "$work"/words-* "$work"/said-*
	git init -q "$work/base"
	printf '*.json merge=jalon\n*.history*.jsonl merge=jalon\n' >"$work/base/.gitattributes"
	printf '*.lock\n.*\n!.git*\n' >"$work/base/.gitignore"
	clone=$work/base who=Base
	jalon new demo --lang fr
	jalon add demo 'action commune'
	jalon set demo associations-locales owner=Base
	git -C "$work/base" add -A
	git -C "$work/base" commit -qm base
	for who in Inès Marc Zoé; do
		clone=$work/$who
		git clone -q "$work/base" "$clone"
		: >"$work/words-$who"
		: >"$work/said-$who"
		number=1
		while [ "$number" -le 10 ]; do
			change "$number"
			number=$((number + 1))
		done
		git -C "$clone" commit -qam "$who"
	done
	first=$(merge_in_order Inès Marc Zoé)
	same "$(check_words)" '' "nobody’s word is lost ($1)"
	true_that "the file is good ($1)" "$JALON" check "$work/turn/demo.json" >/dev/null
	same "$(jq -s '[.[] | [.revision, .by]] | unique | length' "$work/turn/demo.history.jsonl")" \
		"$(cat "$work/Inès/demo.history.jsonl" "$work/Marc/demo.history.jsonl" "$work/Zoé/demo.history.jsonl" |
			jq -s '[.[] | [.revision, .by]] | unique | length')" "every commit is in the history ($1)"
	history=$(cat "$work/turn/demo.history.jsonl")
	for order in 'Inès Zoé Marc' 'Marc Inès Zoé' 'Marc Zoé Inès' 'Zoé Inès Marc' 'Zoé Marc Inès'; do
		# shellcheck disable=SC2086 # three words are wanted
		same "$(merge_in_order $order)" "$first" "the same comes out: $order ($1)"
		same "$(check_words)" '' "nobody’s word is lost: $order ($1)"
		same "$(cat "$work/turn/demo.history.jsonl")" "$history" "one history: $order ($1)"
	done
	met=$((met + $(jq '.conflicts // [] | length' "$work/turn/demo.json")))
	# Whoever is there goes on from it.
	clone=$work/turn who=Ali
	jalon set demo associations-locales reason=suite
	same "$(jq -r '.entries["associations-locales"].reason' "$work/turn/demo.json")" suite "work goes on ($1)"
}

: >"$work/refused"
met=0
for seed in 1 2; do
	round "$seed"
done
same "$(cat "$work/refused")" '' 'jalon refuses nothing'
true_that "the rounds meet conflicts: $met" test "$met" -gt 2
finish
