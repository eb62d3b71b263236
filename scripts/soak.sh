#!/usr/bin/env bash
# Checks that memory stays bounded while the encoder is slower than the stage: scripts/soak.sh [--frames N] [--size WxH]
# The default, 2,000 frames of 1080p, takes about eight minutes. Ends with status 1 when a bound is broken.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
libraries=target/soak.classpath
log=target/soak.build.log

scripts/install.sh >&2
mkdir -p target
mvn -B -DskipTests test-compile \
    org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath -Dmdep.outputFile="$libraries" \
    >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" \
    -cp "target/test-classes:target/classes:$(<"$libraries")" io.github.stagerecorder.soak.Soak "$@"
