#!/bin/sh
# SPDX-License-Identifier: MIT
# Every terminal that Debian describes (ncurses-base, ncurses-term): jalon opens there, as wide as the
# kernel says or 80 columns, leaves, and reads its keys. Those without `cup` only print.
set -u
: "${JALON:?JALON names the program to test}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset JALON_DATA JALON_BY JALON_LANG LC_ALL LC_MESSAGES XDG_DATA_HOME NO_COLOR
export LANG=C.UTF-8 HOME="$work"
"$JALON" --data "$work/data" new demo --name Zebra >/dev/null
"$(dirname "$JALON")/each_terminal" "$JALON" "$work/data" demo Zebra
