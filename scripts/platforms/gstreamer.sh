#!/usr/bin/env bash
# Makes a folder of the official GStreamer for another system, out of its wheels, on any system that has pip:
#   scripts/platforms/gstreamer.sh win_amd64|macosx_10_13_universal2 FOLDER
# The wheels stay in FOLDER.wheels. Its place goes into GSTREAMER_1_0_ROOT.
set -euo pipefail

platform=$1
folder=$2
core=1.28.8    # of most packages
plugins=1.28.7 # the newest of theirs
packages=("gstreamer-libs==$core" "gstreamer-cli==$core" gstreamer-plugins{,-libs,-restricted,-gpl,-gpl-restricted}"==$plugins")
case $platform in
    win_amd64)
        packages+=("gstreamer-ext-runtime==$core" gstreamer-msvc-runtime==1.28.2)
        library=bin/gstreamer-1.0-0.dll
        ;;
    macosx_*) library=lib/libgstreamer-1.0.0.dylib ;;
    *)
        echo "unknown platform $platform; known are win_amd64 and macosx_10_13_universal2" >&2
        exit 1
        ;;
esac
made="$platform ${packages[*]}"
python=$(command -v python3 || command -v python)

[[ "$(cat "$folder.made" 2>/dev/null)" != "$made" ]] || exit 0
rm -rf "$folder" "$folder.unpacked"
mkdir -p "$folder" "$folder.wheels"
# pip takes wheels for another system only if it may not build anything.
"$python" -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
    --platform "$platform" --python-version 3.12 --dest "$folder.wheels" "${packages[@]}"
for package in "${packages[@]}"; do
    name=${package%%==*}
    unzip -q -o "$folder.wheels/${name//-/_}-${package##*==}"-*"$platform.whl" '*/purelib/*' -d "$folder.unpacked"
done
# Each wheel holds a part of an ordinary GStreamer folder.
for part in "$folder".unpacked/*/purelib/*; do
    cp -r "$part/." "$folder"
done
rm -rf "$folder.unpacked"
[[ -f $folder/$library ]] || {
    echo "The wheels hold no $library." >&2
    exit 1
}
echo "$made" >"$folder.made"
