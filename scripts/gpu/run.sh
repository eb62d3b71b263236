#!/usr/bin/env bash
# Tests and measures on a graphics card, in the folder that scripts/gpu.sh copied this script to: run.sh [--software]
#   --software   also accepts a software renderer, to try the script out; the benchmarks are cut short
# Results go to the folder named by OUT, or to results/ in the current folder. Exits with status 1 if a check or a
# benchmark failed. A target that was not reached is only reported.
set -euo pipefail
export LC_ALL=C.UTF-8

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
results=${OUT:-$PWD/results}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
software=()
failed=0

# These check frames on their way to the encoder. The decoding checks read the file with ffmpeg.
checks=(ZeroCopyTest TiledFrameTest)
decoding_checks=(ReadStrategyTest recording.UprightColoursTest)
# Every card's driver supports these.
native_checks=(
    "test_gl gl45-core" "test_framebuffer gl45-core" "test_readback gl45-core" "test_pack_state gl45-core"
    "test_source gl45-core" "test_planes gl45-core"
    "test_transfer gl45-core client yes" "test_transfer gl45-core mapped yes" "test_transfer gl45-core persistent yes")
jmh=(-foe true -prof gc)
limit_s=240 # for each benchmark

case ${1:-} in
    "") ;;
    --software)
        software=(--software)
        jmh+=(-wi 1 -w 1 -i 1 -r 2)
        limit_s=120
        ;;
    *)
        echo "usage: run.sh [--software]" >&2
        exit 2
        ;;
esac

# GL drivers use these libraries as well, so the bundled ones are used only where the machine has none.
spare_libraries() {
    local library known
    known=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p || true)
    for library in "$here"/spare/*; do
        grep -q "^[[:space:]]*${library##*/} " <<<"$known" || ln -s "$library" "$scratch"
    done
}

# JNA looks for libraries without a version and would find the system's where development files are installed.
unversioned_names() {
    local library name
    for library in "$here"/lib/lib*.so.*; do
        name=${library##*/}
        ln -s "$library" "$scratch/${name%%.so.*}.so"
    done
}

java=(${JAVA_HOME:+"$JAVA_HOME/bin/"}java)
if [[ -d $here/runtime ]]; then
    spare_libraries
    unversioned_names
    export LD_LIBRARY_PATH=$here/lib:$scratch${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
    export GST_PLUGIN_SYSTEM_PATH_1_0=$here/lib/gstreamer-1.0 GST_REGISTRY_1_0=$scratch/registry GST_REGISTRY_FORK=no
    unset GST_PLUGIN_PATH GST_PLUGIN_PATH_1_0
    java=("$here/runtime/bin/java" -Djna.library.path="$scratch" -Dorg.bytedeco.javacpp.cachedir="$scratch")
fi
java+=(--enable-native-access=ALL-UNNAMED -Djava.awt.headless=true -cp "$here/test-classes:$here/classes:$here/jars/*")

step() {
    printf '\n== %s\n' "$*"
}

# Runs a command as a check of this name. A failure is remembered, and the script continues.
check() {
    "${@:2}" || {
        echo "FAILED: $1"
        failed=1
    }
}

describe_machine() {
    "${java[@]}" io.github.stagerecorder.GraphicsCard "${software[@]}" || return 1
    echo "Kernel: $(uname -srm)"
    echo "Processor: $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(nproc) cores"
    if command -v nvidia-smi >/dev/null; then
        nvidia-smi --query-gpu=name,driver_version,pcie.link.gen.current,pcie.link.width.current --format=csv,noheader ||
            true
    fi
}

native_tests() {
    local test words
    for test in "${native_checks[@]}"; do
        read -ra words <<<"$test"
        echo "$test"
        check "$test" "$here/native/${words[0]}" "${words[@]:1}"
    done
}

java_tests() {
    local classes
    if command -v ffmpeg >/dev/null && command -v ffprobe >/dev/null; then
        checks+=("${decoding_checks[@]}")
    else
        echo "Skipped because ffmpeg is not installed: ${decoding_checks[*]}"
    fi
    classes=("${checks[@]/#/--select-class=io.github.stagerecorder.}")
    check "Java tests" "${java[@]}" org.junit.platform.console.ConsoleLauncher execute --disable-banner --details=tree \
        --disable-ansi-colors "${classes[@]}"
}

# Runs only what every card supports, for a few minutes. Pinned memory, which only AMD's drivers have, is left out.
benchmark() {
    step "$1"
    check "$1" timeout -k 10 "$limit_s" "${java[@]}" org.openjdk.jmh.Main "${jmh[@]}" "$1Benchmark" "${@:2}" \
        -rf json -rff "$results/$1.json"
}

# Reduces JMH's final tables: no allocation times, and only the median and the 99th percentile of the samples.
table() {
    awk '/^Benchmark .* Mode / { print; next }
        !/^[A-Za-z]+Benchmark\./ { next }
        /HandOff/ ? / avgt .*B\/op/ || /:p0\.(50|99) / : !/:gc\./' "$1"
}

targets() {
    awk '
        function report(what, limit, unit) {
            printf "%s: %s %s, to reach %s: %s\n", what, $4, unit, limit, $4 + 0 <= limit ? "reached" : "NOT REACHED"
        }
        / 3840x2160 / && /^FrameRate.*:captureUs/   { report("4K, median of capture()", 100, "us") }
        / 3840x2160 / && /^FrameRate.*:lossPercent/ { report("4K, loss of frame rate", 3, "%") }' "$1"
}

mkdir -p "$results"
step "Machine"
describe_machine 2>&1 | tee "$results/machine.txt"
step "Checks"
{ native_tests; java_tests; exit "$failed"; } 2>&1 | tee "$results/checks.txt" || failed=1
step "Benchmarks"
{
    benchmark FrameRate
    benchmark HandOff -p size=64x64,3840x2160
    benchmark CaptureCost -p size=1920x1080,3840x2160 -p strategy=CLIENT,MAPPED,PERSISTENT -p format=BGRX
    exit "$failed"
} 2>&1 | tee "$results/benchmarks.txt" || failed=1
step "Summary"
{ table "$results/benchmarks.txt"; targets "$results/benchmarks.txt"; } | tee "$results/summary.txt"
step "Results are in $results. Checks and benchmarks: $( ((failed == 0)) && echo passed || echo FAILED)"
exit "$failed"
