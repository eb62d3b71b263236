# shellcheck shell=bash
# For the rows that run in a Debian root: makes one, puts the sources there, and runs commands there. Sourced.

STAGERECORDER_PLATFORMS=${STAGERECORDER_PLATFORMS:-$HOME/.cache/stagerecorder-platforms}
inside=/work # the folder in the root that is ours

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# make_root ROOT SUITE ARCHITECTURE PACKAGES: once; a root that is half made is made again.
make_root() {
    local root=$1
    [[ ! -f $root.made ]] || return 0
    rm -rf "$root"
    mkdir -p "$root"
    debootstrap --arch="$3" --variant=minbase --include="ca-certificates,$4" "$2" "$root" >"$root.log" 2>&1 ||
        fail "debootstrap failed: see $root.log"
    touch "$root.made"
}

# in_root ROOT COMMAND...: the local repository of Maven is shared, and mounts and processes are gone afterwards. The
# command is not process 1, as which xvfb-run waits for ever and timeout ends at once.
in_root() {
    mkdir -p "$1$inside/repository" "$HOME/.m2/repository"
    # shellcheck disable=SC2016 # the inner shell's arguments
    unshare --mount --pid --fork bash -c 'mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" &&
        mount --bind "$2" "$1$3/repository" && chroot "$1" "${@:4}" || exit' bash \
        "$1" "$HOME/.m2/repository" "$inside" \
        env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        MAVEN_OPTS="-Dmaven.repo.local=$inside/repository" "${@:2}"
}

# put_sources ROOT: what git knows, as it lies here; what an earlier run has built stays.
put_sources() {
    local to=$1$inside/project name
    mkdir -p "$to"
    find "$to" -mindepth 1 -maxdepth 1 ! -name target -exec rm -rf {} +
    git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' name; do
        [[ ! -f $name ]] || printf '%s\0' "$name"
    done | tar --null -T - -cf - | tar -xf - -C "$to"
}
