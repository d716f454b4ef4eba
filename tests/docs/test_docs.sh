#!/bin/bash
# SPDX-License-Identifier: MIT
# test_docs: what the documents promise. Man pages agree with the program's tables, their examples
# run, the checklist shown in jalon-checklist(5) is valid, shells complete.
# UPDATE=1 redoes the generated parts.

set -u
cd "$(dirname "$0")/../.." || exit 1
jalon=$PWD/build/jalon
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset JALON_DATA JALON_BY JALON_LANG
export LC_ALL=C.UTF-8
passed=0
failed=0

check()
{
	local what=$1
	shift
	if "$@" >"$work/out" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAILED $what"
		head -n 12 "$work/out"
	fi
}

page_agrees()
{
	# awk's system() and print share one output only when each flushes.
	tests/docs/pages build/man_blocks "$1" "$2" >"$work/page"
	if [ -n "${UPDATE:-}" ]; then
		cp "$work/page" "$2"
	fi
	diff "$2" "$work/page" || { echo "make update redoes it"; return 1; }
}
check 'man/jalon.1 agrees with the tables' page_agrees en man/jalon.1
check 'man/fr/jalon.1 agrees with the tables' page_agrees fr man/fr/jalon.1

# Each "$ " line between the last EXAMPLES and the next section, in order, in a folder of its own.
examples()
{
	sed -n '/^\.SH EX\(A\|E\)MPLES/,/^\.SH [SV]/p' "$1" | sed -n 's/^\$ //p' |
		sed 's/\\-/-/g; s/\\e/\\/g; s/\\&//g'
}

examples_run()
{
	local ran=0 line
	export JALON_DATA=$work/data-$2 JALON_BY=Test
	mkdir -p "$work/bin"
	ln -sf "$jalon" "$work/bin/jalon"
	while IFS= read -r line; do
		ran=$((ran + 1))
		PATH=$work/bin:$PATH sh -c "$line" </dev/null || { echo "failed: $line"; return 1; }
	done < <(examples "$1")
	[ "$ran" -ge 5 ]
}
check 'the examples of man/jalon.1 run' examples_run man/jalon.1 en
check 'the examples of man/fr/jalon.1 run' examples_run man/fr/jalon.1 fr

whole_example()
{
	sed -n '/^\.SH EX[AE]MPLE$/,/^\.fi/p' "$1" | sed '/^\./d; s/\\e/\\/g' >"$work/example.json"
	"$jalon" check "$work/example.json"
}
check 'the checklist of jalon-checklist.5 is valid' whole_example man/jalon-checklist.5
check 'the checklist of fr/jalon-checklist.5 is valid' whole_example man/fr/jalon-checklist.5

# Every member that the reader knows is in the page.
members_named()
{
	local member known=0
	while read -r member; do
		known=$((known + 1))
		grep -qE "^\\.(B|BR|RB).*\\b$member\\b" "$1" || { echo "$member is missing"; return 1; }
	done < <(grep -oE 'reader_?[a-z]*\(reader, [a-z]+, "[a-z]+"' src/store/checklist_file.c |
		sed 's/.*"\(.*\)"/\1/' | sort -u)
	[ "$known" -ge 20 ] || { echo "only $known members found in the reader"; return 1; }
}
check 'jalon-checklist.5 names every member' members_named man/jalon-checklist.5
check 'fr/jalon-checklist.5 names every member' members_named man/fr/jalon-checklist.5

for page in man/*.[1578] man/fr/*.[1578] build/man/*.7 build/man/fr/*.7; do
	check "$page is clean" sh -c "[ -z \"\$(mandoc -T lint -W warning $page 2>&1)\" ]"
done

for file in bash zsh fish; do
	check "jalon.$file agrees with the tables" page_agrees en "src/completions/jalon.$file"
done

# A line, and all that Tab offers behind it. DATA is another data folder than the one in $JALON_DATA.
completions()
{
	sed "s|DATA|$work/named|" <<-'END'
		jalon pl	plan
		jalon undo de	demo
		jalon set demo lister-services status=d	status=doing status=done
		jalon set demo lister-services status=done pri	priority=
		jalon set demo lister-services pin=lis	pin=lister-services
		jalon set demo trois-questions-pub	trois-questions-publics@portail
		jalon set demo trois-questions-publics@	trois-questions-publics@portail
		jalon edit demo language=	language=en language=fr
		jalon member demo Marc 	capacity=
		jalon --data DATA plan 	other
		jalon --data=DATA plan 	other
		jalon --data DATA show other lis	lister-services
		jalon --lang fr set demo lis	lister-services
		jalon --lang=f	--lang=fr
		jalon plan demo --group 	date owner
		jalon plan demo --why lis	lister-services
		jalon plan demo --why lister-services question-i	question-initiatives
		jalon plan demo --if-done lis	lister-services
		jalon add demo Titre --requires lister-services,question-i	lister-services,question-initiatives
		jalon add demo Titre --item lis	lister-services
		jalon plan demo --format i	ics
		jalon show demo --format 	json text
		jalon show demo --for	--format
		jalon guide --format m	man
		jalon check CONTRIB	CONTRIBUTING.md
		jalon note demo lister-services 	
	END
}

shell_completes()
{
	completions | cut -f 1 | tests/docs/complete "$1" >"$work/offered"
	completions | diff - <(completions | cut -f 1 | paste - "$work/offered")
}
export JALON_DATA=$work/set
"$jalon" new demo >/dev/null && "$jalon" service demo Portail >/dev/null
"$jalon" --data "$work/named" new other >/dev/null
for shell in bash zsh fish; do
	command -v $shell >/dev/null && PATH=$work/bin:$PATH check "$shell completes" shell_completes $shell
done
unset JALON_DATA

installs()
{
	local file
	make -s install DESTDIR="$work/root" PREFIX=/usr >/dev/null || return 1
	for file in bin/jalon share/jalon/checklists/agit-9-ancrage-territorial.json \
		share/man/man1/jalon.1 share/man/fr/man1/jalon.1 share/man/man5/jalon-checklist.5 \
		share/man/man8/jalon-server.8 share/man/fr/man8/jalon-server.8 \
		share/man/fr/man5/jalon-checklist.5 share/man/man7/jalon-guide.7 \
		share/man/fr/man7/jalon-guide.7 share/bash-completion/completions/jalon \
		share/zsh/site-functions/_jalon share/fish/vendor_completions.d/jalon.fish; do
		[ -f "$work/root/usr/$file" ] || { echo "$file is not there"; return 1; }
	done
	make -s uninstall DESTDIR="$work/root" PREFIX=/usr >/dev/null || return 1
	[ -z "$(find "$work/root" -type f)" ] || { find "$work/root" -type f; return 1; }
}
check 'make install puts all in place, make uninstall takes it away' installs

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
