# SPDX-License-Identifier: MIT
# fish completion for jalon(1)

function __jalon_organisations
    jalon list --format json 2>/dev/null | sed -n 's/^ *"id": "\(.*\)",$/\1/p'
end

set -l commands new list show set note add service member edit plan log undo redo check guide server
complete -c jalon -f
complete -c jalon -n "not __fish_seen_subcommand_from $commands" -a "$commands"
complete -c jalon -n "not __fish_seen_subcommand_from check guide" -a "(__jalon_organisations)"
complete -c jalon -n "__fish_seen_subcommand_from check guide" -F
complete -c jalon -l data -r -a "(__fish_complete_directories)" -d "the data folder"
complete -c jalon -l checklists -r -a "(__fish_complete_directories)" -d "one more folder of checklists"
complete -c jalon -l lang -x -a "fr en" -d "the language"
complete -c jalon -l by -x -d "who makes the changes"
complete -c jalon -l help -d "help"
complete -c jalon -l version -d "the version"
complete -c jalon -n "__fish_seen_subcommand_from server" -l user -x -d "the account that all share"
complete -c jalon -n "__fish_seen_subcommand_from server" -l program -r -F -d "where jalon is installed"
complete -c jalon -l restricted -d "jalon and nothing else, on a shared account"
complete -c jalon -n "__fish_seen_subcommand_from new" -l name -x -d "the name"
complete -c jalon -n "__fish_seen_subcommand_from new" -l checklist -r -F -d "a checklist, by id or file"
complete -c jalon -n "__fish_seen_subcommand_from add" -l item -x -d "the item it stands under"
complete -c jalon -n "__fish_seen_subcommand_from add" -l requires -x -d "what it requires"
complete -c jalon -n "__fish_seen_subcommand_from list show log" -l format -x -a "text json"
complete -c jalon -n "__fish_seen_subcommand_from plan" -l format -x -a "text json csv md ics"
complete -c jalon -n "__fish_seen_subcommand_from guide" -l format -x -a "text man"
complete -c jalon -n "__fish_seen_subcommand_from list show plan" -l today -x -d "as if it were that day"
complete -c jalon -l if-revision -x -d "only at that revision"
complete -c jalon -n "__fish_seen_subcommand_from plan" -l why -x -d "why it comes before the other"
complete -c jalon -n "__fish_seen_subcommand_from plan" -l if-done -x -d "what would change if it were done"
complete -c jalon -n "__fish_seen_subcommand_from plan" -l limit -x -d "the first N actions"
complete -c jalon -n "__fish_seen_subcommand_from plan" -l group -x -a "owner date" -d "by person or by week"
