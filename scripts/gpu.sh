#!/usr/bin/env bash
# Builds, tests and measures on a graphics card, in a few minutes: scripts/gpu.sh [--software]
#   --software        also accepts a software renderer, to try the script out; the benchmarks are cut short
#   --bundle FOLDER   only writes FOLDER, for a machine that has just the card's driver; run FOLDER/run.sh there
# Results go to the folder named by OUT, or to results/ in the current folder.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
log=$root/target/gpu.build.log
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
modules=java.base,java.logging,java.management,java.xml,jdk.management,jdk.unsupported
native_tests=(test_gl test_framebuffer test_readback test_pack_state test_source test_planes test_transfer)
plugins=(app coreelements isomp4 matroska ogg theora videoconvertscale videofilter videorate videotestsrc
    vpx x264)
dispatchers=(libEGL.so.1 libGLX.so.0 libGL.so.1 libOpenGL.so.0)

# Patterns of file names. The first matches libraries of glibc and the driver, which must be the machine's own. A driver
# may need the second as well, so the machine's own are preferred and the bundled ones are spares.
of_the_machine='/(ld-linux|libc|libm|libdl|librt|libpthread|libgbm|libdrm)[-.]'
shared_with_drivers='/lib(stdc\+\+|gcc_s|z|zstd|expat|elf|ffi|lzma|bsd|md|X|xcb|EGL|GL|OpenGL)[^/]*$'

fail() {
    echo "$*" >&2
    exit 1
}

build() {
    local junit goals=org.apache.maven.plugins:maven-dependency-plugin:3.11.0
    junit=$(sed -n 's|.*<junit.version>5\.\(.*\)</junit.version>|1.\1|p' "$root/pom.xml")
    mvn -B -f "$root/pom.xml" -DskipTests test-compile \
        $goals:build-classpath -Dmdep.outputFile="$root/target/gpu.classpath" \
        $goals:copy -Dartifact="org.junit.platform:junit-platform-console-standalone:$junit" \
        -DoutputDirectory="$root/target/gpu-console"
    cmake -S "$root" -B "$root/target/native-release" -DCMAKE_BUILD_TYPE=Release -DJAVA_HOME="$java_home"
    cmake --build "$root/target/native-release" -j "$(nproc)" --target "${native_tests[@]}"
}

# The JUnit console contains JUnit itself.
put_programs() {
    mkdir -p "$1/jars" "$1/native"
    cp -r "$root/target/classes" "$root/target/test-classes" "$1"
    tr ':' '\n' <"$root/target/gpu.classpath" |
        grep -vE '/(archunit|slf4j|junit|opentest4j|apiguardian|lwjgl-glfw|javacv|ffmpeg|picocli|quicktheories)-' |
        xargs cp -t "$1/jars"
    cp "$root"/target/gpu-console/*.jar "$1/jars"
    cp "${native_tests[@]/#/$root/target/native-release/native/test/gl/}" "$1/native"
    cp "$root/scripts/gpu/run.sh" "$1"
}

put_java() {
    "$java_home/bin/jlink" --add-modules "$modules" --output "$1/runtime" \
        --strip-java-debug-attributes --no-header-files --no-man-pages --compress=2
}

# Prints the path of each of these system libraries.
installed() {
    local name paths
    paths=$(ldconfig -p)
    for name in "$@"; do
        awk -v name="$name" '$1 == name && /x86-64/ { print $NF; found = 1; exit } END { exit !found }' <<<"$paths" ||
            fail "$name is not installed."
    done
}

# Prints all libraries that these files load, directly or indirectly.
needed_by() {
    local file
    for file in "$@"; do
        ldd "$file" | awk '$3 ~ /^\// { print $3 }'
    done | sort -u
}

put_libraries() {
    local core gl needed
    mkdir -p "$1/lib/gstreamer-1.0" "$1/spare"
    core=$(installed libgstreamer-1.0.so.0)
    for plugin in "${plugins[@]}"; do
        cp "${core%/*}/gstreamer-1.0/libgst$plugin.so" "$1/lib/gstreamer-1.0"
    done
    gl=$(installed "${dispatchers[@]}")
    # shellcheck disable=SC2086 # each word is a path
    needed=$({ echo "$gl" && needed_by "$1"/lib/gstreamer-1.0/* $gl "$1"/runtime/lib/{,server/}*.so; } |
        grep -vE "$of_the_machine" | sort -u)
    grep -vE "$shared_with_drivers" <<<"$needed" | grep -v "^$1/" | xargs cp -L -t "$1/lib"
    grep -E "$shared_with_drivers" <<<"$needed" | xargs cp -L -t "$1/spare"
}

bundle=
case ${1:-} in
    --bundle) bundle=${2:?a folder to write} ;;
    --software | "") ;;
    *) fail "usage: gpu.sh [--software | --bundle FOLDER]" ;;
esac
folder=${bundle:-$root/target/gpu}
[[ -z $bundle || ! -e $bundle ]] || fail "$bundle is already there."

"$root/scripts/install.sh" >&2
mkdir -p "$root/target"
echo "Building..." >&2
build >"$log" 2>&1 || fail "$(<"$log")"
[[ -n $bundle ]] || rm -rf "$folder"
put_programs "$folder"
if [[ -n $bundle ]]; then
    put_java "$folder"
    put_libraries "$folder"
    du -sh "$folder"
else
    JAVA_HOME=$java_home exec "$folder/run.sh" "$@"
fi
