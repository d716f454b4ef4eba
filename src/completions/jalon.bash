# SPDX-License-Identifier: MIT
# bash completion for jalon(1)
#
# What stands between the markers is made from the program's tables (make update): words in capitals
# are looked up below, others are offered as they are.

# bash begin
_jalon_commands='new list show set note remove add service member edit plan log undo redo merge check guide server'

# What stands behind a command.
_jalon_words()
{
	case $1 in
	new) echo 'ORG' ;;
	list) echo '' ;;
	show) echo 'ORG ENTRY' ;;
	set) echo 'ORG ENTRY FIELD...' ;;
	note) echo 'ORG ENTRY NOTHING' ;;
	remove) echo 'ORG ENTRY' ;;
	add) echo 'ORG NOTHING FIELD...' ;;
	service) echo 'ORG NOTHING' ;;
	member) echo 'ORG NOTHING capacity= away=' ;;
	edit) echo 'ORG FIELD...' ;;
	plan) echo 'ORG' ;;
	log) echo 'ORG' ;;
	undo) echo 'ORG' ;;
	redo) echo 'ORG' ;;
	merge) echo 'ORG FILE' ;;
	check) echo 'FILE...' ;;
	guide) echo 'FILE' ;;
	server) echo 'ORG' ;;
	esac
}

_jalon_options()
{
	case $1 in
	new) echo '--name --checklist --if-revision' ;;
	list) echo '--format --today' ;;
	show) echo '--format --today' ;;
	set) echo '--if-revision' ;;
	note) echo '--replace --remove --if-revision' ;;
	remove) echo '--if-revision' ;;
	add) echo '--item --requires --if-revision' ;;
	service) echo '--if-revision' ;;
	member) echo '--if-revision' ;;
	edit) echo '--if-revision' ;;
	plan) echo '--format --today --why --if-done --limit --group' ;;
	log) echo '--format --since --author --entry' ;;
	undo) echo '--if-revision' ;;
	redo) echo '--if-revision' ;;
	merge) echo '--if-revision' ;;
	check) echo '' ;;
	guide) echo '--format' ;;
	server) echo '--user --program' ;;
	'') echo '--today --restricted --theme --signs --calm --mouse --wide' ;;
	esac
	echo '--data --checklists --lang --by --help --version'
}

# What an option takes, COMMAND--OPTION.
_jalon_value()
{
	case $1 in
	*--data) echo 'DIR' ;;
	*--checklists) echo 'DIR' ;;
	*--lang) echo 'fr|en' ;;
	*--by) echo 'NOTHING' ;;
	*--name) echo 'NOTHING' ;;
	*--checklist) echo 'FILE' ;;
	*--item) echo 'ITEM' ;;
	*--requires) echo 'ENTRY' ;;
	*--replace) echo 'NOTHING' ;;
	*--remove) echo 'NOTHING' ;;
	list--format) echo 'text|json' ;;
	show--format) echo 'text|json' ;;
	plan--format) echo 'text|json|csv|md|ics' ;;
	log--format) echo 'text|json' ;;
	guide--format) echo 'text|man' ;;
	*--today) echo 'NOTHING' ;;
	*--if-revision) echo 'NOTHING' ;;
	*--why) echo 'ENTRY ENTRY' ;;
	*--if-done) echo 'ENTRY' ;;
	*--limit) echo 'NOTHING' ;;
	*--since) echo 'NOTHING' ;;
	*--author) echo 'NOTHING' ;;
	*--entry) echo 'ENTRY' ;;
	*--group) echo 'owner|date' ;;
	*--user) echo 'NOTHING' ;;
	*--program) echo 'FILE' ;;
	*--theme) echo 'dark|light|mono' ;;
	*--signs) echo 'unicode|ascii' ;;
	esac
}

_jalon_fields()
{
	case $1 in
	edit) echo 'name= language= capacity= holidays= closed=' ;;
	*) echo 'status= owner= due= priority= impact= effort= left= reason= review= pin= requires=' ;;
	esac
}

# What a field takes.
_jalon_choices()
{
	case $1 in
	status) echo 'new|todo|doing|done|not_applicable' ;;
	priority) echo 'must|should|could' ;;
	pin) echo 'ENTRY' ;;
	language) echo 'fr|en' ;;
	holidays) echo 'fr|fr-alsace-moselle' ;;
	esac
}
# bash end

# MEMBER COMMAND...: what jalon answers, of one member. Of the data folder that was named, if any.
_jalon_ask()
{
	local member=$1
	shift
	jalon "${places[@]}" "$@" --format json 2>/dev/null |
		sed -n "s/^ *\"$member\": \"\\(.*\\)\",\$/\\1/p" | sort -u
}

# COMP_WORDBREAKS cuts words at = : @ and others; what touches in the line is one word again.
_jalon_join()
{
	local i word line=$COMP_LINE blanks
	words=()
	for ((i = 0; i <= COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		blanks=${line%%[![:blank:]]*}
		line=${line#"$blanks"}
		if [ "$i" -eq 0 ] || [ -n "$blanks" ]; then
			words+=("$word")
		else
			words[-1]+=$word
		fi
		line=${line#"$word"}
	done
}

# Tells the command and its words from options and their values. `wanted`: what the option before the
# cursor still takes.
_jalon_read()
{
	local word option=''
	for word in "${words[@]:1:${#words[@]}-2}"; do
		if [ -n "$wanted" ]; then
			case $option in
			--data | --checklists) places+=("$option" "${word/#\~\//$HOME/}") ;;
			esac
			wanted=${wanted#"${wanted%% *}"}
			wanted=${wanted# }
			continue
		fi
		case $word in
		--data=* | --checklists=*) places+=("$word") ;;
		--*=*) ;;
		-?*) option=$word wanted=$(_jalon_value "${said[0]-}$word") ;;
		*) said+=("$word") ;;
		esac
	done
}

# The word behind those that were said, the last one as often as it takes.
_jalon_next()
{
	local takes place=$((${#said[@]} - 1))
	read -ra takes <<<"$(_jalon_words "${said[0]}")"
	if [ "$place" -lt "${#takes[@]}" ]; then
		echo "${takes[place]%...}"
	elif [[ ${takes[*]} == *... ]]; then
		echo "${takes[-1]%...}"
	fi
}

_jalon()
{
	local words places=() said=() wanted='' before='' offered='' current
	_jalon_join
	_jalon_read
	current=${words[-1]}
	if [ -n "$wanted" ]; then
		wanted=${wanted%% *}
	elif [[ $current == --*=* ]]; then
		before=${current%%=*}=
		wanted=$(_jalon_value "${said[0]-}${before%=}")
	elif [[ $current == -* ]]; then
		offered=$(_jalon_options "${said[0]-}")
	elif [ ${#said[@]} -eq 0 ]; then
		offered="$_jalon_commands $(_jalon_ask id list)"
	else
		wanted=$(_jalon_next)
	fi
	if [ "$wanted" = FIELD ] && [[ $current == *=* ]]; then
		before=${current%%=*}=
		wanted=$(_jalon_choices "${before%=}")
	fi
	# Entries may be a list.
	[[ $wanted == ENTRY && $current == *,* ]] && before=${current%,*},
	current=${current#"$before"}
	case $wanted in
	ORG) offered=$(_jalon_ask id list) ;;
	ENTRY) offered=$(_jalon_ask id show "${said[1]-}") ;;
	ITEM) offered=$(_jalon_ask item show "${said[1]-}") ;;
	FIELD) offered=$(_jalon_fields "${said[0]}") ;;
	DIR | FILE | NOTHING) ;;
	?*) offered=${wanted//|/ } ;;
	esac
	case $wanted in
	DIR) mapfile -t COMPREPLY < <(compgen -d -P "$before" -- "$current") ;;
	FILE) mapfile -t COMPREPLY < <(compgen -f -P "$before" -- "$current") ;;
	*) mapfile -t COMPREPLY < <(compgen -W "$offered" -P "$before" -- "$current") ;;
	esac
	case $wanted in
	DIR | FILE) compopt -o filenames 2>/dev/null ;;
	esac
	[[ ${COMPREPLY[*]} == *= ]] && compopt -o nospace 2>/dev/null
	# What stands before the last break stays in the line.
	current=${words[-1]}
	current=${current%"${current##*["$COMP_WORDBREAKS"]}"}
	COMPREPLY=("${COMPREPLY[@]#"$current"}")
}
complete -F _jalon jalon
