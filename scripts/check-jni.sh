#!/usr/bin/env bash
# Fails if -Xcheck:jni reported an error in StageRecorder's native module: scripts/check-jni.sh LOG...
# A LOG is the output of a JVM run with -XX:+LogVMOutput. Findings in other libraries, such as JNA, are only counted.
set -euo pipefail

fail() {
    echo "$*" >&2
    exit 1
}

(($# > 0)) || fail "usage: check-jni.sh LOG..."
unchecked=$(grep -L -e '-Xcheck:jni' "$@" || true)
[[ -z $unchecked ]] || fail "not written under -Xcheck:jni: $unchecked"

# JDK frames at the top load a library. The first frame outside the JDK shows whose native method, or whose
# JNI_OnLoad, the finding is about.
awk '
    function finish() {
        if (finding != "" && owner ~ /^io\.github\.stagerecorder\.jni\./) {
            print finding
            ours++
        } else if (finding != "") {
            others++
        }
        finding = owner = ""
    }
    /^(WARNING|FATAL ERROR) in native method|^WARNING: JNI / { finish(); finding = $0; next }
    /^</                                                     { next } # a note that the log puts between two lines
    finding != "" && /^[ \t]+(at|-) /                        {
        finding = finding "\n" $0
        if (owner == "" && $1 == "at" && $2 !~ /^(java|jdk|sun)\./) owner = $2
        next
    }
    { finish() }
    END {
        finish()
        printf "-Xcheck:jni findings: %d of ours, %d of others\n", ours, others
        exit ours > 0
    }
' "$@"
