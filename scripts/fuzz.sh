#!/usr/bin/env bash
# Looks for errors that no test covers: scripts/fuzz.sh [--seconds N] [--descriptions N] [--sequences N] [--seed N]
#   --seconds N       how long libFuzzer tries each C target, under ASan and UBSan (60); with 0, clang is not needed
#   --sequences N     random sequences of calls of the API (1000)
#   --descriptions N  random pipeline descriptions and option sets, in separate processes (100000)
#   --seed N          the first seed of both (the current time, which is printed)
# The defaults take about twenty minutes. Exits with status 1 if something was found; the inputs are in target/fuzz.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
seconds=60
sequences=1000
descriptions=100000
seed=$(date +%s)
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
build=$PWD/target/native-fuzz
found=$PWD/target/fuzz
status=0

fail() {
    echo "$*" >&2
    exit 2
}

while (($# > 0)); do
    [[ ${2:-} =~ ^[0-9]+$ ]] || fail "$1 needs a number; see the head of scripts/fuzz.sh"
    case $1 in
        --seconds) seconds=$2 ;;
        --sequences) sequences=$2 ;;
        --descriptions) descriptions=$2 ;;
        --seed) seed=$2 ;;
        *) fail "unknown option $1; see the head of scripts/fuzz.sh" ;;
    esac
    shift 2
done

step() {
    printf '\n== %s\n' "$*"
}

build_targets() {
    command -v clang >/dev/null || fail "The C targets need clang with libFuzzer; on Debian or Ubuntu:" \
        "apt-get install clang libclang-rt-dev (or --seconds 0)"
    cmake -S . -B "$build" -DJAVA_HOME="$java_home" -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=RelWithDebInfo \
        -DSR_SANITIZE=address -DSR_FUZZ=ON >/dev/null
    cmake --build "$build" -j "$(nproc)" --target "$@"
}

# Interesting inputs are kept, and the next run starts with them.
fuzz_target() {
    step "C: $1, for $seconds s"
    mkdir -p "$found/$1"
    "$build/native/test/fuzz/$1" -max_total_time="$seconds" -max_len=1000 -malloc_limit_mb=0 -verbosity=0 \
        -print_final_stats=1 -artifact_prefix="$found/$1-" "$found/$1" 2>&1 |
        grep -v '^==.*WARNING: AddressSanitizer failed to allocate' || status=1
}

fuzz_targets() {
    local targets=(fuzz_pool fuzz_readback fuzz_gl) target
    build_targets "${targets[@]}"
    for target in "${targets[@]}"; do
        fuzz_target "$target"
    done
}

try_sequences() {
    step "API: $sequences sequences of calls, seed $seed"
    mvn -B -q -Dinvoker.skip test -Dtest=ApiSequencesTest -Dfuzz.examples="$sequences" -Dfuzz.seed="$seed" || status=1
}

try_descriptions() {
    local libraries=target/fuzz.classpath
    step "Descriptions: $descriptions, seed $seed"
    mvn -B -q -DskipTests test-compile org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath \
        -Dmdep.outputFile="$libraries" >/dev/null
    "$java_home/bin/java" -cp "target/test-classes:target/classes:$(<"$libraries")" \
        io.github.stagerecorder.fuzz.Campaign "$seed" "$descriptions" | tee "$found/descriptions.txt" || status=1
}

scripts/install.sh >&2
mkdir -p "$found"
((seconds == 0)) || fuzz_targets
((sequences == 0)) || try_sequences
((descriptions == 0)) || try_descriptions
exit "$status"
