#!/usr/bin/env bash
# Installs what StageRecorder's demo and tests need, if it is missing:
# scripts/install.sh [--check] [--demo] [--format] [--natives] [--platforms]
#   --check      changes nothing; if something is missing, fails and prints the command to run
#   --demo       only what the demo needs
#   --format     also installs what scripts/format.sh needs
#   --natives    also installs what scripts/natives.sh needs
#   --platforms  also installs what the rows of scripts/platforms.sh need; some need --natives too
# Prints nothing if everything is installed. STAGERECORDER_SKIP_INSTALL=1 skips the check, for systems whose packages
# this script does not know.
set -euo pipefail
export LC_ALL=C # one sorting order

# Each entry is a purpose and its Debian packages.
needs=(
    "GStreamer 1.20 or newer, its base, good, bad and ugly plugins, and FFmpeg's codecs for it: \
gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad gstreamer1.0-plugins-ugly \
gstreamer1.0-libav"
    "OpenGL through EGL and GLX, with Mesa's software renderer: \
libegl1 libgl1 libegl-mesa0 libglx-mesa0 libgl1-mesa-dri"
    "windows, with or without a screen: \
xvfb xauth libx11-6 libx11-xcb1 libxcursor1 libxext6 libxi6 libxinerama1 libxrandr2 libxrender1 libxtst6 libxxf86vm1 \
libfontconfig1"
    "building the native module with gcc: libc6-dev make"
)
test_needs=(
    "toolkits in tests of the agent (LWJGL 2 and SWT): x11-xserver-utils libgtk-3-bin libglu1-mesa"
    "recording what the system plays, in tests: pulseaudio pulseaudio-utils gstreamer1.0-pulseaudio"
    "servers that streams go to, in tests: nginx libnginx-mod-rtmp gstreamer1.0-tools gstreamer1.0-rtsp \
python3-gi gir1.2-gst-rtsp-server-1.0"
    "checking the recorded files, by ffmpeg and ffprobe: ffmpeg"
)
format_needs=(
    "formatting native/, where other versions give other results: clang-format-14"
)
natives_needs=(
    "getting zig, which compiles for every platform: python3-pip"
    "looking into libraries of every platform: llvm"
    "running programs for ARM, Windows and musl: qemu-user-static libc6-arm64-cross wine wine64 musl"
)
platforms_needs=(
    "making roots of other systems, and unpacking what is for them: debootstrap debian-archive-keyring unzip"
    "ending processes that wine leaves: procps"
)
check=false
demo=false
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

jdk_home() {
    dirname "$(dirname "$(readlink -f "$(command -v "$javac")")")"
}

# Reads the JDK's release file, which is faster than starting a JVM.
jdk_major() {
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$(jdk_home)/release" || echo 0
}

check_build_tools() {
    local tool missing=()
    for tool in "$javac" mvn cmake gcc; do
        command -v "$tool" >/dev/null || missing+=("$tool")
    done
    ((${#missing[@]} == 0)) || fail "Not found: ${missing[*]}." \
        "StageRecorder is built with a JDK (17 or newer), Maven, CMake and gcc; on Debian or Ubuntu:" \
        "  apt-get install openjdk-17-jdk-headless maven cmake gcc"
    (($(jdk_major) >= 17)) || fail "StageRecorder needs JDK 17 or newer, and $javac is older (see JAVA_HOME)."
}

need_tests() {
    needs+=("${test_needs[@]}")
    [[ -e $(jdk_home)/lib/libawt_xawt.so ]] ||
        needs+=("the JDK's own windows, which a headless JDK lacks: openjdk-$(jdk_major)-jre")
}

missing_packages() {
    local wanted
    wanted=$(printf '%s\n' "${needs[@]##*: }" | tr ' ' '\n' | sort)
    # shellcheck disable=SC2086 # each word is a package; dpkg fails for unknown ones, which are missing
    comm -23 <(echo "$wanted") \
        <(dpkg-query -W -f='${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p' | sort -u)
}

as_root() {
    if ((EUID == 0)); then
        "$@"
    else
        sudo -n "$@"
    fi
}

install_packages() {
    echo "Installing, which may take a few minutes: $*"
    # An unreachable package source may not matter. If it does, the installation fails with a message.
    as_root apt-get update -qq || true
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "$@" >/dev/null
    # The tests start a server of their own.
    [[ " $* " != *" nginx "* ]] || as_root systemctl --quiet disable --now nginx 2>/dev/null || true
}

while (($# > 0)); do
    case $1 in
        --check) check=true ;;
        --demo) demo=true ;;
        --format) needs+=("${format_needs[@]}") ;;
        --natives) needs+=("${natives_needs[@]}") ;;
        --platforms) needs+=("${platforms_needs[@]}") ;;
        *) fail "unknown option $1; see the head of scripts/install.sh" ;;
    esac
    shift
done

[[ ${STAGERECORDER_SKIP_INSTALL:-} != 1 ]] || exit 0
check_build_tools
"$demo" || need_tests
if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    fail "Please install, here under their Debian names:" "${needs[@]/#/  - }" \
        "Then set STAGERECORDER_SKIP_INSTALL=1 and try again."
fi
mapfile -t missing < <(missing_packages)
((${#missing[@]} > 0)) || exit 0
if "$check"; then
    fail "Not installed: ${missing[*]}." "Please run this, and then try again:" "  scripts/install.sh"
fi
if ((EUID != 0)) && ! sudo -n true 2>/dev/null; then
    fail "Please run this, and then try again:" \
        "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}"
fi
install_packages "${missing[@]}"
