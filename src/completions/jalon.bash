# SPDX-License-Identifier: MIT
# bash completion for jalon(1)

_jalon_organisations()
{
	jalon list --format json 2>/dev/null | sed -n 's/^ *"id": "\(.*\)",$/\1/p'
}

_jalon_entries()
{
	jalon show "$1" --format json 2>/dev/null | sed -n 's/^ *"id": "\(.*\)",$/\1/p'
}

_jalon()
{
	local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
	local commands='new list show set note add service member edit plan log undo redo check guide server'
	local options='--data --checklists --lang --by --help --version --restricted'
	local fields='status= owner= due= priority= impact= effort= reason= review= pin='
	local command=${COMP_WORDS[1]:-} words=

	case $previous in
	--lang) words='fr en' ;;
	--format)
		case $command in
		plan) words='text json csv md ics' ;;
		guide) words='text man' ;;
		*) words='text json' ;;
		esac
		;;
	--data | --checklists) mapfile -t COMPREPLY < <(compgen -d -- "$current") && return ;;
	--user | --program | --why | --if-done | --limit | --group | --by | --name | --item | --requires | --today | --if-revision) return ;;
	esac
	if [ -z "$words" ] && [ "$COMP_CWORD" -eq 1 ]; then
		words="$commands $options $(_jalon_organisations)"
	elif [ -z "$words" ]; then
		case $command in
		new) options="$options --name --checklist" ;;
		list) options="$options --format --today" ;;
		show) options="$options --format --today" ;;
		plan) options="$options --format --today --why --if-done --limit --group" ;;
		server) options="$options --user --program" ;;
		log | guide) options="$options --format" ;;
		add) options="$options --item --requires --if-revision" ;;
		set | note | service | member | edit | undo | redo) options="$options --if-revision" ;;
		check) mapfile -t COMPREPLY < <(compgen -f -- "$current") && return ;;
		esac
		words=$options
		[ "$COMP_CWORD" -eq 2 ] && words="$words $(_jalon_organisations)"
		case $command:$COMP_CWORD in
		set:3 | note:3 | show:3) words="$words $(_jalon_entries "${COMP_WORDS[2]}")" ;;
		set:*) words="$words $fields" && compopt -o nospace 2>/dev/null ;;
		edit:*) words="$words name= language= capacity=" && compopt -o nospace 2>/dev/null ;;
		esac
	fi
	mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -F _jalon jalon
