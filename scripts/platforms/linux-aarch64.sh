#!/usr/bin/env bash
# Tries StageRecorder on ARM, under qemu: scripts/platforms/linux-aarch64.sh
# scripts/natives.sh builds the library. The C tests run with the Mesa and the GStreamer of a Debian 12 root for ARM, and
# the demo records in that root, with the classes that were built here. Everything is tens of times slower than on
# a processor, so that only small files are made.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
# shellcheck source=scripts/platforms/root.sh
. scripts/platforms/root.sh
# shellcheck source=scripts/platforms/demos.sh
. scripts/platforms/demos.sh
row=linux-aarch64
home=$STAGERECORDER_PLATFORMS/$row
root=$home/root
build=$PWD/target/natives-build/linux-arm64
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

build_native_tests() {
    scripts/natives.sh --no-tests linux-arm64
    export ZIG_GLOBAL_CACHE_DIR=$PWD/target/zig/cache ZIG_LOCAL_CACHE_DIR=$build/zig-cache
    cmake -DCMAKE_CROSSCOMPILING_EMULATOR="qemu-aarch64-static;-L;$root" "$build"
    cmake --build "$build" -j "$(nproc)"
}

# Mesa's softpipe is the fastest there, by far: llvmpipe compiles each shader, under qemu. What softpipe lacks is left out:
# OpenGL 4.5, OpenGL ES 3.2, several samples, sRGB in each framebuffer, and pinned memory. What has several samples is
# tried with llvmpipe, in one kind of context. The fuzzing of the pool's sizes takes all memory under qemu, and
# check_sources looks at no program.
native_tests() {
    local log=$home/natives.log verdict=ok
    build_native_tests >"$log" 2>&1 || fail "See $log"
    GALLIUM_DRIVER=softpipe run_tests "$log" \
        -E '^native\.(fuzz\.pool|sources|(framebuffer|texture|source|planes|corner)\..*)$|\.(gl45-core|gles32|pinned)' || verdict=FAILED
    run_tests "$log" -R '^native\.((framebuffer|texture|source|planes)\.gl33-core(\.unit)?|corner\.gl33-core\.client)$' || verdict=FAILED
    printf '%-16s C tests: %s  %s\n' $row "$(sed -n 's,.* \([0-9]*\) tests failed out of \([0-9]*\),\2 run\, \1 failed,p' \
        "$log" | tail -n 2 | paste -s -d '+' | sed 's/+/ with softpipe; with llvmpipe /')" "$verdict"
    [[ $verdict == ok ]]
}

run_tests() { # LOG SELECTION...
    GST_REGISTRY=$home/registry.bin GST_REGISTRY_FORK=no \
        ctest --test-dir "$build" --output-on-failure --no-tests=error "${@:2}" >>"$1" 2>&1
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

# In real time the picture is small: a larger one may take longer than the recorder waits for progress.
run_demo() {
    local pace=()
    [[ $1 == fixed ]] || pace=(--size 160x90)
    in_root "$root" java -cp "$inside/application/test-classes:$inside/application/classes:$inside/application/jars/*" \
        io.github.stagerecorder.demo.Demo --clock "$1" --frames $frames "${pace[@]}" --overwrite --output "$inside/$2" "${@:3}"
}

mkdir -p "$home"
scripts/install.sh --natives --platforms >&2
register_qemu
make_root "$root" bookworm arm64 "$packages"
failed=0
native_tests || failed=1
put_application
check_demos ogg mp4 || failed=1
check_sounds ogg mkv || failed=1 # no encoder of AAC is there
exit $failed
