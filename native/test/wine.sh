#!/usr/bin/env bash
# Runs a program of Windows: native/test/wine.sh PROGRAM [ARGUMENT...]
# Under load wine has ended at once, without a word and before the program began, whose first word is the name of its
# first test. Only then it runs once more, which is told.
set -uo pipefail
told=$(mktemp)
trap 'rm -f "$told"' EXIT

wine "$@" | tee "$told" # what wine itself says is standard error
status=${PIPESTATUS[0]}
if ((status != 0)) && [[ ! -s $told ]]; then
    echo "wine has ended with $status before the program began, and runs once more"
    wine "$@"
    status=$?
fi
exit "$status"
