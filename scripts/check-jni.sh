#!/usr/bin/env bash
# Fails when -Xcheck:jni found fault with our native module: scripts/check-jni.sh LOG...
# A LOG is what a JVM wrote by -XX:+LogVMOutput. Findings in other libraries (JNA's, for one) are only counted.
set -euo pipefail

fail() {
    echo "$*" >&2
    exit 1
}

(($# > 0)) || fail "usage: check-jni.sh LOG..."
unchecked=$(grep -L -e '-Xcheck:jni' "$@" || true)
[[ -z $unchecked ]] || fail "not written under -Xcheck:jni: $unchecked"

# The JDK's own frames on top are the loading of a library. The first frame that is not the JDK's tells whose
# native method, or whose JNI_OnLoad, the finding is about.
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
    /^</                                                     { next } # a note of the log itself, between two lines
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
