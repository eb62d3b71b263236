#!/usr/bin/env bash
# Tries StageRecorder on another Debian, with its GStreamer and its JDK: scripts/platforms/debian.sh debian-13 | debian-unstable
# A bare root gets only a JDK, Maven, CMake and gcc. The rest is what every user does: scripts/demo.sh installs what is
# missing and builds; then mvn test. ffmpeg of this machine decodes the demo's files.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=scripts/platforms/root.sh
. scripts/platforms/root.sh
row=$1
home=$STAGERECORDER_PLATFORMS/$row
root=$home/root

# Tests of what GStreamer and the JVM have a part in. Most others ask the driver or our own code alone.
tests=(
    WholeLengthTest ConstantRateTest TimesInTrialTest RetainedFramesTest EncodePipelineTest PreflightTest ConvertTest
    EndingTest FailureTest AvailabilityTest UnavailableTest FramesInOrderTest ZeroCopyTest CopyTest
)

case $row in
    debian-13) suite=trixie jdk=21 ;;
    debian-unstable) suite=sid jdk=25 ;;
    *) fail "usage: debian.sh debian-13 | debian-unstable" ;;
esac

# One that was renamed must not be left out unnoticed.
require_tests() {
    local name
    for name in "${tests[@]}"; do
        [[ -n $(find src/test/java -name "$name.java") ]] || fail "$0 names $name, which is not there any more."
    done
}

project() {
    in_root "$root" sh -c "cd $inside/project && exec \"\$@\"" sh "$@"
}

versions() {
    local gstreamer java
    gstreamer=$(in_root "$root" dpkg-query -W -f '${Version}' libgstreamer1.0-0)
    java=$(in_root "$root" java -version 2>&1 | sed -n 's/^openjdk version "\([^"]*\)".*/\1/p')
    printf '%-16s GStreamer %s, Java %s\n' "$row" "${gstreamer%%-*}" "$java"
}

demo() {
    local format=$1 clock=$2 file=$inside/$2.$1 log=$home/demo-$2-$1.log
    project scripts/demo.sh --clock "$clock" --frames $frames --overwrite --output "$file" >"$log" 2>&1 || {
        printf '%-16s demo %-5s %-9s FAILED: see %s\n' "$row" "$format" "$clock" "$log"
        return 1
    }
    check_file "$row" "$format" "$clock" "$root$file"
}

junit() {
    local log=$home/junit.log verdict=ok
    project mvn -B test -Dtest="$(IFS=, && echo "${tests[*]}")" >"$log" 2>&1 ||
        verdict="FAILED: see $log"
    printf '%-16s JUnit: %s  %s\n' "$row" "$(sed -n 's/^.*\(Tests run: .*\), Time.*$//; s/^.*\(Tests run:[^T]*\)$/\1/p' \
        "$log" | tail -n 1)" "$verdict"
    [[ $verdict == ok ]]
}

require_tests
mkdir -p "$home"
make_root "$root" "$suite" amd64 "openjdk-$jdk-jdk-headless,maven,cmake,gcc"
make_reference "$home/reference.mkv"
put_sources "$root"
failed=0
project scripts/install.sh >"$home/install.log" 2>&1 || fail "See $home/install.log"
versions
for clock in fixed realtime; do
    for format in "${formats[@]}"; do
        demo "$format" "$clock" || failed=1
    done
done
junit || failed=1
exit $failed
