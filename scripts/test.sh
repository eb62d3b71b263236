#!/usr/bin/env bash
# Runs every test: style, the native tests with each sanitizer and without, the queue under jcstress, the Java tests, the
# exported API, and on each newer installed JDK the tests that can differ there. scripts/install.sh installs what is missing.
# JDK25_HOME names a newer JDK that is not in /usr/lib/jvm.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
reports=target/surefire-reports
results=() # one result of the Java tests for each JDK

# A newer JDK runs the tests in which the virtual machine has a part: how it loads the library and warns about it, each
# native function under -Xcheck:jni, JNA's calls from GStreamer's threads, shutdown hooks, interrupts, the collector, and
# what its compiler allocates for a frame. What an encoder, a muxer or a driver does with the same calls does not differ.
jvm_tests=(
    AvailabilityTest UnavailableTest
    SlotPoolTest FrameQueueTest ReadStrategyTest TiledFrameTest ConvertTest EncodePipelineTest WindowTest
    LeftOpenTest UnclosedTest EndingTest EndingsAtOnceTest InterruptTest StuckThreadTest HungCaptureTest KillTest
    FailureTest MisuseTest LostContextTest MigratingContextTest NativeModuleTest
    ModulePlaceTest DeliveredTest
    ZeroCopyTest CopyTest LongLifeTest FramesInOrderTest
    AgentSurroundingsTest AgentAttachTest AgentKeysTest AgentTest
)
jvm_consumers=consumer-lwjgl,consumer-jogl # one on the module path, one on the class path

step() {
    printf '\n== %s\n' "$*"
}

native_tests() {
    local folder=$1
    shift
    step "Native tests: ${folder##*-}"
    cmake -S . -B "$folder" -DJAVA_HOME="$java_home" -DCMAKE_COMPILE_WARNING_AS_ERROR=ON "$@" >/dev/null
    cmake --build "$folder" -j "$(nproc)"
    ctest --test-dir "$folder" -j "$(nproc)" --output-on-failure --no-tests=error --timeout 120
}

java_tests() {
    local home=$1 console=target/jvm-console.log
    shift
    step "Java tests: $home"
    rm -rf "$reports" target/jvm-*.log
    mkdir -p target
    mvn -B "$@" -Dtest.java="$home/bin/java" -Dsurefire.timeout=2400 | tee "$console"
    scripts/check-jni.sh target/jvm-pid*.log
    refuse_warnings_of_ours
    results+=("JDK $(jdk_major "$home"): $(count_java_tests).")
}

# A JVM warns about restricted or terminally deprecated methods and names the caller, mostly on the console.
refuse_warnings_of_ours() {
    if grep -hE '(WARNING|warning): .*(io\.github\.stagerecorder|libstagerecorder)' "$reports"/*.txt target/jvm-*.log; then
        echo "The JVM warns about StageRecorder, see above." >&2
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

# One that was renamed must not be left out unnoticed.
require_jvm_tests() {
    local name
    for name in "${jvm_tests[@]}"; do
        [[ -n $(find src/test/java -name "$name.java") ]] || {
            echo "scripts/test.sh names $name, which is not there any more." >&2
            exit 1
        }
    done
}

scripts/install.sh
require_jvm_tests
step "Style"
scripts/format.sh --check
native_tests target/native-asan -DCMAKE_BUILD_TYPE=Debug -DSR_SANITIZE=address
native_tests target/native-tsan -DCMAKE_BUILD_TYPE=Debug -DSR_SANITIZE=thread
native_tests target/native-release -DCMAKE_BUILD_TYPE=Release
step "jcstress"
mvn -B -f src/jcstress
java_tests "$java_home" verify
step "API"
scripts/api.sh --self-test
scripts/api.sh
mapfile -t newer < <(newer_jdks)
for home in "${newer[@]}"; do
    java_tests "$home" surefire:test -Dtest="$(IFS=, && echo "${jvm_tests[*]}")" \
        invoker:run@consumers -Dinvoker.test="$jvm_consumers"
done
native=$(ctest --test-dir target/native-release -N | sed -n 's/^Total Tests: //p')
step "All passed. Native: $native tests, sanitized and not. ${results[*]}"
