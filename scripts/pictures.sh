#!/usr/bin/env bash
# Writes docs/pictures from what the examples have recorded: scripts/pictures.sh, after "mvn verify".
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
recorded=target/examples
pictures=docs/pictures

# Its arguments are the picture, the filter, and the files whose first half second is passed over.
write() {
    local picture=$1 filter=$2 file
    shift 2
    local inputs=()
    for file in "$@"; do
        [[ $file == *.png ]] || inputs+=(-ss 0.5)
        inputs+=(-i "$file")
    done
    ffmpeg -nostdin -v error -y "${inputs[@]}" -filter_complex "$filter" -frames:v 1 -q:v 4 "$pictures/$picture.jpg"
}

mkdir -p "$pictures"
clips=("$recorded"/glfw/clips/*.mp4)
write glfw '[0][1]hstack=inputs=2' "$recorded/glfw/window.png" "${clips[0]}"
for example in jmonkeyengine processing; do
    write "$example" null "$recorded/$example/$example.mp4"
done
write headless scale=640:-2 "$recorded/headless/headless.mp4"
ls -l "$pictures"
