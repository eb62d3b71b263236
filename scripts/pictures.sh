#!/usr/bin/env bash
# Writes docs/pictures from what the examples have recorded: scripts/pictures.sh, after "mvn verify".
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
recorded=target/examples
pictures=docs/pictures

# Writes the first frame that a filter makes of the files.
write() {
    local picture=$1 filter=$2 file inputs=()
    shift 2
    for file in "$@"; do
        inputs+=(-i "$file")
    done
    ffmpeg -nostdin -v error -y "${inputs[@]}" -filter_complex "$filter" -frames:v 1 -q:v 4 "$pictures/$picture.jpg"
}

mkdir -p "$pictures"
clips=("$recorded"/glfw/clips/*.mp4)
write glfw '[0]pad=iw+16:ih:0:0:white[window];[window][1]hstack' "$recorded/glfw/window.png" "${clips[0]}"
write jmonkeyengine null "$recorded/jmonkeyengine/jmonkeyengine.mp4"
write processing null "$recorded/processing/processing.mp4"
write headless scale=640:-2 "$recorded/headless/headless.mp4"
