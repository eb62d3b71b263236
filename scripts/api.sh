#!/usr/bin/env bash
# Holds the exported API to its baseline, src/api/baseline.txt: scripts/api.sh [--write | --self-test]
#   (nothing)     fails where something that users could call is gone or has changed, unless the section of this version
#                 (or "Unreleased") in CHANGELOG.md names it
#   --write       makes today's API the baseline: after each release
#   --self-test   shows that a break is found
set -euo pipefail
export LC_ALL=C # one sorting order

cd "$(dirname "${BASH_SOURCE[0]}")/.."
package=io/github/stagerecorder # the exported one
baseline=src/api/baseline.txt

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# One line for each type and each member that users can reach: "Type: declaration".
exported_api() {
    find "$1/$package" -maxdepth 1 -name '*.class' ! -name 'package-info.class' -print0 | xargs -0 "${JAVA_HOME:+$JAVA_HOME/bin/}javap" -protected |
        awk -v prefix="${package//\//.}." '
            /^Compiled from/ { next }
            /^[a-z].*\{$/ { # a type; static and the like are told by its members
                exported = /^(public|protected) /
                gsub(/[{ ]+$/, "")
                match($0, /(class|interface) [^ <]+/)
                type = substr($0, RSTART, RLENGTH)
                sub(/.* /, "", type)
                sub(prefix, "", type)
            }
            exported && /[^}]/ {
                gsub(prefix, "")
                gsub(/^ +|;$/, "")
                print type ": " $0
            }' | sort
}

version() {
    sed -n '/<artifactId>stagerecorder</,/<version>/s|.*<version>\(.*\)</version>|\1|p' pom.xml
}

# What CHANGELOG.md says of this version.
section() {
    awk -v version="[$(version)]" '
        /^## / { wanted = index($0, version) || tolower($0) ~ /^## \[?unreleased/ }
        wanted' "$1"
}

# "Type: declaration" is named by the member, or by the type where that is gone altogether.
is_named() {
    local line=$1 types_now=$2 notes=$3 type member
    type=${line%%: *}
    member=$(sed -E 's/^[^:]*: //; s/ throws .*//; s/\(.*//; s/.*[ .$]//' <<<"$line")
    grep -qxF "$type" <<<"$types_now" || member="(${type//[.$]/|}|$member)"
    grep -qE "(^|[^A-Za-z0-9_])$member([^A-Za-z0-9_]|$)" <<<"$notes"
}

# What was there before, is not now, and is not named. A new abstract method breaks who implements the type.
breaks() {
    local before=$1 now=$2 notes types_now line
    notes=$(section "$3")
    types_now=$(sed 's/: .*//' "$now" | sort -u)
    {
        comm -23 "$before" "$now"
        comm -13 "$before" "$now" | grep -E ': .*\babstract\b.*\(' |
            grep -F -f <(sed 's/: .*/: /' "$before" | sort -u) || true
    } | while IFS= read -r line; do
        is_named "$line" "$types_now" "$notes" || echo "$line"
    done
}

self_test() {
    local notes=$scratch/notes.md gone='StageRecorder: public void vanished(int)'
    sort - "$baseline" <<<"$gone" >"$scratch/before"
    printf '## [%s]\n- other\n## [0.0.1]\n- `vanished`\n' "$(version)" >"$notes"
    [[ $(breaks "$scratch/before" "$baseline" "$notes") == "$gone" ]] || fail "A method that is gone was not found."
    printf '## [%s]\n- `vanished(int)` is gone\n' "$(version)" >"$notes"
    [[ -z $(breaks "$scratch/before" "$baseline" "$notes") ]] || fail "A method that is named was not allowed."
    grep -v '^Quality: ' "$baseline" >"$scratch/now"
    [[ -n $(breaks "$baseline" "$scratch/now" "$notes") ]] || fail "A type that is gone was not found."
    printf '## Unreleased\n- `Quality` is gone\n' >"$notes"
    [[ -z $(breaks "$baseline" "$scratch/now" "$notes") ]] || fail "A type that is named was not allowed."
    sort - "$baseline" <<<'StageRecorder: public abstract void added()' >"$scratch/now"
    [[ -n $(breaks "$baseline" "$scratch/now" "$notes") ]] || fail "A new abstract method was not found."
    sort - "$baseline" <<<'StageRecorder: public void added()' >"$scratch/now"
    [[ -z $(breaks "$baseline" "$scratch/now" "$notes") ]] || fail "A new method was taken for a break."
}

check() {
    local found
    found=$(breaks "$baseline" "$scratch/api" CHANGELOG.md)
    [[ -z $found ]] || fail "$found" "" "This was in the API (src/api/baseline.txt), or must now be implemented, and" \
        "CHANGELOG.md does not name it under $(version) or \"Unreleased\"."
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
case ${1:-} in
    --self-test) self_test ;;
    "" | --write)
        mvn -B -q -DskipTests compile >/dev/null
        exported_api target/classes >"$scratch/api"
        [[ -s $scratch/api ]] || fail "No exported class was found in target/classes."
        if [[ ${1:-} == --write ]]; then cp "$scratch/api" "$baseline"; else check; fi
        ;;
    *) fail "usage: api.sh [--write | --self-test]" ;;
esac
