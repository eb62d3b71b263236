#!/usr/bin/env bash
# Builds and tries StageRecorder on other systems, as far as Linux on x86-64 can: scripts/platforms.sh [ROW...]
# Rows, all by default:
#   debian-13         GStreamer 1.26, JDK 21: the demo in every format, and sent, and all JUnit tests, in a Debian root
#   debian-unstable   GStreamer 1.28, JDK 25: the same
#   linux-aarch64     the C tests and the demo, in a Debian root for ARM, under qemu
#   windows           the demo in every format, and sent, and all JUnit tests, as a program for Windows, under wine
# What they build and download stays in STAGERECORDER_PLATFORMS (~/.cache/stagerecorder-platforms) for the next run. They
# need root, because they change into roots of other systems. Prints a table, and fails where a row does. A row is
# a script in scripts/platforms: its standard output is its part of the table, and its progress is standard error.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
all_rows=(debian-13 debian-unstable linux-aarch64 windows)
rows=("$@")
((${#rows[@]} > 0)) || rows=("${all_rows[@]}")
export STAGERECORDER_PLATFORMS=${STAGERECORDER_PLATFORMS:-$HOME/.cache/stagerecorder-platforms}
table=
failed=0

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

run_row() {
    case $1 in
        debian-*) scripts/platforms/debian.sh "$1" ;;
        *) "scripts/platforms/$1.sh" ;;
    esac
}

for row in "${rows[@]}"; do
    [[ " ${all_rows[*]} " == *" $row "* ]] || fail "unknown row $row; known are: ${all_rows[*]}"
done
((EUID == 0)) || fail "This needs root. Please run:" "  sudo scripts/platforms.sh ${rows[*]}"
mkdir -p "$STAGERECORDER_PLATFORMS"
for row in "${rows[@]}"; do
    printf '\n== %s\n' "$row" >&2
    verdict=ok
    begun=$SECONDS
    lines=$(run_row "$row") || verdict=FAILED failed=1
    table+=$(printf '%s\n%-16s %s, %s s' "$lines" "$row" "$verdict" $((SECONDS - begun)))$'\n'
done
printf '\n%s' "$table"
exit $failed
