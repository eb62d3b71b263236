#!/usr/bin/env bash
# Runs every test: the native ones, under each sanitizer and without, then the Java ones on each JDK that is here.
# JDK25_HOME names a newer JDK that is not in /usr/lib/jvm.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
reports=target/surefire-reports
results=() # of the Java tests, one for each JDK

step() {
    printf '\n== %s\n' "$*"
}

native_tests() {
    local folder=$1
    shift
    step "Native tests: ${folder##*-}"
    cmake -S . -B "$folder" -DJAVA_HOME="$java_home" -DCMAKE_COMPILE_WARNING_AS_ERROR=ON "$@" >/dev/null
    cmake --build "$folder" -j "$(nproc)"
    ctest --test-dir "$folder" --output-on-failure --no-tests=error --timeout 120
}

java_tests() {
    local home=$1 console=target/jvm-console.log
    shift
    step "Java tests: $home"
    rm -rf "$reports" target/jvm-*.log
    mkdir -p target
    mvn -B "$@" -Dtest.java="$home/bin/java" -Dsurefire.timeout=1500 | tee "$console"
    scripts/check-jni.sh target/jvm-pid*.log
    refuse_warnings_of_ours
    results+=("JDK $(jdk_major "$home"): $(count_java_tests).")
}

# A JVM warns of restricted or terminally deprecated methods, and names the caller; mostly on the console.
refuse_warnings_of_ours() {
    if grep -hE '(WARNING|warning): .*(io\.github\.stagerecorder|libstagerecorder)' "$reports"/*.txt target/jvm-*.log; then
        echo "The JVM warns of StageRecorder, see above." >&2
        exit 1
    fi
}

count_java_tests() {
    awk -F '[:,]' '/^Tests run:/ { tests += $2; skipped += $8 }
        END { printf "%d tests, %d skipped", tests, skipped; exit tests == 0 }' "$reports"/*.txt
}

jdk_major() {
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

newer_jdks() {
    local home
    for home in ${JDK25_HOME:+"$JDK25_HOME"} /usr/lib/jvm/*; do
        if [[ -x $home/bin/java && -f $home/release ]] && (($(jdk_major "$home") > $(jdk_major "$java_home"))); then
            readlink -f "$home"
        fi
    done | sort -u
}

scripts/install.sh
native_tests target/native-asan -DCMAKE_BUILD_TYPE=Debug -DSR_SANITIZE=address
native_tests target/native-tsan -DCMAKE_BUILD_TYPE=Debug -DSR_SANITIZE=thread
native_tests target/native-release -DCMAKE_BUILD_TYPE=Release
java_tests "$java_home" verify
mapfile -t newer < <(newer_jdks)
for home in "${newer[@]}"; do
    java_tests "$home" surefire:test invoker:run@consumers
done
native=$(ctest --test-dir target/native-release -N | sed -n 's/^Total Tests: //p')
step "All passed. Native: $native tests, sanitized and not. ${results[*]}"
