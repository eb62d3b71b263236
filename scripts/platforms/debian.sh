#!/usr/bin/env bash
# Tries StageRecorder on another Debian, with its GStreamer and its JDK:
# scripts/platforms/debian.sh debian-13 | debian-unstable [demo | suite [CLASS...]]
#   demo   the demo in every format, frame by frame and in real time, and with sound and as a replay, and a game that the
#          agent records; ffmpeg of this machine compares the files
#   suite  all JUnit tests, or those of the classes named
# Both by default. A bare root gets only a JDK, Maven, CMake and gcc. The rest is what every user does: scripts/demo.sh
# installs what is missing and builds; then mvn test.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=scripts/platforms/root.sh
. scripts/platforms/root.sh
# shellcheck source=scripts/platforms/demos.sh
. scripts/platforms/demos.sh
# shellcheck source=scripts/platforms/agents.sh
. scripts/platforms/agents.sh
row=${1:-none}
home=$STAGERECORDER_PLATFORMS/$row
root=$home/root

[[ ${2:-demo} == demo || $2 == suite ]] || row=none
case $row in
    debian-13) release=trixie jdk=21 ;;
    debian-unstable) release=sid jdk=25 ;;
    *) fail "usage: debian.sh debian-13 | debian-unstable [demo | suite [CLASS...]]" ;;
esac

project() {
    in_root "$root" sh -c "cd $inside/project && exec \"\$@\"" sh "$@"
}

versions() {
    local gstreamer java
    gstreamer=$(in_root "$root" dpkg-query -W -f '${Version}' libgstreamer1.0-0)
    java=$(in_root "$root" java -version 2>&1 | sed -n 's/^openjdk version "\([^"]*\)".*/\1/p')
    printf '%-16s GStreamer %s, Java %s\n' "$row" "${gstreamer%%-*}" "$java"
}

run_demo() {
    project scripts/demo.sh --clock "$1" --frames $frames --overwrite --output "$inside/$2" "${@:3}"
}

# With LWJGL and the tests' classes alone on its class path. As a first process, xvfb-run would wait for ever.
run_game() {
    local version
    version=$(sed -n 's|.*<lwjgl.version>\(.*\)</lwjgl.version>.*|\1|p' pom.xml)
    # shellcheck disable=SC2016 # the inner shell's arguments
    project bash -c 'lwjgl=$(ls "$1"/lwjgl{,-glfw,-opengl,-egl}/"$2"/*.jar | grep -v windows | paste -s -d :)
        exec timeout 300 xvfb-run -a java -javaagent:"$(ls target/*-agent.jar)=out=$3/agent,$4" -cp "target/test-classes:$lwjgl" \
            "io.github.stagerecorder.agent.$5" 1 DESTROY brief' bash \
        "$inside/repository/org/lwjgl" "$version" "$inside" "$2" "$1"
}

# A virtual machine that crashes fails the row too.
suite() {
    local log=$home/junit.log verdict=ok classes
    classes=$(IFS=, && echo "$*")
    project mvn -B test ${classes:+-Dtest="$classes"} >"$log" 2>&1 || verdict="FAILED: see $log"
    printf '%-16s JUnit: %s  %s\n' "$row" "$(sed -n 's/^\(\[[A-Z]*\] \)\{0,1\}\(Tests run:[^T]*\)$/\2/p' "$log" |
        tail -n 1)" "$verdict"
    [[ $verdict == ok ]]
}

mkdir -p "$home"
scripts/install.sh --platforms >&2 # ffmpeg and gst-launch-1.0 of this machine look at what comes out
make_root "$root" "$release" amd64 "openjdk-$jdk-jdk-headless,maven,cmake,gcc"
put_sources "$root"
project scripts/install.sh >"$home/install.log" 2>&1 || fail "See $home/install.log"
versions
failed=0
if [[ ${2:-demo} == demo ]]; then
    check_demos "${formats[@]}" || failed=1
    check_sounds "${formats[@]}" || failed=1
    check_stream || failed=1
    check_agent || failed=1
fi
if [[ ${2:-suite} == suite ]]; then
    suite "${@:3}" || failed=1
fi
exit $failed
