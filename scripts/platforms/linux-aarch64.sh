#!/usr/bin/env bash
# Tries StageRecorder on ARM, under qemu: scripts/platforms/linux-aarch64.sh
# scripts/natives.sh builds the library and runs the C tests; then the demo records in a Debian 12 root for ARM, with the
# classes that were built here. Everything is tens of times slower than on a processor, so that only small files are made.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=scripts/platforms/root.sh
. scripts/platforms/root.sh
row=linux-aarch64
home=$STAGERECORDER_PLATFORMS/$row
root=$home/root
application=$root$inside/application
packages=openjdk-17-jre-headless,gstreamer1.0-plugins-base,gstreamer1.0-plugins-good,gstreamer1.0-plugins-ugly
packages+=,libegl1,libegl-mesa0,libgl1,libglx-mesa0,libgl1-mesa-dri

# The kernel starts programs for ARM with qemu. Debian's package registers that where systemd runs.
register_qemu() {
    local kernel=/proc/sys/fs/binfmt_misc
    [[ ! -e $kernel/qemu-aarch64 ]] || return 0
    [[ -e $kernel/register ]] || mount -t binfmt_misc none $kernel
    cat /usr/lib/binfmt.d/qemu-aarch64.conf >$kernel/register
}

native_tests() {
    local log=$home/natives.log verdict=ok
    scripts/natives.sh linux-arm64 >"$log" 2>&1 || verdict="FAILED: see $log"
    printf '%-16s C tests: %s  %s\n' $row "$(sed -n 's,.* \([0-9]*\) tests failed out of \([0-9]*\),\2 run\, \1 failed,p' "$log" | tail -n 1)" "$verdict"
    [[ $verdict == ok ]]
}

put_application() {
    mvn -q -B -DskipTests -Dlwjgl.natives=natives-linux-arm64 -Dmdep.outputFile="$home/jars.txt" test-compile \
        org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath >"$home/maven.log" 2>&1 ||
        fail "See $home/maven.log"
    rm -rf "$application"
    mkdir -p "$application/jars"
    tr : '\n' <"$home/jars.txt" | grep -v '/org/junit/\|opentest4j\|apiguardian\|/ffmpeg-\|/javacv-' |
        xargs cp -t "$application/jars"
    cp -r target/classes target/test-classes "$application"
    cp -r target/natives/io/github/stagerecorder/jni/linux-arm64 "$application/classes/io/github/stagerecorder/jni/"
}

demo() {
    local format=$1 clock=$2 file=$inside/$2.$1 log=$home/demo-$2-$1.log
    in_root "$root" java -cp "$inside/application/test-classes:$inside/application/classes:$inside/application/jars/*" \
        io.github.stagerecorder.demo.Demo --clock "$clock" --frames $frames --overwrite --output "$file" \
        >"$log" 2>&1 || {
        printf '%-16s demo %-5s %-9s FAILED: see %s\n' $row "$format" "$clock" "$log"
        return 1
    }
    check_file $row "$format" "$clock" "$root$file"
}

mkdir -p "$home"
scripts/install.sh --natives >&2
register_qemu
make_root "$root" bookworm arm64 "$packages"
make_reference "$home/reference.mkv"
failed=0
native_tests || failed=1
put_application
for clock in fixed realtime; do
    for format in ogg mp4; do
        demo "$format" "$clock" || failed=1
    done
done
exit $failed
