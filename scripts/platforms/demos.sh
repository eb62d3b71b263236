# shellcheck shell=bash
# For the rows that run the demo in a Debian root: runs it, and compares its files. Sourced, after root.sh. A row sets row,
# home and root, and has run_demo CLOCK FILE OPTION..., which records $frames frames into a file of the folder that is ours.

formats=(ogg mp4 mkv webm mov)
frames=90

# What Linux on x86-64 records without loss is what files of other systems are compared with.
make_reference() {
    reference=$1
    scripts/demo.sh --clock fixed --frames $frames --overwrite --output "$reference" \
        --pipeline "videoconvert ! avenc_ffv1 ! matroskamux" >"$reference.log" 2>&1 || fail "See $reference.log"
}

frame_count() {
    ffprobe -v error -threads 1 -count_frames -select_streams v -show_entries stream=nb_read_frames -of csv=p=0 "$1" |
        head -n 1 # MPEG-TS tells it once more for its program
}

# The likeness in dB, picture by picture: Matroska rounds times, and ffmpeg takes those of Ogg for others.
likeness_db() {
    ffmpeg -nostdin -threads 1 -i "$1" -i "$reference" \
        -lavfi '[0:v]settb=1/30,setpts=N[a];[1:v]settb=1/30,setpts=N[b];[a][b]psnr' -f null - 2>&1 |
        sed -n 's/.*PSNR .*average:\([0-9]*\).*/\1/p'
}

# check_file FORMAT CLOCK FILE: frame by frame each frame is there and looks right; in real time some are there. Ogg
# has a constant rate there, and repeats frames on a machine that is too slow.
check_file() {
    local count db=- verdict=ok
    count=$(frame_count "$3" || true)
    if [[ $2 == fixed ]]; then
        db=$(likeness_db "$3")
        ((${count:-0} == frames)) && awk -v db="${db:-0}" 'BEGIN { exit !(db >= 30) }' || verdict=FAILED
    else
        ((${count:-0} > 0)) && { [[ $1 == ogg ]] || ((count <= frames)); } || verdict=FAILED
    fi
    printf '%-16s demo %-5s %-9s %3s frames  %6s dB  %s\n' "$row" "$1" "$2" "${count:-no}" "${db:-no}" "$verdict"
    [[ $verdict == ok ]]
}

check_demo() {
    local format=$1 clock=$2 file=$2.$1 log=$home/demo-$2-$1.log
    if ! run_demo "$clock" "$file" >"$log" 2>&1; then
        printf '%-16s demo %-5s %-9s FAILED: see %s\n' "$row" "$format" "$clock" "$log"
        return 1
    fi
    check_file "$format" "$clock" "$root$inside/$file"
}

# check_demos FORMAT...: frame by frame and in real time.
check_demos() {
    local clock format verdict=0
    make_reference "$home/reference.mkv"
    for clock in fixed realtime; do
        for format in "$@"; do
            check_demo "$format" "$clock" || verdict=1
        done
    done
    return $verdict
}

# The length in seconds of the decoded sound, in which a bounce must be heard.
sound_s() {
    ffmpeg -nostdin -v info -threads 1 -i "$1" -map a:0 -ac 1 -ar 48000 -af volumedetect -f s16le - 2>"$home/sound.log" |
        wc -c | awk '{ printf "%.2f", $1 / 96000 }'
    grep -q 'max_volume: -[0-3]\{0,1\}[0-9]\.' "$home/sound.log"
}

# check_sound FORMAT NAME LEAST MOST [OPTION...]: so many frames are in the file, and sound that is as long as they are.
check_sound() {
    local format=$1 file=$2.$1 log=$home/demo-$2-$1.log count length verdict=ok
    run_demo fixed "$file" --size 160x90 --sound "${@:5}" >"$log" 2>&1 || verdict=FAILED
    count=$(frame_count "$root$inside/$file" || true)
    length=$(sound_s "$root$inside/$file") || verdict=FAILED
    ((${count:-0} >= $3 && ${count:-0} <= $4)) || verdict=FAILED
    awk -v length_s="$length" -v count="${count:-0}" \
        'BEGIN { off = length_s - count / 30; exit !(off > -0.1 && off < 0.1) }' || verdict=FAILED
    printf '%-16s demo %-5s %-9s %3s frames  %5s s of sound  %s\n' "$row" "$format" "$2" "${count:-no}" "$length" "$verdict"
    [[ $verdict == ok ]]
}

# A file and a stream at once: this machine listens, and no more arrives than what the file has.
check_stream() {
    local received=$home/received.ts log=$home/demo-stream.log listener count arrived verdict=ok
    rm -f "$received"
    gst-launch-1.0 -q srtsrc uri='srt://127.0.0.1:29000?mode=listener' ! filesink location="$received" \
        >"$home/listener.log" 2>&1 &
    listener=$!
    limit_s=90 run_demo realtime stream.mp4 --stream srt://127.0.0.1:29000 >"$log" 2>&1 ||
        grep -q '^stream .* 0 lost' "$log" || verdict=FAILED # libsrt may keep a program from its end on Windows
    timeout 20 tail --pid=$listener -f /dev/null || kill $listener
    count=$(frame_count "$root$inside/stream.mp4" || true)
    arrived=$(frame_count "$received" || true)
    ((${arrived:-0} > 0 && arrived <= ${count:-0})) || verdict=FAILED
    printf '%-16s demo %-5s %-9s %3s frames  %3s have arrived  %s\n' "$row" mp4 stream "${count:-no}" "${arrived:-no}" \
        "$verdict"
    [[ $verdict == ok ]]
}

# check_sounds FORMAT...: a recording with sound, and a replay of its last second, which begins with a keyframe.
check_sounds() {
    local format verdict=0
    for format in "$@"; do
        check_sound "$format" sound $frames $frames || verdict=1
        check_sound "$format" replay 30 $frames --replay 1 || verdict=1
    done
    return $verdict
}
