#!/bin/sh
# SPDX-License-Identifier: MIT
# Every byte that the program sends to a terminal is text, or a sequence that curses makes: whatever
# names, notes, files and keys hold.
# shellcheck source=tests/pty/harness.sh
. "$(dirname "$0")/harness.sh"

# Escape sequences with C0 and C1, text direction, what has no width, tags, marks that pile up.
hostile=$(printf 'x\033[31m\033]0;title\007\033[c\033P+q\033\\\001\b\016\177\302\2331m\302\235')
hostile=$hostile$(printf '\342\200\256y\342\201\246\342\200\213\342\200\215\357\273\277\302\255')
hostile=$hostile$(printf '\363\240\201\201z\314\200\314\201\314\202\314\203\314\204\314\205\tend')

jalon()
{
	"$JALON" --data "$folder" --by "$hostile" "$@" >/dev/null
}

as_json()
{
	printf '%s' "$1" | jq -Rs .
}

text=$(as_json "$hostile")
cat >"$work/hostile.json" <<END
{"format": "jalon-checklist", "version": 1, "id": "hostile", "edition": "1", "title": $text, "summary": $text,
 "source": {"publisher": $text, "title": $text, "url": $text, "date": $text}, "authors": [$text], "terms": $text,
 "glossary": [{"term": $text, "definition": $text}], "references": [{"id": "r", "title": $text, "url": $text}],
 "sections": [{"id": "s", "title": $text, "text": $text, "items": [{"id": "one", "kind": "question", "title": $text,
  "plain": $text, "why": $text, "how": $text, "example": $text, "references": ["r"]}]}]}
END
jalon new demo --name "$hostile" --checklist "$work/hostile.json"
jalon member demo "$hostile"
jalon service demo "$hostile"
jalon add demo "$hostile" "owner=$hostile"
jalon note demo one "$hostile"
jalon set demo one "owner=$hostile" due=2026-11-24
printf '{"format": %s}\n' "$text" >"$folder/broken.json"

# What curses writes: to move, to clear, to paint, to switch; no title, no question, no other.
only_text()
{
	settle
	LC_ALL=C.UTF-8 perl -CS -0777 -e '
		$_ = <STDIN>;
		s/\e\[[?]?[0-9;]*[ABCDGHJKLMPSTXbdfhlmr@]//g;
		s/\e\]11;\?\e\\//g; # asks what its background is
		s/\e\[2[23];0;0t//g; # keeps the title of the window, and brings it back
		s/\e[()][0B]|\e[78=>MH]|[\r\n\b\x0e\x0f]//g;
		exit 1 if !length;
		if (/([\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{Mn}{5})(.{0,30})/s) {
			printf STDERR "U+%04X before %s\n", ord $1, $2;
			exit 1;
		}' <"$raw"
}

sends_text_only()
{
	if only_text; then pass; else fail "$1 sends text only"; fi
}

start 80 24 demo
sees '␛[31m' 'a sign in the place of an escape'
sees '<U+202E>' 'and of a text direction'
for view in 1 2 3 4 5; do
	press "$view"
	settle
	for key in Down Down Up NPage Enter H Escape '?' Escape; do
		press "$key"
		settle
	done
	sends_text_only "view $view"
done
press 2
press n
sees 'Note' 'a note is asked for'
terminal set-buffer "$hostile"
terminal paste-buffer -p
sees '<U+202E>' 'what is pasted is shown too'
press Escape
sends_text_only "a field"
printf '{"format": %s}\n' "$text" >"$folder/demo.json.new"
mv "$folder/demo.json.new" "$folder/demo.json"
sees '␛' 'a file that broke is told of'
sends_text_only "a file that broke"
press q
sends_text_only "the end"
finish
