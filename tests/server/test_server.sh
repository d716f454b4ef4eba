#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The workshop account against a real sshd on 127.0.0.1, with exactly what `jalon server` prints and
# a throwaway user: every way out that we know of, and what strace(1) saw being started meanwhile.
# The sshd around the printed block is as careless as one can be, so that the block must do it all.
# Typographic quotes, formats and words that are split are all meant.
# shellcheck disable=SC1112,SC2059,SC2016,SC1003,SC2094
# shellcheck source=tests/pty/harness.sh
. "$(dirname "$0")/../pty/harness.sh"
set -u

for tool in /usr/sbin/sshd ssh scp sftp strace adduser runuser pkill; do
	command -v "$tool" >/dev/null || { echo "$tool is needed: tests/deps test" >&2; exit 1; }
done

user=jalon-test-$$
password=un-long-mot-de-passe-$$-$RANDOM
home=$work/home
open=$work/open # where anybody could leave a trace
config=$work/ssh_config
execs=$work/execs
askpass=$work/askpass
# What root runs goes into folders that are root's alone, and /tmp is everybody's.
base=$work
[ "$(id -u)" -ne 0 ] || base=/srv/$user
data=$base/workshops/data
jalon=$base/bin/jalon
backups=/var/backups/jalon
block=$work/conf.d/jalon-$user.conf
made_run=
server_pid=
agent_pid=
printed=$work/printed

clean()
{
	trap - EXIT
	[ -z "$agent_pid" ] || kill "$agent_pid" 2>/dev/null
	# sshd, and strace ends with it.
	[ -z "$server_pid" ] || pkill -P "$server_pid"
	terminal kill-server 2>/dev/null
	if getent passwd "$user" >/dev/null; then
		pkill -KILL -u "$user"
		within no_process
		deluser --system "$user" >/dev/null 2>&1 || userdel -f "$user" 2>/dev/null
	fi
	getent group "$user" >/dev/null && groupdel "$user" 2>/dev/null
	rm -rf "${backups:?}/$user" "$backups/$user-2" "/etc/security/limits.d/jalon-$user.conf"
	rmdir "$backups" 2>/dev/null
	[ "$base" = "$work" ] || rm -rf "$base"
	[ -z "$made_run" ] || rmdir /run/sshd 2>/dev/null
	within rm -rf "$work"
}
trap clean EXIT
trap 'exit 1' INT TERM HUP

no_process()
{
	! pgrep -u "$user" >/dev/null
}

no_session()
{
	! pgrep -u "$user" -x jalon >/dev/null
}

session()
{
	pgrep -u "$user" -x jalon | head -n 1
}

# One numbered part of what was printed.
part()
{
	sed -n "/^# $1\. /,/^# $(($1 + 1))\. /p" "$printed"
}

# Done as if pasted; sshd's and systemd's own files are not touched.
paste_part()
{
	part "$1" | sed "s,/etc/ssh/sshd_config\.d,$work/conf.d,g" >"$work/part"
	PATH="$work/shims:$PATH" sh "$work/part"
}

block()
{
	sed -n '/^# jalon server: sshd_config begin$/,/^# jalon server: sshd_config end$/p' "$printed"
}

# Everything but sshd itself and jalon.
strangers()
{
	grep -E 'execve(at)?\(' "$execs" | grep -vE "execve\\(\"(/usr/sbin/sshd|$jalon)\"" |
		grep -v 'resumed>'
}

nothing_else_ran()
{
	! strangers | grep -q . && [ -z "$(ls -A "$open")" ]
}

check()
{
	local what=$1
	shift
	if "$@" >"$work/check" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf 'FAILED %s\n' "$what"
		head -n 20 "$work/check" | sed 's/^/    |/'
		tail -n 5 "$work/said" 2>/dev/null | tr -cd '\n -~' | sed 's/^/    said: /'
		echo
	fi
}

# Each way out ends with this one.
way()
{
	check "$1: nothing but jalon was started" nothing_else_ran || strangers
}

client()
{
	timeout 20 "$@" >"$work/said" 2>&1
}

said()
{
	grep -qF -- "$1" "$work/said"
}

refused_politely()
{
	local status
	client "$@" </dev/null
	status=$?
	[ "$status" -eq 1 ] && said 'opens nothing but jalon'
}

# Of its own, and not because somebody had to stop it.
fails()
{
	local status
	client "$@" </dev/null
	status=$?
	[ "$status" -ne 0 ] && [ "$status" -ne 124 ]
}

# How often jalon was started: a request that never reached the server proves nothing.
starts()
{
	grep -c "execve(\"$jalon\"" "$execs"
}

more_starts_than()
{
	[ "$(starts)" -gt "$1" ]
}

# The server got it, started jalon, and jalon refused.
jalon_refuses()
{
	local before
	before=$(starts)
	fails "$@" && within more_starts_than "$before"
}

fails_saying()
{
	local words=$1
	shift
	fails "$@" && said "$words"
}

no_key_is_taken()
{
	fails "${ssh_to[@]}" -o PreferredAuthentications=publickey workshop && said 'Permission denied'
}

no_second_session()
{
	local first status
	ssh -F "$config" -M -S "$work/control" -tt workshop </dev/zero >/dev/null 2>&1 &
	first=$!
	within test -S "$work/control"
	within session_is_there
	client ssh -F "$config" -S "$work/control" workshop sh </dev/null
	status=$?
	kill "$first"
	wait "$first" 2>/dev/null
	[ "$status" -ne 0 ] && said 'refused by peer'
}

connects()
{
	open_terminal "$1" "$2" "$3"
	within session_is_there
}

session_is_there()
{
	[ -n "$(session)" ]
}

leave()
{
	terminal kill-server 2>/dev/null
	within no_session
}

# What sshd gave the session, before jalon dropped it.
given()
{
	tr '\0' '\n' <"/proc/$(session)/environ"
}

not_given()
{
	given | grep -q '^TERM=' && ! given | grep -E "$1"
}

answers()
{
	# The greeting of sshd itself, through the way out.
	(
		exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
		[ -z "${2:-}" ] || printf "$2" >&3
		timeout 1 dd bs=64 count=3 <&3
	) 2>/dev/null | grep -aq 'SSH-2.0'
}

# ssh -N with a forwarding to HOST, until it listens; then whatever comes back: sshd's greeting, as it
# does for an account that may forward. Status 2: nothing listened, which proves nothing.
leads_somewhere()
{
	local host=$1 local_port=$2 greeting=${4:-} pid result=2
	# shellcheck disable=SC2086 # words are wanted
	ssh -F "$config" -N $3 "$host" >"$work/said" 2>&1 &
	pid=$!
	if within listens "$local_port"; then
		answers "$local_port" "$greeting"
		result=$?
	fi
	kill "$pid" 2>/dev/null
	wait "$pid" 2>/dev/null
	return "$result"
}

listens()
{
	(exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

leads_nowhere()
{
	leads_somewhere workshop "$@"
	[ $? -eq 1 ]
}

free_port()
{
	local try
	for _ in $(seq 100); do
		try=$((20000 + RANDOM))
		(exec 3<>"/dev/tcp/127.0.0.1/$try") 2>/dev/null || { echo "$try"; return; }
	done
	return 1
}

milliseconds()
{
	local now=$(($(date +%s%N) / 1000000))
	echo $((now - $1))
}

# What was printed, done as printed ----------------------------------------------------------

chmod 755 "$work"
mkdir -p "$work/conf.d" "$work/shims" "$home" "$open"
mkdir -p "$base/bin"
chmod 755 "$base" "$base/bin"
chmod 1777 "$open"
install -m 755 "$JALON" "$jalon"
cp -r "$(dirname "$0")/../../checklists" "$base/checklists"
find "$base/checklists" -type d -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
"$jalon" server --lang en --user "$user" --data "$data" >"$printed"
sed -i 's/ --lang en//' "$printed"

[ "$(id -u)" -ne 0 ] || [ -d /run/sshd ] || { mkdir -m 755 /run/sshd && made_run=yes; }
ssh-keygen -q -t ed25519 -N '' -f "$work/host_key"
ssh-keygen -q -t ed25519 -N '' -f "$work/user_key"
block >"$block"
port=$(free_port)
cat >"$work/sshd_config" <<END
Port $port
ListenAddress 127.0.0.1
HostKey $work/host_key
PidFile none
UsePAM no
StrictModes no
Include $work/conf.d/*.conf
AcceptEnv *
AllowTcpForwarding yes
AllowAgentForwarding yes
X11Forwarding yes
X11UseLocalhost yes
PermitTunnel yes
GatewayPorts yes
PermitUserRC yes
AuthorizedKeysFile .ssh/authorized_keys $work/keys-of-%u
Subsystem sftp /usr/lib/openssh/sftp-server
LogLevel ERROR
END
check 'sshd takes the block' /usr/sbin/sshd -t -f "$work/sshd_config"
/usr/sbin/sshd -T -f "$work/sshd_config" -C "user=$user,host=localhost,addr=127.0.0.1" >"$work/effect"
for line in "forcecommand $jalon --restricted --data $data" 'acceptenv LANG' 'disableforwarding yes' \
	'permituserrc no' 'permituserenvironment no' 'permittunnel no' 'x11forwarding no' \
	'allowagentforwarding no' 'allowtcpforwarding no' 'allowstreamlocalforwarding no' \
	'maxsessions 1' 'authorizedkeysfile none' 'pubkeyauthentication no' \
	'permitemptypasswords no' 'permittty yes'; do
	check "in effect: $line" grep -qxF -- "$line" "$work/effect"
done
check 'in effect: no other variable' test "$(grep -c '^acceptenv' "$work/effect")" -eq 1
/usr/sbin/sshd -T -f "$work/sshd_config" -C 'user=root,host=localhost,addr=127.0.0.1' >"$work/effect"
check 'and nobody else is held to it' grep -qx 'allowtcpforwarding yes' "$work/effect"

if [ "$(id -u)" -ne 0 ]; then
	echo 'skipped: the ways out need root, to make an account and its sshd'
	finish
	exit
fi

# Stops with these words, and has done nothing of what the others are to undo.
stops()
{
	local words=$1
	shift
	"$@" >"$work/said" 2>&1
	[ $? -eq 1 ] && said "$words" && said 'nothing more is done'
}

no_account()
{
	! getent passwd "$user" && ! getent group "$user"
}

printf '#!/bin/sh\nexec /usr/sbin/sshd "$@" -f "%s"\n' "$work/sshd_config" >"$work/shims/sshd"
printf '#!/bin/sh\necho "$@" >>"%s"\n' "$work/systemctl" >"$work/shims/systemctl"
chmod 755 "$work/shims/sshd" "$work/shims/systemctl"

rm "$block"
for number in 2 6 7 8 9; do
	check "part $number stops where there is no account" stops 'is not jalon' paste_part "$number"
done
mkdir -m 1777 "$base/everybody"
cp "$printed" "$work/kept"
sed -i "s,$data,$base/everybody/x/data,g" "$printed"
check 'a folder below one that others write is refused' stops "$base/everybody is not root" paste_part 1
cp "$work/kept" "$printed"
sed -i "s,$jalon,$work/no-such,g" "$printed"
check 'a program that is none is refused' stops 'is no program' paste_part 1
cp "$work/kept" "$printed"
check 'and no account was made meanwhile' no_account
cp "$work/kept" "$printed"
check 'the account is made as printed' paste_part 1
check 'and not twice' stops "there is an account $user already" paste_part 1
check 'the number of its logins is bounded' grep -qx "$user - maxlogins 60" "/etc/security/limits.d/jalon-$user.conf"
make_demo()
{
	local line
	line=$("$jalon" server demo --lang en --user "$user" --data "$data" | grep '^(umask 007; ')
	sh -ec "$line" && [ "$(stat -c '%a %G' "$data/demo.json")" = "660 $user" ] && rm "$data"/demo.*
}
check 'the organisation of jalon server ORG is made as printed, for the group' make_demo
printf 'Match User %s\n    PermitUserRC yes\nMatch all\n' "$user" >"$work/conf.d/a.conf"
check 'a setting of sshd that comes first is told' stops 'permituserrc no' paste_part 2
check 'and the block is taken out again' test ! -e "$block"
rm "$work/conf.d/a.conf"
check 'the block is put as printed' paste_part 2
check 'and sshd told' grep -qx 'reload ssh' "$work/systemctl"
check 'and not twice' stops "there is a $block already" paste_part 2
check 'the block stays' test -s "$block"
check 'the password is set as printed' sh -c "printf '%s\\n%s\\n' '$password' '$password' |
	sh -c \"\$(sed -n '/ && passwd $user/p' '$printed')\""
check 'the folder is setgid and nobody else’s' \
	test "$(stat -c '%a %U %G' "$data")" = "2770 root $user"
check 'the home folder is not the account’s' \
	runuser -u "$user" -- sh -c '! touch "$(getent passwd "$0" | cut -d: -f6)/x"' "$user"

: >"$execs"
strace -f --seccomp-bpf -qq -e trace=execve,execveat -o "$execs" /usr/sbin/sshd -D -e -f "$work/sshd_config" \
	>/dev/null 2>"$work/sshd-said" &
server_pid=$!
cat >"$config" <<END
Host workshop
	HostName 127.0.0.1
	Port $port
	User $user
	IdentityFile $work/user_key
	IdentitiesOnly yes
	UserKnownHostsFile $work/known_hosts
	StrictHostKeyChecking no
	PreferredAuthentications password
	NumberOfPasswordPrompts 1
	ConnectTimeout 10
	ExitOnForwardFailure yes
	LogLevel ERROR
Host free
	HostName 127.0.0.1
	Port $port
	User root
	IdentityFile $work/user_key
	IdentitiesOnly yes
	UserKnownHostsFile $work/known_hosts
	StrictHostKeyChecking no
	PreferredAuthentications publickey
	ExitOnForwardFailure yes
	LogLevel ERROR
END
# For comparison: what this sshd lets an account do that the block does not speak of.
cp "$work/user_key.pub" "$work/keys-of-root"
printf '#!/bin/sh\necho %s\n' "$password" >"$askpass"
chmod 755 "$askpass"
export SSH_ASKPASS=$askpass SSH_ASKPASS_REQUIRE=force
unset SSH_AUTH_SOCK DISPLAY
check 'sshd answers' within answers "$port"
enter="ssh -F '$config' workshop"

# A home that the worst has happened to: whatever may be read there leaves a trace.
mkdir -p "$home/.ssh" "$home/.terminfo/x"
for file in .bashrc .bash_profile .profile .shrc .ssh/rc; do
	echo "touch $open/ran-$(basename "$file")" >"$home/$file"
done
echo "LD_PRELOAD=$work/evil.so" >"$home/.ssh/environment"
echo "command=\"touch $open/ran-key\" $(cat "$work/user_key.pub")" >"$home/.ssh/authorized_keys"
chown -R "$user" "$home"
usermod --home "$home" "$user" 2>/dev/null

# Ways out -------------------------------------------------------------------------------------

ssh_to=(ssh -F "$config")
for line in 'sh' '/bin/sh -c id' "touch $open/x" "/bin/bash -i" 'jalon list' 'jalon --data /etc list' \
	"$jalon --restricted --data $data new x" ';sh' "\$(touch $open/x)" '`id`' '&& sh' '|sh'; do
	check "ssh workshop '$line' is refused" refused_politely "${ssh_to[@]}" workshop "$line"
	way "$line"
done
check 'no terminal: refused, and told why' refused_politely "${ssh_to[@]}" -T workshop
way 'no terminal'
check 'scp to the account' jalon_refuses scp -F "$config" /etc/hostname "workshop:$open/x"
way 'scp to the account'
check 'scp from the account' jalon_refuses scp -F "$config" workshop:/etc/hostname "$work/got"
check 'scp brought nothing' test ! -e "$work/got"
way 'scp from the account'
check 'scp as it was, to the account' jalon_refuses scp -O -F "$config" /etc/hostname "workshop:$open/x"
way 'scp -O to the account'
check 'scp as it was, from the account' jalon_refuses scp -O -F "$config" workshop:/etc/hostname "$work/got"
way 'scp -O from the account'
# Not with -b, which asks for no password and so never gets there.
sftp_of=(sh -c 'printf "get /etc/hostname $0\n" | sftp "$@"' "$work/got" -F "$config")
check 'sftp' jalon_refuses "${sftp_of[@]}" workshop
way 'sftp'
check 'sftp with a server of one’s own' jalon_refuses "${sftp_of[@]}" -s /bin/sh workshop
check 'sftp brought nothing' test ! -e "$work/got"
way 'sftp -s /bin/sh'
check 'a subsystem' jalon_refuses "${ssh_to[@]}" -s workshop sftp
way 'a subsystem'
check 'a subsystem that nobody knows' fails_saying 'subsystem request failed' "${ssh_to[@]}" -s workshop sh
way 'an unknown subsystem'
check 'a key of one’s own' no_key_is_taken
way 'a key of one’s own'

way_port=$(free_port)
socks="\\x05\\x01\\x00\\x05\\x01\\x00\\x01\\x7f\\x00\\x00\\x01\\x$(printf '%02x' $((port / 256)))\\x$(printf '%02x' $((port % 256)))"
check '-L leads somewhere for others' leads_somewhere free "$way_port" "-L $way_port:127.0.0.1:$port"
check '-L leads nowhere' leads_nowhere "$way_port" "-L $way_port:127.0.0.1:$port"
way_port=$(free_port)
check '-D leads somewhere for others' leads_somewhere free "$way_port" "-D $way_port" "$socks"
check '-D leads nowhere' leads_nowhere "$way_port" "-D $way_port" "$socks"
way_port=$(free_port)
check '-R leads somewhere for others' leads_somewhere free "$way_port" "-R $way_port:127.0.0.1:$port"
check '-R is refused' fails_saying 'remote port forwarding failed' \
	"${ssh_to[@]}" -N -R "$way_port:127.0.0.1:$port" workshop
check '-R listens nowhere' bash -c "! (exec 3<>/dev/tcp/127.0.0.1/$way_port)"
check '-R on a socket file is refused' fails_saying 'forwarding failed' \
	"${ssh_to[@]}" -N -R "$open/socket:127.0.0.1:$port" workshop
client "${ssh_to[@]}" -W "127.0.0.1:$port" free </dev/null
check '-W brings something for others' grep -aq SSH-2.0 "$work/said"
client "${ssh_to[@]}" -W "127.0.0.1:$port" workshop </dev/null
check '-W brings nothing' sh -c "! grep -aq SSH-2.0 '$work/said' && grep -q 'forwarding failed' '$work/said'"
check '-w is refused' fails_saying 'Tunnel forwarding failed' "${ssh_to[@]}" -N -w any workshop
way 'the forwardings'

ssh-agent -D -a "$work/agent" >/dev/null 2>&1 &
agent_pid=$!
within test -S "$work/agent"
check 'a session with -A and -X opens' connects 80 24 \
	"SSH_AUTH_SOCK='$work/agent' DISPLAY=:99 $enter -A -Y"
check '-A gives no agent' not_given '^SSH_AUTH_SOCK='
check '-X gives no display' not_given '^DISPLAY='
way '-A -X'
leave

check 'a second session in the same connection is refused' no_second_session
way 'a second session'
within no_session || pkill -KILL -u "$user" -x jalon

check 'a session with many variables opens' connects 80 24 "$enter -o SetEnv='LD_PRELOAD=$work/evil.so \
	LD_LIBRARY_PATH=$open TERMINFO=$home/.terminfo TERMINFO_DIRS=$home NCURSES_NO_UTF8_ACS=1 \
	JALON_DATA=/etc JALON_BY=root XDG_DATA_HOME=/etc BASH_ENV=$home/.bashrc ENV=$home/.shrc LC_ALL=fr_FR.UTF-8 \
	LINES=60000 COLUMNS=60000 TZ=/etc/shadow SHELL=/bin/sh LANG=fr_FR.UTF-8'"
check 'no variable but LANG arrives' not_given \
	'^(LD_|TERMINFO|NCURSES|JALON|XDG|BASH_ENV|ENV=|LC_|LINES|COLUMNS|TZ=/etc)'
sees 'Qui êtes-vous' 'LANG chooses the language'
way 'variables'

pid=$(session)
# strace, which looks on here, sets a filter of its own: this is the second.
check 'system calls are filtered' grep -qx 'Seccomp_filters:.2' "/proc/$pid/status"
check 'no core' grep -qE '^Max core file size +0 +0' "/proc/$pid/limits"
check 'no process' grep -qE '^Max processes +0 +0' "/proc/$pid/limits"
check 'memory is bounded' grep -qE '^Max address space +[0-9]+ ' "/proc/$pid/limits"
check 'files are bounded' grep -qE '^Max file size +[0-9]+ ' "/proc/$pid/limits"
check 'what it makes is the group’s' grep -qx 'Umask:.0007' "/proc/$pid/status"

# Into the program: a name that is a path, an organisation that is one, and every key that opens
# something elsewhere.
type '../../../../../etc/passwd'
press Enter
sees 'Nom de votre organisation' 'a name is only a name'
type '../../tmp/évasion'
press Enter
sees 'Bienvenue' 'an organisation is made'
check 'its file has a plain name' test -f "$data/tmp-evasion.json"
check 'and lies in the folder alone' test "$(find "$data" -newer "$printed" -name '*.json' | wc -l)" -eq 1
check 'the change carries the name' grep -q '"by":"../../../../../etc/passwd"' "$data/tmp-evasion.history.jsonl"
for key in '!' ':' '|' E '~' '`'; do
	press "$key"
	press Escape
done
press C-z
press C-z
check 'it goes on behind Ctrl-Z, ! and the like' session_is_there
way 'Ctrl-Z, !, :, |'
press C-\\
within no_session
check 'Ctrl-\ ends it, without a core' sh -c "[ -z \"\$(find '$work' / -maxdepth 1 -name 'core*' -newer '$printed')\" ]"
way 'Ctrl-\'

for name in '../../../tmp/evil' "$home/.terminfo/x/xterm" 'no-such-terminal' '' "$(printf '%5000s' x | tr ' ' x)"; do
	connects 80 24 "TERM='$name' $enter"
	sees 'Who are you' "a terminal called ${name:0:20}"
	way "TERM=${name:0:20}"
	leave
done

for size in '65535 65535' '0 0' '1 65535'; do
	check "a window of $size" connects 80 24 "stty rows ${size% *} columns ${size#* }; $enter"
	check 'takes no memory' sh -c \
		"[ \$(sed -n 's/^VmHWM:[^0-9]*\\([0-9]*\\).*/\\1/p' /proc/$(session)/status) -lt 65536 ]"
	way "a window of $size"
	leave
done

# Nonsense, then Ctrl-C: it ends as it should, not by a signal.
for what in 'head -c 200000 /dev/urandom' "head -c 200000 /dev/zero" \
	"printf 'x\\r\\033[200~'; head -c 10000000 /dev/zero | tr '\\0' x; printf '\\033[201~'" \
	"yes \"\$(printf '\\033[201~\\033[200~\\033]0;x\\007\\033[')\" | head -c 200000"; do
	start=$(($(date +%s%N) / 1000000))
	: >"$work/said"
	{ within grep -aq 'Who are you' "$work/said"; sh -c "$what"; sleep 0.5; printf '\003\003'; } 2>/dev/null |
		timeout 60 ssh -F "$config" -e none -tt workshop >"$work/said" 2>&1
	status=$?
	check "${what:0:50}: ends politely ($status, $(milliseconds "$start") ms)" test "$status" -le 1
	way "${what:0:50}"
	within no_session || pkill -KILL -u "$user" -x jalon
done

# The line drops.
goes_on()
{
	grep -q '^State:.[^Z]' "/proc/$1/status" 2>/dev/null
}

dropped()
{
	local begin pid
	pid=$(session)
	begin=$(($(date +%s%N) / 1000000))
	kill -KILL "$(pgrep -f "^ssh -F $config workshop")" || return 1
	while goes_on "$pid" && [ "$(milliseconds "$begin")" -lt 5000 ]; do sleep 0.01; done
	begin=$(milliseconds "$begin")
	echo "$begin ms"
	[ "$begin" -lt 1000 ]
}
connects 80 24 "$enter"
sees 'Who are you' 'a session'
type 'Groupe'
check 'the line drops: it ends within 1 s' dropped
way 'the line drops'

# The line falls silent: the other side is there, and says nothing. Debian's sshd asks once every two
# intervals, and gives up when one question more than the count went unanswered.
interval=$(sed -n 's/^ *ClientAliveInterval //p' "$block")
count=$(sed -n 's/^ *ClientAliveCountMax //p' "$block")
check 'a silent line is closed within a minute' test $((2 * interval * (count + 1))) -le 60
again()
{
	kill -HUP "$(pgrep -P "$server_pid")" && sleep 0.2 && within answers "$port"
}
sed -i 's/\(ClientAliveInterval\) .*/\1 1/' "$block"
check 'sshd takes a second in the place of the interval' again
silent()
{
	local begin client pid
	pid=$(session)
	client=$(pgrep -f "^ssh -F $config workshop")
	begin=$(($(date +%s%N) / 1000000))
	kill -STOP "$client" || return 1
	while goes_on "$pid" && [ "$(milliseconds "$begin")" -lt 30000 ]; do sleep 0.05; done
	begin=$(milliseconds "$begin")
	kill -KILL "$client"
	echo "$begin ms"
	[ "$begin" -ge $((1000 * count)) ] && [ "$begin" -le $((2000 * (count + 2))) ]
}
connects 80 24 "$enter"
sees 'Who are you' 'a session'
check 'a silent line is closed when the page says' silent
way 'a silent line'
within no_session
block >"$block"
check 'the interval is as printed again' again

# Without sshd's block, and past it.

# su starts the account's shell as jalon, not as -jalon, and hands it what it likes.
refused_by_su()
{
	local status
	timeout 20 "$@" >"$work/said" 2>&1 </dev/null
	status=$?
	[ "$status" -eq 1 ] && said 'opens nothing but jalon'
}
ln -s "$jalon" "$base/bin/link"
cp "$jalon" "$base/bin/copy"
check 'su to the account opens no shell' refused_by_su su "$user" -c "touch $open/x"
check 'su - to the account opens no shell' refused_by_su su - "$user" -c sh
check 'su without a command opens nothing' refused_by_su su "$user"
check 'su with arguments opens nothing' refused_by_su su "$user" -- --data "$data" list
check 'nor does it tell its version' refused_by_su su "$user" -- --version
check 'jalon by another name is the shell all the same' refused_by_su \
	runuser -u "$user" -- "$base/bin/link" --data "$data" list
check 'or by a name of one’s own' refused_by_su \
	runuser -u "$user" -- bash -c 'exec -a list "$0" --data "$1" list' "$jalon" "$data"
check 'a program that is not the shell is none' runuser -u "$user" -- "$base/bin/copy" --data "$data" list
sed -i "/^Include/d; s/^LogLevel.*/&\\nAuthorizedKeysFile none/" "$work/sshd_config"
check 'without the block: no shell either' refused_by_su su -l "$user"
check 'a login shell without a command is refused' bash -c "
	(exec -a -jalon '$jalon') 2>&1 </dev/null | grep 'nothing but jalon'"
check 'and nothing was left behind' nothing_else_ran

# Backing up, restoring, closing, as printed ------------------------------------------------------

checksum()
{
	(cd "$data" && cat tmp-evasion.json tmp-evasion.history.jsonl) | cksum
}
before=$(checksum)

# What a member of the group may leave there to be read by root, or taken for an option.
cat >"$work/tricks" <<'END'
umask 007
cd "$1" || exit 1
ln -s /etc/shadow link.json
mkdir -p $'x\n/etc'
touch $'x\n/etc/shadow\n.json' ./--use-compress-program=id.json
END
members_tricks()
{
	setpriv --reuid=65534 --regid="$user" --clear-groups bash "$work/tricks" "$data" &&
		find "$data" -name '*.json' | grep -qx /etc/shadow
}
check 'tricks of a member' members_tricks
check 'the backup runs as printed' paste_part 6
newest=$(find "$backups/$user" -name "*.tar.gz" | sort | tail -n 1)
no_shadow()
{
	! tar -xOzf "$newest" | grep '^root:' && ! tar -tzf "$newest" | grep -x -e 'etc/shadow' -e './link.json'
}
check 'it is root’s alone' test "$(stat -c '%a %U' "$newest" "$backups/$user" | tr '\n' ' ')" = '600 root 700 root '
check 'it holds what there is' sh -c "tar -tzf '$newest' | grep -qx ./tmp-evasion.history.jsonl"
check 'and nothing that only root may read' no_shadow
check 'no name was an option' nothing_else_ran

# An archive that is cut short, be it at its very end, changes nothing, and throws nobody out.
connects 80 24 "$enter"
sees 'Who are you' 'a session'
head -c -20 "$newest" >"$backups/$user/99999999.tar.gz"
check 'a broken archive is refused' stops 'cannot be read' paste_part 7
check 'everything is as it was' test "$(checksum)" = "$before"
sleep 1
check 'nobody was thrown out' session_is_there
check 'no debris' sh -c "[ \"\$(ls '$(dirname "$data")')\" = data ]"
rm "$backups/$user/99999999.tar.gz"
# Another account's, newer.
install -d -m 700 "$backups/$user-2"
tar -czf "$backups/$user-2/99999999.tar.gz" -C /etc hostname
rm -rf "$data"/link.json "$data"/x* "$data"/--*
echo '{' >"$data/tmp-evasion.json"
check 'the restoration runs as printed' paste_part 7
check 'all is there again' test "$(checksum)" = "$before"
check 'who was in is out' within no_session
check 'of no other account' test ! -e "$data/hostname"
check 'and can be written by who is in the group' setpriv --reuid=65534 --regid="$user" --clear-groups \
	"$jalon" --data "$data" note tmp-evasion trois-questions-toujours x --lang en
check 'the restored folder is as it was made' test "$(stat -c '%a %U %G' "$data")" = "2770 root $user"
check 'its files are the account’s' test "$(find "$data" -name '*.json' ! -user "$user" | wc -l)" -le 1
check 'what was there is kept' sh -c "ls -d '$data'.old-*"
connects 80 24 "$enter"
sees 'Who are you' 'a session'
check 'closing runs as printed' paste_part 8
check 'who is in leaves' within no_session
check 'nobody comes in' fails "${ssh_to[@]}" -tt workshop
adduser --quiet nobody "$user"
check 'whoever leads is in the group' sh -c "id -nG nobody | grep -qw '$user'"
check 'all is taken away as printed' paste_part 9
check 'the account is gone' no_account
check 'and whoever led is out of the group' sh -c "! id -nG nobody | grep -qw '$user'"
check 'the block is gone' test ! -e "$block"
check 'and the folder' test ! -e "$data"
check 'and the bound' test ! -e "/etc/security/limits.d/jalon-$user.conf"
check 'jalon ran at all' test "$(starts)" -ge 20
strangers

# What looked for traces would have found some.
traces_are_seen()
{
	touch "$open/trace"
	! nothing_else_ran && rm "$open/trace" && nothing_else_ran
}
strangers_are_seen()
{
	ssh -F "$config" free /bin/true
	within a_stranger_ran
}
a_stranger_ran()
{
	strangers | grep -q '"/bin/true"'
}
check 'a trace would have been seen' traces_are_seen
check 'a program would have been seen' strangers_are_seen
finish
