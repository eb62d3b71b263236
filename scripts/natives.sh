#!/usr/bin/env bash
# Builds the native library for every platform, on Linux: scripts/natives.sh [--no-tests | --self-test] [PLATFORM...]
#   --no-tests   only builds and checks the libraries; otherwise C tests run under qemu and wine
#   --self-test  builds none to keep: plants faults, each of which a check must find
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
self_test=false
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
        --self-test) self_test=true ;;
        -*) fail "unknown option $1; see the head of scripts/natives.sh" ;;
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

library() { # of PLATFORM in a build FOLDER
    find "$2/bundle/$1" -name '*stagerecorder.*' ! -name '*.a' ! -name '*.pdb'
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

copy_sources() { # FROM TO
    rm -rf "$2"
    mkdir -p "$2"
    cp -r "$1/CMakeLists.txt" "$1/native" "$2"
}

# From a copy of the sources, in another folder.
check_reproducible() {
    local platform=$1 file=$2 source=$3 again=$build/again
    rm -rf "$again"
    copy_sources "$source" "$again/the sources"
    build_library "$platform" "$again/the sources" "$again/$platform"
    cmp "$file" "$again/$platform/bundle/$platform/$(basename "$file")" ||
        fail "Two builds of $platform differ."
}

# What runs a program of the platform here, as CMake's list; nothing for our own, or where none does.
emulator() {
    case $1 in
        linux-arm64) [[ $(uname -m) == aarch64 ]] || echo "qemu-aarch64-static;-L;/usr/aarch64-linux-gnu" ;;
        windows-x86_64) echo "$PWD/native/test/wine.sh" ;;
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

# Debian's musl for ARM, with lists of apt's own, for this machine need not know the architecture.
unpack_musl_for_arm() {
    local folder=$PWD/target/musl-arm64 apt
    [[ ! -d $folder/root ]] || return 0
    mkdir -p "$folder"/{state/lists/partial,cache/archives/partial}
    touch "$folder/status"
    apt=(apt-get -qq -o APT::Architecture=arm64 -o APT::Architectures::=arm64 -o APT::Sandbox::User=root
        -o Dir::State="$folder/state" -o Dir::State::status="$folder/status" -o Dir::Cache="$folder/cache")
    "${apt[@]}" update
    (cd "$folder" && "${apt[@]}" download musl && dpkg-deb -x musl_*.deb unpacked && mv unpacked root)
}

# The same file under musl, whose loader Debian has.
test_under_musl() {
    local platform=$1 file=$2 processor=x86_64 run=() program=$build/test_load_musl
    [[ $platform == linux-x86_64 ]] || processor=aarch64
    if [[ $(uname -m) != "$processor" ]]; then
        unpack_musl_for_arm
        run=(qemu-aarch64-static -L target/musl-arm64/root)
    fi
    "$zig" cc -target "$processor-linux-musl" -dynamic -I native/test -I native/jni -isystem "$java_home/include" \
        native/test/jni/test_load.c -o "$program"
    "${run[@]}" "$program" "$file"
}

make_library() {
    local platform=$1 file
    step "$platform"
    build_library "$platform" "$PWD" "$build/$platform"
    file=$(library "$platform" "$build/$platform")
    check_library "$platform" "$file"
    check_reproducible "$platform" "$file" "$PWD"
    mkdir -p "target/natives/$bundle/$platform"
    cp "$file" "target/natives/$bundle/$platform/"
    "$run_tests" && can_run "$platform" || return 0
    test_platform "$platform"
    [[ $platform != linux-* ]] || test_under_musl "$platform" "$file"
}

# must_find PLATFORM FAULT WORDS: plants a fault into a copy of the sources, and a check must say the words about it. What
# zig has compiled before is kept.
must_find() {
    local platform=$1 words=$3 sources=$build/faulty/sources folder=$build/faulty/$1 file told
    copy_sources "$PWD" "$sources"
    mkdir -p "$folder"
    find "$folder" -mindepth 1 -maxdepth 1 ! -name zig-cache -exec rm -rf {} +
    (cd "$sources/native" && "plant_$2")
    build_library "$platform" "$sources" "$folder" >/dev/null
    file=$(library "$platform" "$folder")
    if told=$(check_library "$platform" "$file" 2>&1 && check_reproducible "$platform" "$file" "$sources" 2>&1); then
        fail "No check has found the planted fault \"$2\" in $platform"
    fi
    [[ ${told//$'\n'/ } == *"$words"* ]] || fail "$platform, \"$2\": the checks do not say \"$words\", but:" "$told"
    echo "$platform: $2 is found"
}

plant_export() {
    echo 'JNIEXPORT int planted(void) { return 0; }' >>jni/jni_load.c
}

plant_import() {
    echo '#include "jni_md.h"
        JNIEXPORT int other(void) { return 0; }' >jni/other.c
    echo 'add_library(other SHARED other.c)
        target_include_directories(other PRIVATE .)
        target_link_libraries(stagerecorder PRIVATE other)' >>jni/CMakeLists.txt
    echo 'int other(void);
        __attribute__((constructor)) static void planted(void) { other(); }' >>jni/jni_load.c
}

# Not as C names it on macOS.
plant_export_of_another_language() {
    echo 'JNIEXPORT int planted(void) __asm__("planted");
        int planted(void) { return 0; }' >>jni/jni_load.c
}

plant_export_without_a_name() {
    echo 'int planted(void) { return 0; }
        __asm__(".section .drectve\n.ascii \" -export:planted,@7,NONAME\"\n.text");' >>jni/jni_load.c
}

plant_search_path() {
    echo 'target_link_options(stagerecorder PRIVATE -Wl,-rpath,/planted)' >>jni/CMakeLists.txt
}

plant_newer_glibc() {
    sed -i 's/gnu\.2\.17/gnu.2.34/' zig.cmake
}

plant_path_of_the_build() {
    echo 'extern const char *volatile planted;
        const char *volatile planted = __FILE__;
        __attribute__((constructor)) static void plant(void) { planted = __FILE__; }' >>jni/jni_load.c
}

find_planted_faults() {
    local platform
    for platform in linux-x86_64 windows-x86_64 macosx-arm64; do
        must_find "$platform" export "It exports more than"
        must_find "$platform" import "It needs a library that a user may not have"
    done
    must_find macosx-arm64 export_of_another_language "It exports more than"
    must_find windows-x86_64 export_without_a_name "It exports more than"
    for platform in linux-x86_64 macosx-arm64; do
        must_find "$platform" search_path "It names where other libraries are"
    done
    must_find linux-x86_64 newer_glibc "It needs GLIBC_2.34"
    must_find linux-x86_64 path_of_the_build "differ: byte"
}

# wine_as COMMAND: what native/test/wine.sh tells and ends with, where a program runs as the command says.
wine_as() {
    local folder=$build/wine_as
    rm -rf "$folder"
    mkdir -p "$folder"
    printf '#!/bin/sh\ncd "%s"\n%s\n' "$folder" "$1" >"$folder/wine"
    chmod +x "$folder/wine"
    PATH=$folder:$PATH native/test/wine.sh program 2>&1 && echo "and passed" || echo "and failed"
}

# A test is repeated where wine has ended before it began, and nowhere else.
check_repetition() {
    local told again="wine has ended with 5 before the program began, and runs once more"
    told=$(wine_as 'mkdir begun 2>/dev/null && exit 5; echo should_pass')
    [[ $told == "$again"$'\n'"should_pass"$'\n'"and passed" ]] || fail "wine ended once, and native/test/wine.sh: $told"
    told=$(wine_as 'exit 5')
    [[ $told == "$again"$'\n'"and failed" ]] || fail "wine ended always, and native/test/wine.sh: $told"
    told=$(wine_as 'echo should_fail; mkdir begun 2>/dev/null && exit 1; exit 0')
    [[ $told == "should_fail"$'\n'"and failed" ]] || fail "a test failed, and native/test/wine.sh: $told"
    echo "a test that fails under wine is not repeated"
}

scripts/install.sh --natives
install_zig
if "$self_test"; then
    check_repetition
    find_planted_faults
    exit
fi
for platform in "${platforms[@]}"; do
    make_library "$platform"
done
step "In target/natives, as two builds made them"
(cd "target/natives/$bundle" && find . -type f -exec ls -l {} +)
