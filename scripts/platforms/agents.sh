# shellcheck shell=bash
# For the rows: the agent records a program that knows of no recorder. Sourced, after demos.sh. A row has run_game PROGRAM
# OPTIONS, which runs a class of the tests, Game or another, for a minute with the agent, with these options of the
# agent's and into the folder "agent" of the folder that is ours.

# check_agent [PROGRAM]: two seconds are recorded, and the file is decoded.
check_agent() {
    local program=${1:-Game} log file count verdict=ok
    log=$home/agent-$program.log
    rm -rf "$root$inside/agent"
    run_game "$program" fps=30,seconds=2 >"$log" 2>&1 || verdict=FAILED
    file=$(find "$root$inside/agent" -name '*.mp4' | head -n 1)
    count=$(frame_count "$file" || true)
    ((${count:-0} >= 10 && ${count:-0} <= 75)) || verdict=FAILED
    printf '%-16s agent mp4   %-9s %3s frames  %s\n' "$row" "$program" "${count:-no}" "$verdict"
    [[ $verdict == ok ]]
}
