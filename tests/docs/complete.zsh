# SPDX-License-Identifier: MIT
# complete.zsh: presses Tab behind each line of FOLDER/lines in a zsh of its own, whose compadd keeps
# what is offered in FOLDER/offered-1 and so on. usage: zsh -f complete.zsh FOLDER

zmodload zsh/zpty
cat >$1/start <<'END'
PROMPT= fpath=($folder $fpath) number=0
autoload -Uz compinit && compinit -u -d $folder/dump
compadd()
{
	local -a found
	if [[ " ${(j: :)@} " != *' -'[OAD]' '* ]]; then
		builtin compadd -A found "$@"
		print -rl -- ${IPREFIX}${^found} >>$folder/offered-$number
	fi
	builtin compadd "$@"
}
finish()
{
	(( number++ ))
	zle complete-word
	zle kill-whole-line
	: >$folder/finished-$number
}
zle -N finish
bindkey '^I' finish
: >$folder/finished-0
END

# The program must not wait for room to write in, so what it shows is read.
wait_for()
{
	for (( i = 0; i < 600; i++ )); do
		zpty -rt tab >/dev/null
		[[ -e $1 ]] && return
		sleep 0.05
	done
}

zpty tab "TERM=xterm folder=$1 zsh -f -i"
zpty -w tab "source $1/start"
wait_for $1/finished-0
number=0
while IFS= read -r line; do
	(( number++ ))
	zpty -w -n tab "$line"$'\t'
	wait_for $1/finished-$number
done <$1/lines
zpty -d tab
