# SPDX-License-Identifier: MIT
# fish completion for jalon(1)
#
# What stands between the markers is made from the program's tables (make update).

# The words before the cursor, without options and their values.
function __jalon_words
    set -l skipped 0
    for word in (commandline -opc)[2..]
        if test $skipped -gt 0
            set skipped (math $skipped - 1)
        else if contains -- $word $__jalon_valued
            set skipped 1
            test $word = --why; and set skipped 2
        else if not string match -q -- '-?*' $word
            echo $word
        end
    end
end

# COMMAND: whether it is that one.
function __jalon_is
    test "$(__jalon_words)[1]" = $argv[1]
end

# PLACE [more] [COMMAND]: whether the cursor is that many words behind the start, or more.
function __jalon_at
    set -l words (__jalon_words)
    if test "$argv[2]" = more
        test (count $words) -ge $argv[1]; and test $words[1] = $argv[3]
    else if test (count $words) -eq $argv[1]
        test $argv[1] -eq 0; or test $words[1] = $argv[2]
    else
        return 1
    end
end

# OPTION: whether the first of its two values is there.
function __jalon_behind_first
    test (count (commandline -opc)) -ge 2; and test (commandline -opc)[-2] = $argv[1]
end

# MEMBER COMMAND...: what jalon answers, of one member. Of the data folder that was named, if any.
function __jalon_ask
    set -l places
    set -l option
    for word in (commandline -opc)
        switch $option
            case --data --checklists
                set -a places $option (string replace -r '^~/' "$HOME/" -- $word)
        end
        set option $word
        string match -q -- '--data=*' $word; and set -a places $word
        string match -q -- '--checklists=*' $word; and set -a places $word
    end
    jalon $places $argv[2..] --format json 2>/dev/null |
        sed -n "s/^ *\"$argv[1]\": \"\\(.*\\)\",\$/\\1/p" | sort -u
end

function __jalon_organisations
    __jalon_ask id list
end

function __jalon_entries
    __jalon_ask id show (__jalon_words)[2]
end

function __jalon_items
    __jalon_ask item show (__jalon_words)[2]
end

function __jalon_entry_list
    set -l before (string match -r '^.*,' -- (commandline -ct))
    printf "$before%s\n" (__jalon_entries)
end

function __jalon_fields
    set -l field (string match -r '^[a-z]+(?==)' -- (commandline -ct))
    if test -n "$field"
        printf "$field=%s\n" (__jalon_choices $field)
    else
        __jalon_field_names
    end
end

complete -c jalon -f
# fish begin
function __jalon_choices
    switch $argv[1]
        case status
            string split ' ' 'new todo doing done not_applicable'
        case priority
            string split ' ' 'must should could'
        case pin
            __jalon_entries
        case language
            string split ' ' 'fr en'
        case holidays
            string split ' ' 'fr fr-alsace-moselle'
    end
end
function __jalon_field_names
    if __jalon_is edit
        string split ' ' 'name= language= capacity= holidays= closed='
    else
        string split ' ' 'status= owner= due= priority= impact= effort= left= reason= review= pin= requires='
    end
end
set -g __jalon_valued --data --checklists --lang --by --name --checklist --item --requires --replace --remove --format --today --if-revision --why --if-done --limit --since --author --entry --group --user --program --theme --signs
complete -c jalon -l data -x -a '(__fish_complete_directories)' -d 'The data folder'
complete -c jalon -l checklists -x -a '(__fish_complete_directories)' -d 'One more folder of checklists, to look for ID.json in'
complete -c jalon -l lang -x -a 'fr en' -d 'The language'
complete -c jalon -l by -x -d 'Who makes the changes'
complete -c jalon -l help -d 'This help'
complete -c jalon -l version -d 'The version of jalon'
complete -c jalon -n '__jalon_at 0' -l today -x -d 'As if it were that day (YYYY-MM-DD)'
complete -c jalon -n '__jalon_at 0' -l restricted -d 'For the shared account of a workshop: jalon and nothing else, on the one folder of --data'
complete -c jalon -n '__jalon_at 0' -l theme -x -a 'dark light mono' -d 'The colours: for a dark background, for a light one, or none'
complete -c jalon -n '__jalon_at 0' -l signs -x -a 'unicode ascii' -d 'The signs: those of Unicode, or [?] [ ] [>] [x] [-] for fonts and braille displays that lack them'
complete -c jalon -n '__jalon_at 0' -l calm -d 'For a voice or a braille display: the cursor alone marks the row, the detail opens with Enter, and nothing else is drawn again'
complete -c jalon -n '__jalon_at 0' -l mouse -d 'The wheel scrolls and a click selects'
complete -c jalon -n '__jalon_at 0' -l wide -d 'For a terminal that shows é and ○ in two cells (xterm -cjk_width)'
complete -c jalon -n '__jalon_at 0' -a '(__jalon_organisations)'
complete -c jalon -n '__jalon_at 0' -a new -d 'make an organisation'
complete -c jalon -n '__jalon_at 1 new' -a '(__jalon_organisations)'
complete -c jalon -n '__jalon_is new' -l name -x -d 'The organisation’s name'
complete -c jalon -n '__jalon_is new' -l checklist -r -F -d 'The checklist to follow, once for each of several'
complete -c jalon -n '__jalon_is new' -l if-revision -x -d 'Only if the organisation is still at that revision'
complete -c jalon -n '__jalon_at 0' -a list -d 'the organisations and how far they are'
complete -c jalon -n '__jalon_is list' -l format -x -a 'text json' -d 'The form of the output'
complete -c jalon -n '__jalon_is list' -l today -x -d 'As if it were that day (YYYY-MM-DD)'
complete -c jalon -n '__jalon_at 0' -a show -d 'what an organisation says, or one of its entries'
complete -c jalon -n '__jalon_at 1 show' -a '(__jalon_organisations)'
complete -c jalon -n '__jalon_at 2 show' -a '(__jalon_entries)'
complete -c jalon -n '__jalon_is show' -l format -x -a 'text json' -d 'The form of the output'
complete -c jalon -n '__jalon_is show' -l today -x -d 'As if it were that day (YYYY-MM-DD)'
complete -c jalon -n '__jalon_at 0' -a set -d 'change what is said of an entry'
complete -c jalon -n '__jalon_at 1 set' -a '(__jalon_organisations)'
complete -c jalon -n '__jalon_at 2 set' -a '(__jalon_entries)'
complete -c jalon -n '__jalon_at 3 more set' -a '(__jalon_fields)'
complete -c jalon -n '__jalon_is set' -l if-revision -x -d 'Only if the organisation is still at that revision'
complete -c jalon -n '__jalon_at 0' -a note -d 'add a note to an entry, or put one’s own right'
complete -c jalon -n '__jalon_at 1 note' -a '(__jalon_organisations)'
complete -c jalon -n '__jalon_at 2 note' -a '(__jalon_entries)'
complete -c jalon -n '__jalon_is note' -l replace -x -d 'put the text in place of one’s own note N'
complete -c jalon -n '__jalon_is note' -l remove -x -d 'take back one’s own note N'
complete -c jalon -n '__jalon_is note' -l if-revision -x -d 'Only if the organisation is still at that revision'
complete -c jalon -n '__jalon_at 0' -a remove -d 'take away an action, a service, a member, or all'
complete -c jalon -n '__jalon_at 1 remove' -a '(__jalon_organisations)'
complete -c jalon -n '__jalon_at 2 remove' -a '(__jalon_entries)'
complete -c jalon -n '__jalon_is remove' -l if-revision -x -d 'Only if the organisation is still at that revision'
complete -c jalon -n '__jalon_at 0' -a add -d 'add an action of one’s own'
complete -c jalon -n '__jalon_at 1 add' -a '(__jalon_organisations)'
complete -c jalon -n '__jalon_at 3 more add' -a '(__jalon_fields)'
complete -c jalon -n '__jalon_is add' -l item -x -a '(__jalon_items)' -d 'The item that the action stands under'
complete -c jalon -n '__jalon_is add' -l requires -x -a '(__jalon_entry_list)' -d 'What must be finished before'
complete -c jalon -n '__jalon_is add' -l if-revision -x -d 'Only if the organisation is still at that revision'
complete -c jalon -n '__jalon_at 0' -a service -d 'name a digital service'
complete -c jalon -n '__jalon_at 1 service' -a '(__jalon_organisations)'
complete -c jalon -n '__jalon_is service' -l if-revision -x -d 'Only if the organisation is still at that revision'
complete -c jalon -n '__jalon_at 0' -a member -d 'name somebody who owns actions'
complete -c jalon -n '__jalon_at 1 member' -a '(__jalon_organisations)'
complete -c jalon -n '__jalon_at 3 member' -a 'capacity='
complete -c jalon -n '__jalon_at 4 member' -a 'away='
complete -c jalon -n '__jalon_is member' -l if-revision -x -d 'Only if the organisation is still at that revision'
complete -c jalon -n '__jalon_at 0' -a edit -d 'change the organisation itself'
complete -c jalon -n '__jalon_at 1 edit' -a '(__jalon_organisations)'
complete -c jalon -n '__jalon_at 2 more edit' -a '(__jalon_fields)'
complete -c jalon -n '__jalon_is edit' -l if-revision -x -d 'Only if the organisation is still at that revision'
complete -c jalon -n '__jalon_at 0' -a plan -d 'what remains, in order, and why'
complete -c jalon -n '__jalon_at 1 plan' -a '(__jalon_organisations)'
complete -c jalon -n '__jalon_is plan' -l format -x -a 'text json csv md ics' -d 'The form of the output'
complete -c jalon -n '__jalon_is plan' -l today -x -d 'As if it were that day (YYYY-MM-DD)'
complete -c jalon -n '__jalon_is plan' -l why -x -a '(__jalon_entries)' -d 'Say why one of the two comes before the other'
complete -c jalon -n '__jalon_behind_first --why' -a '(__jalon_entries)'
complete -c jalon -n '__jalon_is plan' -l if-done -x -a '(__jalon_entries)' -d 'Say what would change if this entry were done'
complete -c jalon -n '__jalon_is plan' -l limit -x -d 'Stop after the first N actions'
complete -c jalon -n '__jalon_is plan' -l group -x -a 'owner date' -d 'Group by person or by week'
complete -c jalon -n '__jalon_at 0' -a log -d 'who changed what, and when'
complete -c jalon -n '__jalon_at 1 log' -a '(__jalon_organisations)'
complete -c jalon -n '__jalon_is log' -l format -x -a 'text json' -d 'The form of the output'
complete -c jalon -n '__jalon_is log' -l since -x -d 'That day and after (YYYY-MM-DD, in universal time)'
complete -c jalon -n '__jalon_is log' -l author -x -d 'Only what that person changed'
complete -c jalon -n '__jalon_is log' -l entry -x -a '(__jalon_entries)' -d 'Only what is about that entry, service:ID or member:NAME, even if removed since'
complete -c jalon -n '__jalon_at 0' -a undo -d 'take back one’s own last change'
complete -c jalon -n '__jalon_at 1 undo' -a '(__jalon_organisations)'
complete -c jalon -n '__jalon_is undo' -l if-revision -x -d 'Only if the organisation is still at that revision'
complete -c jalon -n '__jalon_at 0' -a redo -d 'put again what was just undone'
complete -c jalon -n '__jalon_at 1 redo' -a '(__jalon_organisations)'
complete -c jalon -n '__jalon_is redo' -l if-revision -x -d 'Only if the organisation is still at that revision'
complete -c jalon -n '__jalon_at 0' -a merge -d 'bring together what people said apart'
complete -c jalon -n '__jalon_at 1 merge' -a '(__jalon_organisations)'
complete -c jalon -n '__jalon_at 2 merge' -F
complete -c jalon -n '__jalon_is merge' -l if-revision -x -d 'Only if the organisation is still at that revision'
complete -c jalon -n '__jalon_at 0' -a check -d 'say what is wrong with a file'
complete -c jalon -n '__jalon_at 1 more check' -F
complete -c jalon -n '__jalon_at 0' -a guide -d 'the whole guide, to read offline'
complete -c jalon -n '__jalon_at 1 guide' -F
complete -c jalon -n '__jalon_is guide' -l format -x -a 'text man' -d 'The form of the output'
complete -c jalon -n '__jalon_at 0' -a server -d 'open a workshop on an SSH server'
complete -c jalon -n '__jalon_at 1 server' -a '(__jalon_organisations)'
complete -c jalon -n '__jalon_is server' -l user -x -d 'The account that the participants share'
complete -c jalon -n '__jalon_is server' -l program -r -F -d 'Where jalon is installed'
# fish end
