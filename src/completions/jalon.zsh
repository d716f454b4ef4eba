#compdef jalon
# SPDX-License-Identifier: MIT
# zsh completion for jalon(1)
#
# What stands between the markers is made from the program's tables (make update).

local -a _jalon_commands _jalon_everywhere _jalon_alone
# zsh begin
_jalon_commands=(
	'new:make an organisation'
	'list:the organisations and how far they are'
	'show:what an organisation says, or one of its entries'
	'set:change what is said of an entry'
	'note:add a note to an entry, or put one’s own right'
	'remove:take away an action, a service, a member, or all'
	'add:add an action of one’s own'
	'service:name a digital service'
	'member:name somebody who owns actions'
	'edit:change the organisation itself'
	'plan:what remains, in order, and why'
	'log:who changed what, and when'
	'undo:take back one’s own last change'
	'redo:put again what was just undone'
	'merge:bring together what people said apart'
	'check:say what is wrong with a file'
	'guide:the whole guide, to read offline'
	'server:open a workshop on an SSH server'
)
_jalon_everywhere=(
		'--data=[The data folder]:DIR:_files -/'
		'*--checklists=[One more folder of checklists, to look for ID.json in]:DIR:_files -/'
		'--lang=[The language]:fr|en:(fr en)'
		'--by=[Who makes the changes]:NAME:'
		'--help[This help]'
		'--version[The version of jalon]'
)
_jalon_alone=(
		'--today=[As if it were that day (YYYY-MM-DD)]:DATE:'
		'--restricted[For the shared account of a workshop: jalon and nothing else, on the one folder of --data]'
		'--theme=[The colours: for a dark background, for a light one, or none]:dark|light|mono:(dark light mono)'
		'--signs=[The signs: those of Unicode, or \[?\] \[ \] \[>\] \[x\] \[-\] for fonts and braille displays that lack them]:unicode|ascii:(unicode ascii)'
		'--calm[For a voice or a braille display: the cursor alone marks the row, the detail opens with Enter, and nothing else is drawn again]'
		'--mouse[The wheel scrolls and a click selects]'
		'--wide[For a terminal that shows é and ○ in two cells (xterm -cjk_width)]'
)
_jalon_specs()
{
	case $1 in
	new) specs=(
		'--name=[The organisation’s name]:NAME:'
		'*--checklist=[The checklist to follow, once for each of several]:ID|FILE:_files'
		'--if-revision=[Only if the organisation is still at that revision]:N:'
		'1:ORG:_jalon_organisations'
	) ;;
	list) specs=(
		'--format=[The form of the output]:text|json:(text json)'
		'--today=[As if it were that day (YYYY-MM-DD)]:DATE:'
	) ;;
	show) specs=(
		'--format=[The form of the output]:text|json:(text json)'
		'--today=[As if it were that day (YYYY-MM-DD)]:DATE:'
		'1:ORG:_jalon_organisations'
		'2:ENTRY:_jalon_entries'
	) ;;
	set) specs=(
		'--if-revision=[Only if the organisation is still at that revision]:N:'
		'1:ORG:_jalon_organisations'
		'2:ENTRY:_jalon_entries'
		'*:FIELD=VALUE:_jalon_fields'
	) ;;
	note) specs=(
		'--replace=[put the text in place of one’s own note N]:N:'
		'--remove=[take back one’s own note N]:N:'
		'--if-revision=[Only if the organisation is still at that revision]:N:'
		'1:ORG:_jalon_organisations'
		'2:ENTRY:_jalon_entries'
		'3:TEXT:'
	) ;;
	remove) specs=(
		'--if-revision=[Only if the organisation is still at that revision]:N:'
		'1:ORG:_jalon_organisations'
		'2:ENTRY:_jalon_entries'
	) ;;
	add) specs=(
		'--item=[The item that the action stands under]:ITEM:_jalon_items'
		'--requires=[What must be finished before]:ENTRY,...:_sequence _jalon_entries'
		'--if-revision=[Only if the organisation is still at that revision]:N:'
		'1:ORG:_jalon_organisations'
		'2:TITLE:'
		'*:FIELD=VALUE:_jalon_fields'
	) ;;
	service) specs=(
		'--if-revision=[Only if the organisation is still at that revision]:N:'
		'1:ORG:_jalon_organisations'
		'2:NAME:'
	) ;;
	member) specs=(
		'--if-revision=[Only if the organisation is still at that revision]:N:'
		'1:ORG:_jalon_organisations'
		'2:NAME:'
		'3:capacity=DAYS:(capacity=)'
		'4:away=DAYS:(away=)'
	) ;;
	edit) specs=(
		'--if-revision=[Only if the organisation is still at that revision]:N:'
		'1:ORG:_jalon_organisations'
		'*:FIELD=VALUE:_jalon_fields'
	) ;;
	plan) specs=(
		'--format=[The form of the output]:text|json|csv|md|ics:(text json csv md ics)'
		'--today=[As if it were that day (YYYY-MM-DD)]:DATE:'
		'--why=[Say why one of the two comes before the other]:ENTRY:_jalon_entries:ENTRY:_jalon_entries'
		'--if-done=[Say what would change if this entry were done]:ENTRY:_jalon_entries'
		'--limit=[Stop after the first N actions]:N:'
		'--group=[Group by person or by week]:owner|date:(owner date)'
		'1:ORG:_jalon_organisations'
	) ;;
	log) specs=(
		'--format=[The form of the output]:text|json:(text json)'
		'--since=[That day and after (YYYY-MM-DD, in universal time)]:DATE|REVISION:'
		'--author=[Only what that person changed]:NAME:'
		'--entry=[Only what is about that entry, service:ID or member:NAME, even if removed since]:ENTRY:_jalon_entries'
		'1:ORG:_jalon_organisations'
	) ;;
	undo) specs=(
		'--if-revision=[Only if the organisation is still at that revision]:N:'
		'1:ORG:_jalon_organisations'
	) ;;
	redo) specs=(
		'--if-revision=[Only if the organisation is still at that revision]:N:'
		'1:ORG:_jalon_organisations'
	) ;;
	merge) specs=(
		'--if-revision=[Only if the organisation is still at that revision]:N:'
		'1:ORG:_jalon_organisations'
		'2:FILE:_files'
	) ;;
	check) specs=(
		'*:FILE:_files'
	) ;;
	guide) specs=(
		'--format=[The form of the output]:text|man:(text man)'
		'1:CHECKLIST:_files'
	) ;;
	server) specs=(
		'--user=[The account that the participants share]:NAME:'
		'--program=[Where jalon is installed]:PATH:_files'
		'1:ORG:_jalon_organisations'
	) ;;
	esac
}
_jalon_field_names()
{
	case $1 in
	edit) reply=(name= language= capacity= holidays= closed=) ;;
	*) reply=(status= owner= due= priority= impact= effort= left= reason= review= pin= requires=) ;;
	esac
}
_jalon_choices()
{
	local field=$1
	shift
	case $field in
	status) compadd "$@" - new todo doing done not_applicable ;;
	priority) compadd "$@" - must should could ;;
	pin) _jalon_entries "$@" ;;
	language) compadd "$@" - fr en ;;
	holidays) compadd "$@" - fr fr-alsace-moselle ;;
	esac
}
# zsh end

# MEMBER COMMAND...: what jalon answers, of one member. Of the data folder that was named, if any.
_jalon_ask()
{
	local member=$1
	shift
	local -a found
	found=(${(fu)"$(jalon $jalon_places "$@" --format json 2>/dev/null |
		sed -n "s/^ *\"$member\": \"\(.*\)\",\$/\1/p")"})
	reply=($found)
}

_jalon_organisations()
{
	local -a reply
	_jalon_ask id list
	compadd "$@" -a reply
}

_jalon_entries()
{
	local -a reply
	_jalon_ask id show $line[1]
	compadd "$@" -a reply
}

_jalon_items()
{
	local -a reply
	_jalon_ask item show $line[1]
	compadd "$@" -a reply
}

_jalon_fields()
{
	local -a reply
	if compset -P '*='; then
		_jalon_choices ${${IPREFIX##* }%=} "$@"
	else
		_jalon_field_names $jalon_command
		compadd "$@" -S '' -a reply
	fi
}

_jalon_first()
{
	_describe -t commands command _jalon_commands
	_jalon_organisations
}

local curcontext=$curcontext state jalon_command
local -a line specs jalon_places
local -A opt_args
_arguments -C $_jalon_everywhere $_jalon_alone '(-)1: :->first' '(-)*:: :->rest' && return
for option in --data --checklists; do
	[[ -n ${opt_args[$option]} ]] && jalon_places+=($option ${(Q)~opt_args[$option]})
done
case $state in
first) _jalon_first ;;
rest)
	jalon_command=$words[1]
	_jalon_specs $jalon_command
	_arguments $_jalon_everywhere $specs
	;;
esac
