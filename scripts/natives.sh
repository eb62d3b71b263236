#!/usr/bin/env bash
# Builds the native library for every platform, on Linux: scripts/natives.sh [--no-tests] [PLATFORM...]
#   --no-tests   only builds and checks the libraries; otherwise C tests run under qemu and wine
# Puts them into target/natives, from where "mvn -Pnatives package" makes jars. Two builds in different folders must give
# the same bytes, and native/test/library says what a library may export and need. The compiler is zig, the same version
# everywhere, in target/zig: it has headers and import libraries of all systems, and of an old glibc.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
all_platforms=(linux-x86_64 linux-arm64 windows-x86_64 macosx-x86_64 macosx-arm64)
glibc_floor=2.17
zig_version=0.15.2
zig_hashes=( # of the wheels for Linux on x86-64 and on ARM
    sha256:806316453d1ede7174ed3fefb8e5348154629089c3bb5fe812dfd0e172fac130
    sha256:edc0aa60ec964a4cf462d40f68d7de242ddf37fd9a80f2afaee6397059463230
)
# What runs on every system. The others need EGL and GStreamer of the platform.
tests=(os event pool handoff convert load)
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
zig=$PWD/target/zig/$zig_version/ziglang/zig
build=$PWD/target/natives-build
bundle=io/github/stagerecorder/jni # in the jar
run_tests=true
platforms=()

fail() {
    echo "$*" >&2
    exit 1
}

step() {
    printf '\n== %s\n' "$*"
}

while (($# > 0)); do
    case $1 in
        --no-tests) run_tests=false ;;
        *)
            [[ " ${all_platforms[*]} " == *" $1 "* ]] || fail "unknown platform $1; known are ${all_platforms[*]}"
            platforms+=("$1")
            ;;
    esac
    shift
done
((${#platforms[@]} > 0)) || platforms=("${all_platforms[@]}")

# CMake wants one file each for the archiver and for what makes its index.
install_zig() {
    local tool folder=target/zig/$zig_version
    [[ -x $zig-ranlib ]] && return
    python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-deps --target "$folder" \
        --require-hashes -r <(printf 'ziglang==%s' "$zig_version" && printf ' --hash=%s' "${zig_hashes[@]}")
    for tool in ar ranlib; do
        # shellcheck disable=SC2016 # the script's arguments, not ours
        printf '#!/bin/sh\nexec "%s" %s "$@"\n' "$zig" "$tool" >"$zig-$tool"
        chmod +x "$zig-$tool"
    done
}

# zig keeps what it has compiled. Both builds share the C libraries of the systems, and nothing else.
build_library() {
    local platform=$1 source=$2 folder=$3 target=${4:-stagerecorder}
    export ZIG_GLOBAL_CACHE_DIR=$PWD/target/zig/cache ZIG_LOCAL_CACHE_DIR=$folder/zig-cache
    cmake -S "$source" -B "$folder" -DCMAKE_TOOLCHAIN_FILE="$source/native/zig.cmake" -DSR_ZIG="$zig" \
        -DSR_TARGET="$platform" -DJAVA_HOME="$java_home" -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_COMPILE_WARNING_AS_ERROR=ON -DCMAKE_CROSSCOMPILING_EMULATOR="$(emulator "$platform")" >/dev/null
    # shellcheck disable=SC2086 # several targets
    cmake --build "$folder" -j "$(nproc)" --target $target -- --no-print-directory --quiet
}

library() {
    find "$build/$1/bundle/$1" -name '*stagerecorder.*' ! -name '*.a' ! -name '*.pdb'
}

check_library() {
    local platform=$1 file=$2
    case $platform in
        linux-*) set -- elf -DNM=llvm-nm -DREADELF=llvm-readelf -DGLIBC_FLOOR="$glibc_floor" ;;
        windows-*) set -- pe -DREADOBJ=llvm-readobj ;;
        macosx-arm64) set -- mach_o -DREADOBJ=llvm-readobj -DOBJDUMP=llvm-objdump -DSIGNED=ON ;;
        macosx-*) set -- mach_o -DREADOBJ=llvm-readobj -DOBJDUMP=llvm-objdump -DSIGNED=OFF ;;
    esac
    cmake "${@:2}" -DLIBRARY="$file" -P "native/test/library/$1.cmake"
}

# From a copy of the sources, in another folder.
check_reproducible() {
    local platform=$1 file=$2 again=$build/again
    rm -rf "$again"
    mkdir -p "$again/the sources"
    cp -r CMakeLists.txt native "$again/the sources"
    build_library "$platform" "$again/the sources" "$again/$platform"
    cmp "$file" "$again/$platform/bundle/$platform/$(basename "$file")" ||
        fail "Two builds of $platform differ."
}

# What runs a program of the platform here, as CMake's list; nothing for our own, or where none does.
emulator() {
    case $1 in
        linux-arm64) [[ $(uname -m) == aarch64 ]] || echo "qemu-aarch64-static;-L;/usr/aarch64-linux-gnu" ;;
        windows-x86_64) echo "wine" ;;
    esac
}

can_run() {
    [[ $1 != macosx-* && ($1 != linux-x86_64 || $(uname -m) == x86_64) ]]
}

test_platform() {
    local platform=$1 pattern names
    names=("${tests[@]}")
    [[ $platform != windows-* ]] || names+=(wgl)
    pattern="^native\\.($(IFS='|' && echo "${names[*]}"))\$"
    build_library "$platform" "$PWD" "$build/$platform" "${names[*]/#/test_}"
    WINEPREFIX=$build/wine WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=" \
        xvfb-run -a ctest --test-dir "$build/$platform" -R "$pattern" --output-on-failure --no-tests=error --timeout 600
}

# The same file under musl, whose loader Debian has.
test_under_musl() {
    musl-gcc -I native/test -I native/jni -isystem "$java_home/include" native/test/jni/test_load.c \
        -o "$build/test_load_musl"
    "$build/test_load_musl" "$1"
}

make_library() {
    local platform=$1 file
    step "$platform"
    build_library "$platform" "$PWD" "$build/$platform"
    file=$(library "$platform")
    check_library "$platform" "$file"
    check_reproducible "$platform" "$file"
    mkdir -p "target/natives/$bundle/$platform"
    cp "$file" "target/natives/$bundle/$platform/"
    "$run_tests" && can_run "$platform" || return 0
    test_platform "$platform"
    [[ $platform != linux-x86_64 ]] || test_under_musl "$file"
}

scripts/install.sh --natives
install_zig
for platform in "${platforms[@]}"; do
    make_library "$platform"
done
step "In target/natives, as two builds made them"
(cd "target/natives/$bundle" && find . -type f -exec ls -l {} +)
