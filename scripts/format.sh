#!/usr/bin/env bash
# Formats all sources in the project's style: scripts/format.sh [--check]
#   --check   changes nothing; fails and lists what is not formatted
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

case ${1:-} in
    --check) java=check c=(--dry-run -Werror) ;;
    "") java=apply c=(-i) ;;
    *) fail "usage: format.sh [--check]" ;;
esac

scripts/install.sh --format
status=0
mvn -B -q "spotless:$java" || status=1
find native -name '*.[ch]' -print0 | xargs -0 clang-format-14 "${c[@]}" || status=1
((status == 0)) || fail "Not in the project's style, see above. To fix it, run scripts/format.sh"
