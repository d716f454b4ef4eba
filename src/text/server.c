/* SPDX-License-Identifier: MIT
 *
 * Every line that is no command stands behind a #, so that whole blocks can be pasted into a shell.
 */
#include "jalon/text/server.h"

#include "jalon/base/mem.h"

// clang-format off
const struct server_line server_lines[] = {
	{ SERVER_REMARK, {
		.fr = "Ouvrir un atelier jalon sur ce serveur Debian. À coller bloc par bloc dans un terminal de root. jalon-server(8) explique chaque ligne, et dit ce qu’un participant malveillant peut encore faire.",
		.en = "Opens a jalon workshop on this Debian server. Paste it block by block into a terminal of root. jalon-server(8) explains every line, and says what a malicious participant can still do." } },
	{ SERVER_TITLE, { .fr = "Le groupe, le compte, le dossier", .en = "The group, the account, the folder" } },
	{ SERVER_REMARK, {
		.fr = "Le compte n’a pas d’interpréteur de commandes : jalon en tient lieu. Aucun autre programme ne se lance, aucun fichier tel que ~/.bashrc n’est lu. La première ligne ne doit rien afficher : le nom est libre.",
		.en = "The account has no command interpreter: jalon takes its place. No other program starts, no file such as ~/.bashrc is read. The first line must print nothing: the name is free." } },
	{ SERVER_LINE, { .fr = "getent passwd {user}" } },
	{ SERVER_LINE, { .fr = "addgroup --system {user}" } },
	{ SERVER_LINE, { .fr = "adduser --system --ingroup {user} --home / --no-create-home --shell {program} {user}" } },
	{ SERVER_LINE, { .fr = "install -d -o root -g {user} -m 2770 {data}" } },
	{ SERVER_ORGANISATION, { .fr = "(umask 007; {make})" } },
	{ SERVER_ORGANISATIONS_FREE, {
		.fr = "Chaque groupe crée son organisation en arrivant. Pour que tous restent sur une seule : jalon server ORG.",
		.en = "Each group makes its organisation when it comes. To keep everybody on a single one: jalon server ORG." } },
	{ SERVER_REMARK, {
		.fr = "Qui anime depuis son propre compte : « adduser NOM {user} », se reconnecter, puis « umask 007 » et « jalon --data {data} ».",
		.en = "Whoever leads the workshop from an account of their own: “adduser NAME {user}”, log in again, then “umask 007” and “jalon --data {data}”." } },
	{ SERVER_TITLE, { .fr = "Le mot de passe, à écrire au tableau", .en = "The password, to write on the board" } },
	{ SERVER_REMARK, {
		.fr = "Long, car tout l’Internet peut l’essayer : quatre mots au moins.",
		.en = "A long one, since all the Internet may try it: four words at least." } },
	{ SERVER_LINE, { .fr = "passwd {user}" } },
	{ SERVER_TITLE, { .fr = "Ce que sshd impose à ce compte", .en = "What sshd holds this account to" } },
	{ SERVER_LINE, { .fr = "cat >/etc/ssh/sshd_config.d/jalon-{user}.conf <<'END'" } },
	{ SERVER_LINE, { .fr = "# jalon server: sshd_config begin" } },
	{ SERVER_LINE, { .fr = "Match User {user}" } },
	{ SERVER_LINE, { .fr = "    ForceCommand {command}" } },
	{ SERVER_LINE, { .fr = "    AuthenticationMethods password" } },
	{ SERVER_LINE, { .fr = "    PasswordAuthentication yes" } },
	{ SERVER_LINE, { .fr = "    PermitEmptyPasswords no" } },
	{ SERVER_LINE, { .fr = "    PubkeyAuthentication no" } },
	{ SERVER_LINE, { .fr = "    AuthorizedKeysFile none" } },
	{ SERVER_LINE, { .fr = "    AuthorizedKeysCommand none" } },
	{ SERVER_LINE, { .fr = "    AcceptEnv LANG" } },
	{ SERVER_LINE, { .fr = "    PermitTTY yes" } },
	{ SERVER_LINE, { .fr = "    PermitUserRC no" } },
	{ SERVER_LINE, { .fr = "    DisableForwarding yes" } },
	{ SERVER_LINE, { .fr = "    AllowAgentForwarding no" } },
	{ SERVER_LINE, { .fr = "    AllowTcpForwarding no" } },
	{ SERVER_LINE, { .fr = "    AllowStreamLocalForwarding no" } },
	{ SERVER_LINE, { .fr = "    X11Forwarding no" } },
	{ SERVER_LINE, { .fr = "    PermitTunnel no" } },
	{ SERVER_LINE, { .fr = "    MaxSessions 1" } },
	{ SERVER_LINE, { .fr = "    ClientAliveInterval 10" } },
	{ SERVER_LINE, { .fr = "    ClientAliveCountMax 2" } },
	{ SERVER_LINE, { .fr = "Match all" } },
	{ SERVER_LINE, { .fr = "# jalon server: sshd_config end" } },
	{ SERVER_LINE, { .fr = "END" } },
	{ SERVER_LINE, { .fr = "sshd -t && systemctl reload ssh" } },
	{ SERVER_TITLE, { .fr = "Vérifier", .en = "Check" } },
	{ SERVER_REMARK, {
		.fr = "Doivent s’afficher : acceptenv LANG, disableforwarding yes, permituserrc no, permituserenvironment no, et la commande forcée.",
		.en = "What must appear: acceptenv LANG, disableforwarding yes, permituserrc no, permituserenvironment no, and the forced command." } },
	{ SERVER_LINE, { .fr = "sshd -T -C user={user},host=localhost,addr=127.0.0.1 | grep -E '^(acceptenv|disableforwarding|forcecommand|permituser)'" } },
	{ SERVER_REMARK, {
		.fr = "Puis, d’une autre machine, ce que tapent les participants :",
		.en = "Then, from another machine, what the participants type:" } },
	{ SERVER_LINE, { .fr = "#     ssh {user}@SERVEUR", .en = "#     ssh {user}@SERVER" } },
	{ SERVER_TITLE, { .fr = "Sauvegarder, à tout moment", .en = "Back up, at any time" } },
	{ SERVER_REMARK, {
		.fr = "Les organisations d’abord, leurs historiques ensuite : ce qui est enregistré entre les deux ne gêne pas.",
		.en = "The organisations first, their histories then: what is saved between the two does no harm." } },
	{ SERVER_LINE, { .fr = "(umask 077; cd {data} && { find . -name '*.json'; find . -name '*.history.jsonl'; } | tar -czf /var/backups/jalon-{user}-$(date +%Y%m%d-%H%M%S).tar.gz -T -)" } },
	{ SERVER_TITLE, { .fr = "Restaurer la dernière sauvegarde", .en = "Restore the last backup" } },
	{ SERVER_REMARK, {
		.fr = "Les participants sont déconnectés ; ce qu’il y avait reste à côté, sous {data}.old-DATE.",
		.en = "The participants are disconnected; what was there stays beside, as {data}.old-DATE." } },
	{ SERVER_LINE, { .fr = "pkill -HUP -u {user} || true" } },
	{ SERVER_LINE, { .fr = "mv {data} {data}.old-$(date +%Y%m%d-%H%M%S)" } },
	{ SERVER_LINE, { .fr = "install -d -o root -g {user} -m 2770 {data}" } },
	{ SERVER_LINE, { .fr = "tar -xzf \"$(ls -t /var/backups/jalon-{user}-*.tar.gz | head -n 1)\" -C {data}" } },
	{ SERVER_LINE, { .fr = "chown -hR {user}:{user} {data} && chown root {data}" } },
	{ SERVER_LINE, { .fr = "find {data} -type d -exec chmod 2770 {} + -o -type f -exec chmod 660 {} +" } },
	{ SERVER_TITLE, { .fr = "Fermer l’atelier", .en = "Close the workshop" } },
	{ SERVER_REMARK, {
		.fr = "Plus personne n’entre, ceux qui sont là sortent ; les données restent. Pour rouvrir : usermod --unlock --expiredate '' {user}",
		.en = "Nobody comes in any more, those who are in leave; the data stays. To open again: usermod --unlock --expiredate '' {user}" } },
	{ SERVER_LINE, { .fr = "usermod --lock --expiredate 1 {user}" } },
	{ SERVER_LINE, { .fr = "pkill -HUP -u {user} || true" } },
	{ SERVER_TITLE, { .fr = "Tout retirer, la sauvegarde une fois en lieu sûr", .en = "Take all away, once the backup is in a safe place" } },
	{ SERVER_LINE, { .fr = "rm /etc/ssh/sshd_config.d/jalon-{user}.conf && sshd -t && systemctl reload ssh" } },
	{ SERVER_LINE, { .fr = "pkill -KILL -u {user} || true" } },
	{ SERVER_LINE, { .fr = "deluser --system {user}" } },
	{ SERVER_LINE, { .fr = "rm -r {data}" } },
};
// clang-format on
const size_t server_line_count = ARRAY_LEN(server_lines);
