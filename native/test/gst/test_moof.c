/* The index of a fragment, completed: what a player reads there is what each sample was given. */
#include "box_writer.h"
#include "check.h"
#include "sr_moof.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_SAMPLES = 16, BASE = 4096, FIRST_RUN = 16, RUN_DISTANCE = 1000 };
enum { PLACE = 1, FIRST_FLAGS = 4, DURATION = 0x100, SIZE = 0x200, FLAGS = 0x400, OFFSET = 0x800 };
enum { SYNC = 0, OTHER = 0x10000 };

typedef struct sample {
    uint32_t duration, size, flags;
} sample;

/* How many samples, and what is told of them. */
typedef struct told {
    int count;
    uint32_t own;
} told;

static void put_run(const sample *samples, told run, uint32_t place) {
    size_t trun = begin("trun");
    put(run.own | PLACE);
    put((uint32_t)run.count);
    put(place);
    if (run.own & FIRST_FLAGS)
        put(samples[0].flags | 0xc0);
    for (int i = 0; i < run.count; i++) {
        if (run.own & DURATION)
            put(samples[i].duration);
        if (run.own & SIZE)
            put(samples[i].size);
        if (run.own & FLAGS)
            put(samples[i].flags | 0xc0);
        if (run.own & OFFSET)
            put(512);
    }
    finish(trun);
}

/* A run at every thousandth byte. The track has no defaults, or one for flags. */
static void put_track(const sample *samples, const told *runs, int count, bool flags) {
    size_t traf = begin("traf"), tfhd = begin("tfhd");
    put(flags ? 0x21 : 1);
    put(2); /* the track's number */
    put(0), put(BASE);
    if (flags)
        put(OTHER | 0xc0);
    finish(tfhd);
    size_t tfdt = begin("tfdt");
    put(0), put(90000);
    finish(tfdt);
    for (int i = 0; i < count; samples += runs[i].count, i++)
        put_run(samples, runs[i], (uint32_t)(FIRST_RUN + RUN_DISTANCE * i));
    finish(traf);
}

static void put_moof(const sample *samples, const told *runs, int count, bool flags) {
    end = 0;
    size_t all = begin("moof"), mfhd = begin("mfhd");
    put(0), put(7);
    finish(mfhd);
    put_track(samples, runs, count, flags);
    put_track(samples, runs, count, flags);
    finish(all);
}

static uint32_t next(const uint8_t **at, bool present, uint32_t otherwise) {
    uint32_t value = present ? get(*at) : otherwise;
    *at += present ? 4 : 0;
    return value;
}

/* As a player does it. */
static void check_told_run(const uint8_t *trun, const sample *samples, int count, const sample *defaults,
                           uint32_t place) {
    uint32_t own = get(trun + 8);
    const uint8_t *at = trun + 16;
    CHECK_EQUAL(get(trun + 12), count);
    CHECK_EQUAL(next(&at, own & PLACE, 0), place);
    CHECK((own & (FIRST_FLAGS | FLAGS)) != (FIRST_FLAGS | FLAGS));
    uint32_t first = next(&at, own & FIRST_FLAGS, defaults->flags);
    for (int i = 0; i < count; i++) {
        CHECK_EQUAL(next(&at, own & DURATION, defaults->duration), samples[i].duration);
        CHECK_EQUAL(next(&at, own & SIZE, defaults->size), samples[i].size);
        uint32_t flags = next(&at, own & FLAGS, i == 0 ? first : defaults->flags);
        CHECK_EQUAL(flags & OTHER, samples[i].flags);
        CHECK_EQUAL(next(&at, own & OFFSET, 512), 512);
    }
    CHECK_EQUAL(at - trun, get(trun));
}

static void check_track(const uint8_t *traf, const sample *samples, const told *runs, int count) {
    const uint8_t *tfhd = traf + 8, *at = tfhd + 16, *box = tfhd + get(tfhd);
    uint32_t flags = get(tfhd + 8);
    CHECK_EQUAL(get(tfhd + 12), 2);
    CHECK_EQUAL(next(&at, flags & 1, 0), 0);
    uint32_t base = next(&at, flags & 1, 0);
    CHECK_EQUAL(next(&at, flags & 2, 1), 1); /* the track's first description */
    sample defaults = {next(&at, flags & 8, 0), next(&at, flags & 16, 0), 0};
    defaults.flags = next(&at, flags & 32, 0);
    CHECK_EQUAL(at - tfhd, get(tfhd));
    CHECK_EQUAL(get(box + 12), 90000);
    box += get(box);
    for (int i = 0; i < count; samples += runs[i].count, box += get(box), i++)
        check_told_run(box, samples, runs[i].count, &defaults, (uint32_t)(BASE + FIRST_RUN + RUN_DISTANCE * i) - base);
    if (box < traf + get(traf))
        CHECK(memcmp(box + 4, "free", 4) == 0 && box + get(box) == traf + get(traf));
}

static void check_samples(const sample *samples, const told *runs, int count) {
    CHECK_EQUAL(get(boxes), end);
    const uint8_t *traf = boxes + 8 + 16;
    check_track(traf, samples, runs, count);
    check_track(traf + get(traf), samples, runs, count);
}

static void should_give_values_to_those_that_are_like_the_first(void) {
    const sample samples[] = {{1024, 341, 0}, {1024, 342, 0}, {1024, 341, 0}, {1024, 343, 0}, {1024, 341, 0}};
    const told runs[] = {{1, DURATION | SIZE}, {1, DURATION | SIZE}, {1, 0}, {1, DURATION | SIZE}, {1, 0}};
    put_moof(samples, runs, 5, false);
    CHECK(sr_moof_complete(boxes, end));
    check_samples(samples, runs, 5);
}

static void should_give_a_duration_where_only_that_is_missing(void) {
    const sample samples[] = {{1000, 9000, SYNC}, {1500, 20, OTHER}, {1000, 30, OTHER}, {1500, 40, OTHER}};
    const told runs[] = {{1, DURATION | SIZE | OFFSET},
                         {1, DURATION | SIZE | FLAGS | OFFSET},
                         {1, SIZE | FLAGS | OFFSET},
                         {1, DURATION | SIZE | FLAGS | OFFSET}};
    put_moof(samples, runs, 4, false);
    CHECK(sr_moof_complete(boxes, end));
    check_samples(samples, runs, 4);
}

static void should_find_room_where_the_first_run_is_long(void) {
    const sample samples[] = {{1024, 341, 0}, {1024, 342, 0}, {1024, 341, 0}, {1024, 342, 0}, {1024, 341, 0}};
    const told runs[] = {{3, DURATION | SIZE | FLAGS}, {1, DURATION | SIZE}, {1, 0}};
    put_moof(samples, runs, 3, false);
    CHECK(sr_moof_complete(boxes, end));
    check_samples(samples, runs, 3);
    const told pairs[] = {{2, DURATION | SIZE | FIRST_FLAGS}, {2, DURATION | SIZE | FIRST_FLAGS}, {1, 0}};
    put_moof(samples, pairs, 3, false);
    CHECK(sr_moof_complete(boxes, end));
    check_samples(samples, pairs, 3);
}

static void should_keep_keyframes(void) {
    const sample samples[] = {{1000, 20, OTHER}, {1500, 20, OTHER}, {1000, 20, OTHER}, {900, 700, SYNC}};
    const told runs[] = {{2, DURATION | SIZE | FIRST_FLAGS}, {1, 0}, {1, DURATION | SIZE | FIRST_FLAGS}};
    put_moof(samples, runs, 3, true);
    CHECK(sr_moof_complete(boxes, end));
    check_samples(samples, runs, 3);
}

/* As qtmux writes a keyframe that is alone in its run, before runs of one and of two. */
static void should_tell_keyframes_from_others_where_that_is_left_out(void) {
    const sample samples[] = {{494, 1882, SYNC}, {508, 123, OTHER}, {481, 240, OTHER}, {551, 341, OTHER},
                              {511, 298, OTHER}, {589, 367, OTHER}, {364, 322, OTHER}, {479, 291, OTHER},
                              {516, 360, SYNC},  {520, 361, OTHER}};
    const told runs[] = {{1, DURATION | SIZE},         {1, DURATION | SIZE | FLAGS},
                         {1, DURATION | SIZE | FLAGS}, {2, DURATION | SIZE | FIRST_FLAGS | FLAGS},
                         {1, DURATION | SIZE},         {2, DURATION | SIZE | FIRST_FLAGS},
                         {1, DURATION | SIZE | FLAGS}, {1, DURATION | SIZE}};
    put_moof(samples, runs, 8, false);
    CHECK(sr_moof_complete(boxes, end));
    check_samples(samples, runs, 8);
    CHECK(!sr_moof_complete(boxes, end));
}

/* A player reads the flags of a run in one of two places. */
static void should_not_tell_flags_twice(void) {
    const sample samples[] = {{1000, 700, OTHER}, {1500, 20, SYNC}, {1500, 30, SYNC}, {1000, 40, OTHER}};
    const told runs[] = {
        {1, DURATION | SIZE | FLAGS}, {2, DURATION | SIZE | FIRST_FLAGS | FLAGS}, {1, DURATION | SIZE | FLAGS}};
    put_moof(samples, runs, 3, false);
    CHECK(sr_moof_complete(boxes, end));
    check_samples(samples, runs, 3);
}

static void should_leave_alone_what_is_whole(void) {
    const sample samples[] = {{1024, 341, 0}, {1024, 342, 0}, {1024, 341, 0}};
    const told runs[] = {{1, DURATION | SIZE}, {1, DURATION | SIZE}, {1, DURATION | SIZE}};
    put_moof(samples, runs, 3, false);
    CHECK(!sr_moof_complete(boxes, end));
    check_samples(samples, runs, 3);
    CHECK(!sr_moof_complete(boxes, end - 1));
    CHECK(!sr_moof_complete(boxes, 0));
}

/* With an address sanitizer this finds a byte beside the fragment that is read or written. */
static void should_stay_within_whatever_bytes(void) {
    const sample samples[] = {{1024, 341, 0}, {1024, 342, 0}, {1024, 341, 0}, {1024, 341, 0}};
    const told runs[] = {{2, DURATION | SIZE | FIRST_FLAGS}, {1, DURATION | SIZE | OFFSET}, {1, 0}};
    srand(13);
    for (int round = 0; round < 200000; round++) {
        put_moof(samples, runs, 3, round % 2 == 0);
        for (int i = rand() % 4; i >= 0; i--)
            boxes[8 + (size_t)rand() % (end - 8)] = (uint8_t)(rand() % 3 == 0 ? rand() : rand() % 64);
        uint8_t *exact = malloc(end);
        memcpy(exact, boxes, end);
        sr_moof_complete(exact, end);
        CHECK_EQUAL(get(exact), end);
        free(exact);
    }
}

int main(void) {
    RUN(should_give_values_to_those_that_are_like_the_first);
    RUN(should_give_a_duration_where_only_that_is_missing);
    RUN(should_find_room_where_the_first_run_is_long);
    RUN(should_keep_keyframes);
    RUN(should_tell_keyframes_from_others_where_that_is_left_out);
    RUN(should_not_tell_flags_twice);
    RUN(should_leave_alone_what_is_whole);
    RUN(should_stay_within_whatever_bytes);
    return check_report();
}
