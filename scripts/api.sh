#!/usr/bin/env bash
# Holds the exported API to its baseline, src/api/baseline.jar, by japicmp: scripts/api.sh [--write | --self-test]
#   (nothing)     fails where a change breaks users, unless the section of this version (or "Unreleased") in CHANGELOG.md
#                 names the type or member
#   --write       makes today's API the baseline, after each release
#   --self-test   shows that a break is found
set -euo pipefail
export LC_ALL=C # one sorting order

cd "$(dirname "${BASH_SOURCE[0]}")/.."
package=io/github/stagerecorder # the exported one
baseline=src/api/baseline.jar
jdk=${JAVA_HOME:+$JAVA_HOME/bin/}

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# A jar of the exported classes alone, the same each time.
pack() {
    local classes=$1 jar=$2
    (cd "$classes" && find "$package" -maxdepth 1 -name '*.class' ! -name package-info.class | sort) >"$scratch/list"
    [[ -s $scratch/list ]] || fail "No exported class was found in $classes."
    sed "s|^|-C $classes |" "$scratch/list" >"$scratch/arguments"
    "${jdk}jar" --create --no-manifest --date=2026-01-01T00:00:00Z --file "$jar" "@$scratch/arguments"
}

# What breaks users who were built against the first jar: "Type member" or "Type" a line.
incompatible() {
    mvn -B -q -f src/api exec:java \
        -Dexec.args="--old $1 --new $2 --only-incompatible --ignore-missing-classes -a protected" |
        awk '
            / (CLASS|ENUM|INTERFACE|RECORD|ANNOTATION): .*io\.github\.stagerecorder\./ && /^[-+*]+!/ {
                match($0, /io\.github\.stagerecorder\.[A-Za-z0-9_$]+/)
                type = substr($0, RSTART + 24, RLENGTH - 24)
                if ($0 ~ /REMOVED/) { print type }
                removed = $0 ~ /REMOVED/
                next
            }
            /^\t[-+*]+! .*(METHOD|FIELD|CONSTRUCTOR): / && !removed {
                sub(/\(compatible.*/, "")
                member = $0
                if (member ~ /FIELD: /) { sub(/.* /, "", member) }
                else { sub(/\([^()]*\)[^()]*$/, "", member); sub(/.*[ .]/, "", member) }
                print type, member
                next
            }
            /^\t[-+*]+! / && !removed { print type }' | sort -u
}

version() {
    sed -n '/<artifactId>stagerecorder</,/<version>/s|.*<version>\(.*\)</version>|\1|p' pom.xml
}

# What the changelog says of this version.
section() {
    awk -v version="[$(version)]" '
        /^## / { wanted = index($0, version) || tolower($0) ~ /^## \[?unreleased/ }
        wanted' "$1"
}

# Those breaks that the changelog does not name. A member may be named alone.
unnamed() {
    local notes line
    notes=$(section "$1")
    while IFS= read -r line; do
        grep -qE "(^|[^A-Za-z0-9_])${line##*[ \$]}([^A-Za-z0-9_]|$)" <<<"$notes" || echo "$line"
    done
}

self_test() {
    local notes=$scratch/notes.md found
    mkdir -p "$scratch"/{before,after}
    echo 'package io.github.stagerecorder; public class Probe { public void vanished(int a) {} public void kept() {} }' \
        >"$scratch/Probe.java"
    "${jdk}javac" -d "$scratch/before" "$scratch/Probe.java"
    sed -i 's/public void vanished(int a) {}//' "$scratch/Probe.java"
    "${jdk}javac" -d "$scratch/after" "$scratch/Probe.java"
    pack "$scratch/before" "$scratch/before.jar"
    pack "$scratch/after" "$scratch/after.jar"
    found=$(incompatible "$scratch/before.jar" "$scratch/after.jar")
    [[ $found == "Probe vanished" ]] || fail "A method that is gone was not found, but: $found"
    [[ -z $(incompatible "$scratch/after.jar" "$scratch/before.jar") ]] || fail "A new method was taken for a break."
    printf '## [%s]\n- other\n## [0.0.1]\n- `vanished`\n' "$(version)" >"$notes"
    [[ $(unnamed "$notes" <<<"$found") == "$found" ]] || fail "A method that only an older version names was allowed."
    printf '## [%s]\n- `vanished(int)` is gone\n' "$(version)" >"$notes"
    [[ -z $(unnamed "$notes" <<<"$found") ]] || fail "A method that is named was not allowed."
    found=$(incompatible "$baseline" "$scratch/after.jar")
    grep -qx StageRecorder <<<"$found" || fail "A type that is gone was not found, but: $found"
}

check() {
    local found
    found=$(incompatible "$baseline" "$scratch/api.jar" | unnamed CHANGELOG.md)
    [[ -z $found ]] || fail "$found" "" "This breaks users of the API in $baseline, and CHANGELOG.md does not name it" \
        "under $(version) or \"Unreleased\"."
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
case ${1:-} in
    --self-test) self_test ;;
    "" | --write)
        mvn -B -q -DskipTests compile >/dev/null
        pack target/classes "$scratch/api.jar"
        if [[ ${1:-} == --write ]]; then cp "$scratch/api.jar" "$baseline"; else check; fi
        ;;
    *) fail "usage: api.sh [--write | --self-test]" ;;
esac
