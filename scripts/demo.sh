#!/usr/bin/env bash
# Renders an animated OpenGL stage and records it: scripts/demo.sh [options], see scripts/demo.sh --help.
# It first installs and builds what is missing. File names are relative to the current folder.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
separator=: # of a class path
if [[ $OSTYPE == msys ]]; then # bash for Windows, which has names of its own for the drives
    root=$(cygpath -m "$root")
    separator=';'
fi
built=$root/target/demo.built         # its time is the start of the last successful build
libraries=$root/target/demo.classpath # Maven's class path, kept because Maven is slow to start
log=$root/target/demo.build.log
sources=("$root"/{pom.xml,CMakeLists.txt,native,src/main,src/demo})

is_built() {
    [[ -f $built && -f $libraries && -z $(find "${sources[@]}" -newer "$built" -print -quit) ]]
}

build() {
    echo "Building..." >&2
    mkdir -p "$root/target"
    touch "$built.new"
    mvn -B -f "$root/pom.xml" -DskipTests test-compile \
        org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile="$libraries" \
        >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
    mv "$built.new" "$built"
}

# A window needs a display. Where there is none, Xvfb provides one.
on_a_display() {
    if [[ $OSTYPE == linux* && -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]] &&
        [[ " $* " == *" --window "* || " $* " == *" --clips"* ]]; then
        exec xvfb-run -a -s "-screen 0 4096x2304x24" "$@"
    fi
    exec "$@"
}

"$root/scripts/install.sh" --demo >&2
is_built || build
on_a_display "${JAVA_HOME:+$JAVA_HOME/bin/}java" --enable-native-access=ALL-UNNAMED \
    -cp "$root/target/test-classes$separator$root/target/classes$separator$(<"$libraries")" io.github.stagerecorder.demo.Demo "$@"
