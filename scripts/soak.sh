#!/usr/bin/env bash
# Repeats many times what the tests do once, and prints a table: scripts/soak.sh [--kills N] [--faults N] [--frames N]
# [--cycles N] [--memory-frames N] [--size WxH]. See docs/reliability.md. The defaults take a quarter of an hour on two
# idle cores. Exits with status 1 if a promise is broken.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
libraries=target/soak.classpath
log=target/soak.build.log

scripts/install.sh >&2
mkdir -p target
mvn -B -DskipTests test-compile \
    org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile="$libraries" \
    >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" --enable-native-access=ALL-UNNAMED \
    -cp "target/test-classes:target/classes:$(<"$libraries")" io.github.stagerecorder.soak.Soak "$@"
