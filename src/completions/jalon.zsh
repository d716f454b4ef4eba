#compdef jalon
# SPDX-License-Identifier: MIT
# zsh completion for jalon(1)

local -a commands organisations
commands=(
	'new:make an organisation' 'list:the organisations and how far they are'
	'show:what an organisation says' 'set:change what is said of an entry' 'note:add a note'
	'add:add an action of one’s own' 'service:name a digital service' 'member:name a member'
	'edit:change the organisation itself' 'plan:what remains, in order, and why'
	'log:who changed what, and when' 'undo:take back one’s last change' 'redo:put it again'
	'check:say what is wrong with a file' 'guide:the whole guide, to read offline'
	'server:open a workshop on an SSH server'
)
organisations=(${(f)"$(jalon list --format json 2>/dev/null | sed -n 's/^ *"id": "\(.*\)",$/\1/p')"})

_arguments -C \
	'--data[the data folder]:folder:_files -/' \
	'--checklists[one more folder of checklists]:folder:_files -/' \
	'--lang[the language]:language:(fr en)' \
	'--by[who makes the changes]:name:' \
	'--user[the account that all share]:name:' '--program[where jalon is installed]:path:_files' \
	'--restricted[jalon and nothing else, on a shared account]' \
	'--help[help]' '--version[the version]' \
	'--name[the name]:name:' '--checklist[a checklist, by id or file]:checklist:_files' \
	'--item[the item it stands under]:item:' '--requires[what it requires]:entries:' \
	'--format[the form of the output]:format:(text json csv md ics man)' \
	'--why[why it comes before the other]:entry:' '--if-done[what would change]:entry:' \
	'--limit[the first N actions]:number:' '--group[by person or by week]:grouping:(owner date)' \
	'--today[as if it were that day]:date:' '--if-revision[only at that revision]:revision:' \
	'1: :->first' '2: :->second' '*: :->rest'

case $state in
first) _describe command commands && _describe organisation organisations ;;
second) [[ $words[2] == check ]] && _files || _describe organisation organisations ;;
rest) [[ $words[2] == check ]] && _files ;;
esac
