/* The header of an MP4 or MOV, corrected. */
#include "box_writer.h"
#include "check.h"
#include "sr_boxes.h"
#include "sr_moov.h"

#include <stdlib.h>

static size_t put_moov(bool fragmented) {
    end = 0;
    size_t all = begin("moov"), trak = begin("trak"), edts = begin("edts"), elst = begin("elst");
    put(0), put(2);
    put(95), put(UINT32_MAX), put(0x10000);
    size_t last = end;
    put(14080), put(7), put(0x10000);
    finish(elst), finish(edts), finish(trak);
    if (fragmented)
        finish(begin("mvex"));
    finish(all);
    return last;
}

static void should_extend_an_edit_list_before_fragments(void) {
    size_t last = put_moov(true);
    CHECK(sr_moov_extend_edits(boxes, end));
    CHECK_EQUAL(get(boxes + last), INT32_MAX);
    CHECK_EQUAL(get(boxes + last + 4), 7);
    CHECK_EQUAL(get(boxes + last - 12), 95);
    last = put_moov(false);
    CHECK(!sr_moov_extend_edits(boxes, end));
    CHECK_EQUAL(get(boxes + last), 14080);
}

/* Returns where the aperture is. */
static size_t put_apertures(void) {
    end = 0;
    size_t all = begin("moov"), trak = begin("trak");
    finish(begin("tkhd"));
    finish(begin("tapt"));
    size_t mdia = begin("mdia"), minf = begin("minf"), stbl = begin("stbl"), stsd = begin("stsd");
    put(0), put(1);
    size_t avc1 = begin("avc1");
    memset(boxes + end, 0, 78);
    end += 78;
    finish(begin("avcC"));
    size_t clap = begin("clap");
    put(640), put(1);
    finish(clap), finish(avc1), finish(stsd), finish(stbl), finish(minf), finish(mdia), finish(trak), finish(all);
    return clap;
}

static void should_hide_a_clean_aperture(void) {
    size_t clap = put_apertures();
    CHECK(sr_moov_show_all(boxes, end));
    CHECK(memcmp(boxes + clap + 4, "free", 4) == 0);
    CHECK(memcmp(boxes + 8 + 8 + 8 + 4, "free", 4) == 0);
    CHECK_EQUAL(get(boxes + clap), 16);
    CHECK(!sr_moov_show_all(boxes, end));
    for (size_t left = 0; left < end; left++) {
        uint8_t *exact = malloc(left + 1);
        put_apertures();
        memcpy(exact, boxes, left);
        CHECK(!sr_moov_show_all(exact, left));
        free(exact);
    }
}

/* Returns where the numbers that describe Opus are, which are from 1.22 or from the standard. */
static size_t put_opus(bool is_ordered, bool is_long) {
    end = 0;
    size_t all = begin("moov"), trak = begin("trak");
    size_t mdia = begin("mdia"), minf = begin("minf"), stbl = begin("stbl"), stsd = begin("stsd");
    put(0), put(1);
    size_t entry = begin("Opus");
    memset(boxes + end, 0, is_long ? 44 : 28);
    boxes[end + 9] = is_long;
    end += is_long ? 44 : 28;
    size_t dops = begin("dOps");
    put(is_ordered ? 0x00020138 : 0x00023801);
    put(is_ordered ? 48000 : 0x80bb0000);
    put(is_ordered ? 0x00010000 : 0x01000000);
    end--; /* the family is a byte */
    finish(dops), finish(entry), finish(stsd), finish(stbl), finish(minf), finish(mdia), finish(trak), finish(all);
    return dops + 8;
}

static void should_put_the_numbers_of_opus_in_order(void) {
    for (int i = 0; i < 4; i++) {
        size_t numbers = put_opus(i & 1, i & 2);
        CHECK_EQUAL(sr_moov_order_opus(boxes, end), !(i & 1));
        CHECK_EQUAL(get(boxes + numbers), 0x00020138);
        CHECK_EQUAL(get(boxes + numbers + 4), 48000);
        CHECK_EQUAL(get(boxes + numbers + 7) & 0xffffff, 0x100);
        CHECK(!sr_moov_order_opus(boxes, end));
    }
    put_opus(false, false);
    for (size_t left = 0; left < end; left++) {
        uint8_t *exact = malloc(left + 1);
        memcpy(exact, boxes, left);
        CHECK(!sr_moov_order_opus(exact, left));
        free(exact);
    }
}

/* Returns where the table of delays is, of sound or of a picture, of one entry or of more. */
static size_t put_delays(bool is_sound, uint32_t entries, uint32_t last_delay, bool fragmented) {
    end = 0;
    size_t all = begin("moov"), trak = begin("trak"), edts = begin("edts"), elst = begin("elst");
    put(0), put(1);
    put(2560), put(1024), put(0x10000);
    finish(elst), finish(edts);
    size_t mdia = begin("mdia"), minf = begin("minf");
    finish(begin(is_sound ? "smhd" : "vmhd"));
    size_t stbl = begin("stbl"), ctts = begin("ctts");
    put(0), put(entries);
    for (uint32_t i = 0; i < entries; i++)
        put(i == 0 ? 1 : 46), put(i < entries - 1 || entries == 1 ? 1024 : last_delay);
    finish(ctts), finish(stbl), finish(minf), finish(mdia), finish(trak);
    if (fragmented)
        finish(begin("mvex"));
    finish(all);
    return ctts;
}

static void should_hide_that_the_first_packets_of_sound_are_delayed(void) {
    size_t ctts = put_delays(true, 2, 0, false);
    CHECK(sr_moov_keep_priming(boxes, end));
    CHECK(memcmp(boxes + ctts + 4, "free", 4) == 0);
    CHECK(!sr_moov_keep_priming(boxes, end));
    put_delays(true, 3, 0, false);
    CHECK(sr_moov_keep_priming(boxes, end));
    put_delays(false, 2, 0, false);
    CHECK(!sr_moov_keep_priming(boxes, end));
    put_delays(true, 2, 1024, false);
    CHECK(!sr_moov_keep_priming(boxes, end));
    put_delays(true, 1, 1024, false);
    CHECK(!sr_moov_keep_priming(boxes, end));
    put_delays(true, 2, 0, false);
    for (size_t left = 0; left < end; left++) {
        uint8_t *exact = malloc(left + 1);
        memcpy(exact, boxes, left);
        CHECK(!sr_moov_keep_priming(exact, left));
        free(exact);
    }
}

static size_t size_of(sr_box box) {
    return box.bytes + box.size_bytes <= boxes + end ? box.size_bytes : 0;
}

static sr_box nth_child(sr_box parent, int index) {
    sr_box each = sr_box_first_child(parent);
    while (index-- > 0)
        each = sr_box_next(parent, each);
    return each;
}

static void should_have_an_empty_edit_first_where_fragments_follow(void) {
    for (uint32_t entries = 2; entries <= 3; entries++) {
        put_delays(true, entries, 0, true);
        size_t before = end;
        CHECK(sr_moov_keep_priming(boxes, end));
        CHECK(!sr_moov_keep_priming(boxes, end));
        sr_box trak = sr_box_first_child(sr_box_at(boxes, end)), edts = nth_child(trak, 0), mdia = nth_child(trak, 1);
        sr_box elst = nth_child(edts, 0), stbl = nth_child(nth_child(mdia, 0), 1), hidden = nth_child(stbl, 0);
        CHECK(sr_box_is(elst, "elst") && sr_box_is(stbl, "stbl") && sr_box_is(hidden, "free"));
        CHECK_EQUAL(size_of(elst), 16 + 2 * 12);
        const uint32_t edits[] = {2, 0, UINT32_MAX, 0x10000, INT32_MAX, 1024, 0x10000};
        for (size_t i = 0; i < sizeof edits / sizeof edits[0]; i++)
            CHECK_EQUAL(get(elst.bytes + 12 + 4 * i), edits[i]);
        CHECK_EQUAL(size_of(hidden), 16 + 8 * entries - 12);
        CHECK_SAME(hidden.bytes + hidden.size_bytes, boxes + before - 8);
        CHECK_SAME(stbl.bytes + stbl.size_bytes, mdia.bytes + mdia.size_bytes);
        CHECK_SAME(mdia.bytes + mdia.size_bytes, trak.bytes + trak.size_bytes);
    }
}

static void should_stay_within_whatever_bytes(void) {
    srand(13);
    for (int round = 0; round < 100000; round++) {
        put_delays(true, 2 + (uint32_t)round % 2, 0, true);
        for (int i = rand() % 4; i >= 0; i--)
            boxes[8 + (size_t)rand() % (end - 8)] = (uint8_t)(rand() % 3 == 0 ? rand() : rand() % 64);
        uint8_t *exact = malloc(end);
        memcpy(exact, boxes, end);
        sr_moov_keep_priming(exact, end);
        CHECK_EQUAL(get(exact), end);
        free(exact);
    }
}

int main(void) {
    RUN(should_hide_that_the_first_packets_of_sound_are_delayed);
    RUN(should_put_the_numbers_of_opus_in_order);
    RUN(should_hide_a_clean_aperture);
    RUN(should_extend_an_edit_list_before_fragments);
    RUN(should_have_an_empty_edit_first_where_fragments_follow);
    RUN(should_stay_within_whatever_bytes);
    return check_report();
}
